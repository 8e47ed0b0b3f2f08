"""Passages that rules leave alone: what a rule has found to be unreadable, and mistakes that a text cites.

Letters of a misread passage stand for bytes. Whoever makes them half-width, or simplified, loses the little that is
left. And a text on proofreading cites what is wrong: “曰本”应为“日本”. What takes the whole passage away (a line of residue, a copy) may do so, but not write it anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from cleaner.exempt.cited import cited
from cleaner.model import Offsets
from cleaner.offsets import offsets
from cleaner.page import Page
from cleaner.text import BLANKS, han_table

_KEY = "sealed"

_MUCH = 8
"""One in so many characters beyond ASCII that is unreadable makes its row unreadable."""
_BESIDE = 20
"""Letters beside a passage that are looked at."""


class Spans(NamedTuple):
    """The sealed passages of a page: sorted, not overlapping; code points, end exclusive."""

    starts: list[int]
    ends: list[int]


UNSEALED = Spans([], [])


def seal(page: Page, spans: Iterable[tuple[int, int]]) -> None:
    """From the next rule on nothing changes inside of these spans of the page."""
    old = sealed_spans(page)
    every = sorted({*zip(old.starts, old.ends, strict=True), *spans})
    if len(every) > len(old.starts):
        page.memo[_KEY] = _merged(every)


def _merged(spans: list[tuple[int, int]]) -> Spans:
    """Sorted spans, those that overlap as one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        elif start < end:
            starts.append(start)
            ends.append(end)
    return Spans(starts, ends)


def seal_unreadable(page: Page, spans: Iterable[tuple[int, int]]) -> None:
    """Seal unreadable passages and what is already sealed, with the letters and digits beside them, and the rows of which much is so.

    What looks like a letter there may be half of a character, and a mark the other half.
    """
    known = {*zip(*sealed_spans(page), strict=True)}
    if known:
        known -= {*zip(*_merged(sorted(cited(page))), strict=True)}
    found = _merged(sorted({*known, *spans}))
    if not found.starts:
        return
    starts, ends = offsets(found.starts), offsets(found.ends)
    borders = np.concatenate(([-1], np.flatnonzero(page.codes == 10), [len(page.codes)]))
    rows, nth = np.unique(borders.searchsorted(starts) - 1, return_inverse=True)
    lost = np.bincount(nth, weights=ends - starts)
    beyond_ascii = np.concatenate(([0], np.cumsum(page.codes > 0x7F)))
    whole = lost * _MUCH >= beyond_ascii[borders[rows + 1]] - beyond_ascii[borders[rows] + 1]
    rest = zip(starts[~whole[nth]].tolist(), ends[~whole[nth]].tolist(), strict=True)
    seal(page, (_with_letters(page.text, start, end) for start, end in rest))
    seal(page, (_filled(page.text, *borders[row : row + 2].tolist()) for row in rows[whole]))


def _filled(text: str, before: int, end: int) -> tuple[int, int]:
    """The span of a row behind a newline, without the blanks at its ends."""
    row = text[before + 1 : end]
    start = before + 1 + len(row) - len(row.lstrip(BLANKS))
    return start, max(start, before + 1 + len(row.rstrip(BLANKS)))


def _with_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the letters and digits beside it."""
    low, high = max(0, start - _BESIDE), min(len(text), end + _BESIDE)
    while start > low and _is_letter(text[start - 1]):
        start -= 1
    while end < high and _is_letter(text[end]):
        end += 1
    return start, end


def _is_letter(char: str) -> bool:
    return char.isalnum() and not han_table()[ord(char)]


def seal_cited(page: Page) -> None:
    """Seal the mistakes that a text cites."""
    seal(page, cited(page))


def sealed_spans(page: Page) -> Spans:
    """Where the sealed passages stand in the page of the moment."""
    found: Spans = page.memo.get(_KEY, UNSEALED)
    return found


def follow(page: Page, starts: Offsets, ends: Offsets, afters: Sequence[str]) -> None:
    """Move the sealed passages of a page to where they stand after the edits of a rule; those that it edits go."""
    spans = sealed_spans(page)
    if not spans.starts:
        return
    first, last = offsets(spans.starts), offsets(spans.ends)
    sizes = np.fromiter(map(len, afters), dtype=np.int64, count=len(afters))
    moved = np.concatenate(([0], np.cumsum(sizes - (ends - starts))))
    edit = ends.searchsorted(
        first, side="right"
    )  # the first that ends behind where a passage starts
    kept = (edit == len(starts)) | (starts[np.minimum(edit, len(starts) - 1)] >= last)
    shift = moved[edit[kept]]
    page.memo[_KEY] = Spans((first[kept] + shift).tolist(), (last[kept] + shift).tolist())


def breaks(spans: Spans, start: int, end: int, after: str = "") -> bool:
    """Whether a patch changes a part of one of the passages, or puts other characters in the place of one."""
    first = bisect_right(spans.ends, start)
    behind = bisect_left(spans.starts, end, first)
    if first == behind:
        return False
    return bool(after.strip()) or start > spans.starts[first] or end < spans.ends[behind - 1]
