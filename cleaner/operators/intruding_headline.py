"""Delete the copy of a headline that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.breaks import Breaks
from cleaner.layout import Line
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, compiled

_PARTS = compiled(r"[ \u3000]+")


def intruding_headline(*, least: int = 6) -> Finder:
    """Delete a row between the halves of a sentence if it repeats a headline that stands above.

    It repeats it whole, or is one of its parts between blanks; it has at least `least` Han and no mark. A
    headline that stands nowhere else is no copy and stays. What goes is one row, so that the halves are
    left as two rows for the joining rules.
    """

    def run(page: Page) -> Iterable[Patch]:
        breaks = Breaks(page)
        rows, lines, filled = page.rows, page.lines, page.filled
        seen: set[str] = set()
        for at, row in enumerate(filled):
            line, title = lines[row], rows[row].strip(BLANKS)
            if line.han < least or not _is_title(line):
                continue
            inside = 0 < at < len(filled) - 1 and title in seen
            if inside and breaks.between(at - 1, at + 1) == "safe":
                start, end = page.cut(row, row)
                yield Patch(start, end, "")
            seen.update((title, *_PARTS.split(title)))

    return run


def _is_title(line: Line) -> bool:
    """Whether a line can be a headline: no marks, no stop, no block of another kind."""
    return not (line.marks or line.stopped) and line.opener in ("", "heading")
