"""Radicals and compatibility characters in the place of the ordinary ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

import numpy as np

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import Codes, han_table, lazy, table_of

_RANGES = ((0x2F00, 0x2FD5), (0xF900, 0xFA0B), (0xFA10, 0xFA2D))
"""Kangxi radicals, and compatibility characters, but for those that Big5 and Japanese names have."""

_ABOUT = lazy(r"部首|偏旁|部件|笔画|康熙|兼容|异体|Unicode|U\+|字符集|编码|[字音]典")
_FOREIGN = ((0x3041, 0x30FA), (0xAC00, 0xD7A3))
_MANY = 60
"""Different ones from which on the text is a list of them."""

_SURE = 3
"""Doubles (⾼高) that show that the program wrote both."""


def radicals(*, table: dict[str, str]) -> Finder:
    """Write ordinary characters for the radicals and compatibility characters that stand for them in words: ⾼ is 高.

    PDF programs take them for the characters that look the same. Where a text writes most of them twice (⾼高),
    the ordinary one stays. What stands by itself, not beside Han, stays; so do rows that speak of radicals or
    codes, texts with very many different ones, Japanese and Korean. `table` has radicals that Unicode maps to
    nothing, with their characters. Raises `ValueError` if it maps anything but one character to one.
    """
    if any(len(key) != 1 or len(value) != 1 for key, value in table.items()):
        raise ValueError("the table maps one character to one")
    forms = table_of("".join(map(chr, _mapped())) + "".join(table))

    def run(page: Page) -> Iterable[Patch]:
        points = page.profile.points
        strange = points[forms[points]].tolist()
        if not strange or len(strange) > _MANY or _is_foreign(points):
            return
        plain = {point: table.get(chr(point)) or _ordinary(chr(point)) for point in strange}
        codes, text = page.codes, page.text
        places = np.flatnonzero(forms[codes])
        doubled = {
            place
            for place in places.tolist()
            if plain[ord(text[place])] in (text[place - 1 : place], text[place + 1 : place + 2])
        }
        twice = len(doubled) >= _SURE and len(doubled) * 5 >= len(places) * 3
        han, around = han_table(), np.concatenate(([10], codes, [10]))
        beside = han[around[places]] | han[around[places + 2]]
        speaks = cache(lambda row: _ABOUT.search(page.rows[row]) is not None)
        for place in places[beside].tolist():
            if not speaks(page.row_at(place)):
                after = "" if twice and place in doubled else plain[ord(text[place])]
                yield Patch(place, place + 1, after)

    return run


def _mapped() -> Iterable[int]:
    """The code points that Unicode maps to one ordinary character."""
    for first, last in _RANGES:
        for point in range(first, last + 1):
            if _ordinary(chr(point)) != chr(point):
                yield point


def _ordinary(char: str) -> str:
    return unicodedata.normalize("NFKC", char)


def _is_foreign(points: Codes) -> bool:
    """Whether the text has Kana or Hangul."""
    for first, last in _FOREIGN:
        low, high = points.searchsorted((first, last + 1))
        if low < high:
            return True
    return False
