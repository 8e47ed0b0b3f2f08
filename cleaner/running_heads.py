"""Running heads and feet without a page number: lines that recur inside sentences, or like a clock."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from cleaner.breaks import LONG
from cleaner.folio import LONGEST as LONGEST_ROW
from cleaner.folio import Folio, short_rows
from cleaner.page import SHORT, Page
from cleaner.page_ends import goes_on
from cleaner.paging import LONGEST, SHORTEST, measure
from cleaner.text import STOPS, compiled
from cleaner.wraps import Wraps

NEAR = 3
"""Filled rows from a page number to the furthest running head or foot of its page."""

_CHAPTER = compiled(r"第 ?[^ ]{1,4} ?[章节回篇部编讲]|(?i:chapter|part) ?\d|附录")


def running_heads(page: Page, known: set[int]) -> tuple[set[int], set[int]]:
    """The rows that are running heads or feet, and those of them inside a sentence; `known` is other furniture.

    A line that recurs is one where it stands inside sentences at least twice, and most times. Where its
    distances are even it is one between paragraphs too: with none inside a sentence it takes five of them, nearly
    like a clock. A masthead is none: below it stands no prose, but the headline of an issue.
    """
    heads: set[int] = set()
    inside: set[int] = set()
    groups = [
        group
        for group in recurring(page, (SHORTEST, LONGEST))
        if _may_head(page, group[0]) and known.isdisjoint(group) and not _is_wrapped(page, group)
    ]
    members = known.union(*groups)
    sorted_members = sorted(members)
    for group in groups:
        borders = {row: _around(page, row, members) for row in group}
        broken = {row for row in group if goes_on(page, *borders[row])}
        ended = broken.union(row for row in group if _is_ended(page, *borders[row]))
        prose = broken.union(row for row in ended if _is_prose(page, *borders[row]))
        rows = sorted(ended)
        if len(rows) < 3:
            continue
        length, spread, _ = measure(_beats(rows), page.starts)
        often = len(broken) >= 2
        even = len(rows) >= 5 and len(prose) * 2 >= len(rows)
        even = even and spread <= (0.3 if often else 0.2 if len(prose) == len(rows) else 0.12)
        even = even and (often or not _is_template(group, sorted_members))
        if even or (often and (spread <= 0.4 or len(broken) * 2 >= len(group))):
            heads |= broken
            inside |= broken
        if even:
            heads |= _alone(rows, group, length, page.starts) - _heading(page, group[0]) | broken
    return heads, inside


def _is_template(group: list[int], members: list[int]) -> bool:
    """Whether other lines that recur stand between most of those of a group: labels of a form, in turn."""
    between = sum(bisect_left(members, b) - bisect_left(members, a) > 1 for a, b in pairwise(group))
    return between * 2 >= len(group)


def _heading(page: Page, row: int) -> set[int]:
    """The row itself if it is the heading of a chapter: the first of its running heads."""
    line = page.lines[row]
    return {row} if line.opener or _CHAPTER.match(line.body) else set()


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


def _is_prose(page: Page, left: int, right: int) -> bool:
    """Whether filled rows of these numbers have sentences."""
    above, below = page.lines[page.filled[left]], page.lines[page.filled[right]]
    return above.sentences + above.exclaims > 0 and below.sentences + below.exclaims > 0


def _beats(rows: list[int]) -> list[Folio]:
    """Rows as if they were numbered pages."""
    return [Folio(row, number, "titled", "") for number, row in enumerate(rows, 2)]


def _alone(rows: list[int], group: list[int], length: float, starts: list[int]) -> set[int]:
    """Those rows that are most of a page away from all others of the group: a headline is nearer to one."""
    near = {a for a, b in pairwise(group) if starts[b] - starts[a] < 0.7 * length}
    near |= {b for a, b in pairwise(group) if starts[b] - starts[a] < 0.7 * length}
    return set(rows) - near


def recurring(page: Page, apart: tuple[int, int]) -> list[list[int]]:
    """Equal short rows: each group of three or more as indices of rows.

    From one to the next there are on average so many characters as `apart` says, from and to.
    """
    if len(page.text) < SHORT:  # then to count the rows is quicker
        short = [row for row in page.rows if 0 < len(row) <= LONGEST_ROW]
        if len(short) < len({*short}) + 2:
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
