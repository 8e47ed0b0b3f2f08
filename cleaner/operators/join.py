"""Join the halves of a paragraph that a column, a page or a line end has broken."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.borders.breaks import Breaks
from cleaner.borders.cut_words import address, hyphened
from cleaner.borders.seams import Seams, between
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS

_WORDS = (3, 4)
"""Characters of words that are taken up."""

_NEAR = 400
"""Characters before a row in which its address can begin."""


def join() -> Finder:
    """Replace the line breaks inside a sentence by nothing, or by a space where the scripts want one.

    Whether a break stands inside a sentence is judged in `cleaner.borders.breaks`. Blanks beside the break go with
    it. Between Han and Latin letters or digits the document's own habit decides; where it has none, and
    between two Latin words, whether there was a blank is only probable: review. The hyphen of a Latin word goes
    where the document has the word without it, and stays where it has it with a hyphen; else that is for review. So is a
    border at which the last words of a row stand again.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows, starts = page.rows, page.starts
        page.profile.used["layout"] = page.layout
        last, whole = -1, ""
        for at in page.view(Breaks):
            left, right = rows[at.left].rstrip(BLANKS), rows[at.right].lstrip(BLANKS)
            whole = (whole if at.left == last else "")[
                -_NEAR:
            ] + left  # a long address has several rows
            start = starts[at.left] + len(left)
            end = starts[at.right] + len(rows[at.right]) - len(right)
            if cut := hyphened(page, left, right):
                start, after, sure = start - cut.dropped, "", cut.sure
            elif address(whole, right):
                after, sure = "", True
            elif page.layout.wraps or at.right == at.left + 1:
                after, sure = page.view(Seams).between(left, right)
            else:
                after, sure = between(left[-1], right[0], page)
            last, whole = at.right, whole + after
            sure = sure and (page.layout.wraps != () or not _taken_up(left, right))
            yield Patch(start, end, after, at.level if sure else "review")

    return run


def _taken_up(left: str, right: str) -> bool:
    """Whether the last words of a row open the next: a copy of them that is not sure, or a figure of speech."""
    return any(left.endswith(right[:size]) for size in _WORDS)
