"""Bytes and characters of one encoding, so that every byte has its character and comes back.

A byte that does not decode is one character of U+DC80–DCFF. Bytes from 0x80 are U+DC00 plus the byte, as
in Python's `surrogateescape`; the few below (half of a lone surrogate of UTF-16) take the character
of the byte with its high bit set and need an *exception*: the exact bytes of a character by position.
Big5 has pairs that decode to the same character; those are exceptions, too.
"""

from __future__ import annotations

import codecs

import numpy as np

from cleaner.errors import UsageError
from cleaner.model import Offsets
from cleaner.offsets import distinct
from cleaner.text import UNDECODABLE, codes_of

NAMES = {
    "utf-8": "utf-8", "utf8": "utf-8", "utf-8-sig": "utf-8", "ascii": "utf-8", "us-ascii": "utf-8",
    "utf-16": "utf-16", "utf16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
    "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "utf-32": "utf-32", "utf32": "utf-32", "utf-32-le": "utf-32-le", "utf-32-be": "utf-32-be",
    "utf-32le": "utf-32-le", "utf-32be": "utf-32-be",
    "gb18030": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030",
    "euc-cn": "gb18030", "gb-18030": "gb18030",
    "big5": "big5", "big-5": "big5", "big5-hkscs": "big5", "big5hkscs": "big5", "cp950": "big5",
}  # fmt: skip
"""The names that `--encoding` takes, and the encoding that each stands for."""

BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "gb18030": b"\x84\x31\x95\x33",
}
"""The byte order mark of each encoding, the longer before those that they begin with."""

ALL_UNDECODABLE = "".join(map(chr, range(0xDC80, 0xDD00)))
"""Every character that stands for a byte that did not decode."""

# Python's big5hkscs reads these nine marks as no Big5 file means them; here as in code page 950, as
# browsers do. One character for one, exchanged both ways, so that nothing else moves.
_HKSCS, _MEANT = "•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡"
_SWAPPED = str.maketrans(_HKSCS + _MEANT, _MEANT + _HKSCS)
_EURO = b"\xa3\xe1"
_COMBINING = (0x304, 0x30C)


def named(encoding: str) -> str:
    """The encoding that a name stands for; raises `UsageError` with suggestions for an unknown one."""
    key = encoding.strip().lower().replace("_", "-")
    if key in NAMES:
        return NAMES[key]
    from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

    close = get_close_matches(key, NAMES, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(known())}"
    raise UsageError(f"unknown encoding {encoding!r} ({hint})")


def known() -> list[str]:
    """The encodings that are read, each once."""
    return list(dict.fromkeys(NAMES.values()))


def to_text(data: bytes, encoding: str) -> str:
    """The characters of bytes: nothing raises, each byte that does not decode is one U+DC80–DCFF."""
    if encoding in ("utf-8", "gb18030"):
        return data.decode(encoding, "surrogateescape")
    if encoding == "big5":
        return _swapped(data.decode("big5hkscs", "cleaner-big5"))
    return data.decode(encoding, "cleaner-bytes")


def to_bytes(text: str, encoding: str) -> bytes:
    """The bytes of characters, those of U+DC80–DCFF as the byte they stand for.

    Raises `UnicodeEncodeError` for a character that the encoding cannot hold.
    """
    if encoding in ("utf-8", "gb18030"):
        return text.encode(encoding, "surrogateescape")
    if encoding == "big5":
        return _swapped(text).encode("big5hkscs", "cleaner-big5")
    if not UNDECODABLE.search(text):
        return text.encode(encoding)
    pieces = UNDECODABLE.splititer(text)
    raws = (bytes([ord(char) & 0xFF]) for char in UNDECODABLE.findall(text))
    return b"".join(piece.encode(encoding) + next(raws, b"") for piece in pieces)


def exceptions(text: str, data: bytes, encoding: str) -> list[tuple[int, bytes]]:
    """Where `text`, read from `data`, does not encode back the same: positions and exact bytes."""
    if encoding in ("utf-8", "gb18030"):
        return []
    plain = to_bytes(text, encoding)
    if plain == data:
        return []
    other = np.frombuffer(plain, np.uint8) != np.frombuffer(data, np.uint8)
    ends = np.cumsum(_widths(text, encoding))
    chars = distinct(np.searchsorted(ends, np.flatnonzero(other), side="right"))
    return [(at, data[(ends[at - 1] if at else 0) : ends[at]]) for at in chars.tolist()]


def _widths(text: str, encoding: str) -> Offsets:
    """The number of bytes of each character, for encodings that may have exceptions."""
    codes = codes_of(text)
    if encoding == "big5":
        widths = 1 + (codes > 0x7F).astype(np.int64)
        # Four pairs are a letter and a combining mark: the bytes are counted for the letter.
        widths[np.isin(codes, _COMBINING)] = 0
    elif encoding.startswith("utf-16"):
        widths = 2 + 2 * (codes > 0xFFFF).astype(np.int64)
    else:
        widths = np.full(len(codes), 4, dtype=np.int64)
    widths[(codes >= 0xDC80) & (codes <= 0xDCFF)] = 1
    return widths


def _swapped(text: str) -> str:
    """Big5 text with the nine marks exchanged; its own inverse."""
    return text.translate(_SWAPPED) if any(mark in text for mark in _HKSCS + _MEANT) else text


def _bytes_handler(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler of UTF-16 and UTF-32: each byte as one character."""
    assert isinstance(error, UnicodeDecodeError)
    raw = error.object[error.start : error.end]
    return "".join(chr(0xDC00 | 0x80 | byte) for byte in raw), error.end


def _big5_handler(error: UnicodeError) -> tuple[str | bytes, int]:
    """Codec error handler of Big5: knows the euro sign, else one byte, one character."""
    if isinstance(error, UnicodeDecodeError):
        at = error.start
        if error.object[at : at + 2] == _EURO:
            return "€", at + 2
        return chr(0xDC00 | error.object[at]), at + 1
    assert isinstance(error, UnicodeEncodeError)
    char = error.object[error.start]
    if char == "€":
        return _EURO, error.start + 1
    if "\udc80" <= char <= "\udcff":
        return bytes([ord(char) & 0xFF]), error.start + 1
    raise error


codecs.register_error("cleaner-bytes", _bytes_handler)
codecs.register_error("cleaner-big5", _big5_handler)
