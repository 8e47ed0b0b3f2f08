"""Pages with equally many rows: where lines are hard-wrapped, page numbers stand as evenly as the printer set them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from statistics import median
from typing import Literal

from cleaner.page import Page
from cleaner.printed.folio import Folio

Ruled = Literal["", "loosely", "exactly"]
"""Whether pages have equally many rows: not, or but for a headline or a picture, or to the row."""

_LEAST = {"loosely": 6, "exactly": 12}
"""Rows that a page has at least."""

_LOOSE: dict[Ruled, tuple[float, float]] = {"loosely": (2, 0.12), "exactly": (1, 0.03)}
"""By how many rows pages may differ, and by which part of their rows."""

_BESIDE = 3
"""Rows behind the last number that are no text: running feet."""


def is_closing(page: Page, chain: list[Folio]) -> bool:
    """Whether nothing but a running foot follows the last number."""
    filled = page.filled
    return bisect_left(filled, chain[-1].row) + _BESIDE >= len(filled)


def ruled(page: Page, chain: list[Folio]) -> Ruled:
    """Whether numbers of pages part equally many rows of hard-wrapped text.

    The last page may have fewer rows. Blank rows count, or they do not: some programs keep them.
    """
    if not page.layout.wraps or len(chain) < 2:
        return ""
    every = [folio.row for folio in chain]
    steps = [
        _steps(page, chain, rows)
        for rows in ([bisect_left(page.filled, row) for row in every], every)
    ]
    for level in ("exactly", "loosely"):
        if any(_are_even(each, level) for each in steps):
            return level
    return ""


def _steps(page: Page, chain: list[Folio], rows: list[int]) -> list[float]:
    """The rows of each page, as their numbers tell; of the first one only where there are few."""
    steps = [
        (right - left) / (folio.number - before.number)
        for (before, folio), (left, right) in zip(pairwise(chain), pairwise(rows), strict=True)
    ]
    if is_closing(page, chain) and steps[-1] <= max([rows[0] + 1, *steps[:-1]]):
        del steps[-1]
    return steps if len(steps) > 1 else [rows[0] + 1, *steps]


def _are_even(steps: list[float], level: Ruled) -> bool:
    rows, part = _LOOSE[level]
    length = median(steps)
    apart = max(rows, part * length)
    return length >= _LEAST[level] and all(abs(step - length) <= apart for step in steps)
