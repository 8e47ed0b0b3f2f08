"""Whether a document shows by itself that parts of it were read twice."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from cleaner.copies.doubled import is_certain, is_slip
from cleaner.copies.repeats import Passage, Repeats, above, below, line_of, rows_of, said
from cleaner.marks.kinds import FULL
from cleaner.page import Page
from cleaner.text import BLANKS, letters

_SEVERAL = 3
"""Paragraphs that stand twice, each for itself, that nobody writes in one text: of a thousand clean ones none has more than 2."""

_SHARE = 4
"""They are at most one in so many of its rows: a text of which more stands twice is made so."""

_SIZE = 40
"""Characters of such a paragraph at least."""

_GRAM = 10
"""Letters by which paragraphs that begin alike are known."""

_EDGE = 4
"""Letters by which the rows around a passage are found alike, as those of a form are."""

_LEADS = "：:"
_WIDE = str.maketrans(FULL)


def shows_itself(page: Page, proof: int = _SIZE) -> bool:
    """Whether a paragraph of at least `proof` characters stands right below itself, or several stand twice without a form.

    One that stands right below itself may be said twice, where no other one stands twice at all.
    """
    pairs = [group for group in page.view(Repeats).same if len(group) == 2]
    tells = is_slip if len(pairs) > 1 else is_certain
    if any(tells(page, pair[0], pair[1], proof) for pair in pairs):
        return True
    if len(pairs) < _SEVERAL:
        return False
    lone = [pair for pair in pairs if _is_lone(page, *pair)]
    few = len(lone) * _SHARE <= len(page.filled)
    return few and len(lone) >= _SEVERAL and not _is_parallel(lone)


def openings(page: Page) -> Counter[str]:
    """How many passages that do not say the same begin with the same letters."""
    repeats = page.view(Repeats)
    heads = {row for group in repeats.heads for row in group}
    for group in repeats.same:
        heads.difference_update(row for each in group[1:] for row in rows_of(page, [each]))
    return Counter(opening(letters(page.rows[row])) for row in heads)


def opening(words: str) -> str:
    """The letters by which paragraphs that begin alike are known."""
    return words[:_GRAM]


def is_exact(page: Page, first: Passage, second: Passage) -> bool:
    """Whether two passages have the same marks too, in either width. A text that is there in two editions has others."""
    bodies = {
        "".join(page.rows[row].strip(BLANKS) for row in range(first, last + 1))
        .translate(_WIDE)
        .replace(" ", "")
        for first, last in (first, second)
    }
    return len(bodies) == 1


def neighbours(page: Page, first: Passage, second: Passage) -> list[tuple[str, str]]:
    """The letters of the rows above two passages, and of those below; only where both have one."""
    sides = (
        (above(page, first.first), above(page, second.first)),
        (below(page, first.last), below(page, second.last)),
    )
    return [
        (letters(page.rows[one]), letters(page.rows[other]))
        for one, other in sides
        if min(one, other) >= 0
    ]


def _is_lone(page: Page, first: Passage, second: Passage) -> bool:
    """Whether two equal passages are prose, and nothing around them shows a form."""
    line = line_of(page, first)
    if line.size < _SIZE or line.han * 2 < line.size or not (line.sentences or line.exclaims):
        return False
    if line.opener not in ("", "label") or page.view(openings)[opening(said(page, first))] > 1:
        return False
    over = [above(page, each.first) for each in (first, second)]
    if over[1] == first.last:
        return True
    if any(row >= 0 and page.lines[row].tail in _LEADS for row in over):
        return False
    alike = any(_are_alike(*pair) for pair in neighbours(page, first, second))
    return not alike and is_exact(page, first, second)


def _are_alike(one: str, other: str) -> bool:
    return one[:_EDGE] == other[:_EDGE] or one[-_EDGE:] == other[-_EDGE:]


def _is_parallel(pairs: list[list[Passage]]) -> bool:
    """Whether the second passages all stand below the first ones, in the same order: two sections of one kind."""
    firsts, seconds = zip(*sorted((pair[0], pair[1]) for pair in pairs), strict=True)
    return firsts[-1] < seconds[0] and all(one < other for one, other in pairwise(seconds))
