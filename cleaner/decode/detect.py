"""Finds the encoding of bytes: the BOM, else strict UTF-8, else the reading with the commonest characters."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.decode.coding import BOMS, named, to_text
from cleaner.decode.common import score
from cleaner.errors import DecodeError

SAMPLE = 65_536
"""How many bytes, from the first that is not ASCII, are read to compare encodings."""

FLOOR = 0.2
"""The least score of a reading that is taken for text."""

# In this order where scores are equal.
CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")

_HIGH = re.compile(rb"[\x80-\xff]")


class Guess(NamedTuple):
    """An encoding, the BOM found, and how much better it fits than the next (0 to 1; 1: certain)."""

    encoding: str
    bom: bytes
    margin: float
    text: str | None = None
    """The text of the bytes behind the BOM, where it came for free and every byte decodes."""


def detect(data: bytes) -> Guess:
    """The encoding of `data`. Raises `DecodeError` if no reading looks like text."""
    for encoding, bom in BOMS.items():
        if data.startswith(bom) and (encoding != "utf-32-le" or len(data) % 4 == 0):
            return Guess(encoding, bom, 1.0)
    text = None
    try:
        text = data.decode()
        if b"\0" not in data:
            return Guess("utf-8", b"", 1.0, text)
    except UnicodeDecodeError:
        pass
    best, other = sorted(_scores(data), reverse=True)[:2]
    if best[0] < FLOOR and data:
        raise DecodeError("binary: the bytes are no text in any encoding that is known")
    encoding = CANDIDATES[-best[1]]
    margin = round(min(1.0, best[0] - other[0]), 3)
    return Guess(encoding, b"", margin, text if encoding == "utf-8" else None)


def resolve(encoding: str, data: bytes) -> Guess:
    """What a user's name of an encoding means for `data`. Raises `UsageError` for an unknown name."""
    name = named(encoding)
    if name in ("utf-16", "utf-32"):
        little, big = f"{name}-le", f"{name}-be"
        is_big = score(_sample(data, big)) > score(_sample(data, little))
        has_bom = [each for each in (little, big) if data.startswith(BOMS[each])]
        name = has_bom[0] if has_bom else big if is_big else little
    bom = BOMS.get(name, b"")
    return Guess(name, bom if bom and data.startswith(bom) else b"", 1.0)


def _scores(data: bytes) -> list[tuple[float, int]]:
    """Score and rank (0 or less: the smaller the later) of each candidate."""
    return [(score(_sample(data, encoding)), -at) for at, encoding in enumerate(CANDIDATES)]


def _sample(data: bytes, encoding: str) -> str:
    """A part of the text that tells encodings apart: from the first byte that is not ASCII."""
    high = _HIGH.search(data)
    start = high.start() if high else 0
    wide = 4 if "32" in encoding else 2 if "16" in encoding else 1
    start -= start % wide
    return to_text(data[start : start + SAMPLE], encoding)
