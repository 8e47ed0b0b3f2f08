"""Finds the encoding of bytes: the BOM, else strict UTF-8, else the reading with the commonest characters."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.decode.coding import ALL_UNDECODABLE, BOMS, named, to_text
from cleaner.decode.common import score
from cleaner.errors import DecodeError
from cleaner.text import UNDECODABLE, are_in, codes_of, lazy

SAMPLE = 32_768
"""How many bytes, from the first that is not ASCII, are read to compare encodings."""

FLOOR = 0.2
"""The least score of a reading that is taken for text."""

# In this order where scores are equal.
CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")

DOUBT = 8
"""As many characters of evidence halve the margin that a short text shows by luck."""

UNSURE = 0.3
"""A smaller margin is a guess that is said: whole Chinese documents exceed it, a few characters do not,
nor do Japanese and Latin letters, whose encodings are not known here (Korean may)."""

BROKEN = 0.1
"""The share of characters beyond ASCII that may be broken in what is UTF-8 for certain."""

_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_WRITTEN = re.compile(rb"(?:\0\0){4,}")
"""NUL in a row, an even number, so that what is left of UTF-16 stays even."""
_ASCII = "\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))
_WHOLE = lazy("[\u0080-\ud7ff\ue000-\U0010ffff]")
_ODD = lazy("[\x00-\x08\x0e-\x1f\ud800-\udfff]")


class Guess(NamedTuple):
    """An encoding, the BOM found, and how much better it fits than the next (0 to 1; 1: certain)."""

    encoding: str
    bom: bytes
    margin: float
    text: str | None = None
    """The text of the bytes behind the BOM, where it came for free and every byte decodes."""


class Reading(NamedTuple):
    """A part of the bytes, read in one encoding."""

    encoding: str
    text: str
    score: float
    evidence: int
    """How many characters tell this encoding from others: in most of them ASCII does not."""
    possible: bool
    """UTF-16 gives a character for almost any two bytes: it must show common ones, or plain ASCII."""

    @classmethod
    def of(cls, text: str, encoding: str) -> Reading:
        """A sample with its score."""
        wide, codes = "16" in encoding, codes_of(text)
        points, ascii_count = score(codes), int(are_in(_ASCII, codes).sum())
        evidence = len(text) if wide else len(text) - ascii_count
        possible = not wide or points >= FLOOR or ascii_count > max(1, len(text) // 256)
        return cls(encoding, text, points, evidence, possible)

    @property
    def likeness(self) -> float:
        """How much the evidence by itself looks like Chinese, about 0 for a wrong reading.

        What is in no encoding that is known may leave its one reading far ahead of all others.
        """
        plain = len(self.text) - self.evidence
        return (self.score * len(self.text) - plain) / (self.evidence + DOUBT)

    @property
    def whole(self) -> str:
        """The text without a character that it was cut in at the end."""
        return self.text[:-3] + self.text[-3:].rstrip(ALL_UNDECODABLE)


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
    readings = [Reading.of(_sample(data, name), name) for name in CANDIDATES]
    if text is None and (sure := _nearly_utf8(readings[0])):
        return Guess("utf-8", b"", sure)
    best, other = sorted(readings, key=lambda each: (each.possible, each.score), reverse=True)[:2]
    if not best.possible or (best.score < FLOOR and _ODD.search(best.whole)):
        raise DecodeError("binary: this is no text in any encoding that is known")
    margin = (best.score - other.score) * len(best.text) / (best.evidence + DOUBT)
    sure = round(max(0.0, min(1.0, margin, best.likeness)), 3)
    return Guess(best.encoding, b"", sure, text if best.encoding == "utf-8" else None)


def _nearly_utf8(reading: Reading) -> float:
    """A margin if the bytes are UTF-8 with a few broken ones, whatever the text says; else 0.

    Bytes of other encodings hardly ever make whole characters of UTF-8.
    """
    broken, whole = len(UNDECODABLE.findall(reading.whole)), len(_WHOLE.findall(reading.text))
    share = broken / max(1, broken + whole)
    return round(1 - share, 3) if share < BROKEN else 0.0


def resolve(encoding: str, data: bytes) -> Guess:
    """What a user's name of an encoding means for `data`. Raises `UsageError` for an unknown name."""
    name = named(encoding)
    if name in ("utf-16", "utf-32"):
        little, big = f"{name}-le", f"{name}-be"
        is_big = score(codes_of(_sample(data, big))) > score(codes_of(_sample(data, little)))
        has_bom = [each for each in (little, big) if data.startswith(BOMS[each])]
        name = has_bom[0] if has_bom else big if is_big else little
    bom = BOMS.get(name, b"")
    return Guess(name, bom if bom and data.startswith(bom) else b"", 1.0)


def _sample(data: bytes, encoding: str) -> str:
    """A part of the text that tells encodings apart: from the first byte that is not ASCII."""
    high = _HIGH.search(data)
    start = high.start() if high else 0
    wide = 4 if "32" in encoding else 2 if "16" in encoding else 1
    start -= start % wide
    piece = _NOT_WRITTEN.sub(b"", data[start : start + SAMPLE])
    # The quick error handlers of Python: a wrong reading has thousands of errors.
    if wide == 2:
        return piece[: len(piece) & ~1].decode(encoding, "surrogatepass")
    if encoding == "big5":
        return piece.decode("big5hkscs", "surrogateescape")
    return to_text(piece, encoding)
