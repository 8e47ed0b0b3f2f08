"""Delete a paragraph that stands elsewhere too, in a document that is known to have been read twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.operators.adjacent_copy import is_slip
from cleaner.operators.passages import without
from cleaner.operators.repeats import Repeats, above, is_proven
from cleaner.page import Finder, Page
from cleaner.text import letters

_SHORT = 30
_GRAM = 10


def repeated_paragraph(*, least: int = 20, proof: int = 40) -> Finder:
    """Delete one of two equal paragraphs of at least `least` Han, near to each other or far apart.

    Authors repeat themselves on purpose, so that this is done only in a document of which parts were
    read twice: another rule of the copies has found such a part, or a paragraph of at least `proof` Han
    stands right below itself. Both paragraphs end with a stop and open no block. What stands three
    times is a form and stays, and so does everything where short rows come back, what follows a colon,
    what begins as other paragraphs do, and what the document begins with. The copy below a row that
    stops inside a sentence goes, otherwise the second one.
    """

    def run(page: Page) -> Iterable[Patch]:
        same = page.view(Repeats).same
        if not same or not (is_proven(page) or _shows_itself(page, proof)) or _is_form(page):
            return
        begins = _openings(page)
        copies = [
            _stray(page, rows[0], rows[1])
            for rows in same
            if len(rows) == 2 and _is_lone(page, rows, least, begins)
        ]
        for start, end in without(page, sorted(copies)):
            yield Patch(start, end, "")

    return run


def _shows_itself(page: Page, proof: int) -> bool:
    same = page.view(Repeats).same
    return any(is_slip(page, rows[0], rows[1], proof) for rows in same if len(rows) == 2)


def _is_form(page: Page) -> bool:
    """Whether short rows come back: labels, refrains, headings of a form."""
    short = Counter(
        line.body for line in map(page.lines.__getitem__, page.filled) if 2 <= line.size < _SHORT
    )
    return sum(times > 1 for times in short.values()) > 1


def _openings(page: Page) -> Counter[str]:
    """How many different paragraphs begin with the same letters."""
    said = {letters(page.rows[row]) for group in page.view(Repeats).heads for row in group}
    return Counter(each[:_GRAM] for each in said)


def _is_lone(page: Page, rows: list[int], least: int, begins: Counter[str]) -> bool:
    """Whether two equal rows are prose that nothing shows to be said twice on purpose."""
    line = page.lines[rows[0]]
    if line.han < least or not line.stopped or line.opener or line.tail in "：:；;":
        return False
    if begins[letters(line.body)[:_GRAM]] > 1 or rows[0] <= page.filled[1]:
        return False
    over = [page.lines[row] for row in (above(page, row) for row in rows) if row >= 0]
    return all(each.tail not in "：:" for each in over)


def _stray(page: Page, first: int, second: int) -> int:
    """The one of two equal rows that goes."""
    parts = [row >= 0 and page.lines[row].open for row in (above(page, first), above(page, second))]
    return first if parts == [True, False] else second
