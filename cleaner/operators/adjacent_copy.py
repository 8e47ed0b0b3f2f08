"""Delete a paragraph that repeats the one before it."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.page import Finder, Page


def adjacent_copy(*, least: int = 40) -> Finder:
    """Delete a row that equals the filled row before it, if both are prose of at least `least` Han.

    Prose ends with a stop and has a sentence mark: labels, mastheads, verse and refrains stay. Three
    equal rows in a row are no slip but a form, and stay.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows, lines, filled = page.rows, page.lines, page.filled
        for at in range(1, len(filled)):
            row = filled[at]
            if rows[row] != rows[filled[at - 1]]:
                continue
            line = lines[row]
            if line.han < least or not (line.stopped and line.sentences):
                continue
            around = [filled[k] for k in (at - 2, at + 1) if 0 <= k < len(filled)]
            if any(rows[other] == rows[row] for other in around):
                continue
            start, end = page.cut(row, row)
            yield Patch(start, end, "")

    return run
