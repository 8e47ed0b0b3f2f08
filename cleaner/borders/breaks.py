"""Where a line break stands inside a sentence.

The one place that judges borders between lines; joining, copies inside a sentence and truncated sentences
all ask it. The evidence is the two paragraphs at the border, the words beside it, and what is certain near by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from cleaner.borders.border import Border
from cleaner.borders.borders import Borders
from cleaner.borders.cut_words import address, hyphened, stands
from cleaner.borders.evidence import ALONE, APART, LONG, Around, judge, surely_runs_on
from cleaner.borders.nearby import around
from cleaner.borders.obstacles import (
    BY_CHOICE,
    CUT_ADDRESS,
    CUT_WORD,
    IS_COPY,
    ODD,
    VERSE,
    WEIGHED,
    WHOLE_ADDRESS,
    by_choice,
    clings,
    obstacle,
    obstacle_besides,
)
from cleaner.borders.twins import Twins
from cleaner.borders.verdicts import OF_PAGE
from cleaner.borders.words import Words
from cleaner.layout import Line, joined
from cleaner.lines.zones import is_verse
from cleaner.model import Level, Offsets, Verdict
from cleaner.offsets import offsets
from cleaner.page import Page
from cleaner.text import STOPS

__all__ = ["LONG", "Break", "Breaks"]

_REACH = 20
"""Rows above a border that can belong to its paragraph."""

_RARE = 30
"""How many whole paragraphs a text has for each broken one, or more, where hardly any is broken."""

_SOME, _CUT = 4, 7
"""Broken sentences of which one in so many is broken inside a word at least: where columns cut it is nearly half."""

_ROUNDS = 3
"""How often what has been found speaks for what stands near by."""


class Break(NamedTuple):
    """A border between two filled rows at which a sentence goes on. `left`, `right`: indices of rows."""

    left: int
    right: int
    level: Level


class Breaks:
    """Judges the borders of one page.

    Borders are judged between paragraphs as the joins leave them, not between single rows: each join can
    settle what its neighbours are. So the borders beside a join are judged again, until nothing changes;
    the result does not depend on where one begins. What is certain without looking at other borders then speaks for the
    doubtful ones near by. It is gone in a second run, which so finds nothing more.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._borders = Borders(page)
        self._rows, self._wraps = self._borders.rows, self._borders.wraps
        self._twins = Twins(self._rows)
        self._words = Words(page.text)
        self._cuts_alone = False

    @cached_property
    def _breaks(self) -> list[Break]:
        rows, borders, filled = self._rows, self._borders, self.page.filled
        self._lines = rows.copy()
        self._above = list(range(-1, len(rows) - 1))  # index of the paragraph above a head
        self._below = list(range(1, len(rows) + 1))
        self._found: dict[int, Level] = {}
        self._around: dict[int, Around] = {}
        self._doubtful: set[int] = set()
        first = [at for at, row in enumerate(rows[:-1], 1) if row.tail not in STOPS]
        plausible, open_rows = [*borders.plausible(first)], offsets(first)
        asked = {border.right for border in plausible}
        whole = sum(row.size >= LONG and row.stopped for row in rows)
        possible = (each for each in plausible if not _against(each.above, each.below, each))
        self._words.learn([*possible], whole)
        if self._wraps.widths:
            cut = [at for at in range(1, len(rows)) if self._wraps.is_cut(at)]
            self._cuts_alone = True
            self._settle("safe", cut)
            self._cuts_alone = False
            asked.update(cut)
        self._settle("safe", sorted(asked))
        for _ in range(_ROUNDS):
            known = len(self._found)
            before, self._around = self._around, self._look_around(open_rows, plausible)
            told = [at for at, near in self._around.items() if before.get(at) is not near]
            self._settle("safe", sorted(told))
            if len(self._found) == known:
                break
        self._doubt_the_odd_ones(whole)
        self._settle("review", sorted(self._doubtful))
        if self._found and is_verse(self.page):
            for right in self._found:
                self._say(right, VERSE)
            self._found.clear()
        found = sorted(self._found.items())
        return [Break(filled[right - 1], filled[right], level) for right, level in found]

    def __iter__(self) -> Iterator[Break]:
        """The broken sentences of the page, in order."""
        return iter(self._breaks)

    def _settle(self, level: Level, waiting: list[int]) -> None:
        """Join those of the waiting borders that are of this level, and judge again those beside each."""
        rows, lines, found, above = self._rows, self._lines, self._found, self._above
        waiting.reverse()
        while waiting:
            right = waiting.pop()
            if right in found:
                continue
            left = above[right]
            judged = self._judge(left, right)
            if judged != "safe" and judged != level:
                if judged:
                    self._doubtful.add(right)
                continue
            found[right] = level
            waiting += self._words.join(rows[right - 1], rows[right])
            lines[left] = joined(lines[left], lines[right])
            below = self._below[left] = self._below[right]
            if below < len(rows):
                above[below] = left
                if waiting[-1:] != [below] and self._may_join(below):
                    waiting.append(below)
            if left and self._may_join(left):
                waiting.append(left)

    def _look_around(self, first: Offsets, plausible: Sequence[Border]) -> dict[int, Around]:
        """What stands around the borders; rows that are cut at a width say something only of a row that is as full."""
        rows, borders = self._rows, self._borders
        known = around(rows, first, self._found, plausible, borders)
        if not self._wraps.widths:
            return known
        others = {at for at in self._found if not self._wraps.is_cut(at)}
        told = around(rows, first, others, plausible, borders)
        full = {at: near for at, near in known.items() if self._wraps.fills(rows[at - 1])}
        return told | full

    def _doubt_the_odd_ones(self, whole: int) -> None:
        """Where hardly a sentence is broken, or hardly ever inside a word, one whose words do not surely run on is for review.

        Rather a stop is missing there. `whole`: how many paragraphs end with one.
        """
        found = len(self._found)
        enough = -(-found // _CUT) if found >= _SOME else 0
        if (
            found * _RARE >= whole
            and len([*islice(filter(self._is_sure, self._found), enough)]) >= enough
        ):
            return
        for right in [at for at in self._found if not self._is_sure(at)]:
            self._found[right] = self._say(right, ODD) or "review"

    def _is_sure(self, right: int) -> bool:
        border = self._borders[right] or self._borders.above(right)
        return border.cut or self._wraps.is_cut(right) or surely_runs_on(border, self._words)

    def _may_join(self, right: int) -> bool:
        """A first look at whether a sentence might go on in filled row number `right`."""
        return bool(self._wraps.widths) or self._rows[right - 1].tail not in STOPS

    def between(self, left: int, right: int) -> Level | None:
        """How sure it is that the sentence of filled row number `left` goes on in number `right`.

        For rows that do not follow each other, where the caller has its own reason to think that what stands
        between them is out of place: a copy, a page number. The open rows right above `left` count as its paragraph.
        "safe": certain enough to join the rows at once; "review": likely;
        None: the sentence does not go on there, or nothing shows it. What other borders say has no part in it.
        """
        rows, head = self._rows, left
        while head > 0 and rows[head - 1].open and left - head < _REACH:
            head -= 1
        first = rows[head]
        for at in range(head + 1, left + 1):
            first = joined(first, rows[at])
        second, border = rows[right], self._borders.between(left, right)
        if obstacle(first, second, border):
            return None
        return judge(first, second, border, APART, self._words)

    def _judge(self, left: int, right: int) -> Level | None:
        """How sure it is that the paragraph `left` goes on in the next, `right`; None: it does not."""
        first, second = self._lines[left], self._lines[right]
        if self._wraps.widths and self._wraps.is_cut(right):
            full = self._wraps.verdict(first, right)
            if full.level or full is OF_PAGE:
                return self._say(right, full)
        border = self._borders[right]
        if border is None or self._cuts_alone:
            return None
        near = ALONE if border.short else self._around.get(right, ALONE)
        judged = border.judged
        if judged and judged[0] is first and judged[1] is second and judged[2] is near:
            return judged[3]
        found = self._weigh(first, second, border, near).level
        border.judged = first, second, near, found
        return found

    def _weigh(self, first: Line, second: Line, border: Border, near: Around) -> Verdict:
        """How sure it is that a paragraph goes on in another, where the width of its lines does not tell."""
        if border.cut and (cut := self._cut(border)):
            return cut
        if against := _against(first, second, border):
            return against
        found = judge(first, second, border, near, self._words)
        if found:
            if self._twins.repeats(border.right) and not clings(border):
                return IS_COPY
            if border.tight and by_choice(first, border):
                return BY_CHOICE
        return WEIGHED[found]

    def _cut(self, border: Border) -> Verdict | None:
        """What is said of a border in an address or in a Latin word; None: there is none, or it is not sure."""
        above, below = border.above.body, border.below.body
        if whole := address(above, below):
            return WHOLE_ADDRESS if stands(self.page, whole) else CUT_ADDRESS
        cut = hyphened(self.page, above, below)
        return CUT_WORD if cut and cut.sure else None

    def _say(self, right: int, verdict: Verdict) -> Level | None:  # noqa: ARG002
        """Every judgement passes here, or is weighed: `cleaner.borders.told` keeps them."""
        return verdict.level


def _against(first: Line, second: Line, border: Border) -> Verdict | None:
    """The obstacle at a border that is not barred. What may be cut was not asked whether it is."""
    return (obstacle if border.cut else obstacle_besides)(first, second, border)
