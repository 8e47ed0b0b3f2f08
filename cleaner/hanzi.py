"""Which Han characters are nothing but traditional or simplified forms, and what a text is written in."""

from __future__ import annotations

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
    chars = {
        char for char in page.profile.chars | page.inserted if len(char) == 1 and char > "\u33ff"
    }
    strange = {char: simple_form(char) for char in chars if char in ALSO or not _standard(char)}
    strange = {char: simple for char, simple in strange.items() if simple != char}
    return strange if strange and is_simplified(page) else {}


def is_simplified(page: Page) -> bool:
    """Whether the text is in simplified characters: four or more for each traditional one, no Japanese."""
    codes = page.codes
    counts = np.bincount(codes[codes < 0x10000], minlength=0x10000)
    plain = odd = 0
    for code in (np.flatnonzero(counts[0x3400:0xA000]) + 0x3400).tolist():
        if simplified_only(chr(code)):
            plain += int(counts[code])
        elif simple_form(chr(code)) != chr(code):
            odd += int(counts[code])
    kana = int(counts[0x3041:0x30FB].sum())
    return plain > 0 and plain >= 4 * odd and kana * 20 <= plain
