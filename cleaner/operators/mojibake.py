"""Chinese that was written in one encoding and read in a single-byte one: letters with accents, signs, Cyrillic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import regex

from cleaner.characters.misread import (
    LOST,
    WRITTEN,
    bytes_of,
    raw_of,
    short,
    trimmed,
    unread,
    way_of,
    weight,
)
from cleaner.exempt.sealed import seal
from cleaner.model import Patch
from cleaner.offsets import offsets
from cleaner.page import Finder, Page
from cleaner.text import are_han, count_han, looked_up

# UTF-8 sequences of Han, of full-width forms and of the marks of Chinese text.
_SEQUENCES = regex.compile(
    rb"(?:[\xE4-\xE9][\x80-\xBF]{2}|\xE3[\x80-\x83][\x80-\xBF]|\xEF\xBC[\x80-\xBF]|\xE2\x80[\x90-\xAF])+"
)
_WORDS = regex.compile(r"[^\x00-\x2F:-?]+")
"""What stands between blanks and marks; in no encoding is one of these half of a character."""

_KINDS = 3
"""Different letters that Chinese text has no use for; a misread text has at least so many."""
_SURE, _ENOUGH = 4, 2
"""Han that one row must win before anything is believed to be misread, and where another row has shown it."""
_ROWS, _LEFT, _MOST_OF = 5, 3, 10
"""Passages that show that the whole text was misread; the share of the letters that may be left; and that of Han, and of
passages that were misread otherwise."""
_MARKS = "“”‘’—…•–"
"""Marks of sound Chinese that are also bytes of cp1252: they may stand beside what was misread."""


class _Found(NamedTuple):
    """What is found in one row: what it wins, and in which encoding it was read."""

    han: int
    encoding: str
    patches: list[Patch]


def mojibake(*, encodings: tuple[str, ...], lost: bool = False) -> Finder:
    """Restore UTF-8 that was read as one of the single-byte `encodings`, and GBK and Big5 read as Latin-1 or cp1252.

    Works on each passage by itself, on rows with letters that Chinese text has no use for; misreadings
    of misreadings are undone, too. A passage whose bytes are all there is restored where that gives plainly
    Chinese text. Where bytes were lost, the characters of which all bytes are there are for review; with `lost`
    those passages are flagged, and nothing else is done. Raises `ValueError` for an encoding that is not known or not single-byte.
    """
    for name in encodings:
        bytes_of(name)

    find = _finder(encodings)

    def run(page: Page) -> Iterable[Patch]:
        found = page.view(find)
        if lost:
            return (patch for patch in found if patch.level == "flag")
        seal(page, (patch[:2] for patch in found if patch.level == "flag"))
        return (patch for patch in found if patch.level != "flag")

    return run


@cache
def _finder(encodings: tuple[str, ...]) -> Callable[[Page], list[Patch]]:
    """What finds the patches of a page, so that the rule that flags and the one that restores share them."""

    def find(page: Page) -> list[Patch]:
        new = sum(_odd()[ord(char)] for char in page.inserted - page.profile.chars)
        if np.count_nonzero(_odd()[page.profile.points]) + new < _KINDS:
            return []
        rows = list(_suspicious(page))
        found = {
            start: _best(row, encodings, _SURE) for start, row, count in rows if count >= _SURE
        }
        known = {each.encoding for each in found.values() if each}
        out: list[Patch] = []
        for start, row, _ in rows:
            best = found.get(start) or (_best(row, known, _ENOUGH) if known else None)
            found_here = best.patches if best else []
            out += [p._replace(start=start + p.start, end=start + p.end) for p in found_here]
        others = list(_others(page, out, encodings))
        again = {page.row_at(patch.start) for patch in others}
        return sorted([*others, *(each for each in out if page.row_at(each.start) not in again)])

    return find


def _others(page: Page, patches: list[Patch], encodings: tuple[str, ...]) -> Iterator[Patch]:
    """The patches of rows that do not show it, or not as a whole, where all of a text was misread in one way."""
    whole = [patch for patch in patches if patch.level is None]
    if len(whole) < _ROWS:
        return
    odd = np.flatnonzero(looked_up(_odd(), page.codes))
    starts, ends = (
        offsets([patch.start for patch in whole]),
        offsets([patch.end for patch in whole]),
    )
    nth = starts.searchsorted(odd, side="right") - 1
    left = odd[(nth < 0) | (odd >= ends[nth])]
    if len(left) * _LEFT > len(odd) or _has_han(page, len(odd)):
        return
    way, count = Counter(patch.message for patch in whole).most_common(1)[0]
    ways = [pair for pair in product(WRITTEN, encodings) if way_of(*pair) == way]
    if not ways or count * _MOST_OF < len(whole) * (_MOST_OF - 1):
        return
    written, encoding = ways[0]
    for row in sorted({page.row_at(at) for at in left.tolist()}):
        text, start = page.rows[row], page.starts[row]
        raw = raw_of(text, encoding)
        after = raw.decode(written, "replace") if raw else LOST
        if LOST not in after and weight(after) >= 0:
            first, last, new = trimmed(text, after)
            yield Patch(start + first, start + last, new, message=way)


def _has_han(page: Page, odd: int) -> bool:
    """Whether a text has Han beside what was misread."""
    return int(np.count_nonzero(are_han(page.codes))) * _MOST_OF > odd


_SIGNS = "§°±·×÷"
"""Signs that sound Chinese has use for."""


@cache
def _odd() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each code point whether Chinese text has no use for it: letters and signs of other alphabets."""
    table = np.zeros(0x110000, dtype=np.bool_)
    table[0x80:0x530] = True
    table[[ord(sign) for sign in _SIGNS]] = False
    return table


