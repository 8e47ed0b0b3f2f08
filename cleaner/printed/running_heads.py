"""Running heads and feet without a page number: lines that recur inside sentences, or like a clock."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from cleaner.borders.breaks import LONG
from cleaner.borders.wraps import Wraps
from cleaner.kept import kept
from cleaner.lines.articles import has_own_number
from cleaner.page import SHORT, Page
from cleaner.printed.beside import NEAR
from cleaner.printed.folio import LONGEST as LONGEST_ROW
from cleaner.printed.folio import Folio, short_rows
from cleaner.printed.page_ends import can_go_on, goes_on
from cleaner.printed.paging import LONGEST, SHORTEST, Beat, measure
from cleaner.printed.ruled import ruled
from cleaner.text import STOPS

_FIRST = 3
"""Of so many heads at the beginning one may be the headline itself."""


def running_heads(page: Page, known: set[int]) -> tuple[set[int], set[int]]:
    """The rows that are running heads or feet, and those of them inside a sentence; `known` is other furniture.

    A line that recurs is one where it stands inside sentences at least twice, and most times. Where its
    distances are even it is one between paragraphs too: with none inside a sentence it takes four of them, nearly
    like a clock. A masthead is none: below it stands no prose, but the headline of an issue.
    """
    heads: set[int] = set()
    inside: set[int] = set()
    groups = [
        group
        for group in recurring(page, (SHORTEST, LONGEST))
        if _may_head(page, group[0])
        and not known.issuperset(group)
        and not _is_wrapped(page, group)
    ]
    members = known.union(*groups)
    waiting: list[list[int]] = []
    while len(waiting) != len(groups):  # what is known as a head is no label of a form
        waiting, groups = groups, []
        labels = sorted(row for group in waiting for row in group)
        for group in waiting:
            found, broken = _Group(page, group, members).heads(_is_template(group, labels))
            heads |= found
            inside |= broken
            groups += [] if found else [group]
    return heads, inside


class _Group:
    """Equal short rows that may be running heads. `rows`: those in step; `beat`: how these stand in the text."""

    rows: list[int]
    beat: Beat

    def __init__(self, page: Page, group: list[int], members: set[int]) -> None:
        self.page, self.group = page, group
        self._borders = {row: _around(page, row, members) for row in group}
        self.broken = self._those(goes_on)

    def _those(self, are: Callable[[Page, int, int], bool]) -> set[int]:
        """The rows of the group for whose borders something is so."""
        return {row for row in self.group if are(self.page, *self._borders[row])}

    @kept
    def cut(self) -> set[int]:
        """Those that may stand inside a sentence."""
        return self.broken | self._those(_is_cut)

    @kept
    def ended(self) -> set[int]:
        """Those that stand inside a sentence, or behind the end of a paragraph."""
        return self.broken | self._those(_is_ended)

    def heads(self, template: bool) -> tuple[set[int], set[int]]:
        """Those that are running heads, and those of them that stand inside a sentence."""
        broken, often = self.broken, len(self.broken) >= 2
        if not often and (template or len(self.group) < 4):
            return set(), set()
        self.rows, self.beat = _in_step(self.group, self.page.starts)
        if not (often or self._is_clock() or self._is_ruled()):
            return set(), set()
        count = len(self.rows)
        single = len(set(self.rows) - broken) == 1  # it may be the headline
        even = count >= 5 and self.beat.spread <= (0.1 if single else 0.25 if often else 1)
        if even or not often:
            alone = _alone(self.rows, self.beat.length, self.page.starts)
            if often and len(self.cut) * 2 < count and self.beat.spread > 0.15:
                alone &= self.ended
            return alone - self._headline() | broken, broken
        if self.beat.spread <= 0.4 or len(broken) * 2 >= len(self.group):
            return broken, broken
        return set(), set()

    def _headline(self) -> set[int]:
        """The headline from which the heads were taken, if it is one of them: the first, at the top or with a number."""
        (first, second), length, starts = self.rows[:2], self.beat.length, self.page.starts
        if not self.broken.issuperset(set(self.group) - set(self.rows)):
            known = abs((starts[second] - starts[first]) / length - 1) <= 0.3
            return set() if known else {first}  # another one is out of step, or this one is too
        line = self.page.lines[first]
        if line.opener or has_own_number(line.body):
            return set([row for row in self.rows if row not in self.broken][:1])
        return {first} if self.beat.lead < 0.5 * length else set()

    def _is_ruled(self) -> bool:
        """Whether equally many hard-wrapped rows stand between them, and one stands inside a sentence."""
        exactly = len(self.rows) >= 4 and ruled(self.page, _beats(self.rows)) == "exactly"
        return exactly and len(self.cut) > 0

    def _is_clock(self) -> bool:
        """Whether rows of which hardly one parts a sentence recur like a clock all the same, in prose."""
        count, spread = len(self.rows), self.beat.spread
        sound = sum(row in self.ended or row in self.cut for row in self.rows)
        flow = self.cut.union(
            row for row in self.ended if _is_prose(self.page, *self._borders[row])
        )
        prose = sum(row in flow for row in self.rows)
        if count >= 5 and has_own_number(self.page.lines[self.group[0]].body):
            return spread <= (0.2 if sound * 5 >= count * 4 else 0.12)
        if sound * 5 < count * 4 or prose * 2 < count:
            return False
        if count >= 5:
            cut = sum(row in self.cut for row in self.rows)
            return spread <= (0.2 if cut >= 3 or prose == count else 0.12)
        whole = 0.75 <= self.beat.lead / self.beat.length <= 1.25
        return count == 4 and (
            (spread <= 0.06 and whole)
            or (spread <= 0.2 and self._those(_is_foot).issuperset(self.rows))
        )


def _in_step(group: list[int], starts: list[int]) -> tuple[list[int], Beat]:
    """The rows of a group and how they stand in the text; without one of the first if those are out of step.

    That one is the headline.
    """
    whole = measure(_beats(group), starts)
    if len(group) < 5:
        return group, whole
    each = [
        (rows, measure(_beats(rows), starts))
        for rows in (group[:at] + group[at + 1 :] for at in range(_FIRST))
    ]
    rows, others = min(each, key=lambda one: one[1].spread)
    steps = [starts[b] - starts[a] for a, b in pairwise(group[: _FIRST + 1])]
    if any(abs(step / others.length - 1) > 0.3 for step in steps) and others.spread < whole.spread:
        return rows, others
    return group, whole


def _is_template(group: list[int], members: list[int]) -> bool:
    """Whether other lines that recur stand between most of those of a group: labels of a form, in turn."""
    between = sum(bisect_left(members, b) - bisect_left(members, a) > 1 for a, b in pairwise(group))
    return between * 2 >= len(group)


def _may_head(page: Page, row: int) -> bool:
    line = page.lines[row]
    opens = line.opener in ("", "heading", "numbered")
    return opens and line.tail not in STOPS and not line.marked and line.han >= 3


def _is_wrapped(page: Page, group: list[int]) -> bool:
    """Whether most rows of a group stand inside of hard-wrapped paragraphs: a sentence that recurs, a refrain."""
    if not page.layout.wraps:
        return False
    wraps, places = page.view(Wraps), [bisect_left(page.filled, row) for row in group]
    inside = [
        at > 0 and at + 1 < len(page.filled) and wraps.is_cut(at) and wraps.is_cut(at + 1)
        for at in places
    ]
    return sum(inside) * 2 > len(group)


def _around(page: Page, row: int, members: set[int]) -> tuple[int, int]:
    """The numbers of the filled rows above and below one that recurs, and others that do beside it."""
    filled = page.filled
    left = right = bisect_left(filled, row)
    for _ in range(NEAR):
        left -= left >= 0 and filled[left] in members
        right += right < len(filled) and filled[right] in members
    return left, right


def _is_ended(page: Page, left: int, right: int) -> bool:
    """Whether filled row number `left` is a paragraph that has ended, and there is a row `right`."""
    if left < 0 or right >= len(page.filled):
        return False
    above = page.lines[page.filled[left]]
    return above.stopped and (above.marked or above.size >= LONG)


def _is_cut(page: Page, left: int, right: int) -> bool:
    """Whether the sentence of filled row number `left` has not stopped, and may go on in number `right`."""
    if left < 0 or right >= len(page.filled):
        return False
    above, below = page.lines[page.filled[left]], page.lines[page.filled[right]]
    return min(above.size, below.size) >= LONG and can_go_on(above, below, page.layout)


def _is_foot(page: Page, left: int, right: int) -> bool:
    """Whether a row stands right below the text, and a blank line parts it from what follows."""
    filled = page.filled
    if left < 0 or right >= len(filled) or not page.layout.spaced:
        return False
    return filled[left] + 1 == filled[left + 1] and filled[right] - 1 > filled[right - 1]


def _is_prose(page: Page, left: int, right: int) -> bool:
    """Whether filled rows of these numbers have sentences."""
    above, below = page.lines[page.filled[left]], page.lines[page.filled[right]]
    return above.sentences + above.exclaims > 0 and below.sentences + below.exclaims > 0


def _beats(rows: list[int]) -> list[Folio]:
    """Rows as if they were numbered pages."""
    return [Folio(row, number, "titled", "") for number, row in enumerate(rows, 2)]


def _alone(rows: list[int], length: float, starts: list[int]) -> set[int]:
    """Those rows that are most of a page away from the others, or fit in between: a headline does not."""
    places = [starts[row] for row in rows]
    places = [-2 * LONGEST, *places, places[-1] + 2 * LONGEST]
    return {
        row
        for row, before, at, after in zip(rows, places, places[1:], places[2:], strict=False)
        if min(at - before, after - at) >= 0.7 * length or after - before >= 1.5 * length
    }


def recurring(page: Page, apart: tuple[int, int]) -> list[list[int]]:
    """Equal short rows: each group of three or more as indices of rows.

    From one to the next there are on average so many characters as `apart` says, from and to.
    """
    if len(page.text) < SHORT:  # then to count the rows is quicker
        short = [row for row in page.rows if 0 < len(row) <= LONGEST_ROW]
        if len(short) < len({*short}) + 2 or max(Counter(short).values()) < 3:
            return []
    rows, starts, ends = page.view(short_rows)
    sizes = ends - starts
    # Rows are told apart by five of their characters first: the few that are left, by all.
    keys = sizes.astype(np.uint64)
    for part in range(5):
        keys = keys * np.uint64(0x9E3779B97F4A7C15) + page.codes[starts + (sizes - 1) * part // 4]
    order = np.argsort(keys, kind="stable")
    keys, rows, starts = keys[order], rows[order], starts[order]
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else order
    lasts = np.concatenate((firsts[1:], [len(keys)])) - 1
    counts = lasts - firsts
    reach = starts[lasts] - starts[firsts] if len(keys) else counts
    near = (counts >= 2) & (reach >= counts * apart[0]) & (reach <= counts * apart[1])
    groups: dict[str, list[int]] = {}
    for first, last in zip(firsts[near].tolist(), lasts[near].tolist(), strict=True):
        for row in rows[first : last + 1].tolist():
            groups.setdefault(page.rows[row], []).append(row)
    return [group for group in groups.values() if len(group) >= 3]
