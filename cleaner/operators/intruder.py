"""Delete the copy of a paragraph that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.borders.seams import between
from cleaner.copies.read_twice import shows_itself
from cleaner.copies.repeats import Passage, Repeats, above, is_proven, prove
from cleaner.copies.standing import Standing, least_evidence, standing
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, letters

_END = 4
"""Letters by which the ends of rows are found alike."""

_OFTEN = 2
"""Copies inside sentences, each sure by itself, that make likely that one more is another of them."""


def intruder(*, joining: bool = False) -> Finder:
    """Delete a paragraph between the halves of a sentence if it stands elsewhere too.

    The row above it stops inside a sentence, the other copy parts none; and the sentence does not rather go on in it.
    It goes, and the halves are joined where it is sure what stood between. What stands nowhere else is no copy
    and stays. `joining`: only where the halves are joined at once, for use behind the rules
    that join lines.
    """

    def run(page: Page) -> Iterable[Patch]:
        done = -1
        for passage, place in sorted(_intruders(page)):
            patch = _joined(page, place)
            if patch is None and not joining:
                patch = Patch(*page.cut(passage.first, passage.last), "")
            if patch and patch.start >= done:
                yield patch
                done = patch.end

    return run


def _intruders(page: Page) -> list[tuple[Passage, Standing]]:
    """The copies inside sentences. A document that has some, or others, may have more that are less sure."""
    pairs = [
        group
        for group in page.view(Repeats).same
        if len(group) == 2 and above(page, group[1].first) != group[0].last
    ]
    places = {each: standing(page, each) for group in pairs for each in group}
    found = list(_inside(page, pairs, places, None))
    if found or shows_itself(page):
        prove(page)
    if is_proven(page):
        known = {place.over for place in places.values() if place}
        headline, often = _longest_headline(page, known), len(found) >= _OFTEN
        found = list(_inside(page, pairs, places, headline, often=often))
    return found


def _longest_headline(page: Page, known: set[int]) -> int:
    """Characters of the longest row that ends without a stop and is no half of a sentence; `known` rows do not count."""
    rows = ((row, page.lines[row]) for row in page.filled[1:])
    sizes = (
        line.size
        for row, line in rows
        if not (line.stopped or line.open or line.opener or row in known)
    )
    return max(sizes, default=0)


def _inside(
    page: Page,
    pairs: list[list[Passage]],
    places: dict[Passage, Standing | None],
    headline: int | None,
    *,
    often: bool = False,
) -> Iterator[tuple[Passage, Standing]]:
    """Of two equal passages the one that stands between the halves of a sentence, if the other one does not.

    `headline`: how long headlines are in a document that is known to have been read twice. `often`: other copies
    part sentences, too.
    """
    for group in pairs:
        if _follow_alike(page, *group):
            continue
        found = [
            (each, place)
            for each in group
            if (place := places[each]) is not None
            and place.divides(page, least_evidence(page.lines[place.over].size, headline), often)
        ]
        if len(found) == 1:
            yield found[0]


def _follow_alike(page: Page, first: Passage, second: Passage) -> bool:
    """Whether two equal passages stand below rows that end alike: then they go on in the same words twice."""
    over = [above(page, each.first) for each in (first, second)]
    ends = {letters(page.rows[row])[-_END:] if row >= 0 else "" for row in over}
    return len(ends) == 1 and ends != {""}


def _joined(page: Page, place: Standing) -> Patch | None:
    """What takes out all between the halves of a sentence, if it is sure what stood there.

    In hard-wrapped text that is for the joining rules.
    """
    rows, starts = page.rows, page.starts
    left, right = rows[place.over].rstrip(BLANKS), rows[place.under].lstrip(BLANKS)
    after, sure = between(left[-1], right[0], page)
    if page.layout.wraps or not sure:
        return None
    start = starts[place.over] + len(left)
    return Patch(start, starts[place.under] + len(rows[place.under]) - len(right), after)
