"""Taking whole lines out of a text so that one separator is left where they stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.page import Page
from cleaner.text import is_blank, lazy

LISTED = lazy(
    r"^[ \t\u3000]*(?:#{1,6} |[-+>|] ?|[*·•] |\d+[.、)）]|[（(]?[一二三四五六七八九十]+[、）)]|第.{1,3}[步章节条])"
)
"""A heading, a row of a table, a quotation, or an item of a list."""


def without(page: Page, rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The spans to delete, one for each of these rows (sorted, none of them blank).

    A row goes with its line end. Rows with nothing but blank rows between them are one passage, and of
    the blank rows above and below a passage the fewer go (all above at the end of the text, all
    below at its start), so that what is left is separated as it was.
    """
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and _all_blank(page, rows[end - 1] + 1, rows[end]):
            end += 1
        yield from _passage(page, rows[at:end])
        at = end


def _all_blank(page: Page, first: int, behind: int) -> bool:
    return all(is_blank(row) for row in page.rows[first:behind])


def _passage(page: Page, rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    first, behind = _with_blanks(page, rows[0], rows[-1] + 1)
    starts, text = page.starts, page.text
    # Each row goes with the blank rows on the side that is given up, so that some of the rows may stay.
    down = first == rows[0] and behind < len(page.rows)
    inner = rows[1:] if down else [row + 1 for row in rows[:-1]]
    cuts = [starts[first], *(starts[row] for row in inner), min(starts[behind], len(text))]
    if behind == len(page.rows) and not text.endswith("\n") and first:
        # The text ends here without a final newline, and shall again: the newline above goes instead.
        cuts = [cut - 1 for cut in cuts[:-1]] + cuts[-1:]
    yield from pairwise(cuts)


def _with_blanks(page: Page, first: int, behind: int) -> tuple[int, int]:
    """The rows of a passage and of the blank rows on that side of it which is given up."""
    total = len(page.rows)
    above, below = first, behind
    while above > 0 and is_blank(page.rows[above - 1]):
        above -= 1
    while below < total and is_blank(page.rows[below]):
        below += 1
    if above == 0 and below == total:
        return above, below
    if below == total:
        return above, behind
    if above == 0 or below - behind <= first - above:
        return first, below
    return above, behind
