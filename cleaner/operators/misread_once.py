"""Characters that were misread once in a word which the document writes right elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from cleaner.model import Offsets, Patch
from cleaner.page import SHORT, Finder, NeededTable, Page
from cleaner.text import Codes, han_table

_RARE = 50
"""Places of a character up to which it is looked at: what stands more often is no slip."""


def misread_once(*, table: NeededTable, least: int = 3) -> Finder:
    """Write the character that one of `table` was meant for, where the same neighbours have that one elsewhere.

    A character and its two neighbours on one side or one on each, all Han, must stand once, and with the other
    character at least `least` times: 杜斯刊 once, 杜斯利 often. Raises `ValueError` for a table that maps anything but one
    character to one.
    """
    if any(len(key) != 1 or len(value) != 1 for key, value in table.items()):
        raise ValueError("the table maps one character to one")

    def run(page: Page) -> Iterable[Patch]:
        found = [
            Patch(place, place + 1, right)
            for wrong in page.chars.intersection(table)
            if (right := table[wrong]) in page.chars
            for place in _slips(page, wrong, right, least)
        ]
        return sorted(found)

    return run


def _slips(page: Page, wrong: str, right: str, least: int) -> list[int]:
    """The places at which one character stands for another."""
    if len(page.text) < SHORT and page.text.count(right) < least:
        return []
    places, others = page.places(wrong), page.places(right)
    if not len(places) or len(places) > _RARE or len(others) < least:
        return []
    yes = np.zeros(len(places), dtype=np.bool_)
    for near in ((-2, -1), (-1, 1), (1, 2)):
        own, known = _around(page.codes, places, near), _around(page.codes, others, near)
        for at, key in enumerate(own.tolist()):
            if (
                key
                and np.count_nonzero(own == key) == 1
                and np.count_nonzero(known == key) >= least
            ):
                yes[at] = True
    return [*places[yes].tolist()]


def _around(codes: Codes, places: Offsets, near: tuple[int, int]) -> Offsets:
    """One number for the two Han that stand so far from each place; 0 where they are none."""
    inside = (places + min(near) >= 0) & (places + max(near) < len(codes))
    first, second = (codes.take(places + step, mode="clip").astype(np.int64) for step in near)
    han = han_table()
    return np.where(inside & han[first] & han[second], first << 21 | second, 0)
