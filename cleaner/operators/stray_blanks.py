"""Single blanks inside Chinese sentences, where a line may once have ended."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from cleaner.borders.former_ends import left_over, until_settled
from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.model import Level, Patch
from cleaner.offsets import merged
from cleaner.page import Finder, Page
from cleaner.text import BLOCK, Codes, are_han, han_table, lazy

_MARKS = "，。；：！？,;:!?“”"
_BLANKS = " \u00a0\u2002\u2005\u2006\u2008\u2009\u200a\u202f"
"""The blanks that web pages and typesetting leave inside sentences; wider ones are set on purpose."""
_NEXT = lazy(rf"[{_MARKS}{_BLANKS}\u3000]")
_LAST = lazy(rf"(?r)[{_MARKS}{_BLANKS}\u3000]")
_APART = ("table", "code", "heading")
_SAID = lazy(r"(?:[说曰道问云言答称]|[卷第][一二三四五六七八九十百\d]+)$")
"""Behind these a blank stands for an opening quotation mark, or behind a number."""

_MANY = 5
"""Such blanks that a text must have for them to be a damage and no slips."""


def stray_blanks(*, least: float = 3.5, share: int = 60) -> Finder:
    """Delete a single blank (of common width or less, no-break ones too) between two Han inside a sentence that runs on across it.

    How surely it runs on (`least`, in nats) is told by the characters on both sides. Only in lines of prose, behind a
    mark, and where no second blank stands in the same clause: a pair of them may be all that is left of quotation
    marks. And only where the text has at most one such blank for `share` Han: more are a way of writing. Five that
    run on are certain, less are for review. What shows as former line ends once they are gone goes with them.
    """

    def step(page: Page) -> list[int]:
        if page.chars.isdisjoint(_BLANKS):
            return []
        return [place for place in _candidates(page, share) if _runs_on(page, place, least)]

    def run(page: Page) -> Iterable[Patch]:
        here = step(page)
        level: Level = "safe" if len(here) >= _MANY else "review"
        for place in until_settled(page, here, lambda page: step(page) or left_over(page)):
            yield Patch(place, place + 1, "", level)

    return run


def _candidates(page: Page, share: int) -> list[int]:
    """The single blanks between Han, where they are few."""
    codes, han = page.codes, han_table()
    known = [page.places(blank) for blank in _BLANKS if blank in page.chars]
    places = known[0] if len(known) == 1 else merged(known)
    places = places[(places > 0) & (places < len(codes) - 1)]
    places = places[han[codes[places - 1]] & han[codes[places + 1]]]
    few = len(places) and _has_han(codes, len(places) * share)
    return places.tolist() if few else []


def _has_han(codes: Codes, least: int) -> bool:
    """Whether there are so many Han. A long text is not looked at to its end."""
    seen = 0
    for start in range(0, len(codes), BLOCK):
        seen += int(np.count_nonzero(are_han(codes[start : start + BLOCK])))
        if seen >= least:
            return True
    return False


def _runs_on(page: Page, place: int, least: float) -> bool:
    """Whether a sentence of prose runs on across the blank at a place."""
    text = page.text
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    end = end if end >= 0 else len(text)
    if not _stands_alone(text, start, place, end):
        return False
    left, right = text[start:place], text[place + 1 : end]
    if _SAID.search(left[-6:]):
        return False
    if cohesion(left[-9:], right[:9]) < least:
        return False
    line = Line(text[start:end])
    return line.sentences > 0 and line.opener not in _APART


def _stands_alone(text: str, start: int, place: int, end: int) -> bool:
    """Whether the blank at a place has a mark before it in the row, and no other blank in its clause."""
    before = _LAST.search(text, start, place)
    if before is None or before[0] not in _MARKS:
        return False
    behind = _NEXT.search(text, place + 1, end)
    return behind is None or behind[0] in _MARKS
