"""Private-use characters: their meaning is known only to the font that they were written in."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from cleaner.lines.rows import Mask
from cleaner.model import Level, Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.text import Codes

_FIRST, _SIZE = 0xE000, 0x1900
_PLANES = 0xF0000
_NAMED = 5
"""Lines that are named."""


def private_use(*, known: dict[str, str]) -> Finder:
    """Write the characters that were meant, by the table `known`, or flag what nobody can know.

    The table holds only where all private-use characters of the text are in it: certain where the file is in a
    Chinese encoding of its own (GBK, GB18030), else for review. Any other text is flagged once, at the first such
    character, with the lines in which they stand.
    """

    def run(page: Page) -> Iterable[Patch]:
        points = page.profile.points
        points = points[_private(points)]
        if not len(points):
            return
        places: Offsets = np.flatnonzero(_private(page.codes))
        if all(chr(point) in known for point in points.tolist()):
            level: Level = "safe" if page.profile.encoding.startswith("gb") else "review"
            for place in places.tolist():
                yield Patch(place, place + 1, known[page.text[place]], level)
        elif len(places):
            yield _flag(page, places)

    return run


def _flag(page: Page, places: Offsets) -> Patch:
    first = int(places[0])
    rows = [*dict.fromkeys(page.row_at(place) + 1 for place in places.tolist())]
    lines = ", ".join(map(str, rows[:_NAMED])) + (" and others" if len(rows) > _NAMED else "")
    message = (
        f"{len(places)} private-use characters, which only their font can tell, in lines {lines}"
    )
    return Patch(first, first + 1, page.text[first], "flag", message)


def _private(codes: Codes) -> Mask:
    found: Mask = (codes - np.uint32(_FIRST) < _SIZE) | (codes >= _PLANES)
    return found
