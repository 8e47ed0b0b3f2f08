"""Chinese that was written in one encoding and read in another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import regex

from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import count_han

# UTF-8 sequences of Han, of full-width forms and of the marks of Chinese text.
_SEQUENCES = regex.compile(
    rb"(?:[\xE4-\xE9][\x80-\xBF]{2}|\xE3[\x80-\x83][\x80-\xBF]|\xEF\xBC[\x80-\xBF]|\xE2\x80[\x90-\xAF])+"
)
_GBK = regex.compile(r"[\u00A1-\u00FE]{6,}")
_PAIRS = regex.compile(r"(?:[\u00A1-\u00FE]{2})+")
_FEW = 4
"""Han that a row must win before anything in it is believed to be misread."""
_KINDS = 3
"""Different letters of that sort that a misread text has at least."""


def mojibake(*, encodings: tuple[str, ...], least: float = 0.9) -> Finder:
    """Restore UTF-8 that was read as one of the single-byte `encodings`, and GBK read as Latin-1.

    Works row by row, on rows with letters that Chinese text has no use for; the encoding that wins most
    Han counts. Where less than the share `least` of those letters is explained, the repair is for review.
    Raises `ValueError` for an encoding that is not known or not single-byte.
    """
    for name in encodings:
        _bytes_of(name)

    def run(page: Page) -> Iterable[Patch]:
        points = page.profile.points
        first, last = np.searchsorted(points, (0x80, 0x530))
        new = sum("\x80" <= char < "\u0530" for char in page.inserted - page.profile.chars)
        if last - first + new < _KINDS:
            return
        codes = page.codes
        odd = np.flatnonzero((codes >= 0x80) & (codes < 0x530))
        if len(odd) < _FEW:
            return
        borders = np.concatenate(([-1], np.flatnonzero(codes == 10), [len(codes)]))
        rows, counts = np.unique(np.searchsorted(borders, odd) - 1, return_counts=True)
        for row, count in zip(rows.tolist(), counts.tolist(), strict=True):
            if count >= _FEW:
                start, end = int(borders[row]) + 1, int(borders[row + 1])
                yield from _restored(page.text[start:end], start, count, encodings, least)

    return run


@cache
def _bytes_of(encoding: str) -> dict[str, int]:
    """The byte that each character stands for in a single-byte encoding."""
    # ftfy brings encodings that pass every byte through, as the programs did that misread them.
    import ftfy.bad_codecs  # noqa: F401, PLC0415  # registers the sloppy encodings; only where needed

    table: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        try:
            char = bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            continue
        except LookupError as error:
            raise ValueError(str(error)) from None
        if len(char) != 1:
            raise ValueError(f"{encoding} is not a single-byte encoding")
        table[char] = byte
    if len(table) < 64:
        raise ValueError(f"{encoding} is not a single-byte encoding")
    return table


def _restored(
    row: str, start: int, odd: int, encodings: tuple[str, ...], least: float
) -> Iterable[Patch]:
    """The patches of one row; `odd` is the number of its letters that are under suspicion."""
    best: list[Patch] = []
    won = _FEW - 1
    for encoding in encodings:
        table = _bytes_of(encoding)
        raw = bytes(table.get(char, 0) for char in row)
        found = [
            Patch(
                start + match.start(), start + match.end(), match.group().decode("utf-8", "replace")
            )
            for match in _SEQUENCES.finditer(raw)
        ]
        han = sum(count_han(patch.after) for patch in found)
        if han > won:
            best, won = found, han
    if not best:
        best = list(_from_gbk(row, start))
    explained = sum(
        "\x80" <= char < "\u0530"
        for patch in best
        for char in row[patch.start - start : patch.end - start]
    )
    level: Level | None = None if explained >= least * odd else "review"
    for patch in best:
        yield patch._replace(level=level)


def _from_gbk(row: str, start: int) -> Iterable[Patch]:
    """GBK read as Latin-1: where one long run is shown to be that, the short ones of the row are too."""
    if not any(_is_gbk(match.group()) for match in _GBK.finditer(row)):
        return
    for match in _PAIRS.finditer(row):
        try:
            text = match.group().encode("latin-1").decode("gb2312")
        except UnicodeDecodeError:
            continue
        yield Patch(start + match.start(), start + match.end(), text)


def _is_gbk(run: str) -> bool:
    """Whether a run of Latin-1 letters and signs is Chinese: Han, mostly common, not an alphabet."""
    raw = run.encode("latin-1")
    try:
        text = raw.decode("gb2312")
    except UnicodeDecodeError:
        return False
    common = sum(0xB0 <= lead <= 0xD7 for lead in raw[::2])
    signs = sum(char < "\u00c0" for char in run)
    return len(set(text)) >= 3 and common * 2 >= len(text) and signs * 8 >= len(run)
