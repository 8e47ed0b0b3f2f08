"""Delete a paragraph that repeats the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cleaner.model import Patch
from cleaner.operators.passages import without
from cleaner.operators.repeats import (
    Passage,
    Repeats,
    above,
    below,
    line_of,
    prove,
    rows_of,
    said,
)
from cleaner.page import Finder, Page
from cleaner.text import letters


def adjacent_copy(*, least: int = 40) -> Finder:
    """Delete a row that says what the filled row before it says, if both are prose of at least `least` Han.

    Only letters, digits and Han count: one copy may have other blanks, or marks of another width. Prose ends
    with a stop and has a sentence mark: labels, mastheads, verse and refrains stay. Three equal rows in a row
    are no slip but a form, and stay. So does a single sentence of less than twice `least` characters, unless
    it goes on from an open row above: then it is a slice of a column, which nobody says twice.
    """

    def run(page: Page) -> Iterable[Patch]:
        copies = [
            second
            for group in page.view(Repeats).same
            for first, second in pairwise(group)
            if is_slip(page, first, second, least)
        ]
        if copies:
            prove(page)
        for start, end in without(page, rows_of(page, copies)):
            yield Patch(start, end, "")

    return run


def is_slip(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether the second of two equal passages is a copy right below the first that nobody writes on purpose."""
    line = line_of(page, second)
    if line.han < least or not line.sentences or above(page, second.first) != first.last:
        return False
    before, behind = above(page, first.first), below(page, second.last)
    slice_of = before >= 0 and page.lines[before].open
    if not slice_of and line.sentences < 2 and line.size < 2 * least:
        return False  # one sentence may be said twice: an oath, a refrain
    words = said(page, second)
    around = [row for row in (before, behind) if row >= 0]
    return all(letters(page.rows[row]) != words for row in around)
