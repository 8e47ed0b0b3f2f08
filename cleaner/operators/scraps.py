"""What is left of GBK or Big5 that was read as UTF-8: letters of several scripts without a blank between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import numpy as np

from cleaner.exempt.sealed import breaks, seal_unreadable, sealed_spans
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import lazy, matches

# The second byte of a Chinese character is A1 or above; where two such bytes make a letter of UTF-8, its last six
# bits are 21 or above.
_TWO = ((0xA1, 0x7FF),)
_THREE = (0x800, 0x1DFF), (0x1F00, 0x1FFF), (0x2C00, 0x2FDF), (0x3400, 0x4DBF), (0xA000, 0xABFF), (0xAC00, 0xD7A3), (0xE000, 0xF8FF)  # fmt: skip
_NOTHING = (0x40000, 0xDFFFF), (0xE0200, 0xEFFFF)
"""Planes in which no character is, and none will be: four bytes that happen to follow each other."""
_HOLE = "\ufffd?"
_LOST = lazy(r"锟[^\s\x00-\x7F锟]{1,4}?拷|[\uFFFD\uDC80-\uDCFF]+")
_SCRIPTS = (0xA1, 0x370, 0x400, 0x530, 0x590, 0x600, 0x700, 0x800, 0x3400, 0xA000, 0xAC00, 0xE000, 0xF900)  # fmt: skip
"""Borders between scripts: Latin and phonetic letters, Greek, Cyrillic, Armenian, Hebrew, Arabic, others, rare Han, Hangul."""
_LATIN, _GREEK = 1, 2
"""Greek letters are signs of units and formulas, too: two of them show nothing."""
_LEAST = 3
"""Letters, of two scripts at least; or two, beside..."""
_GONE = 4
"""...more than so many question marks or U+FFFD in the same passage."""


def scraps() -> Finder:
    """Flag letters of several scripts that run on without a blank, as GBK and Big5 leave them when read as UTF-8.

    Each letter stands for one Chinese character that is not the right one; all others are lost. Later rules leave
    these passages, and the rows in which much is lost, as they are.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = list(_found(page))
        lost = page.profile.undecodable or page.has(("\ufffd", "锟"))
        spans = [match.span() for match in matches(_LOST, page.text)] if lost else []
        seal_unreadable(page, [*spans, *(patch[:2] for patch in found)])
        return found

    return run


def _found(page: Page) -> Iterator[Patch]:
    """The flags of a page."""
    codes = page.profile.points
    if not page.inserted and not _letters().take(codes).any():
        return
    borders = np.searchsorted(codes, _SCRIPTS)
    kinds = sum(first < last for first, last in pairwise(borders.tolist()))
    kinds += 2 * int(len(codes) > 0 and codes[-1] >= _NOTHING[0][0])
    if not kinds or (kinds == 1 and not page.has(("\ufffd", "?????"))):
        return
    known = sealed_spans(page)
    for start, end in _passages(page):
        passage = page.text[start:end]
        beside = page.text[max(0, start - 1) : start] + page.text[end : end + 1]
        if _is_lost(passage, any(map(_is_letter, beside))) and not breaks(known, start, end):
            yield Patch(start, end, passage, "flag")


@cache
def _letters() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each code point whether it may be such a letter."""
    table = np.zeros(0x110000, dtype=np.bool_)
    codes = np.arange(0x10000)
    for first, last in (*_TWO, *_THREE):
        table[first : last + 1] = (codes[first : last + 1] & 0x3F) >= 0x21
    for first, last in _THREE:
        table[first : last + 1] &= (codes[first : last + 1] >> 6 & 0x3F) >= 0x21
    for first, last in _NOTHING:
        table[first : last + 1] = True
    return table


def _passages(page: Page) -> Iterator[tuple[int, int]]:
    """Spans of such letters with nothing between them but question marks and U+FFFD."""
    text = page.text
    places = page.standing(_letters()).tolist()
    at = 0
    while at < len(places):
        start = end = places[at]
        while at < len(places) and places[at] == end:
            at += 1
            end += 1
            while text[end : end + 1] and text[end] in _HOLE:
                end += 1
        while start and text[start - 1] in _HOLE:
            start -= 1
        yield start, end


def _is_letter(char: str) -> bool:
    return "\u00a1" <= char <= "\u07ff"


def _is_lost(passage: str, beside: bool) -> bool:
    """Whether letters run on as no language has them: of several scripts, or among much that is gone.

    `beside`: other letters run on from them, as in words of a language; then Latin and Greek ones show nothing.
    """
    letters = [char for char in passage if char not in _HOLE]
    scripts = {int(np.searchsorted(_SCRIPTS, ord(char), side="right")) for char in letters}
    gone = len(passage) - len(letters)
    if any(ord(char) >= _NOTHING[0][0] for char in letters):
        return True
    if beside:
        return len(scripts - {_LATIN, _GREEK}) > 1
    if len(scripts) > 1:
        return len(letters) >= _LEAST or _GREEK not in scripts
    return len(letters) > 1 and gone > _GONE
