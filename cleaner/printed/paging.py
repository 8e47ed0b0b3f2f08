"""Page numbers that rise from page to page, and whether that proves them."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

from cleaner.printed.folio import Folio
from cleaner.printed.ruled import Ruled

SHORTEST, LONGEST = 120, 4000
"""Characters between two page numbers: less is a list, more a book whose chapters are counted."""

STEP = 3
"""How much a page number may be higher than the one before: some pages show none."""

_EVEN = {"named": (2, 0.6), "total": (2, 0.6), "page": (3, 0.6), "ratio": (3, 0.45), "dashes": (4, 0.35), "brackets": (4, 0.35), "bare": (5, 0.25), "spread": (3, 0.25)}  # fmt: skip
"""For numbers outside of sentences: how many there must be, and by how much their pages may differ."""


_YEARS = range(1800, 2100)

_BY_CHANCE = 3
"""So many pages one after the other may end with a paragraph."""

_DRESSED = ("named", "total", "page", "ratio", "dashes", "spread")
"""Forms that the numbers of sections do not have."""

_FOOT = {"page": 2, "ratio": 2, "dashes": 2, "bare": 3}
"""How many numbers right below their paragraphs there must be."""


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
    return _alternating(made)


def _alternating(made: list[list[Folio]]) -> list[list[Folio]]:
    """The same chains, but the heads of the even and of the odd pages, 12 书名 and 章名 13, as one."""
    titled = sorted(folio for chain in made if chain[0].form == "titled" for folio in chain)
    runs: list[list[Folio]] = []
    for folio in titled:
        if runs and folio.number == runs[-1][-1].number + 1:
            runs[-1].append(folio)
        else:
            runs.append([folio])
    merged = [run for run in runs if _is_alternating(run)]
    known = {folio.row for run in merged for folio in run}
    return merged + [chain for chain in made if chain[0].row not in known]


def _is_alternating(run: list[Folio]) -> bool:
    """Whether the titles of a run recur, each on pages of one side only."""
    sides: dict[str, set[int]] = {}
    for folio in run:
        sides.setdefault(folio.style, set()).add(folio.number % 2)
    return 1 < len(sides) < len(run) and all(len(side) == 1 for side in sides.values())


class Beat(NamedTuple):
    """How page numbers stand in the text, in characters.

    `length`: of a page; `spread`: by how much pages differ (0 to 1 and more); `lead`, `tail`: before the first number and
    behind the last one.
    """

    length: float
    spread: float
    lead: int
    tail: int

    def is_late(self, first: int) -> bool:
        """Whether text precedes number `first`. Chapters and items have theirs above them: at the top stands a 1."""
        return not self.length or first > 1 or self.lead >= 0.4 * self.length

    def is_whole(self, first: int) -> bool:
        """Whether what precedes number `first`, and what is behind the last one, is a page too, or what is left of one."""
        least = 0.7 if first == 1 else 0.1
        return (
            least * self.length <= self.lead <= 1.3 * self.length and self.tail <= 1.5 * self.length
        )


class Signs(NamedTuple):
    """What speaks for a chain, and against it.

    `broken`: how many stand inside a sentence; `headed`: how many have lines beside them that recur; `fed`: how many
    have a form feed there; `glued`: how many stand right below a paragraph, where a blank line parts it from the
    next; `strays`: how many numbers of the same style are in no chain; `ruled`: whether pages have equally many rows;
    `closing`: whether the last number closes the text, below what may be no whole page.
    """

    broken: int
    headed: int
    fed: int
    glued: int
    strays: int
    ruled: Ruled = ""
    closing: bool = False


def measure(chain: list[Folio], starts: list[int]) -> Beat:
    """How the numbers of a chain stand. `starts`: where the rows begin, and the end of the text."""
    places = [(starts[folio.row], folio.number) for folio in chain]
    steps = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(places)]
    length = median(steps) if steps else 0.0
    spread = fmean(abs(step / length - 1) for step in steps) if length else 0.0
    return Beat(length, spread, places[0][0], starts[-1] - places[-1][0])


def is_all(chain: list[Folio]) -> bool:
    """Whether a chain has each page of which its numbers say how many there are: 1/3, 2/3, 3/3."""
    count = len(chain)
    return (
        chain[0].form == "total" and chain[0].number == 1 and chain[0].style.endswith(f" {count}")
    )


def is_proven(chain: list[Folio], beat: Beat, signs: Signs) -> bool:
    """Whether a chain is page numbers for certain."""
    count, form, spread = len(chain), chain[0].form, beat.spread
    if count < 2:
        return False
    if signs.fed * 4 >= (count - signs.closing) * 3 or (
        signs.broken >= 2 and signs.broken * 3 >= count and spread <= 1
    ):
        return True
    if signs.strays * 2 >= count or _are_headings(chain, beat, signs):
        return False
    if signs.ruled and _is_ruled(chain, beat, signs):
        return True
    if form not in _EVEN:
        return False
    if signs.headed * 4 >= count * 3 and spread <= 0.6 and _is_headed(chain, beat):
        return True
    if signs.broken:
        pages = count in (signs.glued, signs.headed) or form in ("dashes", "ratio") or count >= 3
        whole = count >= 3 or beat.is_whole(chain[0].number)
        return form in ("total", "page") or (spread <= 0.6 and pages and whole)
    least, most = _EVEN[form]
    return (count >= least and spread <= most) or _is_set(chain, beat, signs)


def _are_headings(chain: list[Folio], beat: Beat, signs: Signs) -> bool:
    """Whether bare numbers stand between paragraphs each time: those of sections, or the years of a chronicle.

    Sections have theirs above them, from the top on.
    """
    if signs.broken or signs.glued or chain[0].form in _DRESSED:
        return False
    years = all(folio.number in _YEARS for folio in chain)
    top = len(chain) > _BY_CHANCE and beat.lead < 0.4 * beat.length
    return years or (top and signs.headed * 2 < len(chain))


def _is_ruled(chain: list[Folio], beat: Beat, signs: Signs) -> bool:
    """Whether numbers below equally many rows are those of pages, not of sections that are as long."""
    form = chain[0].form
    if len(chain) > 2:
        exactly = signs.ruled == "exactly" and form != "titled"  # 练习 1, 练习 2
        return form in _DRESSED or signs.broken > 0 or exactly
    return (
        form in _FOOT and signs.closing and (form != "bare" or signs.broken > 0 or _is_full(beat))
    )


def _is_full(beat: Beat) -> bool:
    """Whether there is as much text before the first number as from there to the second."""
    return abs(beat.lead - beat.length) <= 0.15 * beat.length


def _is_headed(chain: list[Folio], beat: Beat) -> bool:
    """Whether numbers with the same line beside them are no labels of a form."""
    if chain[0].form != "bare" or (len(chain) >= 4 and beat.length >= 200):
        return True
    return len(chain) >= 3 and beat.spread <= 0.15 and beat.is_whole(chain[0].number)


def _is_set(chain: list[Folio], beat: Beat, signs: Signs) -> bool:
    """Whether few numbers stand at the foot of pages: below the text, or after as many characters each time."""
    count, form, first = len(chain), chain[0].form, chain[0].number
    if form not in _FOOT:
        return False
    if signs.glued == count and beat.spread <= 0.5 and count >= _FOOT[form]:
        return True
    if not beat.is_whole(first):
        return False
    if count >= 3:
        often = count >= 6 and first > 1 and form != "bare"
        return beat.spread <= (0.5 if often else 0.1)
    return form in ("page", "dashes") and _is_full(beat) and beat.tail <= 1.15 * beat.length
