"""Where lines of one width would have ended in a row: the geometry of blanks that a hard wrap has left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

NARROWEST, _WIDEST = 20, 160
"""Columns of a line (Han 2, Latin 1)."""

LEAST = 4
"""Blanks between Chinese that must stand at line ends."""

_TRIED = 6
"""Distances between blanks that are tried as the width of a line."""

_INDENT = 4
"""Columns that the first line of a paragraph may have lost."""

_SLACK, _MANY, _BROAD = 10, 12, 30
"""Columns by which lines of a book may be shorter, the blanks that must fit then, and the least width."""

_HANGS = 2
"""Columns by which a mark may hang over the edge."""


@dataclass(frozen=True, slots=True)
class BlankRow:
    """A row with its blanks: their places, the columns before each, and the columns of what cannot be broken behind.

    `between` are the numbers of those that stand between Chinese. Columns count from `start`.
    """

    start: int
    width: int
    places: list[int]
    columns: list[int]
    pieces: list[int]
    between: list[int]


class Fit(NamedTuple):
    """The width of lines in columns, by how much the first is shorter, and by how much any may be."""

    width: int
    indent: int
    slack: int


def fitting(rows: Sequence[BlankRow]) -> Fit | None:
    """The lines that most blanks between Chinese fit; None where too few do.

    Lines of one exact width, or, where there are more of them, of nearly one width, as in recognized books.
    """
    steps: Counter[int] = Counter()
    for row in rows:
        begins = [0, *(column + 1 for column in row.columns)]
        steps.update(row.columns[number] - begins[number] for number in row.between)
    likely = [step for step, _ in steps.most_common(_TRIED) if NARROWEST <= step <= _WIDEST]
    blanks = sum(len(row.between) for row in rows)
    for slack, least, share in ((0, LEAST, 0.9), (_SLACK, _MANY, 0.7)):
        if blanks < least:
            break
        tried = {
            Fit(step + more, indent, slack)
            for step in likely
            for more in (0, 1)
            for indent in (0, _INDENT)
            if step >= (_BROAD if slack else NARROWEST)
        }
        fits = {fit: _count(rows, fit) for fit in sorted(tried)}
        best = max(fits, key=lambda fit: (fits[fit], -fit.width, -fit.indent), default=None)
        if best is not None:
            held = sum(len(row.between) for row in rows if row.width > best.width)
            if fits[best] >= max(least, share * held):
                return best
    return None


def _count(rows: Sequence[BlankRow], fit: Fit) -> int:
    """How many line ends fall on blanks between Chinese."""
    shortest = fit.width - fit.slack - fit.indent  # in a row no longer than that no line ends
    long = (row for row in rows if row.width > shortest)
    return sum(len({*line_ends(row, fit)}.intersection(row.between)) for row in long)


def line_ends(row: BlankRow, fit: Fit) -> Iterator[int]:
    """The numbers of the blanks of a row at which lines would end.

    Where lines are of one exact width, as far as there is a blank for each. Else the line behind one that
    ends in no blank begins at the next blank between Chinese.
    """
    begin, at = -fit.indent, 0
    while row.width - begin > fit.width - fit.slack:
        last = _line_end(row, fit, begin, at)
        if last is not None:
            yield last
        elif fit.slack:
            behind = bisect_left(row.between, max(at, bisect_right(row.columns, begin + fit.width)))
            last = row.between[behind] if behind < len(row.between) else None
        if last is None:
            return
        begin, at = row.columns[last] + 1, last + 1


def _line_end(row: BlankRow, fit: Fit, begin: int, at: int) -> int | None:
    """The number of the blank at which a line ends that begins at a column, or None. `at`: the first it can be."""
    edge = begin + fit.width
    last = bisect_right(row.columns, edge) - 1
    if last >= at and row.columns[last] + 1 + row.pieces[last] > edge - fit.slack:
        return last
    last += 1  # a mark may hang over the edge
    return last if last < len(row.columns) and row.columns[last] <= edge + _HANGS else None
