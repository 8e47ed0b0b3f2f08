"""Marks, digits and letters in their full-width and half-width forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np

from cleaner.lines.rows import rows_of
from cleaner.lines.structure import outside_code
from cleaner.marks.decision import Marks
from cleaner.marks.kinds import FULL
from cleaner.model import Level, Offsets, Patch, Patches
from cleaner.offsets import distinct
from cleaner.page import Finder, Page
from cleaner.text import Codes, compiled, lazy, matches, text_of

Kind = Literal[
    "comma", "semicolon", "colon", "question", "exclamation", "brackets", "digits", "letters", "point"
]  # fmt: skip

_MARKS = {
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "question": "?",
    "exclamation": "!",
    "brackets": "()",
}
_FORMS = {"digits": (0xFF10, 0xFF19), "letters": (0xFF21, 0xFF5A)}
_ABOUT_WIDTH = lazy(
    r"全角|半角|全形|半形|[Ff]ull-?width|＠|错误示例|错误写法|误写|误作|照录|照抄|照原样|原样[录抄保打]"
)
_GRID = lazy(r"[ \t\u3000０-９ａ-ｚＡ-Ｚ□■▢▣◻◼⬜⬛○●◎×＊＋－｜—♔-♟]+\Z")
"""A row of a crossword or a board: digits or letters, and fields."""
_FIELDS = frozenset("｜□■▢▣◻◼⬜⬛○●◎♔♕♖♗♘♙♚♛♜♝♞♟")
_ORDERED = "０１２３４５６７８９ ａｂｃｄｅｆｇｈｉｊｋｌｍｎ ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ"
_CODE_WORDS = ("代码", "代号", "口令", "密码", "暗号", "验证码", "激活码", "序列号")
_CODE = lazy(
    rf"(?:{'|'.join(_CODE_WORDS)})[：:为是]?[“\"]?"
    r"((?=[Ａ-Ｚａ-ｚ]*[０-９])(?=[０-９]*[Ａ-Ｚａ-ｚ])[Ａ-Ｚａ-ｚ０-９]+)"
)
"""Letters with digits that somebody has to type as they stand."""
_IN_ROW = 4
"""Digits or letters in a row of their own, each one more or less than the one before, that number the columns of a grid."""
_NOTHING = Patches(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), "")
_HOST = r"|(?<=[a-zａ-ｚ0-9０-９]{2})．(?=[a-zａ-ｚ]{2})"
_POINT = r"(?<=[０-９])．(?=[０-９])" + _HOST
_ANY_POINT = r"(?<=[0-9０-９])．(?=[0-9０-９])" + _HOST


def width(*, kind: Kind, to: Literal["full", "half"] = "full", blank: bool = False) -> Finder:
    """Convert one kind of character to its full-width or half-width form.

    To full: half-width marks in Chinese prose; brackets as pairs or not at all; nothing in times,
    numbers, addresses, code, tables; for review where the document has a hundred full-width marks and more for each
    half-width one. With `blank` only marks with a blank behind, which goes too.
    To half: digits, letters, the point between digits and inside names of hosts, and marks between Latin letters in rows
    without Chinese. Raises `ValueError` for a kind that has no such form.
    """
    if to == "half":
        if blank:
            raise ValueError("'blank' is for marks that become full-width")
        return _to_half(kind)
    if kind not in _MARKS:
        raise ValueError(f"{kind} never become full-width")
    return _blank_behind(_MARKS[kind]) if blank else _to_full(_MARKS[kind])


def _to_full(signs: str) -> Finder:
    def run(page: Page) -> Patches | list[Patch]:
        if not page.has(tuple(signs)):
            return _NOTHING
        decided = Marks.of(page)
        places = decided.take(signs)
        if decided.slips:
            text = page.text
            return [Patch(at, at + 1, FULL[text[at]], "review") for at in places.tolist()]
        if len(signs) == 1:
            return Patches(places, places + 1, FULL[signs] * len(places))
        marks = page.codes.take(places) + np.uint32(0xFEE0)
        return Patches(places, places + 1, text_of(marks))

    return run


def _blank_behind(signs: str) -> Finder:
    def run(page: Page) -> Iterable[Patch]:
        if not page.has([sign + " " for sign in signs]):
            return
        decided = Marks.of(page)
        level: Level | None = "review" if decided.slips else None
        for place in decided.take(signs, spaced=True).tolist():
            yield Patch(place, place + 2, FULL[page.text[place]], level)

    return run


def _to_half(kind: Kind) -> Finder:
    if kind in _FORMS:
        first, last = _FORMS[kind]
        chars = frozenset(map(chr, range(first, last + 1)))

        def forms(page: Page) -> Patches:
            if chars.isdisjoint(page.profile.chars) and chars.isdisjoint(page.inserted):
                return _NOTHING
            codes = page.codes
            places = np.flatnonzero((codes >= first) & (codes <= last))
            if kind == "letters":
                places = places[((codes.take(places) & 0x1F) - np.uint32(1)) < 26]
            return _halved(codes, _damage(page, places))

        return forms
    latin = _POINT if kind == "point" else _between_latin(_MARKS[kind])

    def marks(page: Page) -> Patches:
        if not page.has("．" if kind == "point" else [FULL[sign] for sign in _MARKS[kind]]):
            return _NOTHING
        # Where % is full-width too, half-width digits with ． are a habit of the typesetter.
        find = compiled(_ANY_POINT if kind == "point" and "％" not in page.text else latin)
        places = np.array([match.start() for match in matches(find, page.text)], dtype=np.int64)
        return _halved(page.codes, _damage(page, places))

    return marks


def _between_latin(signs: str) -> str:
    full = "".join(FULL[sign] for sign in signs)
    return rf"(?<=^[^\p{{Han}}\n]*[A-Za-z])[{full}](?=[A-Za-z ]?[^\p{{Han}}\n]*$)"


def _halved(codes: Codes, places: Offsets) -> Patches:
    return Patches(places, places + 1, text_of(codes.take(places) - np.uint32(0xFEE0)))


def _damage(page: Page, places: Offsets) -> Offsets:
    """The places that are neither in Japanese nor in code, nor in a row that speaks of widths, a grid or a code to type."""
    if not len(places):
        return places
    codes = page.codes
    kana = np.count_nonzero((codes > 0x3040) & (codes < 0x30FB))
    if kana * 20 > len(codes):
        return places[:0]
    breaks = np.flatnonzero(codes == 10)
    rows = np.searchsorted(breaks, places)
    borders = [-1, *breaks.tolist(), len(codes)]
    told: list[int] = []
    grid = (-2, 0)
    for row in distinct(rows).tolist():
        start, end = borders[row] + 1, borders[row + 1]
        below = grid == (row - 1, end - start) and _GRID.match(page.text, start, end)
        if below or _is_grid(page.text, start, end):
            grid = (row, end - start)
            told.append(row)
        elif _ABOUT_WIDTH.search(page.text, start, end):
            told.append(row)
    places = places[~np.isin(rows, told)]
    for match in matches(_CODE, page.text) if page.has(_CODE_WORDS) else ():
        places = places[(places < match.start(1)) | (places >= match.end(1))]
    return places[outside_code(page.view(rows_of), places)]


def _is_grid(text: str, start: int, end: int) -> bool:
    """Whether a row is one of a grid: digits with fields, or those that number its columns."""
    if not _GRID.match(text, start, end):
        return False
    signs = "".join(text[start:end].split())
    if len(signs) >= _IN_ROW and (signs in _ORDERED or signs[::-1] in _ORDERED):
        return True
    return not _FIELDS.isdisjoint(signs)
