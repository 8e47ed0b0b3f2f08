"""What is broken near a border, or elsewhere in the text, and how long the rows are that are broken there."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

import numpy as np

from cleaner.borders.evidence import Around
from cleaner.layout import Line
from cleaner.lines.rows import Mask
from cleaner.model import Offsets

_NEAR = 8
"""How many borders before and after one are near by."""

_FEW, _SHARE = 2, 6
"""Sentences are broken near by where at least so many borders are, and one in so many."""

_PAUSES = "，、,"
"""Where most rows end so, they end there by choice."""

_ALIKE = 6
"""Characters by which rows of one column width differ at most."""

_BOTH, _BROKEN = Around(broken=True, alike=True), Around(broken=True)
_ELSEWHERE = Around(elsewhere=True)


def around(
    rows: Sequence[Line],
    asked: Sequence[int],
    found: Container[int],
    plausible: Iterable[int],
    is_barred: Callable[[int], bool],
) -> dict[int, Around]:
    """What stands around those borders that are not joined and have broken ones near by, or anywhere.

    A border is known by the number of the row below it. `asked`: those at which a sentence could be broken, in order;
    `found`: those at which one is; `plausible`: those that are worth a look for what is broken far off;
    `is_barred`: whether nothing near by can change a border.
    """
    is_found = np.array([right in found for right in asked], dtype=np.bool_)
    before = _counted(is_found)  # how many are broken above each
    if before[-1] < _FEW:
        return {}
    open_ones = (at for at in plausible if at not in found)
    known = {at: _ELSEWHERE for at in open_ones if not _may_end(rows[at - 1].tail)}
    broken = [rows[asked[at] - 1] for at in is_found.nonzero()[0].tolist()]
    sizes = [row.size for row in broken]
    pauses = _counted(np.array([row.tail in _PAUSES for row in broken], dtype=np.bool_))
    at = np.arange(len(asked))
    first, last = np.maximum(at - _NEAR, 0), np.minimum(at + _NEAR + 1, len(asked))
    low, high = before[first], before[last]
    near = high - low
    by_choice = (pauses[high] - pauses[low]) * 2 > near
    is_near = ~is_found & (near >= _FEW) & (near * _SHARE >= last - first) & ~by_choice
    here = is_near.nonzero()[0]
    for number, begin, end in zip(*(each[here].tolist() for each in (at, low, high)), strict=True):
        right = asked[number]
        if not is_barred(right):
            known[right] = _told(rows[right - 1].size, sizes[begin:end])
    return known


def _counted(which: Mask) -> Offsets:
    """How many are true before each, and of all."""
    return np.concatenate(([0], which.cumsum()))


def _told(size: int, broken: Sequence[int]) -> Around:
    """What the sizes of broken rows tell of a row among them."""
    alike = [each for each in broken if -_ALIKE <= each - size <= _ALIKE]
    return _BOTH if len(alike) * 2 >= len(broken) else _BROKEN


def _may_end(tail: str) -> bool:
    """Whether a row with such an end may be a line by choice, or nothing that one can judge by its words."""
    return tail in _PAUSES or tail.isascii()
