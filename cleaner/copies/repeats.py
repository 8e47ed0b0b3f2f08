"""Where a text says something twice: the rows that begin or end alike, found on columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.kept import kept
from cleaner.layout import Line, joined
from cleaner.marks.kinds import FULL
from cleaner.model import Offsets
from cleaner.page import Page
from cleaner.text import BLANKS, Codes, letters, table_of

_Hashes = npt.NDArray[np.uint64]

LEAST = 20
"""Characters of a row from which on it is looked at."""

_GRAM = 8
"""Characters at the start and at the end of a row by which it is looked up."""

_MANY = 6
"""Rows that begin or end alike at most; more are a form, and are left out."""

_SHORT = 50_000
"""Characters from which on rows are compared on columns."""

_ROWS = 40
"""Rows that a passage has at most."""

_DRAWERS = 18
"""Bits of a hash by which rows that are alone are sorted out."""

_INDENT = 40
"""Blanks up to which those at the ends of rows are counted for all rows at once."""

_READ_TWICE = "read twice"


class Repeats:
    """The rows of a page that begin or end with the same characters, marks of either width taken for one."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.heads, self.tails = _looked_up(page) if len(page.text) < _SHORT else _hashed(page)
        """Groups of rows (indices, in order) that begin alike, and that end alike."""

    @kept
    def same(self) -> list[list[Passage]]:
        """Passages that say the same, letter for letter: groups of at least two, in order.

        A passage goes from a row to the next one that ends with a stop, so that the slices of two equal paragraphs
        need not be the same. None lies in another one.
        """
        found: dict[str, set[Passage]] = defaultdict(set)
        for row in {row for group in (*self.heads, *self.tails) for row in group}:
            passage = self._passage(row)
            if passage:
                found[said(self._page, passage)].add(passage)
        groups = []
        covered: set[int] = set()
        for key in sorted(found, key=len, reverse=True):
            passages = _apart(each for each in found[key] if each.first not in covered)
            if len(passages) > 1:
                groups.append(passages)
                covered.update(row for first, last in passages for row in range(first, last + 1))
        return sorted(groups)

    def _passage(self, row: int) -> Passage | None:
        """From a row to the first one that ends with a stop."""
        lines, last = self._page.lines, row
        for _ in range(_ROWS):
            if last < 0 or (last > row and lines[last].opener):
                return None
            if lines[last].stopped:
                return Passage(row, last)
            last = below(self._page, last)
        return None


class Passage(NamedTuple):
    """The rows from `first` to `last`, indices, inclusive."""

    first: int
    last: int


def _apart(passages: Iterable[Passage]) -> list[Passage]:
    """Passages in order without those that share rows with one before: a row of signs says nothing."""
    kept: list[Passage] = []
    for each in sorted(passages, reverse=True):  # from below: the later start has no such row
        if not kept or each.last < kept[-1].first:
            kept.append(each)
    return kept[::-1]


def said(page: Page, passage: Passage) -> str:
    """The letters of a passage."""
    return "".join(map(letters, page.rows[passage.first : passage.last + 1]))


def line_of(page: Page, passage: Passage) -> Line:
    """What a passage looks like as one line; only the views of `layout.joined` are there."""
    line = page.lines[passage.first]
    for row in range(passage.first + 1, passage.last + 1):
        if not page.lines[row].blank:
            line = joined(line, page.lines[row])
    return line


def rows_of(page: Page, passages: Iterable[Passage]) -> list[int]:
    """The filled rows of passages, in order, each once."""
    return sorted(
        {
            row
            for first, last in passages
            for row in range(first, last + 1)
            if not page.lines[row].blank
        }
    )


def _looked_up(page: Page) -> tuple[list[list[int]], list[list[int]]]:
    """The rows that begin alike, and those that end alike, in a text that is soon read."""
    rows = [(row, line.body) for row, line in enumerate(page.lines) if line.size >= LEAST]
    numbers = [row for row, _ in rows]
    heads = _widened([body[:_GRAM] for _, body in rows])
    tails = _widened([body[-_GRAM:] for _, body in rows])
    return (_equal(numbers, heads), _equal(numbers, tails)) if rows else ([], [])


def _widened(grams: list[str]) -> list[str]:
    """Parts of rows with full-width marks, all of them at once."""
    text = "\n".join(grams)
    for half, full in FULL.items():
        text = text.replace(half, full)
    return text.split("\n")


