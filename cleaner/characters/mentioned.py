"""Where a text speaks of traditional characters: it sets one by itself in quotation marks, “麵”."""

from __future__ import annotations

import numpy as np

from cleaner.model import Offsets
from cleaner.page import Page
from cleaner.text import are_in

_OPENERS, _CLOSERS = "“「『‘《〈\"'", "”」』’》〉\"'"
_NEAR = 2_000
"""Characters to both sides within which a text goes on speaking of them."""


def mentioned_near(page: Page, found: Offsets, places: Offsets) -> list[int]:
    """How many different ones of the characters at `found`, all traditional, are set by themselves near each of the places."""
    inside = found[(found > 0) & (found < len(page.codes) - 1)]
    alone = inside[
        are_in(_OPENERS, page.codes[inside - 1]) & are_in(_CLOSERS, page.codes[inside + 1])
    ]
    if not len(alone):
        return [0] * len(places)
    first, last = alone.searchsorted(places - _NEAR), alone.searchsorted(places + _NEAR)
    kinds = page.codes[alone]
    return [
        len(np.unique(kinds[low:high]))
        for low, high in zip(first.tolist(), last.tolist(), strict=True)
    ]
