"""Delete a paragraph that stands elsewhere too, in a document that is known to have been read twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cleaner.kinds import FULL
from cleaner.model import Patch
from cleaner.operators.adjacent_copy import is_slip
from cleaner.operators.intruder import LIKELY
from cleaner.operators.passages import without
from cleaner.operators.repeats import (
    Passage,
    Repeats,
    above,
    below,
    is_proven,
    line_of,
    rows_of,
    said,
)
from cleaner.operators.standing import standing
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, letters

_SHORT, _LONG = 30, 40
"""Characters of rows that may be labels or refrains, and Han of what is none."""

_LEADS = "：:；;"
_WIDE = str.maketrans(FULL)

_GRAM = 10
"""Letters by which paragraphs that begin alike are known."""


def repeated_paragraph(*, least: int = 20, proof: int = 40) -> Finder:
    """Delete one of two equal paragraphs of at least `least` Han, near to each other or far apart.

    Authors repeat themselves on purpose, so that this is done only in a document of which parts were
    read twice: another rule of the copies has found such a part, or a paragraph of at least `proof` Han
    stands right below itself. Both paragraphs end with a stop and open no block. What stands three
    times is a form and stays, and so does what begins as other paragraphs do; and of what stands far
    apart everything where short rows come back, what follows or ends with a colon, and what stands right
    below the title of the document. The copy below a row that stops inside a sentence goes, otherwise the second one.
    """

    def run(page: Page) -> Iterable[Patch]:
        same = page.view(Repeats).same
        if not same or not (is_proven(page) or _shows_itself(page, proof)):
            return
        begins = _openings(page)
        copies = [
            copy
            for group in same
            if len(group) == 2 and (copy := _stray(page, *group)) is not None
            if _is_lone(page, group, copy, least, begins)
        ]
        for start, end in without(page, rows_of(page, copies)):
            yield Patch(start, end, "")

    return run


def _shows_itself(page: Page, proof: int) -> bool:
    same = page.view(Repeats).same
    return any(is_slip(page, group[0], group[1], proof) for group in same if len(group) == 2)


def _is_form(page: Page) -> bool:
    """Whether short rows come back: labels, refrains, headings of a form."""
    short = Counter(
        line.body for line in map(page.lines.__getitem__, page.filled) if 2 <= line.size < _SHORT
    )
    return sum(times > 1 for times in short.values()) > 1


def _openings(page: Page) -> Counter[str]:
    """How many passages that do not say the same begin with the same letters."""
    repeats = page.view(Repeats)
    heads = {row for group in repeats.heads for row in group}
    for group in repeats.same:
        heads.difference_update(row for each in group[1:] for row in rows_of(page, [each]))
    return Counter(letters(page.rows[row])[:_GRAM] for row in heads)


def _is_lone(
    page: Page, group: list[Passage], copy: Passage, least: int, begins: Counter[str]
) -> bool:
    """Whether two equal passages are prose that nothing shows to be said twice on purpose."""
    line, words = line_of(page, group[0]), said(page, group[0])
    if line.han < least or begins[words[:_GRAM]] > 1:
        return False
    if all(row >= 0 and page.lines[row].open for row in (above(page, x.first) for x in group)):
        return False  # the second halves of paragraphs whose first halves differ
    over = above(page, copy.first)
    if over == group[0].last:
        return line.han >= _LONG or not (line.opener or page.view(_is_form))
    if line.opener or _is_lead(page, group[0].first) or page.view(_is_form):
        return False
    if line.tail in _LEADS and line.han < _LONG:
        return False
    return page.lines[over].tail not in "：:" and _is_exact(page, *group[:2])


def _is_lead(page: Page, row: int) -> bool:
    """Whether a paragraph is the first below the title of the document: an abstract."""
    filled = page.filled
    return row in filled[:3] and not page.lines[filled[0]].stopped


def _is_exact(page: Page, first: Passage, second: Passage) -> bool:
    """Whether two passages have the same marks too, in either width, and their neighbours are not the same.

    A text that is there in two editions has other marks, and whole sections of a form come back in a row.
    """
    bodies = {
        "".join(page.rows[row].strip(BLANKS) for row in range(first, last + 1))
        .translate(_WIDE)
        .replace(" ", "")
        for first, last in (first, second)
    }
    return len(bodies) == 1 and not any(
        min(rows) >= 0 and letters(page.rows[rows[0]]) == letters(page.rows[rows[1]])
        for rows in (
            (above(page, first.first), above(page, second.first)),
            (below(page, first.last), below(page, second.last)),
        )
    )


def _stray(page: Page, first: Passage, second: Passage) -> Passage | None:
    """The one of two equal passages that goes: one that parts a sentence, or else the one that goes on nothing.

    None: a sentence may go on in the one as well as behind it.
    """
    if above(page, second.first) == first.last:
        return second
    found = [standing(page, each) for each in (first, second)]
    loose = [
        (each, other, place)
        for each, other, place in zip((first, second), (second, first), found, strict=True)
        if place is not None and (place.halved or place.parts >= LIKELY)
    ]
    if len(loose) != 1:
        return second
    each, other, place = loose[0]
    if place.goes_on:
        return other
    return each if place.leans(page) else None
