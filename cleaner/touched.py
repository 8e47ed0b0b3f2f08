"""Which rows some edits touch: the others are taken over as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cleaner.model import Offsets


class Touched(NamedTuple):
    """Rows that edits touch together, the first and the last, and how far these and those behind them move."""

    first: int
    last: int
    before: int
    behind: int


def touched_rows(
    breaks: Offsets, count: int, starts: Offsets, ends: Offsets, afters: Sequence[str]
) -> list[Touched]:
    """The rows that edits touch, in order. `breaks`: where the newlines stand; `count`: how many rows there are."""
    firsts, lasts = (
        np.minimum(breaks.searchsorted(places), count - 1).tolist() for places in (starts, ends)
    )
    found = []
    first, last, before, moved = firsts[0], lasts[0], 0, 0
    sizes = (ends - starts).tolist()
    for row, until, size, after in zip(firsts, lasts, sizes, afters, strict=True):
        if row > last:
            found.append(Touched(first, last, before, moved))
            first, before = row, moved
        last = until
        moved += len(after) - size
    found.append(Touched(first, last, before, moved))
    return found
