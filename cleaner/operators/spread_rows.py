"""Rows in which a blank stands behind each character: 我 们 知 道 ， 语 言 是 …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import regex

from cleaner.cohesion import cohesion
from cleaner.lines.rows import rows_of
from cleaner.lines.structure import outside_code
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import are_han, count_han, lazy

_KINDS = " \u3000\u00a0\u2002\u2009"
_BETWEEN = lazy(r"[ \u3000\u00a0\u2002\u2009]+")
_STOPS = frozenset("，。；：！？、")
_TITLE = lazy(
    r"^关于.{4,}的|[》的](?:通知|决定|意见|办法|规定|公告|通告|报告|批复|命令|决议|请示|函)$"
)

_LEAST, _TITLED = 12, 8
"""Characters of a row of prose, and of a title."""

_NEAR = 5
"""Blanks in a row, two characters apart, that are worth a look."""

_SINGLE = 0.9
"""The share of its pieces that are single characters."""

_RUNS_ON = 1.5
"""Nats of cohesion between two characters, on the average: those of a list of characters have less."""

_SURE, _SHARE = 3, 5
"""So many rows, and one part in so many of the text, show that it is the text that is spread, not an example in it."""


def spread_rows() -> Finder:
    """Delete the blanks behind the characters of a row that has one behind each.

    Rows of prose, with marks inside, whose characters make words; three of them that are a fifth of the text are
    certain, fewer are for review.
    Where there are such rows their headings are spread, too; elsewhere a title of an official letter is (关 于 … 的 通
    知). Lists of characters stay: they have no marks. Between two Latin words, or numbers, a blank stays.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows = [(start, row, _is_prose(row)) for start, row in _spread(page)]
        many = sum(prose for *_, prose in rows)
        much = sum(len(row) for _, row, prose in rows if prose) * _SHARE >= len(page.text)
        level: Level | None = None if many >= _SURE and much else "review"
        for start, row, prose in rows:
            title = not prose and bool(_TITLE.search(_BETWEEN.sub("", row)))
            if prose or title or many >= _SURE:
                for blank in _blanks(row):
                    at = start + blank.start()
                    yield Patch(at, start + blank.end(), "", None if title else level)

    return run


def _spread(page: Page) -> Iterator[tuple[int, str]]:
    """The rows whose pieces are single characters, nearly all of them, with their starts."""
    end = -1
    for place in _dense(page):
        if place > end:
            start, end = page.text.rfind("\n", 0, place) + 1, page.text.find("\n", place)
            end = len(page.text) if end < 0 else end
            if _is_spread(page.text[start:end]) and _is_text(page, place):
                yield start, page.text[start:end]


def _dense(page: Page) -> list[int]:
    """The blanks behind which as many stand as if one stood behind each character."""
    found: list[int] = []
    for kind in _KINDS:
        if kind in page.chars:
            places = page.places(kind)
            few = places[:-_NEAR][places[_NEAR:] - places[:-_NEAR] <= _NEAR * 2 + 1]
            found += few[are_han(page.codes.take(few - 1, mode="clip"))].tolist()
    return sorted(found)


def _is_text(page: Page, place: int) -> bool:
    """Whether a place is not in code."""
    return bool(outside_code(page.view(rows_of), np.array([place]))[0])


def _is_spread(row: str) -> bool:
    """Whether a row is cut into single characters, most of them Han: not the dots of a table of contents."""
    pieces = _BETWEEN.split(row.strip(_KINDS))
    single = [piece for piece in pieces if len(piece) == 1]
    if len(pieces) < _TITLED or len(single) < _SINGLE * len(pieces):
        return False
    return 2 * count_han("".join(single)) >= len(pieces)


def _is_prose(row: str) -> bool:
    """Whether the characters of a row make sentences."""
    pieces = _BETWEEN.split(row.strip(_KINDS))
    if len(pieces) < _LEAST or _STOPS.isdisjoint(pieces[:-1]):
        return False
    told = [cohesion(*two) for two in pairwise(pieces) if count_han("".join(two)) == 2]
    return len(told) >= _TITLED and sum(told) >= _RUNS_ON * len(told)


def _blanks(row: str) -> Iterator[regex.Match[str]]:
    """The blanks that go: all but those at its borders, and those between Latin words or numbers."""
    low, high = len(row) - len(row.lstrip(_KINDS)), len(row.rstrip(_KINDS))
    blanks = [*_BETWEEN.finditer(row, low, high)]
    borders = [low, *(at for blank in blanks for at in blank.span()), high]
    pieces = [row[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True)]
    for blank, (left, right) in zip(blanks, pairwise(pieces), strict=True):
        apart = left.isascii() and right.isascii()
        if not apart or (len(left) == len(right) == len(blank[0]) == 1):
            yield blank
