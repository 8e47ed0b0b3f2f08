"""Delete a paragraph that repeats the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cleaner.layout import Line
from cleaner.model import Patch
from cleaner.operators.passages import without
from cleaner.operators.repeats import (
    Passage,
    Repeats,
    above,
    below,
    is_proven,
    line_of,
    prove,
    rows_of,
    said,
)
from cleaner.page import Finder, Page
from cleaner.text import letters

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
        if _is_doubled(page, first, second, least)
    ]


def _are_few(page: Page, pairs: int, least: int) -> bool:
    """Whether at most a third of the paragraphs stand doubled; more are a form."""
    long = sum(_is_long(page.lines[row], least) for row in page.filled)
    return pairs * 3 <= long - pairs


def _not_asked_before(page: Page, copies: list[Passage]) -> list[Passage]:
    """Those that no rule of this run has proposed to delete."""
    known = page.memo.get(_ASKED)
    asked = known if isinstance(known, set) else set()
    new = [copy for copy in copies if said(page, copy) not in asked]
    page.memo[_ASKED] = asked | {said(page, copy) for copy in new}
    return new


def _is_long(line: Line, least: int) -> bool:
    """Whether a line has so many characters, most of them Han."""
    return line.size >= least and line.han * 5 >= line.size * 3


def _is_doubled(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether of two equal passages of prose the second stands right below the first, and no third beside them."""
    line = line_of(page, second)
    leads = line.tail in "：:" and line.marked
    if (
        not _is_long(line, least)
        or not (line.sentences or leads)
        or above(page, second.first) != first.last
    ):
        return False
    words = said(page, second)
    around = [row for row in (above(page, first.first), below(page, second.last)) if row >= 0]
    return all(letters(page.rows[row]) != words for row in around)


def is_slip(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether the second of two equal passages is a copy right below the first that nobody writes on purpose."""
    if not _is_doubled(page, first, second, least):
        return False
    line = line_of(page, second)
    return line.sentences >= 2 or line.size >= 2 * least or is_certain(page, first, second, least)


def is_certain(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether such a copy is certain by itself, in a document that has no other."""
    if not _is_doubled(page, first, second, least):
        return False
    over = above(page, first.first)
    return line_of(page, second).size >= 3 * least or (over >= 0 and page.lines[over].open)