def _equal(rows: list[int], grams: list[str]) -> list[list[int]]:
    """The rows with equal parts, where they are at least two and not many."""
    if len(set(grams)) == len(grams):
        return []
    groups: dict[str, list[int]] = {
        gram: [] for gram, times in Counter(grams).items() if 2 <= times <= _MANY
    }
    for row, gram in zip(rows, grams, strict=True):
        if gram in groups:
            groups[gram].append(row)
    return [*groups.values()]


def _hashed(page: Page) -> tuple[list[list[int]], list[list[int]]]:
    """The same on columns."""
    codes, size = page.codes, len(page.codes)
    ends = page.places("\n")
    if page.text[-1] != "\n":
        ends = np.append(ends, size)
    starts = np.concatenate(([0], ends[:-1] + 1))
    rows = np.flatnonzero(ends - starts >= LEAST)
    starts, ends = starts[rows].copy(), ends[rows].copy()
    _strip(codes, starts, ends)
    fit = ends - starts >= LEAST
    rows, starts, ends = rows[fit], starts[fit], ends[fit]
    return _alike(rows, _hashes(codes, starts)), _alike(rows, _hashes(codes, ends - _GRAM))


def _alike(rows: Offsets, hashes: _Hashes) -> list[list[int]]:
    """The rows with equal hashes, where they are at least two and not many."""
    drawers = (hashes >> np.uint64(64 - _DRAWERS)).astype(np.intp)
    shared = np.flatnonzero(np.bincount(drawers)[drawers] > 1)  # most rows are alone
    order = shared[np.argsort(hashes[shared], kind="stable")]
    ranked = hashes[order]
    borders = np.flatnonzero(np.diff(ranked, prepend=~ranked[:1])) if len(ranked) else ranked
    sizes = np.diff(borders, append=len(ranked))
    few = np.flatnonzero((sizes >= 2) & (sizes <= _MANY))
    numbers = rows[order]
    spans = zip(borders[few].tolist(), sizes[few].tolist(), strict=True)
    return [numbers[first : first + size].tolist() for first, size in spans]


def _strip(codes: Codes, starts: Offsets, ends: Offsets) -> None:
    """Move starts and ends over the blanks that stand there."""
    blank = table_of(BLANKS)
    at = np.arange(len(starts))
    for _ in range(_INDENT):
        here = starts.take(at)
        at = at[blank.take(codes.take(here), mode="clip") & (here < ends.take(at) - 1)]
        starts[at] += 1
    for row in at.tolist():
        inner = ~blank[codes[starts[row] : ends[row]]]
        starts[row] += min(int(inner.argmax()) if inner.any() else len(inner), len(inner) - 1)
    at = np.arange(len(ends))
    for _ in range(_INDENT):
        last = ends.take(at) - 1
        at = at[blank.take(codes.take(last), mode="clip") & (starts.take(at) < last)]
        ends[at] -= 1
    for row in at.tolist():
        inner = ~blank[codes[starts[row] : ends[row]][::-1]]
        ends[row] -= min(int(inner.argmax()) if inner.any() else len(inner), len(inner) - 1)


@cache
def _fold() -> Codes:
    """For each code point itself, or the full-width twin of a mark."""
    table = np.arange(0x110000, dtype=np.uint32)
    for half, full in FULL.items():
        table[ord(half)] = ord(full)
    return table


def _hashes(codes: Codes, starts: Offsets) -> _Hashes:
    """A number for the characters that stand at each place."""
    found, fold = np.zeros(len(starts), dtype=np.uint64), _fold()
    for step in range(_GRAM):
        found += fold.take(codes.take(starts + step, mode="clip"), mode="clip")
        found *= np.uint64(0x9E3779B97F4A7C15)
    return found


def prove(page: Page) -> None:
    """Remember that parts of this document were read twice: a copy was found that nobody writes."""
    page.memo[_READ_TWICE] = True


def is_proven(page: Page) -> bool:
    """Whether a rule of this run has found such a copy."""
    return _READ_TWICE in page.memo


def above(page: Page, row: int) -> int:
    """The filled row above a row, or -1."""
    return _next_filled(page, range(row - 1, -1, -1), -1)


def below(page: Page, row: int) -> int:
    """The filled row below a row, or -1."""
    return _next_filled(page, range(row + 1, len(page.rows)), -1)


def _next_filled(page: Page, rows: Iterable[int], none: int) -> int:
    lines = page.lines
    return next((row for row in rows if not lines[row].blank), none)
