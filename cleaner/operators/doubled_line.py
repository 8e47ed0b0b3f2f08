"""Delete the first of two equal lines of a kind."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.page import Finder, Needed, Page, Pattern
from cleaner.pairs import Wanted
from cleaner.text import BLANKS, compiled

_NEAR = 3
"""Rows below a line in which the same line can follow."""


def doubled_line(*, find: Pattern, words: Needed, most: int = 120) -> Finder:
    """Delete a line that stands again below it, at most two blank lines apart, together with these blank lines.

    Only a line of at most `most` characters that holds one of `words` and in which `find` matches, without the blanks
    at its ends.
    """
    finder, wanted = compiled(find), Wanted(words)

    def run(page: Page) -> Iterable[Patch]:
        rows, starts = page.rows, page.starts
        found = {page.row_at(at) for word in page.having(wanted) for at in page.find_all(word)}
        for row in sorted(found):
            body = rows[row].strip(BLANKS)
            below = next((at for at in range(row + 1, row + _NEAR + 1) if _is_filled(rows, at)), 0)
            twice = below and len(body) <= most and rows[below].strip(BLANKS) == body
            if twice and finder.search(body):
                yield Patch(starts[row], starts[below], "")

    return run


def _is_filled(rows: list[str], at: int) -> bool:
    return at < len(rows) and bool(rows[at].strip(BLANKS))
