"""Blanks that stand where lines of one width ended: a hard wrap of which only the blanks are left."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice

import numpy as np

from cleaner.borders.line_ends import LEAST, NARROWEST, BlankRow, Fit, fitting, line_ends
from cleaner.kept import kept
from cleaner.lines.rows import Mask
from cleaner.model import Offsets
from cleaner.page import Page
from cleaner.text import Codes, are_han, are_in, han_table, lazy

_MARKS = "，。、；：？！"
_OPENERS, _CLOSERS = "“‘（《〈「『【〔", "”’）》〉」』】〕…—"
_LATE = "，。、；：？！”’）》〉」』】〕…—"
"""Marks that begin no line: they pull a character with them, or hang over the edge."""

_SAMPLE = 60
"""Rows that are tried for the width of the lines."""

_HEAD = 200
"""Blanks of a row that are tried."""

_KINDS, _WORDS = 8, (0, 5, 6)
_RARE = 10
"""How much more often a blank must be missing than there for the document to have none at such borders."""

_WIDE = lazy(r"[\u2010-\U0010FFFF]+")
"""Characters that take two columns."""

_STOP = lazy(r"[，。、；：？！]")
_LATIN_RUN = lazy(r"[\x21-\x7e]+")


def until_settled(page: Page, here: list[int], step: Callable[[Page], list[int]]) -> list[int]:
    """The places of the blanks to delete: `here`, and what `step` finds once these are gone, until it finds none."""
    if not here:
        return here
    origin, done = np.arange(len(page.text)), list[int]()
    while here:
        places = np.array(here, dtype=np.int64)
        done += origin[places].tolist()
        origin = np.delete(origin, places)
        page = page.after(places, places + 1, [""] * len(places))
        here = step(page)
    return sorted(done)


def left_over(page: Page) -> list[int]:
    """The places of the blanks that are left of line ends, in order."""
    if not page.has((" ",)):
        return []
    blanks = page.view(_Blanks)
    return blanks.left_over() if np.count_nonzero(blanks.inside) >= LEAST else []


class _Blanks:
    """The single blanks of a text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.codes = codes = page.codes
        places = np.flatnonzero(codes[1:-1] == 0x20) + 1
        left, right = codes[places - 1], codes[places + 1]
        alone = ~(_blank(left) | _blank(right))
        self.places, self.left, self.right = places[alone], left[alone], right[alone]

    @kept
    def inside(self) -> Mask:
        """Which of them stand between Chinese."""
        found: Mask = _chinese(self.left) & _chinese(self.right)
        return found

    def left_over(self) -> list[int]:
        """The places of the blanks to delete."""
        rows = (row for row in self._rows() if row.width > NARROWEST)
        first = [*islice(rows, _SAMPLE)]
        sample = [_head(row) for row in first]
        fit = fitting(sample)
        if fit is None or not self._is_prose(sample, fit):
            return []
        ends = [row.places[end] for row in chain(first, rows) for end in line_ends(row, fit)]
        gone = self._without_habit(ends)
        return [place for place in ends if place in gone]

    def _is_prose(self, rows: list[BlankRow], fit: Fit) -> bool:
        """Whether lines end inside sentences, and marks stand anywhere in them, not at one place as in verse."""
        offsets: Counter[int] = Counter()
        lines = inside = 0
        codes, han = self.codes, han_table()
        for row in rows:
            begin = row.start
            for number in line_ends(row, fit):
                end = row.places[number]
                lines += 1
                inside += int(han[codes[end - 1]] and han[codes[end + 1]])
                marks = _STOP.finditer(self.page.text, begin, end)
                offsets.update(mark.start() - begin for mark in marks)
                begin = end + 1
        anywhere = len(offsets) > 1 and 3 * max(offsets.values()) <= 2 * offsets.total()
        return anywhere and 2 * inside >= lines

    def _rows(self) -> Iterator[BlankRow]:
        """The rows that have a blank between Chinese, but for very short ones."""
        text, end = self.page.text, -1
        for place in self.places[self.inside].tolist():
            if place < end:
                continue
            start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            start += len(text[start:end]) - len(text[start:end].lstrip(" \u3000"))
            if 2 * (end - start) > NARROWEST:
                yield self._row(start, end)

    def _row(self, start: int, end: int) -> BlankRow:
        """The row from an offset to another."""
        first, last = self.places.searchsorted((start, end)).tolist()
        places = self.places[first:last].tolist()
        columns, width, here = [], 0, start
        for place in [*places, end]:
            width += _columns(self.page.text[here:place])
            here = place
            columns.append(width)
        return BlankRow(
            start,
            columns.pop(),
            places,
            columns,
            [self._piece(place + 1, end) for place in places],
            [number for number, inside in enumerate(self.inside[first:last].tolist()) if inside],
        )

    def _piece(self, at: int, last: int) -> int:
        """The columns of what cannot be broken at a place, with the marks behind it; the row ends at `last`."""
        text = self.page.text
        end = at + 1
        if " " < text[at] < "\x7f":
            run = _LATIN_RUN.match(text, at)
            end = run.end() if run else end
        while end < last and text[end] in _LATE:
            end += 1
        return _columns(text[at:end]) if end > at + 1 else 1 + (text[at] >= "\u2010")

    def _without_habit(self, ends: list[int]) -> frozenset[int]:
        """Those of the line ends at which the document would have no blank."""
        here = np.isin(self.places, ends)
        left, right = _kinds(self.left), _kinds(self.right)
        pairs = left * _KINDS + right
        codes = _kinds(self.codes)
        tight = np.bincount(codes[:-1] * _KINDS + codes[1:], minlength=_KINDS * _KINDS)
        spaced = np.bincount(pairs[~here], minlength=_KINDS * _KINDS)
        usual = spaced * _RARE <= tight
        others = np.arange(len(usual)) // _KINDS == 0
        others |= np.arange(len(usual)) % _KINDS == 0
        usual &= ~others | (spaced == 0)  # signs of many kinds, each with its own habit
        usual[[kind * _KINDS + other for kind in _WORDS for other in _WORDS]] = False
        return frozenset(self.places[here & (self.inside | usual[pairs])].tolist())


def _head(row: BlankRow) -> BlankRow:
    """The first blanks of a row; few rows have more."""
    if len(row.places) <= _HEAD:
        return row
    between = row.between[: bisect_left(row.between, _HEAD)]
    places, columns, pieces = row.places[:_HEAD], row.columns[:_HEAD], row.pieces[:_HEAD]
    return BlankRow(row.start, row.columns[_HEAD], places, columns, pieces, between)


def _columns(text: str) -> int:
    return len(text) + sum(map(len, _WIDE.findall(text)))


def _blank(codes: Codes) -> Mask:
    return are_in(" \u3000\t\n\r", codes)


def _chinese(codes: Codes) -> Mask:
    return are_han(codes) | are_in(_MARKS, codes)


def _kinds(codes: Codes) -> Offsets:
    """The kind of each character: Han, marks, openers, closers, Latin letters, digits, blanks; 0 is others."""
    kinds = np.zeros(len(codes), dtype=np.int64)
    kinds[are_han(codes)] = 1
    kinds[are_in(_MARKS, codes)] = 2
    kinds[are_in(_OPENERS, codes)] = 3
    kinds[are_in(_CLOSERS, codes)] = 4
    kinds[((codes | np.uint32(0x20)) - np.uint32(97)) < 26] = 5
    kinds[(codes - np.uint32(48)) < 10] = 6
    kinds[(codes == 0x20) | (codes == 0x3000) | (codes < 0x20)] = 7
    return kinds
