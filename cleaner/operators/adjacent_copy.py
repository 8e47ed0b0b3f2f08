"""Delete a paragraph that repeats the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cleaner.copies.doubled import is_certain, is_doubled, is_long, is_slip
from cleaner.copies.repeats import (
    Passage,
    Repeats,
    is_proven,
    prove,
    rows_of,
    said,
)
from cleaner.lines.passages import without
from cleaner.model import Patch
from cleaner.page import Finder, Page

_FEW = 2
"""Single sentences that an author may set twice in one text."""

_ASKED = "copies asked about"


def adjacent_copy(*, least: int = 40) -> Finder:
    """Delete a row that says what the filled row before it says, if both are prose of at least `least` characters.

    Only letters, digits and Han count: one copy may have other blanks, or marks of another width, or be sliced
    differently. Prose ends with a stop and has a sentence mark: labels, mastheads, verse and refrains stay. Three
    equal rows in a row are no slip but a form, and stay. So does a single sentence of less than twice `least`
    characters, which may be said twice (an oath), unless it goes on from an open row above: then it is a slice of a
    column; or unless three or more stand so, and they are at most a third of such paragraphs. A copy that is the only
    one of its document is for review, unless it is such a slice, or has three times `least` characters.
    """

    def run(page: Page) -> Iterable[Patch]:
        pairs = _doubled(page, least)
        copies = [second for first, second in pairs if is_slip(page, first, second, least)]
        if len(pairs) > max(_FEW, len(copies)) and _are_few(page, len(pairs), least):
            copies = [second for _, second in pairs]
        if not copies:
            return
        certain = len(pairs) > 1 or is_proven(page) or is_certain(page, *pairs[0], least)
        if certain:
            prove(page)
        else:
            copies = _not_asked_before(page, copies)
        for start, end in without(page, rows_of(page, copies)):
            yield Patch(start, end, "", None if certain else "review")

    return run


def _doubled(page: Page, least: int) -> list[tuple[Passage, Passage]]:
    """The equal passages of prose that stand one right below the other."""
    return [
        (first, second)
        for group in page.view(Repeats).same
        for first, second in pairwise(group)
        if is_doubled(page, first, second, least)
    ]


def _are_few(page: Page, pairs: int, least: int) -> bool:
    """Whether at most a third of the paragraphs stand doubled; more are a form."""
    long = sum(is_long(page.lines[row], least) for row in page.filled)
    return pairs * 3 <= long - pairs


def _not_asked_before(page: Page, copies: list[Passage]) -> list[Passage]:
    """Those that no rule of this run has proposed to delete."""
    known = page.memo.get(_ASKED)
    asked = known if isinstance(known, set) else set()
    new = [copy for copy in copies if said(page, copy) not in asked]
    page.memo[_ASKED] = asked | {said(page, copy) for copy in new}
    return new
