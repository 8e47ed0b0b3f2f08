"""Text that was written in one encoding and read in another: the way back, and whether it is Chinese.

A misreading maps bytes to characters; where no byte was lost the bytes can be had back from the characters
and read again. Whether the new reading is the right one is judged by how common its characters are
(`decode.common`), and, where the bytes alone prove little, by how many neighbours are known to follow each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np

from cleaner.cohesion import share_known
from cleaner.decode.common import byte_pairs, weights
from cleaner.text import codes_of, count_han, lazy

WRITTEN = ("utf-8", "gb18030", "big5hkscs")
"""The encodings that Chinese is written in."""

LOST = "\ufffd"
"""What stands in a text for bytes that could not be read. FF is put for it, which no encoding here has."""
_BYTE_80 = "\x80"
_NO_PAIR = lazy(f"[{LOST}{_BYTE_80}]")

DEEP = 3
"""How many misreadings in a row are undone."""

_WESTERN = ("latin-1", "windows-1252", "sloppy-windows-1252", "cp1252")
"""As these GBK and Big5 were misread; in other alphabets many words look like GBK or Big5, too."""

_CLEAR = 0.6
"""Real sentences have a mean weight of 0.6 to 1, verse 0.5; wrong readings stay below 0.4."""
_LEAST = 0.5
_CLEAR_PAIRS = 0.78
"""But any two bytes of another alphabet lead to the common characters of GB 2312, whose mean weight is 0.5 to 0.7.
There 0.4 of the share of known pairs counts, too, and the marks that only Chinese writes: real sentences have more
than this, Korean and Japanese that were misread as the same have less."""
_COMMA, _OTHER_MARKS = 0.15, 0.1

_RUN = lazy(r"[\p{Han}，。、：；？！…—“”‘’《》（）]{2,}")


Turns = np.ndarray[tuple[int], np.dtype[np.uint8]]


class Reading(NamedTuple):
    """A text that was had back: what it is, how it was misread, how common its characters are."""

    text: str
    way: str
    weight: float
    han: int
    deep: bool = False
    """Whether it was misread more than once: so long an exact way back is no chance."""


@cache
def bytes_of(encoding: str) -> dict[int, int]:
    """The byte that each character stands for in a single-byte encoding, ASCII included.

    Control characters U+0080–U+009F stand for their bytes where nothing else does: the programs that misread
    passed bytes through that their encoding does not define. Raises `ValueError` for an encoding that is not known or not single-byte.
    """
    table = {byte: byte for byte in range(0x80)}
    known = 0
    for byte in range(0x80, 0x100):
        try:
            char = bytes([byte]).decode(encoding.removeprefix("sloppy-"))
        except UnicodeDecodeError:
            continue
        except LookupError as error:
            raise ValueError(str(error)) from None
        if len(char) != 1:
            raise ValueError(f"{encoding} is not a single-byte encoding")
        table[ord(char)] = byte
        known += 1
    if known < 64:
        raise ValueError(f"{encoding} is not a single-byte encoding")
    for byte in range(0x80, 0xA0):
        table.setdefault(byte, byte)
    table[ord(LOST)] = 0xFF
    return table


def raw_of(text: str, encoding: str) -> bytes | None:
    """The bytes of a text that was read in an encoding, single-byte or GB18030; None if it was not."""
    if encoding == "gb18030":
        text = text.replace("€", _BYTE_80)
        try:
            parts = [part.encode("gb18030") for part in _NO_PAIR.split(text)]
        except UnicodeEncodeError:
            return None
        single = [b"\x80" if char == _BYTE_80 else b"\xff" for char in _NO_PAIR.findall(text)]
        return b"".join(part + byte for part, byte in zip(parts, [*single, b""], strict=True))
    table = bytes_of(encoding)
    try:
        return bytes([table[ord(char)] for char in text])
    except KeyError:
        return None


def weight(text: str) -> float:
    """How common the characters beyond ASCII are: 1 at most, -1 where one of them stands in no text."""
    codes = codes_of(text)
    codes = codes[codes > 0x7F]
    if not len(codes):
        return 0.0
    found = weights()[codes]
    return -1.0 if found.min() <= -1 else float(found.mean())


def is_chinese(reading: Reading, written: str, least: int) -> bool:
    """Whether a reading is plainly Chinese: at least so many Han, and as common as they are in sentences."""
    if reading.han < least:
        return False
    if written == "utf-8":
        return reading.weight >= 0.1  # other bytes hardly ever make whole characters of UTF-8
    runs = [len(run) for run in _RUN.findall(reading.text) if len(run) >= min(3, least)]
    if reading.weight < _LEAST or sum(runs) * 2 < reading.han:
        return False  # a few letters with accents inside Latin words
    comma = "，" in reading.text
    if written == "big5hkscs":
        return comma or reading.weight >= _CLEAR
    marks = _COMMA * comma
    marks += _OTHER_MARKS * any(mark in reading.text for mark in "。、？！：；“”")
    return reading.weight + 0.4 * share_known(reading.text) + marks >= _CLEAR_PAIRS


def unread(
    text: str, encodings: Iterable[str], least: int, *, errors: str = "strict", depth: int = DEEP
) -> Reading | None:
    """The best Chinese reading of a text that was misread in one of the encodings; None if there is none.

    With `errors="ignore"` bytes that make no character are left out.
    """
    best = None
    for encoding in encodings:
        raw = raw_of(text, encoding)
        if raw is None:
            continue
        for written in WRITTEN if encoding in _WESTERN else WRITTEN[:1]:
            try:
                again = raw.decode(written, errors)
            except UnicodeDecodeError:
                continue
            if again == text or again.isascii():
                continue
            found = _judged(again, way_of(written, encoding), written, least)
            if (found is None or found.weight < _CLEAR) and depth > 1:
                found = _deeper(again, found, encoding, written, least, errors, depth)
            if found and (best is None or found.weight > best.weight):
                best = found
    return best


_NAMES = {"utf-8": "UTF-8", "gb18030": "GBK", "big5hkscs": "Big5"}


def way_of(written: str, encoding: str) -> str:
    """How text that was misread once was misread, in words."""
    return f"{_NAMES[written]} read as {_name(encoding)}"


def _name(encoding: str) -> str:
    return _NAMES.get(encoding, encoding)


def _judged(text: str, way: str, written: str, least: int) -> Reading | None:
    reading = Reading(text, way, weight(text), count_han(text))
    return reading if is_chinese(reading, written, least) else None


def _deeper(
    text: str,
    found: Reading | None,
    encoding: str,
    written: str,
    least: int,
    errors: str,
    depth: int,
) -> Reading | None:
    """The better of a reading and of what comes out where it was misread once more."""
    again = (encoding if encoding != "gb18030" else "windows-1252", "gb18030")
    below = unread(text, again, least, errors=errors, depth=depth - 1)
    if below is None or (found and found.weight >= below.weight):
        return found
    return below._replace(
        deep=True, way=f"{below.way}, and that {_NAMES[written]} as {_name(encoding)}"
    )


def trimmed(text: str, after: str) -> tuple[int, int, str]:
    """Where two texts differ: start and end in the first, and what stands there in the second."""
    size, most = 0, min(len(text), len(after))
    while size < most and text[size] == after[size]:
        size += 1
    tail = 0
    while tail < most - size and text[-1 - tail] == after[-1 - tail]:
        tail += 1
    return size, len(text) - tail, after[size : len(after) - tail]


def short(text: str) -> str:
    """A text to be quoted in a message."""
    return text if len(text) <= 40 else f"{text[:40]}…"


@cache
def pairs_of_utf8() -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """For each code point what it may be of UTF-8 that was read as GBK, to index.

    0: nothing; 1: its two bytes are bytes of UTF-8; 2: so they are, and it is rare in text; 3: its first byte
    is, its second one ASCII; 4: ASCII.
    """
    table = np.zeros(0x110000, dtype=np.uint8)
    table[0x20:0x7F] = 4
    first, second = range(0x81, 0xC0), range(0xC2, 0xF5)
    leads, trails = (*first, *second), (*range(0x80, 0xC0), *second)
    table[codes_of(byte_pairs(leads, range(0x40, 0x7F)).decode("gb18030"))] = 3
    codes = codes_of(byte_pairs(leads, trails).decode("gb18030"))
    table[codes] = 1 + (weights()[codes] < 0.3)
    table[0x20AC] = 1
    return table


@cache
def turns_of_utf8() -> Turns:
    """For each code point which part it is of two Han of UTF-8 that were read as GBK, to index.

    Their six bytes make three characters: 1, 2 and 3 in turn. 4: the two bytes of a letter; 0: neither.
    """
    table = np.zeros(0x110000, dtype=np.uint8)
    leads, trails = range(0xE2, 0xF0), range(0x80, 0xC0)
    for turn, (first, second) in enumerate(((leads, trails), (trails, leads), (trails, trails)), 1):
        pairs = byte_pairs([one for one in first if one != 0x80], second)
        table[codes_of(pairs.decode("gb18030"))] = turn
    table[codes_of(byte_pairs(range(0xC2, 0xE0), trails).decode("gb18030"))] = 4
    table[0x20AC] = 0
    return table