def _suspicious(page: Page) -> Iterator[tuple[int, str, int]]:
    """The rows with several kinds of letters under suspicion: where they start, their text, how many."""
    codes = page.codes
    odd = np.flatnonzero(looked_up(_odd(), codes))
    if len(odd) < _SURE:
        return
    borders = np.concatenate(([-1], np.flatnonzero(codes == 10), [len(codes)]))
    rows, firsts, counts = np.unique(
        np.searchsorted(borders, odd) - 1, return_index=True, return_counts=True
    )
    for row, at, count in zip(rows.tolist(), firsts.tolist(), counts.tolist(), strict=True):
        if count >= _KINDS and len(set(codes[odd[at : at + count]].tolist())) >= _KINDS:
            start, end = int(borders[row]) + 1, int(borders[row + 1])
            yield start, page.text[start:end], count


_TWO = regex.compile(r"[^\x00-\x7F]{2}")


@cache
def _passages(encoding: str) -> regex.Pattern[str]:
    """Passages that may have been read in an encoding; a lost character does not divide them."""
    chars = "".join(map(chr, sorted(bytes_of(encoding)))).replace("\n", "") + LOST
    return regex.compile(f"[{regex.escape(chars, special_only=False)}]+")


def _best(row: str, encodings: Iterable[str], least: int) -> _Found | None:
    """What is had back from a row: in the encoding that wins most Han."""
    best = None
    for encoding in encodings:
        patches: list[Patch] = []
        for match in _passages(encoding).finditer(row):
            if _TWO.search(match[0]):
                patches += _restored(match[0], match.start(), encoding, least)
        han = sum(count_han(patch.after) for patch in patches if patch.level != "flag")
        if patches and (best is None or han > best.han):
            best = _Found(han, encoding, patches)
    return best


def _restored(passage: str, start: int, encoding: str, least: int) -> list[Patch]:
    """The patches of one passage: whole, without the marks at its ends, word by word; else what was lost."""
    inner = passage.strip(_MARKS)
    for at, piece in ((0, passage), (passage.index(inner), inner)):
        if patch := _exact(piece, start + at, encoding, least):
            return [patch]
    words = [word for word in _WORDS.finditer(passage) if not word[0].isascii()]
    found = [_exact(word[0], start + word.start(), encoding, least) for word in words]
    if any(found) and not any(
        _is_odd(word[0]) for word, patch in zip(words, found, strict=True) if not patch
    ):
        return [patch for patch in found if patch]
    return _lossy(passage, start, encoding)


def _is_odd(word: str) -> bool:
    """Whether a word is no word of a language that is written with a few accents."""
    return sum(char > "\x7f" for char in word) > 2


def _exact(piece: str, start: int, encoding: str, least: int) -> Patch | None:
    """The patch of a piece of which every byte is there."""
    reading = unread(piece, (encoding,), least)
    if reading is None:
        return None
    first, last, after = trimmed(piece, reading.text)
    return Patch(start + first, start + last, after, message=reading.way)


def _lossy(passage: str, start: int, encoding: str) -> list[Patch]:
    """A flag for a passage of which some bytes are lost, and for review the characters that are whole."""
    reading = unread(passage, (encoding,), _SURE, errors="ignore")
    if reading is None:
        return []
    high = [at for at, char in enumerate(passage) if char > "\x7f"]
    if reading.han * 8 < len(high):
        return []
    flag = Patch(
        start + high[0],
        start + high[-1] + 1,
        "",
        "flag",
        f"{reading.way}, bytes are lost: {short(reading.text)}",
    )
    table = bytes_of(encoding)
    raw = bytes(table.get(ord(char), 0) for char in passage)
    return [flag] + [
        Patch(
            start + match.start(),
            start + match.end(),
            match[0].decode("utf-8", "replace"),
            "review",
        )
        for match in _SEQUENCES.finditer(raw)
    ]
