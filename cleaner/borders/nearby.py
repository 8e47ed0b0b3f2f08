"""What is broken near a border, or elsewhere in the text, and how long the rows are that are broken there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from cleaner.borders.border import Border
from cleaner.borders.evidence import Around
from cleaner.layout import Line
from cleaner.lines.rows import Mask
from cleaner.model import Offsets
from cleaner.offsets import offsets

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
    asked: Offsets,
    found: Collection[int],
    plausible: Iterable[Border],
    borders: Mapping[int, Border | None],
) -> dict[int, Around]:
    """What stands around those borders that are not joined and have broken ones near by, or anywhere.

    A border is known by the number of the row below it. `asked`: those at which a sentence could be broken, in order;
    `found`: those at which one is; `plausible`: those that are worth a look for what is broken far off;
    `borders`: None for those that nothing near by can change.
    """
    is_found = _mask(found, len(rows))[asked]
    before = _counted(is_found)  # how many are broken above each
    if before[-1] < _FEW:
        return {}
    open_ones = (border for border in plausible if border.right not in found)
    known = {each.right: _ELSEWHERE for each in open_ones if not _may_end(each.above.tail)}
    broken = [rows[right - 1] for right in asked[is_found].tolist()]
    pauses = _counted(np.array([row.tail in _PAUSES for row in broken], dtype=np.bool_))
    at = np.arange(len(asked))
    first, last = np.maximum(at - _NEAR, 0), np.minimum(at + _NEAR + 1, len(asked))
    low, high = before[first], before[last]
    near = high - low
    by_choice = (pauses[high] - pauses[low]) * 2 > near
    is_near = ~is_found & (near >= _FEW) & (near * _SHARE >= last - first) & ~by_choice
    here = asked[is_near].tolist()
    own = offsets([rows[right - 1].size for right in here])
    sizes = offsets([row.size for row in broken])
    alike = _are_alike(sizes, own, low[is_near], high[is_near])
    for right, is_alike in zip(here, alike.tolist(), strict=True):
        if borders[right]:
            known[right] = _BOTH if is_alike else _BROKEN
    return known


def _mask(numbers: Collection[int], size: int) -> Mask:
    """Which of so many numbers are among some."""
    mask = np.zeros(size, dtype=np.bool_)
    mask[np.fromiter(numbers, dtype=np.intp, count=len(numbers))] = True
    return mask


def _counted(which: Mask) -> Offsets:
    """How many are true before each, and of all."""
    return np.concatenate(([0], which.cumsum()))


def _are_alike(broken: Offsets, own: Offsets, low: Offsets, high: Offsets) -> Mask:
    """Whether half of the broken rows near each row, those from `low` to `high` (exclusive), are about as long as it."""
    near = low[:, None] + np.arange(2 * _NEAR + 1)
    close = np.abs(broken.take(near, mode="clip") - own[:, None]) <= _ALIKE
    counts: Offsets = np.count_nonzero(close & (near < high[:, None]), axis=1)
    return counts * 2 >= high - low


def _may_end(tail: str) -> bool:
    """Whether a row with such an end may be a line by choice, or nothing that one can judge by its words."""
    return tail in _PAUSES or tail.isascii()
