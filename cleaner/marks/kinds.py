"""Kinds of characters that stand beside a mark. A mark and its full-width twin are of one kind."""

from __future__ import annotations

from functools import cache
from string import ascii_letters

import numpy as np
import numpy.typing as npt

from cleaner.lines.rows import Mask
from cleaner.text import BLANKS, han_table

Classes = npt.NDArray[np.uint16]

FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
"""The full-width twin of each half-width mark."""

HAN, VALUE, LATIN, OPEN, CLOSE, BRACKET_IN, BRACKET_OUT, MARK, BLANK, END, QUOTE = (
    1 << bit for bit in range(11)
)
"""Classes of neighbours, one bit each; 0 is anything else. VALUE: digits and what follows them (%, ℃)."""

_MEMBERS = (
    (VALUE, "0123456789０１２３４５６７８９%％‰℃°"),
    (LATIN, ascii_letters + ascii_letters.translate({code: code + 0xFEE0 for code in range(128)})),
    (OPEN, "“‘《〈「『【〔〖"),
    (CLOSE, "”’》〉」』】〕〗"),
    (BRACKET_IN, "(（"),
    (BRACKET_OUT, ")）"),
    (MARK, ",;:?!，；：？！。、…—·"),
    (BLANK, BLANKS),
    (END, "\n"),
    (QUOTE, "\"'"),
)


@cache
def class_table() -> Classes:
    """For each code point its class."""
    table = han_table().astype(np.uint16)
    for number, members in _MEMBERS:
        table[[ord(char) for char in members]] = number
    return table


@cache
def half_table() -> Mask:
    """For each ASCII character whether it is a mark with a full-width twin."""
    table = np.zeros(128, dtype=np.bool_)
    table[[ord(char) for char in FULL]] = True
    return table


def any_of(classes: Classes, *wanted: int) -> Mask:
    """Which of these are of one of the wanted classes."""
    return np.asarray(classes & sum(wanted), dtype=np.bool_)
