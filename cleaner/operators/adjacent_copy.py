"""Delete a paragraph that repeats the one before it."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.layout import Line
from cleaner.model import Patch
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
        lines, filled = page.lines, page.filled
        for at in range(1, len(filled)):
            row = filled[at]
            line, above = lines[row], lines[filled[at - 1]]
            if not _says_the_same(line, above):
                continue
            if line.han < least or not (line.stopped and line.sentences):
                continue
            slice_of = at > 1 and lines[filled[at - 2]].open
            if not slice_of and line.sentences < 2 and line.size < 2 * least:
                continue  # one sentence may be said twice: an oath, a refrain
            around = [lines[filled[k]] for k in (at - 2, at + 1) if 0 <= k < len(filled)]
            if any(_says_the_same(line, other) for other in around):
                continue
            start, end = page.cut(row, row)
            yield Patch(start, end, "")

    return run


def _says_the_same(line: Line, other: Line) -> bool:
    if line.body == other.body:
        return True
    if line.han != other.han or line.body[0] != other.body[0]:
        return False
    return letters(line.body) == letters(other.body)
