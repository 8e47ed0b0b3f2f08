"""Delete words that a site has put before the stop at the end of paragraph after paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from cleaner.cohesion import cohesion
from cleaner.model import Offsets, Patch
from cleaner.page import SHORT, Finder, Page
from cleaner.text import HAN

SHORTEST, LONGEST = 3, 12
"""Han in such an ending."""

LOOSE = -1.0
"""What the borders before it cohere at most, on average, for it to be no part of the sentences."""

VARIED = 0.8
"""The share of endings before which Han stand, and not the same ones."""


def alien_ending(*, least: int = 8, share: float = 0.3) -> Finder:
    """Delete the words with which paragraphs end before their 。, and that stand nowhere else.

    At least `least` paragraphs and a `share` of those that end with 。 have them, each behind other words that do
    not run on into them. A refrain has a mark before it, and a term of the text stands inside sentences too.
    """
    if least < 2 or not 0 < share <= 1:
        raise ValueError("least must be 2 or more, share above 0 and at most 1")

    def run(page: Page) -> Iterable[Patch]:
        if len(page.text) < SHORT and page.text.count("。\n") + 1 < least:
            return []
        ends = _ends(page)
        if len(ends) < least:
            return []
        lasts = page.codes[ends - 1]
        counts = Counter(lasts.tolist())
        last = min(counts, key=lambda point: (-counts[point], point))
        if counts[last] < max(least, share * len(ends)):
            return []
        alike = ends[lasts == last].tolist()
        ending = _common(page.text, alike, max(least, int(share * len(ends))))
        places = page.find_all(ending) if ending else []
        if not _is_alien(page.text, places, len(ending), set(ends.tolist())):
            return []
        return [Patch(place, place + len(ending), "") for place in places]

    return run


def _ends(page: Page) -> Offsets:
    """Where the 。 at the end of each paragraph stands."""
    ends = page.places("。\n")
    last = len(page.text) - 1
    ends = np.append(ends, last) if last > 0 and page.text[last] == "。" else ends
    return ends[ends > 0]


def _common(text: str, ends: list[int], least: int) -> str:
    """The longest Han before so many of these ends."""
    found = ""
    for length in range(1, LONGEST + 1):
        count = Counter(text[max(0, end - length) : end] for end in ends)
        ending, number = count.most_common(1)[0]
        if number < least or not HAN.match(ending):
            break
        found = ending
    return found


def _is_alien(text: str, places: list[int], length: int, ends: set[int]) -> bool:
    """Whether an ending is no part of the sentences that it ends, at any of its places."""
    if length < SHORTEST or not all(place + length in ends for place in places):
        return False
    before = [text[max(0, place - 3) : place] for place in places]
    varied = {left[-2:] for left in before if HAN.match(left[-1:])}
    if len(varied) < VARIED * len(before):
        return False
    ending = text[places[0] : places[0] + 3]
    return sum(cohesion(left, ending) for left in before) <= LOOSE * len(before)
