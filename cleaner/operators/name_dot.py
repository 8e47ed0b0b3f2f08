"""The dot of a foreign name that a conversion has made a question mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import regex

from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, lazy, matches

_SURE = 2
"""How often a name must stand with the same lost dot to be no question."""

_DAY = lazy(
    r"(?<=[“\"《][一二三四五六七八九十]{1,2})\?"
    r"(?=[一二三四五六七八九十]{1,3}(?:[”\"》]|事变|惨案|运动|大地震))"
)
_ASKS = lazy(r"(?<=[\p{Han}”])\?")


def name_dot(*, sounds: str, common: str = "") -> Finder:
    """Put the dot `·` back where a lone `?` stands between two parts of a foreign name.

    `sounds` are the characters with which foreign names are written, `common` those of them that ordinary words have
    as well: two of them must stand on either side (one inside a name of several parts), and some that are not
    common. Certain where the same name stands with its dot elsewhere, or more than once with its question mark, or
    where at least half of all `?` stand in names; else for review. A full-width `？` only where the same name stands
    with its dot. Also in “九?一八”. Raises `ValueError` for sounds that are not Han.
    """
    if not sounds or not compiled(r"\p{Han}+").fullmatch(sounds + common):
        raise ValueError("'sounds' and 'common' must be Han characters")
    plain = frozenset(common)

    def run(page: Page) -> Iterable[Patch]:
        text = page.text
        if not page.has(("?", "·")) or not page.has("?？"):
            return
        names = [
            found
            for found in matches(_name(sounds), text)
            if not (plain.issuperset(found[1]) or plain.issuperset(found[3]))
            and found[1] != found[3]
        ]
        places: dict[int, Level] = {}
        if page.has("?"):
            places = dict.fromkeys((found.start() for found in matches(_DAY, text)), "safe")
        half = sum(found[2] == "?" for found in names)
        lost = half * 2 >= sum(1 for _ in matches(_ASKS, text)) if half else False
        often = Counter(map(_key, names))
        for found in names:
            left, right = _key(found)
            dotted = f"{left}·{right}" in text
            if found[2] == "?" or dotted:
                sure = lost or dotted or often[left, right] >= _SURE
                places[found.start(2)] = "safe" if sure else "review"
        for place in sorted(places):
            yield Patch(place, place + 1, "·", places[place])

    return run


@cache
def _name(sounds: str) -> regex.Pattern[str]:
    """Two parts of a name and the mark between them."""
    one = f"[{regex.escape(sounds)}]"
    return compiled(
        rf"((?<!{one}){one}{{2,8}}|(?<=[?·]){one})([?？])(?=({one}{{2,8}}|{one}(?=[?·]{one})))"
    )


def _key(found: regex.Match[str]) -> tuple[str, str]:
    """The name as it is looked up: words that sound like a part of it may stand before it and behind it."""
    return found[1][-2:], found[3][:2]
