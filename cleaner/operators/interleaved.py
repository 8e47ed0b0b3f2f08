"""Flag a headline that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from cleaner.borders.breaks import Breaks
from cleaner.lines.articles import Ends, is_title, stopped_share
from cleaner.model import Patch
from cleaner.offsets import offsets
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, HAN, are_in


def interleaved(*, least: int = 6, habit: float = 0.9) -> Finder:
    """Flag a row without marks, of at least `least` Han, between the halves of a sentence.

    The row stands nowhere else, so it is no copy: two articles are woven together, or the headline has
    left its place. At least `habit` of the document's other paragraphs end with a stop.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = list(_inside(page, least))
        if found and stopped_share(page, len(found)) >= habit:
            yield from found

    return run


def _inside(page: Page, least: int) -> Iterable[Patch]:
    lines, filled, rows = page.lines, page.filled, page.rows
    for at in _candidates(page, least):
        line, row = lines[filled[at]], rows[filled[at]]
        above, below = lines[filled[at - 1]], lines[filled[at + 1]]
        if not above.open or below.opener or below.indent or below.name:
            continue  # no sentence goes on in what opens a block
        if line.marked or line.han < least or not is_title(line):
            continue
        if not HAN.match(row.rstrip(BLANKS)[-1]):
            continue
        title, start = row.strip(BLANKS), page.starts[filled[at]]
        if page.text.find(title) < start or page.text.find(title, start + 1) >= 0:
            continue
        if page.view(Breaks).between(at - 1, at + 1) == "safe":
            yield Patch(start, start + len(title), title)


def _candidates(page: Page, least: int) -> list[int]:
    """The filled rows, by number, that end with Han, below one that does not end with a stop."""
    ends, filled = page.view(Ends), offsets(page.filled)
    titles = (ends.lengths >= least) & (ends.han | ends.blank) & ~are_in(BLANKS, ends.firsts)
    found: list[int] = (
        np.flatnonzero(titles[filled[1:-1]] & ~ends.stopped[filled[:-2]]) + 1
    ).tolist()
    return found
