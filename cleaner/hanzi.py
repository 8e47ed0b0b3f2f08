"""Which Han characters are nothing but traditional or simplified forms, and what a text is written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from cleaner.errors import CleanerError
from cleaner.page import Page

ALSO = "於後麽"
"""Traditional forms that GB 2312 has, for names; everywhere else they are leftovers."""

_NAMES = "昇堃喆甦犇龢邨迺甯頫晳祕鉅陞鍾閤剋妳祂牠喫"
"""Forms that names and modern usage keep."""


@cache
def _converter(name: str) -> Any:  # noqa: ANN401  # OpenCC has no types
    import opencc  # noqa: PLC0415  # a compiled library: only loaded where a document needs it

    if not hasattr(opencc, "CONFIGS"):
        raise CleanerError(
            "the module 'opencc' is not OpenCC: the package 'opencc-python-reimplemented' has overwritten it; "
            "uninstall both, then install 'opencc'"
        )
    return opencc.OpenCC(name)


@cache
def simple_form(char: str) -> str:
    """The simplified form of a character that is nothing but a traditional form; else itself."""
    if char in _NAMES or (char not in ALSO and _standard(char)):
        return char
    if "\ud800" <= char <= "\udfff":
        return char  # a byte that did not decode: the converter takes no surrogates
    simple = str(_converter("t2s").convert(char))
    if len(simple) != 1 or not _standard(simple):
        return char
    back = str(_converter("s2t").convert(simple))
    return (
        simple if back == char or char in ALSO else char
    )  # others are variants, not traditional forms


@cache
def simplified_only(char: str) -> bool:
    """Whether a character is nothing but a simplified form."""
    return (
        _standard(char)
        and str(_converter("s2t").convert(char)) != char
        and (str(_converter("t2s").convert(char)) == char)
    )


def is_common(char: str) -> bool:
    """Whether a character is in the first level of GB 2312: the 3,755 common ones."""
    return _standard(char) and char.encode("gb2312")[0] < 0xD8


def _standard(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def strange_forms(page: Page) -> dict[str, str]:
    """The traditional characters of a simplified document with their simplified forms; {} for others."""
    strange = {
        char: simple
        for char in _chars(page)
        if (char in ALSO or not _standard(char)) and (simple := simple_form(char)) != char
    }
    return strange if strange and is_simplified(page) else {}


def is_simplified(page: Page) -> bool:
    """Whether the text is in simplified characters: four or more for each traditional one, no Japanese."""
    kinds = np.zeros(0x110000, dtype=np.uint8)
    kinds[0x3041:0x30FB] = 3
    for char in _chars(page):
        if simplified_only(char):
            kinds[ord(char)] = 1
        elif simple_form(char) != char:
            kinds[ord(char)] = 2
    found = kinds[page.codes]
    plain, odd, kana = (int(np.count_nonzero(found == kind)) for kind in (1, 2, 3))
    return plain > 0 and plain >= 4 * odd and kana * 20 <= plain


def _chars(page: Page) -> Iterator[str]:
    """The characters from U+3400 on that the text may have."""
    chars = page.profile.chars | page.inserted
    return (char for char in chars if len(char) == 1 and char > "\u33ff")
