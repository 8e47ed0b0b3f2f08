"""Delete a paragraph that stands elsewhere too, in a document that is known to have been read twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cleaner.copies.read_twice import is_exact, neighbours, opening, openings, shows_itself
from cleaner.copies.repeats import (
    Passage,
    Repeats,
    above,
    is_proven,
    line_of,
    prove,
    rows_of,
    said,
)
from cleaner.copies.standing import Standing, least_evidence, standing
from cleaner.layout import Line
from cleaner.lines.passages import without
from cleaner.model import Patch
from cleaner.page import Finder, Page

_SHORT, _LONG, _LONGEST = 30, 40, 60
"""Characters of rows that may be labels or refrains, Han of what is none, and of what is none however it begins."""

_SPOKEN = 24
"""Han from which on what stands behind a label is no entry of a form."""

_LEADS = "：:；;"


def repeated_paragraph(*, least: int = 20, proof: int = 40) -> Finder:
    """Delete one of two equal paragraphs of at least `least` Han, near to each other or far apart.

    Authors repeat themselves on purpose, so that this is done only in a document of which parts were
    read twice: another rule of the copies has found such a part, or a paragraph of at least `proof` Han
    stands right below itself, or three paragraphs stand twice, each for itself, with nothing alike around them. Both
    paragraphs end with a stop and open no block. What stands three times is a form and stays, and so does what
    begins as other paragraphs do, unless it is long; and of what stands far apart everything where short rows come
    back, what follows or ends with a colon, and what stands right below the title of the document. The copy below a
    row that stops inside a sentence goes, otherwise the second one; neither where that is not sure.
    """

    def run(page: Page) -> Iterable[Patch]:
        same = page.view(Repeats).same
        if not same or not (is_proven(page) or shows_itself(page, proof)):
            return
        prove(page)
        begins = page.view(openings)
        copies = [
            copy
            for group in same
            if len(group) == 2 and (copy := _stray(page, *group)) is not None
            if _is_lone(page, group, copy, least, begins)
        ]
        for start, end in without(page, rows_of(page, copies)):
            yield Patch(start, end, "")

    return run


def _is_form(page: Page) -> bool:
    """Whether short rows come back: labels, refrains, headings of a form."""
    short = Counter(
        line.body for line in map(page.lines.__getitem__, page.filled) if 2 <= line.size < _SHORT
    )
    return sum(times > 1 for times in short.values()) > 1


def _is_lone(
    page: Page, pair: list[Passage], copy: Passage, least: int, begins: Counter[str]
) -> bool:
    """Whether two equal passages are prose that nothing shows to be said twice on purpose."""
    line, over = line_of(page, pair[0]), above(page, copy.first)
    beside = over == pair[0].last
    if line.han < least:
        return False
    if begins[opening(said(page, pair[0]))] > 1 and line.han < (_LONG if beside else _LONGEST):
        return False
    if all(row >= 0 and page.lines[row].open for row in (above(page, x.first) for x in pair)):
        return False  # the second halves of paragraphs whose first halves differ
    if beside:
        return line.han >= _LONG or not (page.view(_is_form) or (line.opener and line.size < _LONG))
    if _opens_a_block(line) or _is_lead(page, pair[0].first) or page.view(_is_form):
        return False
    if line.tail in _LEADS and line.han < _LONG:
        return False
    if page.lines[over].tail in "：:" or not is_exact(page, *pair):
        return False
    return all(one != other for one, other in neighbours(page, *pair))


def _opens_a_block(line: Line) -> bool:
    """Whether a passage is an item or a label; what somebody says (子曰：“…。”) is prose behind a label."""
    return bool(line.opener) and not (
        line.opener == "label" and line.sentences and line.han >= _SPOKEN
    )


def _is_lead(page: Page, row: int) -> bool:
    """Whether a paragraph is the first below the title of the document: an abstract."""
    filled = page.filled
    return row in filled[:3] and not page.lines[filled[0]].stopped


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
        if place is not None and _may_be_parted(page, place)
    ]
    if len(loose) != 1:
        return second
    each, other, place = loose[0]
    if place.goes_on:
        return other
    return each if place.leans(page) else None


def _may_be_parted(page: Page, place: Standing) -> bool:
    """Whether the row above a passage may be the first half of a sentence, and no headline."""
    size = page.lines[place.over].size
    return place.halved or place.goes_on or place.parts >= least_evidence(size, headline=size)
