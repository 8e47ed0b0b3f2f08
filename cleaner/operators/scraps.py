"""What is left of GBK or Big5 that was read as UTF-8: letters of several scripts without a blank between them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.sealed import breaks, seal, sealed_spans
from cleaner.text import compiled, matches

# The second byte of a Chinese character is A1 or above; where two such bytes make a letter of UTF-8, its last six
# bits are 21 or above.
_THREE = (0x800, 0x1FFF), (0x2C00, 0x2DFF), (0x3400, 0x4DBF), (0xA000, 0xABFF), (0xE000, 0xF8FF)
_CODES = [*range(0xA1, 0x800), *(code for first, last in _THREE for code in range(first, last + 1))]
_LETTERS = np.zeros(0x10000, dtype=bool)
_LETTERS[
    [code for code in _CODES if code & 0x3F >= 0x21 and (code < 0x800 or code >> 6 & 0x3F >= 0x21)]
] = True
_HOLE = "\ufffd?"
_LOST = compiled(r"[^\s\x00-\x7F]*?锟斤拷[^\s\x00-\x7F]*+")
_HOLES = compiled(r"[^\s\p{Han}\uFFFD]*+(?:\uFFFD++[^\s\p{Han}\uFFFD]*+){3,}+")
_SCRIPTS = (0xA1, 0x370, 0x400, 0x530, 0x590, 0x600, 0x700, 0x800, 0x3400, 0xA000, 0xE000, 0xF900)
"""Borders between scripts: Latin and phonetic letters, Greek, Cyrillic, Armenian, Hebrew, Arabic, others, rare Han."""
_LEAST = 3
"""Letters, of two scripts at least; or fewer, beside..."""
_GONE = 4
"""...more than so many question marks or U+FFFD in the same passage."""


def scraps() -> Finder:
    """Flag letters of several scripts that run on without a blank, as GBK and Big5 leave them when read as UTF-8.

    Each letter stands for one Chinese character that is not the right one; all others are lost.
    """

    def run(page: Page) -> Iterable[Patch]:
        known = sealed_spans(page)
        if page.has(("锟斤拷",)):  # flagged by a rule of its own
            for match in matches(_LOST, page.text):
                seal(page, Patch(*match.span(), match[0]))
        if page.has(("\ufffd",)):  # so are these
            for match in matches(_HOLES, page.text):
                seal(page, Patch(*match.span(), match[0]))
        codes = page.profile.points
        if not page.inserted and not _LETTERS[np.minimum(codes, 0xFFFF)].any():
            return
        borders = np.searchsorted(codes, _SCRIPTS)
        kinds = sum(first < last for first, last in pairwise(borders.tolist()))
        if not kinds or (kinds == 1 and not page.has(("\ufffd", "?????"))):
            return
        for start, end in _passages(page):
            passage = page.text[start:end]
            if not breaks(known, start, end) and _is_lost(passage):
                patch = Patch(start, end, passage, "flag")
                seal(page, patch)
                yield patch

    return run


def _passages(page: Page) -> Iterable[tuple[int, int]]:
    """Spans of such letters with nothing between them but question marks and U+FFFD, and no other letter beside."""
    text = page.text
    places = np.flatnonzero(_LETTERS[np.minimum(page.codes, 0xFFFF)]).tolist()
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
        if not _is_letter(text[start - 1 : start] if start else "") and not _is_letter(
            text[end : end + 1]
        ):
            yield start, end


def _is_letter(char: str) -> bool:
    return "\u00a1" <= char <= "\u07ff"


def _is_lost(passage: str) -> bool:
    """Whether letters run on as no language has them: of several scripts, or among much that is gone."""
    letters = [char for char in passage if char not in _HOLE]
    scripts = {int(np.searchsorted(_SCRIPTS, ord(char), side="right")) for char in letters}
    gone = len(passage) - len(letters)
    return (len(letters) >= _LEAST and len(scripts) > 1) or (len(letters) > 1 and gone > _GONE)
