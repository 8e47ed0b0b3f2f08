"""UTF-8 that was read as GBK: rare Han, one for every two bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

import numpy as np
import regex

from cleaner.characters.misread import (
    LOST,
    Turns,
    pairs_of_utf8,
    raw_of,
    short,
    trimmed,
    turns_of_utf8,
    unread,
    weight,
)
from cleaner.exempt.sealed import seal
from cleaner.lines.rows import Mask
from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.text import Codes

_SEQUENCES = regex.compile(rb"(?:[\x20-\x7E]|[\xC2-\xDF][\x80-\xBF]|[\xE2-\xEF][\x80-\xBF]{2})+")

_KINDS = 3
"""Different rare characters of that sort that a misread text has at least."""
_HAN = 2
"""Han that a passage must win. Three characters are what two Han were read as."""
_SURE = 4
"""Han that prove by themselves that a passage was misread."""
_BETTER = 0.25
"""How much commoner the characters must become."""


def misread_pairs() -> Finder:
    """Restore UTF-8 that was read as GBK, in passages of which every byte is there.

    Where bytes were lost (a sentence of an odd number of bytes loses its last character) the passage is flagged.
    """

    def run(page: Page) -> Iterable[Patch]:
        table = _rare()
        new = sum(bool(table[ord(char)]) for char in page.inserted - page.profile.chars)
        if np.count_nonzero(table.take(page.profile.points)) + new < _KINDS:
            return []
        known: dict[str, list[Patch]] = {}  # names with a rare character recur
        out: list[Patch] = []
        for start, end in _passages(page):
            passage = page.text[start:end]
            if passage not in known:
                known[passage] = list(_patches(passage, 0))
            out += [
                found._replace(start=start + found.start, end=start + found.end)
                for found in known[passage]
            ]
        seal(page, (patch[:2] for patch in out if patch.level == "flag"))
        return out

    return run


@cache
def _rare() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each code point whether it is rare, and its bytes are bytes of one or two characters of UTF-8."""
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = (pairs_of_utf8() == 2) & (
        turns_of_utf8() > 0
    )
    return found


def _passages(page: Page) -> Iterator[tuple[int, int]]:
    """Spans of a row around three characters in a row that are bytes of UTF-8, one of them rare."""
    codes, table, here = page.codes, pairs_of_utf8(), 0
    for at in _suspects(page):
        if at < here:
            continue
        start, end = at, at + 1
        while start > here and (table[codes[start - 1]] or codes[start - 1] == ord(LOST)):
            start -= 1
        while end < len(codes) and (table[codes[end]] or codes[end] == ord(LOST)):
            end += 1
        yield start, end
        here = end


def _suspects(page: Page) -> list[int]:
    """Where a rare character stands beside two others so that the three are the bytes of two Han or three letters."""
    codes, places = page.codes, page.standing(_rare())
    two, one, here, behind, third = (_turn(codes, places + step) for step in range(-2, 3))
    found = _follow(two, one, here) | _follow(one, here, behind) | _follow(here, behind, third)
    return [*places[found].tolist()]


def _follow(first: Turns, second: Turns, third: Turns) -> Mask:
    """Whether three characters are parts of two Han, one after the other, or three letters."""
    letters: Mask = (first == 4) & (second == 4) & (third == 4)
    han: Mask = (first > 0) & (second == first % 3 + 1) & (third == second % 3 + 1)
    return letters | han


def _turn(codes: Codes, places: Offsets) -> Turns:
    """Which bytes of UTF-8 each character is (`turns_of_utf8`); 0 outside of the text."""
    inside = (places >= 0) & (places < len(codes))
    found: Turns = turns_of_utf8().take(codes.take(places, mode="clip")) * inside
    return found


def _patches(text: str, start: int) -> Iterator[Patch]:
    least = weight(text) + _BETTER
    reading = unread(text, ("gb18030",), _HAN)
    if reading is None and (inner := _inner(text)):
        first, last = inner
        start, text = start + first, text[first:last]
        reading = unread(text, ("gb18030",), _HAN)
    if reading:
        if reading.weight >= least or (reading.deep and reading.weight >= least - _BETTER):
            first, last, after = trimmed(text, reading.text)
            yield Patch(start + first, start + last, after, message=reading.way)
        return
    reading = unread(text, ("gb18030",), _HAN, errors="ignore")
    if reading is None:
        return
    many = _beyond(reading.text) * 3 >= _beyond(text)
    # Other bytes hardly ever make so many whole characters of UTF-8.
    if many and (reading.weight >= least or reading.han >= _SURE):
        message = f"{reading.way}, bytes are lost: {short(reading.text)}"
        yield Patch(start, start + len(text), text, "flag", message)


def _beyond(text: str) -> int:
    """The number of characters beyond ASCII."""
    return sum(char > "\x7f" for char in text)


def _inner(text: str) -> tuple[int, int] | None:
    """The part of a passage without the sound characters at its ends: they may be bytes of UTF-8, too."""
    kinds = pairs_of_utf8()
    rare = [at for at, char in enumerate(text) if char == LOST or kinds[ord(char)] == 2]
    sizes = [1 if char in "€" or char < "\x80" else 2 for char in text]
    raw = raw_of(text, "gb18030")
    if raw is None or len(raw) != sum(sizes):
        return None
    starts = [0, *accumulate(sizes)]
    for match in _SEQUENCES.finditer(raw):
        if match.start() in starts and match.end() in starts:
            first, last = starts.index(match.start()), starts.index(match.end())
            before, behind = raw[: match.start()][-2:], raw[match.end() :][:2]
            whole = not _begins(before) and not _begins(behind)
            if whole and first <= rare[0] and rare[-1] < last and (first, last) != (0, len(text)):
                return first, last
    return None


def _begins(pair: bytes) -> bool:
    """Whether two bytes begin a Han or a full-width mark of UTF-8, whose third byte is lost then."""
    return len(pair) == 2 and pair[0] in range(0xE3, 0xF0) and pair[1] in range(0x80, 0xC0)
