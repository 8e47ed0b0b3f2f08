"""Where a line break stands inside a sentence.

The one place that judges borders between lines; joining, copies inside a sentence and truncated sentences
all ask it. The evidence is the two paragraphs at the border, and the habits of the document's lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cleaner.layout import Line, joined
from cleaner.model import Level
from cleaner.page import Page
from cleaner.text import compiled
from cleaner.wraps import Wraps

LONG = 30
"""Characters in a line from which on it is taken for running prose, not for a headline, verse or an item."""

COPY = 20
"""Characters from which on a row that stands twice is a copy, and no label or refrain."""

_REACH = 20
"""Rows above a border that can belong to its paragraph."""

_STARTS_ANEW = compiled(
    r"(会议|据悉|据了解|据介绍|同时|此外|另外|近日|日前|目前|当前|截至|今年|去年|首先|其次|最后|下一步|总之"
    r"|根据|由于|因为|如果|虽然|随着|然而|因此|所以|但是|不过|例如|比如|其实|其中|我们|他们|本次|此次"
    r"|记者|本报|图为|编者按|附|注|[一二三四五六七八九十]是|第[一二三四五六七八九十]|\d+月\d+日|\d{4}年)"
)
_ADVERBIAL = compiled(
    r"^(此外|同时|另外|其中|目前|据[^，,]{0,6}|[^，,。]{2,24}[中上下后前时间来])[，,]"
)
_MARKUP = compiled(r"[`*_\[\]<>]|^[—–-]{2}")


@dataclass(frozen=True, slots=True)
class Break:
    """A border between two filled rows at which a sentence goes on. `left`, `right`: indices of rows."""

    left: int
    right: int
    level: Level


class Breaks:
    """Judges the borders of one page.

    Borders are judged between paragraphs as the joins leave them, not between single rows: each join can
    settle what its neighbours are. So the borders beside a join are judged again, until nothing changes;
    the result does not depend on where one begins, and a second run finds nothing more.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._rows = [page.lines[row] for row in page.filled]
        self._wraps = Wraps(page)

    @cached_property
    def _breaks(self) -> list[Break]:
        rows, filled = self._rows, self.page.filled
        self._lines = rows.copy()
        self._above = list(range(-1, len(rows) - 1))  # index of the paragraph above a head
        self._below = list(range(1, len(rows) + 1))
        self._found: dict[int, Level] = {}
        self._doubtful: set[int] = set()
        first = [at for at in range(1, len(rows)) if rows[at - 1].open]
        if self._wraps.widths:
            cut = self._wraps.is_cut
            first = [at for at in range(1, len(rows)) if rows[at - 1].open or cut(at)]
        self._settle("safe", first)
        self._settle("review", sorted(self._doubtful))
        found = sorted(self._found.items())
        return [Break(filled[right - 1], filled[right], level) for right, level in found]

    def is_copy(self, at: int) -> bool:
        """Whether filled row number `at` stands elsewhere too, there as a paragraph of its own.

        The other one follows no open sentence: so both are whole, and no sentence goes on in this one.
        """
        line = self._rows[at]
        if line.size < COPY or not line.stopped:
            return False
        itself = not (at and self._rows[at - 1].open)
        return self._whole[line.body] > itself

    @cached_property
    def _whole(self) -> Counter[str]:
        """How often each line stands as a paragraph of its own: stopped, and below no open sentence."""
        return Counter(
            line.body
            for above, line in pairwise([None, *self._rows])
            if line and line.size >= COPY and line.stopped and not (above and above.open)
        )

    def __iter__(self) -> Iterator[Break]:
        """The broken sentences of the page, in order."""
        return iter(self._breaks)

    def _settle(self, level: Level, waiting: list[int]) -> None:
        """Join those of the waiting borders that are of this level, and judge again those beside each."""
        waiting.reverse()
        while waiting:
            right = waiting.pop()
            if right >= len(self._lines) or right in self._found:
                continue
            left = self._above[right]
            if not self._lines[left].open and not self._wraps.is_cut(right):
                continue
            found = self._judge(left, right)
            if found == "review" and level == "safe":
                self._doubtful.add(right)
            if found is None or (found == "review" and level == "safe"):
                continue
            self._found[right] = level
            self._lines[left] = joined(self._lines[left], self._lines[right])
            below = self._below[left] = self._below[right]
            if below < len(self._lines):
                self._above[below] = left
                waiting.append(below)
            for _ in range(4):  # a border asks for at most three paragraphs below it
                above = self._above[left]
                if above < 0 or not (self._wraps.widths or self._lines[above].open):
                    break
                waiting.append(left)
                left = above

    def between(self, left: int, right: int) -> Level | None:
        """How sure it is that the sentence of filled row number `left` goes on in number `right`.

        For rows that do not follow each other: what stands between them would have to go. The open rows right
        above `left` count as its paragraph.
        """
        rows, head = self._rows, left
        while head > 0 and rows[head - 1].open and left - head < _REACH:
            head -= 1
        first, second = rows[head], rows[right]
        for at in range(head + 1, left + 1):
            first = joined(first, rows[at])
        if second.opener or second.indent or second.name:
            return None
        goes_on = second.sentences or second.exclaims or (second.open and second.size >= LONG)
        if not first.open or not goes_on:
            return None
        return self._weigh(first, second, head, right, tight=False)

    def _judge(self, left: int, right: int) -> Level | None:
        """How sure it is that the paragraph `left` goes on in the next, `right`; None: it does not."""
        if self._wraps.is_cut(right):
            return self._wraps.judge(self._lines[left], right)
        if not self._continues(right) or self.is_copy(right):
            return None
        filled = self.page.filled
        tight = filled[right] == filled[right - 1] + 1
        return self._weigh(self._lines[left], self._lines[right], left, right, tight)

    def _weigh(self, first: Line, second: Line, left: int, right: int, tight: bool) -> Level | None:
        if max(first.size, second.size) < LONG or not (_is_chinese(first) and _is_chinese(second)):
            return None
        lines, filled = self.page.lines, self.page.filled
        head = lines[filled[right]].body
        if head[0] in '“「『‘"':
            return None
        if first.size < LONG and "\u3000" in lines[filled[left]].body:
            return None  # the ideographic space parts a title from a preface
        anew = bool(_STARTS_ANEW.match(head))
        if tight:
            above = lines[filled[right - 1]].body
            odd = (
                anew or _MARKUP.search(head) or _MARKUP.search(above) or first.han * 2 < first.size
            )
            return None if odd or above[-1] in "，,；;" else "review"
        if first.size < LONG and not first.sentences and not self._stands_below(left):
            # It might be a headline with a comma, unless it opens like prose and headlines here have none.
            if not _ADVERBIAL.match(lines[filled[left]].body):
                return None
            return "safe" if self._headlines_are_bare and not anew else "review"
        ends_latin = first.tail.isascii() and first.tail.isalpha()
        return "review" if anew or ends_latin else "safe"

    def _stands_below(self, at: int) -> bool:
        """Whether a filled row stands right below another one, as a headline does not."""
        filled = self.page.filled
        return at > 0 and not self.page.layout.spaced and filled[at] == filled[at - 1] + 1

    def _continues(self, at: int) -> bool:
        """Whether a paragraph can be the rest of a sentence: prose that opens no block.

        It has a sentence mark, or is a long open line itself and one of the next three has.
        """
        for _ in range(4):
            if at >= len(self._lines):
                return False
            line = self._lines[at]
            if line.opener or line.indent or line.name:
                return False
            if line.sentences or line.exclaims:
                return True
            if line.size < LONG or not line.open:
                return False
            at = self._below[at]
        return False

    @cached_property
    def _headlines_are_bare(self) -> bool:
        """Whether the document's headlines have no marks.

        Seen at lines without any mark between prose and prose, or before a dateline: at least three of
        them, and none with a mark before a dateline.
        """
        lines = [self.page.lines[row] for row in self.page.filled]
        bare = 0
        for line, after in pairwise(lines):
            title = not line.stopped and not line.opener and 8 <= line.han <= 45
            if title and line.marked and after.opener == "dateline":
                return False
            bare += title and not line.marked and (after.opener == "dateline" or after.marked)
        return bare >= 3


def _is_chinese(line: Line) -> bool:
    """Whether at least a third of a line is Han: prose with Latin words, not a log or a formula."""
    return line.han * 3 >= line.size
