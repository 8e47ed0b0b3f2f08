"""Blanks that stand where lines of one width ended: a hard wrap of which only the blanks are left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice

import numpy as np

from cleaner.line_ends import LEAST, NARROWEST, BlankRow, Fit, fitting, line_ends
from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.rows import Mask, Rows
from cleaner.text import Codes, compiled, han_table, table_of

_MARKS = "，。、；：？！"
_OPENERS, _CLOSERS = "“‘（《〈「『【〔", "”’）》〉」』】〕…—"
_LATE = "，。、；：？！”’）》〉」』】〕…—"
"""Marks that begin no line: they pull a character with them, or hang over the edge."""

_SAMPLE = 60
"""Rows that are tried for the width of the lines."""

_KINDS, _WORDS = 8, (0, 5, 6)
_RARE = 10
"""How much more often a blank must be missing than there for the document to have none at such borders."""

_WIDE = 0x2010
"""From this code point on characters take two columns."""

_STOP = compiled(r"[，。、；：？！]")
_LATIN_RUN = compiled(r"[\x21-\x7e]+")


def former_wraps() -> Finder:
    """Delete the blanks that a hard wrap has left where its lines ended.

    Where nine of ten blanks between Chinese, four at least, stand at the ends of lines of one width, counted
    from the start of their paragraph, they are what is left of line ends; and where seven of ten, twelve at
    least, stand at the ends of lines of nearly one width, as in recognized books. Elsewhere, as between the
    parts of a headline, blanks stay, and so do those between Han and Latin where Latin is set off.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has((" ",)):
            return
        blanks = page.view(_Blanks)
        if np.count_nonzero(blanks.inside) < LEAST:
            return
        for place in blanks.left_over():
            yield Patch(place, place + 1, "")

    return run


class _Blanks:
    """The single blanks of a text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.codes = codes = page.codes
        places = np.flatnonzero(codes[1:-1] == 0x20) + 1
        left, right = codes[places - 1], codes[places + 1]
        alone = ~(_blank(left) | _blank(right))
        self.places, self.left, self.right = places[alone], left[alone], right[alone]

    @cached_property
    def inside(self) -> Mask:
        """Which of them stand between Chinese."""
        found: Mask = _chinese(self.left) & _chinese(self.right)
        return found

    def left_over(self) -> list[int]:
        """The places of the blanks to delete."""
        strict = frozenset(self.places[self.inside].tolist())
        rows = (row for row in self._rows(strict) if row.width > NARROWEST)
        sample = [*islice(rows, _SAMPLE)]
        fit = fitting(sample)
        if fit is None or not self._is_prose(sample, fit):
            return []
        ends = [row.places[end] for row in chain(sample, rows) for end in line_ends(row, fit)]
        gone = strict | self._without_habit(ends)
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

    def _rows(self, strict: frozenset[int]) -> Iterator[BlankRow]:
        """The rows that have a blank between Chinese."""
        text, columns = self.page.text, self._columns
        rows = Rows.of(text, self.codes)
        of_row = rows.row_of(self.places)
        for index in np.unique(of_row[self.inside]).tolist():
            start, end = int(rows.starts[index]), int(rows.ends[index])
            start += len(text[start:end]) - len(text[start:end].lstrip(" \u3000"))
            first, last = np.searchsorted(of_row, (index, index + 1))
            places = [place for place in self.places[first:last].tolist() if place > start]
            yield BlankRow(
                start,
                int(columns[end] - columns[start]),
                places,
                [int(columns[place] - columns[start]) for place in places],
                [self._piece(place + 1) for place in places],
                [number for number, place in enumerate(places) if place in strict],
            )

    def _piece(self, at: int) -> int:
        """The columns of what cannot be broken at a place, with the marks behind it."""
        text = self.page.text
        run = _LATIN_RUN.match(text, at)
        end = run.end() if run else at + 1
        while end < len(text) and text[end] in _LATE:
            end += 1
        return int(self._columns[end] - self._columns[at])

    @cached_property
    def _columns(self) -> Offsets:
        """The columns before each character, and before the end."""
        wide = self.codes >= _WIDE
        return np.concatenate(([0], np.cumsum(wide) + np.arange(1, len(wide) + 1)))

    def _without_habit(self, ends: list[int]) -> frozenset[int]:
        """Those of the line ends beside Latin, digits or quotes at which the document would have no blank."""
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
        return frozenset(self.places[here & usual[pairs]].tolist())


def _blank(codes: Codes) -> Mask:
    return table_of(" \u3000\t\n\r")[codes]


def _han(codes: Codes) -> Mask:
    return han_table()[codes]


def _chinese(codes: Codes) -> Mask:
    return _han(codes) | table_of(_MARKS)[codes]


def _kinds(codes: Codes) -> Offsets:
    """The kind of each character: Han, marks, openers, closers, Latin letters, digits, blanks; 0 is others."""
    kinds = np.zeros(len(codes), dtype=np.int64)
    kinds[_han(codes)] = 1
    kinds[table_of(_MARKS)[codes]] = 2
    kinds[table_of(_OPENERS)[codes]] = 3
    kinds[table_of(_CLOSERS)[codes]] = 4
    kinds[((codes | np.uint32(0x20)) - np.uint32(97)) < 26] = 5
    kinds[(codes - np.uint32(48)) < 10] = 6
    kinds[(codes == 0x20) | (codes == 0x3000) | (codes < 0x20)] = 7
    return kinds
