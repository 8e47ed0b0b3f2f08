"""Quotation marks of cp1252 that were read as half of a GBK character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

import numpy as np

from cleaner.characters.misread import weight
from cleaner.characters.slips import Weights, between, pair_of
from cleaner.decode.common import weights
from cleaner.lines.rows import Mask
from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.text import Codes, count_han, lazy, looked_up

_BETTER = 0.3
"""How much commoner the characters between the marks must become."""
_ENOUGH = 0.05
"""The same in a text in which there are such quotations."""
_MOST = 60
"""Characters between two marks; all of them were read one byte off."""
_CLOSERS = 8
"""Closing marks behind an opening one that are tried."""
_NO_SPANS: Offsets = np.zeros((0, 2), dtype=np.int64)
_TOGETHER = lazy(r"[^\s\x00-\x7F]+")
_OPENS, _CLOSES = (0x91, 0x93), (0x92, 0x94)


def slipped_marks() -> Finder:
    """Restore a quotation in which the marks are bytes of cp1252 (91 to 94) and everything was read as GBK.

    The opening mark takes half of the first character with it, that takes half of the second, and so on, until the
    closing mark makes it even again. No byte is lost; restored where the characters between become plainly commoner.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.inserted and not _opening().take(page.profile.points).any():
            return
        sure, more = _candidates(page.codes)
        found = _quotations(page.text, sure, [])
        if found and len(more) > len(sure):
            others = _quotations(page.text, more, found)
            # In a text that was misread most of these characters are marks; in a traditional one they are words.
            if (len(found) + len(others)) * 2 >= np.count_nonzero(
                looked_up(_opening(), page.codes)
            ):
                found = sorted(found + others)
        yield from found

    return run


def _quotations(text: str, spans: Offsets, taken: list[Patch]) -> list[Patch]:
    """The patches of the spans that are quotations, none of them in or over one that is taken."""
    found: list[Patch] = []
    ends = [patch.end for patch in taken]
    here = 0
    for start, end in spans.tolist():
        near = bisect_right(ends, start)
        free = near == len(taken) or end <= taken[near].start
        passage = text[start:end]
        if start >= here and free and _TOGETHER.fullmatch(passage) and (after := _read(passage)):
            here = end
            found.append(Patch(start, end, after))
    return found


@cache
def _opening() -> Mask:
    """For each code point whether it is an opening mark and the first half of a character."""
    pairs = pair_of()
    first, second = (pairs >> 8).astype(np.uint8), pairs.astype(np.uint8)
    found: Mask = ((first == _OPENS[0]) | (first == _OPENS[1])) & (second > 0x80)
    return found


@cache
def _closing() -> Mask:
    """For each code point whether it is the second half of a character and a closing mark."""
    second = pair_of().astype(np.uint8)
    found: Mask = (second == _CLOSES[0]) | (second == _CLOSES[1])
    return found


def _candidates(codes: Codes) -> tuple[Offsets, Offsets]:
    """Spans between two such characters, in which the characters between are plainly commoner; and all in which they are."""
    closes = np.flatnonzero(looked_up(_closing(), codes))
    opens = np.flatnonzero(looked_up(_opening(), codes))
    opens = opens[between(codes, opens) >= 0]
    nth = closes.searchsorted(opens, side="right")
    near = nth < len(closes)
    near[near] = closes[nth[near]] - opens[near] < _MOST
    opens, nth = opens[near], nth[near]
    if not len(opens):
        return _NO_SPANS, _NO_SPANS
    # Sums up to each character, to have the mean of any span at once.
    first, behind = int(opens[0]), min(len(codes), int(opens[-1]) + _MOST + 1)
    old = _sums(weights().take(codes[first:behind]))
    new = _sums(between(codes[first:behind], np.arange(behind - first)))
    spans: list[tuple[Offsets, Offsets]] = []
    for step in range(_CLOSERS):
        ends = closes[np.minimum(nth + step, len(closes) - 1)]
        good = (nth + step < len(closes)) & (ends - opens < _MOST)
        starts, ends = opens[good] - first, ends[good] - first
        won = (new[ends] - new[starts]) / (ends - starts)
        won -= (old[ends + 1] - old[starts]) / (ends + 1 - starts)
        spans += [(starts[won >= least], ends[won >= least]) for least in (_BETTER, _ENOUGH)]
    return _joined(spans[::2], first), _joined(spans[1::2], first)


def _joined(spans: list[tuple[Offsets, Offsets]], first: int) -> Offsets:
    """Spans as rows of start and end, in order; the ends are those of the last characters."""
    columns = [np.concatenate(part) for part in zip(*spans, strict=True)]
    rows: Offsets = np.stack((columns[0] + first, columns[1] + first + 1), axis=1)
    return rows[np.lexsort(rows.T[::-1])]


def _sums(values: Weights) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The sum of all values before each place, and of all."""
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))


def _read(passage: str) -> str | None:
    try:
        raw = passage.encode("gb18030")
        inner = raw[1:-1].decode("gb18030")
    except UnicodeError:
        return None
    if raw[-1] - raw[0] != 1 or not count_han(inner) or weight(inner) < 0:
        return None
    return raw[:1].decode("cp1252") + inner + raw[-1:].decode("cp1252")
