"""GBK that is read one byte off: what the characters between the characters are.

A single byte too much or too little (a quotation mark of cp1252, a lost half) moves all that follows by one, up to the
next character of one byte. Each character is then half of one and half of the next.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from cleaner.decode.common import byte_pairs, weights
from cleaner.model import Offsets
from cleaner.text import Codes, codes_of

Bytes = np.ndarray[tuple[int], np.dtype[np.uint16]]
Weights = np.ndarray[tuple[int], np.dtype[np.float32]]

_LEADS = range(0x81, 0xFF)
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
NONE = -1.0
"""The weight of two bytes that are no character."""


@cache
def pair_of() -> Bytes:
    """For each code point its two bytes in GBK as one number, 0 for other characters."""
    table = np.zeros(0x110000, dtype=np.uint16)
    raw = byte_pairs(_LEADS, _TRAILS)
    table[codes_of(raw.decode("gb18030"))] = np.frombuffer(raw, dtype=">u2")
    return table


@cache
def _weight_of() -> Weights:
    """For each pair of bytes how common its character is."""
    table = np.full(0x10000, NONE, dtype=np.float32)
    pairs = pair_of()
    codes = np.flatnonzero(pairs)
    table[pairs[codes]] = weights()[codes]
    return table


def between(codes: Codes, places: Offsets) -> Weights:
    """How common the character is that the second byte at each place and the first byte behind it make."""
    behind = np.minimum(places + 1, len(codes) - 1)
    one, two = pair_of().take(codes[places]), pair_of().take(codes[behind])
    found: Weights = _weight_of().take((one & 0xFF) << 8 | two >> 8)
    found[(one == 0) | (two == 0) | (behind == places)] = NONE
    return found
