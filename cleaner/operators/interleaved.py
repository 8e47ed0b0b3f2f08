"""Flag a headline that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.articles import is_title, stopped_share
from cleaner.breaks import Breaks
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, HAN


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
    breaks: Breaks | None = None
    for at in range(1, len(filled) - 1):
        line, row = lines[filled[at]], rows[filled[at]]
        if line.marks or line.indent or line.han < least or not is_title(line):
            continue
        if not Breaks.is_open(lines[filled[at - 1]]) or not HAN.match(row.rstrip(BLANKS)[-1]):
            continue
        title, start = row.strip(BLANKS), page.starts[filled[at]]
        if page.text.find(title) < start or page.text.find(title, start + 1) >= 0:
            continue
        breaks = breaks or Breaks(page)
        if breaks.between(at - 1, at + 1) == "safe":
            yield Patch(start, start + len(title), title)
