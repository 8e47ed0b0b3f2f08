"""Delete the copy of a paragraph that stands inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.model import Patch
from cleaner.operators.join import between
from cleaner.operators.repeats import Passage, Repeats, above, is_proven, prove
from cleaner.operators.standing import Standing, standing
from cleaner.page import Finder, Page
from cleaner.text import BLANKS

_SURE, LIKELY = 0.5, -1.0
"""The least evidence that a sentence goes on behind a copy below what might be a headline; and the least in a document
that is known to have been read twice."""


def intruder(*, joining: bool = False) -> Finder:
    """Delete a paragraph between the halves of a sentence if it stands elsewhere too.

    The row above it stops inside a sentence, the other copy parts none; and the sentence does not rather go on in it.
    It goes, and the halves are joined where it is sure what stood between. What stands nowhere else is no copy
    and stays. `joining`: only where the halves are joined at once, for use behind the rules
    that join lines.
    """

    def run(page: Page) -> Iterable[Patch]:
        pairs = [
            group
            for group in page.view(Repeats).same
            if len(group) == 2 and above(page, group[1].first) != group[0].last
        ]
        places = {each: standing(page, each) for group in pairs for each in group}
        found = list(_inside(page, pairs, places, _SURE))
        if found:
            prove(page)
        if is_proven(page):
            found = list(_inside(page, pairs, places, LIKELY))
        done = -1
        for passage, place in sorted(found):
            patch = _joined(page, place)
            if patch is None and not joining:
                patch = Patch(*page.cut(passage.first, passage.last), "")
            if patch and patch.start >= done:
                yield patch
                done = patch.end

    return run


def _inside(
    page: Page, pairs: list[list[Passage]], places: dict[Passage, Standing | None], least: float
) -> Iterator[tuple[Passage, Standing]]:
    """Of two equal passages the one that stands between the halves of a sentence, if the other one does not."""
    for group in pairs:
        found = [
            (each, place)
            for each in group
            if (place := places[each]) is not None and place.divides(page, least)
        ]
        if len(found) == 1:
            yield found[0]


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
