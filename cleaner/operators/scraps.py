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
_LETTERS = "".join(
    chr(code)
    for code in _CODES
    if code & 0x3F >= 0x21 and (code < 0x800 or code >> 6 & 0x3F >= 0x21)
)
_PASSAGE = compiled(
    rf"(?<![\u00A1-\u07FF\uFFFD?])[\uFFFD?]*+[{_LETTERS}](?:[\uFFFD?]*+[{_LETTERS}])*+"
    r"[\uFFFD?]*+(?![\u00A1-\u07FF])"
)
_LOST = compiled(r"[^\s\x00-\x7F]*?锟斤拷[^\s\x00-\x7F]*+")
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
        if page.has(("锟斤拷",)):  # flagged by a rule of its own
            for match in matches(_LOST, page.text):
                seal(page, Patch(*match.span(), match[0]))
        codes = page.profile.points
        borders = np.searchsorted(codes, _SCRIPTS)
        kinds = sum(first < last for first, last in pairwise(borders.tolist()))
        if not kinds or (kinds == 1 and not page.has(("\ufffd", "?????"))):
            return
        known = sealed_spans(page)
        for match in matches(_PASSAGE, page.text):
            if breaks(known, *match.span()):
                continue
            letters = [char for char in match[0] if char not in "?\ufffd"]
            scripts = {int(np.searchsorted(_SCRIPTS, ord(char), side="right")) for char in letters}
            gone = len(match[0]) - len(letters)
            if (len(letters) >= _LEAST and len(scripts) > 1) or (len(letters) > 1 and gone > _GONE):
                patch = Patch(*match.span(), match[0], "flag")
                seal(page, patch)
                yield patch

    return run
