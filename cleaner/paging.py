"""Page numbers that rise from page to page, and whether that proves them."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean, median

from cleaner.folio import Folio

SHORTEST, LONGEST = 120, 4000
"""Characters between two page numbers: less is a list, more a book whose chapters are counted."""

STEP = 3
"""How much a page number may be higher than the one before: some pages show none."""

_EVEN = {"total": (2, 0.6), "page": (3, 0.6), "ratio": (3, 0.45), "dashes": (4, 0.35), "bare": (5, 0.25)}  # fmt: skip
"""For numbers outside of sentences: how many there must be, and by how much their pages may differ."""


def chains(found: list[Folio]) -> list[list[Folio]]:
    """Page numbers of one style that rise by little, in order; each is in one chain."""
    last: dict[tuple[str, int], list[Folio]] = {}
    made = []
    for folio in found:
        chain = None
        for step in range(1, STEP + 1):
            chain = chain or last.pop((folio.style, folio.number - step), None)
        if chain is None:
            chain = []
            made.append(chain)
        chain.append(folio)
        last[folio.style, folio.number] = chain
    return made


def measure(chain: list[Folio], starts: list[int]) -> tuple[float, float, bool]:
    """How many characters its pages have, by how much they differ (0 to 1 and more), and whether text precedes.

    Chapters and items have their number above them: the first one stands at the top.
    """
    places = [(starts[folio.row], folio.number) for folio in chain]
    steps = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(places)]
    length = median(steps) if steps else 0.0
    if not length:
        return 0.0, 0.0, True
    spread = fmean(abs(step / length - 1) for step in steps)
    return length, spread, places[0][1] > 1 or places[0][0] >= 0.4 * length


def is_proven(
    chain: list[Folio], length: float, spread: float, *, broken: int, headed: int, fed: int
) -> bool:
    """Whether a chain is page numbers for certain.

    `broken`: how many stand inside a sentence; `headed`: how many have lines beside them that recur; `fed`: how
    many have a form feed there.
    """
    count, form = len(chain), chain[0].form
    if count < 2:
        return False
    if fed * 4 >= count * 3 or (broken >= 2 and broken * 3 >= count and spread <= 1):
        return True
    if form not in _EVEN:
        return False
    if (
        headed * 4 >= count * 3
        and spread <= 0.6
        and (form != "bare" or (count >= 4 and length >= 200))
    ):
        return True
    if broken:
        return form in ("total", "page") or (count >= 3 and spread <= 0.6)
    least, most = _EVEN[form]
    return count >= least and spread <= most
