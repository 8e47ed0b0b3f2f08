"""Join the halves of a paragraph that a column, a page or a line end has broken."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.breaks import Breaks
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, compiled

_LATIN_BORDER = compiled(r"[A-Za-z]\n[A-Za-z]")


def join() -> Finder:
    """Replace the line breaks inside a sentence by nothing, or by a space between Latin letters.

    Whether a break stands inside a sentence is judged in `cleaner.breaks`. Blanks beside the break go
    with it. Between two Latin letters it is only probable that a word ended there: review.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows, starts = page.rows, page.starts
        for at in page.view(Breaks):
            left, right = rows[at.left].rstrip(BLANKS), rows[at.right].lstrip(BLANKS)
            start = starts[at.left] + len(left)
            end = starts[at.right] + len(rows[at.right]) - len(right)
            if _LATIN_BORDER.match(left[-1] + "\n" + right[0]):
                yield Patch(start, end, " ", "review")
            else:
                yield Patch(start, end, "", at.level)

    return run
