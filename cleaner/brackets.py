"""Brackets that are made full-width as pairs, or not at all."""

from __future__ import annotations

import numpy as np

from cleaner.model import Offsets
from cleaner.rows import Mask, Rows
from cleaner.text import HAN, compiled

_PLAIN = compiled(r"[A-Za-z0-9 .,%+/&·—–~′:-]+")
_CODE = compiled(r"[{}<>=|\\\"`$]|://")
_BEFORE = compiled(r"[\p{Han}”’》〉」』】〕\d%％)）。，、；：？！,;:?!…—]$")
_CHINESE_BEFORE = compiled(r"[\p{Han}”’》〉」』】]$")
_CHINESE_BEHIND = compiled(r"[\p{Han}“‘《〈「『【]")


def _pairs(text: str, rows: Rows) -> list[tuple[int, int]]:
    """Matching brackets within a row, of either width; inner pairs come first."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    places = rows.places_of("()（）")
    last = -1
    for place, row in zip(places.tolist(), rows.row_of(places).tolist(), strict=True):
        if row != last:
            stack.clear()
            last = row
        if text[place] in "(（":
            stack.append(place)
        elif stack:
            pairs.append((stack.pop(), place))
    return pairs


def bracket_places(text: str, rows: Rows, allowed: Mask, *, folded: bool) -> Offsets:
    """The places of half-width brackets that should be full-width.

    `allowed`: the rows in which pairs are converted. In a folded document a pair with Chinese in it or
    beside it; else only a pair with Chinese in it, and only where the document prefers full-width pairs. A pair that is full-width on one side
    only and has Chinese in it is completed.
    """
    if "(" not in text and ")" not in text:
        return np.zeros(0, dtype=np.int64)
    found: list[tuple[int, int]] = []
    completed: list[int] = []
    known: dict[str, bool] = {}
    full = 0
    for start, end in _pairs(text, rows):
        half = (text[start] == "(") + (text[end] == ")")
        if not half:
            full += 1
        elif half == 1:
            if HAN.search(text, start + 1, end) and not _CODE.search(text, start, end):
                completed.append(start if text[start] == "(" else end)
                full += 1
        else:
            piece = text[max(start - 1, 0) : end + 2]
            if piece not in known:
                known[piece] = _eligible(text, start, end, folded=folded)
            if known[piece]:
                found.append((start, end))
    places = np.array([start for start, _ in found], dtype=np.int64)
    inside = allowed[rows.row_of(places)]
    found = [pair for pair, good in zip(found, inside.tolist(), strict=True) if good]
    if not folded and full < len(found):
        found = []
    flat = [place for pair in found for place in pair] + completed
    return np.array(sorted(flat), dtype=np.int64)


def _eligible(text: str, start: int, end: int, *, folded: bool) -> bool:
    """Whether a half-width pair is one of Chinese prose."""
    if end == start + 1 or _CODE.search(text, start + 1, end):
        return False
    before, behind = text[start - 1 : start] if start else "", text[end + 1 : end + 2]
    if before == "]":
        return False
    opens, closes = before in ("", "\n"), behind in ("", "\n")
    if HAN.search(text, start + 1, end):
        if folded:
            return opens or before in " \u3000\t" or not _is_call(text, start, end)
        good = opens or bool(_BEFORE.match(before))
        return good and (closes or not behind.isascii() or behind in ",;:?!()" or behind.isdigit())
    if not folded or not _PLAIN.fullmatch(text, start + 1, end):
        return False
    chinese_behind = bool(_CHINESE_BEHIND.match(behind))
    if _CHINESE_BEFORE.match(before):
        return chinese_behind or closes or behind in ",;:?!)。，、；：？！）"
    return chinese_behind and (opens or before in "。；：，、;:,")


def _is_call(text: str, start: int, end: int) -> bool:
    """A name right before the bracket, and inside not plain Chinese: `f(x, 甲)`."""
    before = text[start - 1]
    if not (before.isascii() and (before.isalpha() or before == "_")):
        return False
    return not (HAN.match(text[start + 1]) and HAN.match(text[end - 1])) or "," in text[start:end]
