"""Delete the copy of a headline that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.breaks import Breaks
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, compiled

_PARTS = compiled(r"[ \u3000]+")


def intruding_headline(*, least: int = 6, most: int = 80) -> Finder:
    """Delete a row between the halves of a sentence if it repeats a headline that stands above.

    It repeats it whole, or is one of its parts between blanks; it has at least `least` Han, at most `most` characters and no mark. A
    headline that stands nowhere else is no copy and stays. What goes is one row, so that the halves are
    left as two rows for the joining rules.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows, lines, filled = page.rows, page.lines, page.filled
        suspects = [at for at in range(1, len(filled) - 1) if is_title(at, page)]
        suspects = [at for at in suspects if not lines[filled[at - 1]].stopped]
        if not suspects:
            return
        first = _first_titles([at for at in range(len(filled)) if is_title(at, page)], page)
        for at in suspects:
            seen = first.get(rows[filled[at]].strip(BLANKS), at) < at
            if seen and page.view(Breaks).between(at - 1, at + 1) == "safe":
                start, end = page.cut(filled[at], filled[at])
                yield Patch(start, end, "")

    def is_title(at: int, page: Page) -> bool:
        line = page.lines[page.filled[at]]
        return (
            not line.stopped
            and len(line.body) <= most
            and not line.marked
            and line.opener in ("", "heading")
            and line.han >= least
        )

    return run


def _first_titles(numbers: list[int], page: Page) -> dict[str, int]:
    """Where each headline, and each part of one, first stands: as number of the filled row."""
    first: dict[str, int] = {}
    for at in numbers:
        title = page.lines[page.filled[at]].body.lstrip("# ")
        for part in (title, *_PARTS.split(title)):
            first.setdefault(part, at)
    return first
