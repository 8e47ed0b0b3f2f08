"""Brackets that are made full-width as pairs, or not at all."""

from __future__ import annotations

import numpy as np

from cleaner.lines.rows import Mask, Rows
from cleaner.model import Offsets
from cleaner.text import HAN, lazy, table_of

_PLAIN = lazy(r"[A-Za-z0-9 .,%+/&·—–~′:*#_@“”-]+")
_CODE = lazy(r"[{}<>=|\\\"`$]|://")
_QUOTED = lazy(r"“[^“”]*”")
_PHRASE = lazy(r"[A-Za-z][A-Za-z-]*(?: [A-Za-z-]+)+")
"""Several Latin words: their brackets are half-width as often as not, and stay as they are."""

_BEFORE = lazy(r"[\p{Han}”’》〉」』】〕\d%％)）。，、；：？！,;:?!…—]$")
_CHINESE_BEFORE = lazy(r"[\p{Han}”’》〉」』】]$")
_CHINESE_BEHIND = lazy(r"[\p{Han}“‘《〈「『【]")

_FAR = 1000
"""Characters from which on what stands between two brackets is not looked at: they are no pair."""

_SHORT = 100
"""Characters up to which it is remembered what a pair was found to be."""


def _pairs(rows: Rows) -> tuple[Offsets, Offsets]:
    """The places of matching brackets of either width, within a row: those that open, those that close."""
    places = rows.places_of("()（）")
    lines, opens = rows.row_of(places), table_of("(（").take(rows.codes[places])
    side_by_side = opens[:-1] & ~opens[1:] & (lines[:-1] == lines[1:])
    first = np.flatnonzero(side_by_side)
    single = np.ones(len(places), dtype=np.bool_)
    single[first] = single[first + 1] = False
    starts, ends = places[first].tolist(), places[first + 1].tolist()
    stack: list[int] = []
    last = -1
    for place, line, is_open in zip(
        places[single].tolist(), lines[single].tolist(), opens[single].tolist(), strict=True
    ):
        if line != last:
            stack.clear()
            last = line
        if is_open:
            stack.append(place)
        elif stack:
            starts.append(stack.pop())
            ends.append(place)
    return np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)


def bracket_places(text: str, rows: Rows, allowed: Mask, *, folded: bool) -> Offsets:
    """The places of half-width brackets that should be full-width.

    `allowed`: the rows in which pairs are converted; in a folded document those too that have a full-width one. In a
    folded document a pair with Chinese in it, but for one that a blank sets off, or beside it; else only a pair with
    Chinese in it, and only where the document prefers full-width pairs. A pair that is full-width on one side only
    and has Chinese in it is completed.
    """
    starts, ends = _pairs(rows)
    near = ends - starts < _FAR
    starts, ends = starts[near], ends[near]
    half = (rows.codes[starts] == ord("(")).astype(np.int64) + (rows.codes[ends] == ord(")"))
    lines = rows.row_of(starts)
    asked = allowed[lines]
    if folded:  # a full-width pair in the same row shows what is meant, however short the row is
        asked |= np.isin(lines, lines[half == 0])
    good = asked & (half == 2)
    found: list[int] = []
    known: dict[str, bool] = {}
    for start, end in zip(starts[good].tolist(), ends[good].tolist(), strict=True):
        piece = text[max(start - 1, 0) : end + 2] if end - start < _SHORT else ""
        is_good = known.get(piece)
        if is_good is None:
            is_good = _eligible(text, start, end, folded=folded)
            if piece:
                known[piece] = is_good
        if is_good:
            found += (start, end)
    completed = [
        start if text[start] == "(" else end
        for start, end in zip(starts[half == 1].tolist(), ends[half == 1].tolist(), strict=True)
        if HAN.search(text, start + 1, end) and not _CODE.search(text, start, end)
    ]
    full = int(np.count_nonzero(half == 0)) + len(completed)
    if not folded and 2 * full < len(found):
        found = []
    return np.array(sorted(found + completed), dtype=np.int64)


def _eligible(text: str, start: int, end: int, *, folded: bool) -> bool:
    """Whether a half-width pair is one of Chinese prose."""
    if end == start + 1 or _is_code(text, start, end):
        return False
    before, behind = text[start - 1 : start] if start else "", text[end + 1 : end + 2]
    if before == "]":
        return False
    opens, closes = before in ("", "\n"), behind in ("", "\n")
    if HAN.search(text, start + 1, end):
        if folded:
            if before == " ":  # set off by a blank, as in English
                return False
            return opens or before in "\u3000\t" or not _is_call(text, start, end)
        good = opens or bool(_BEFORE.match(before))
        return good and (closes or not behind.isascii() or behind in ",;:?!()" or behind.isdigit())
    if not folded or not _PLAIN.fullmatch(text, start + 1, end):
        return False
    if _PHRASE.fullmatch(text, start + 1, end):
        return False
    chinese_behind = bool(_CHINESE_BEHIND.match(behind))
    if _CHINESE_BEFORE.match(before):
        return chinese_behind or closes or behind in ",;:?!)。，、；：？！）"
    return chinese_behind and (opens or before in "。；：，、;:,")


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether there is code between two brackets, but for what stands in quotation marks."""
    found = _CODE.search(text, start + 1, end)
    return bool(found) and bool(_CODE.search(_QUOTED.sub("", text[start + 1 : end])))


def _is_call(text: str, start: int, end: int) -> bool:
    """A name right before the bracket, and inside not plain Chinese: `f(x, 甲)`."""
    before = text[start - 1]
    if not (before.isascii() and (before.isalpha() or before == "_")):
        return False
    plain = HAN.match(text[start + 1]) and (HAN.match(text[end - 1]) or text[end - 1] in ")）")
    return not plain or "," in text[start:end]
