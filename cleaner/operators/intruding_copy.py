"""Delete the copy of a paragraph that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.breaks import Breaks
from cleaner.model import Patch
from cleaner.page import Finder, Page


def intruding_copy() -> Finder:
    """Delete a row between the halves of a sentence if it stands elsewhere as a paragraph of its own.

    It ends with a stop and has at least 20 characters. The copy that stands by itself stays. What goes is one
    row, so that the halves are left for the joining rules.
    """

    def run(page: Page) -> Iterable[Patch]:
        lines, filled = page.lines, page.filled
        if not any(lines[row].open for row in filled):
            return
        breaks = page.view(Breaks)
        for at in sorted(breaks.copies):
            inside = 0 < at < len(filled) - 1 and lines[filled[at - 1]].open
            if inside and breaks.between(at - 1, at + 1) == "safe":
                start, end = page.cut(filled[at], filled[at])
                yield Patch(start, end, "")

    return run
