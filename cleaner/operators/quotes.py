"""Straight quotation marks in a text that otherwise has “”."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import HAN, lazy, matches

_HABIT = 3
"""Pairs of “” that make a habit, if they are more than the straight ones."""

_ROW = lazy(r"^.*\".*$")
_MARK = lazy('"')
_INSIDE = lazy(r"(?![，。、；：？！”’）》」\s])[^“”\"\n]*(?<![（《“‘「：\s])")
_OUTSIDE = lazy(r"[=\\`{}<>|~]|//|,\"|\",|\[\w*\]|\d\"|[\"']:|[A-Za-z]\(\"")


def quotes() -> Finder:
    """Make pairs of straight quotation marks “”, line by line, in a text whose habit is “”.

    Only in lines of Chinese with an even number of them, where each pair encloses Han and neither begins with a
    closing mark nor ends with an opening one, and the text has more of “” than of the others. Code, cells,
    attributes, inches and seconds stay.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(('"',)) or not page.has(("“",)):
            return
        text = page.text
        curly, straight = text.count("“"), text.count('"') // 2
        if curly < _HABIT or curly <= straight:
            return
        for row in matches(_ROW, text):
            line = row[0]
            if _OUTSIDE.search(line):
                continue
            places = [mark.start() for mark in _MARK.finditer(line)]
            pairs = [*zip(places[::2], places[1::2], strict=False)]
            if len(places) % 2 or not all(_encloses(line, *pair) for pair in pairs):
                continue
            for number, place in enumerate(places):
                at = row.start() + place
                yield Patch(at, at + 1, "“”"[number % 2])

    return run


def _encloses(line: str, start: int, end: int) -> bool:
    """Whether a pair encloses words in Chinese."""
    inside = line[start + 1 : end]
    return bool(HAN.search(inside)) and _INSIDE.fullmatch(inside) is not None
