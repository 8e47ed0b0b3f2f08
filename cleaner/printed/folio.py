"""Page numbers: a line that is nothing but a number in one of the ways in which pages are numbered."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from cleaner.model import Offsets
from cleaner.page import SHORT, Page
from cleaner.text import BLANKS, are_in, lazy

Form = Literal[
    "named", "total", "page", "ratio", "dashes", "brackets", "bare", "numeral", "spread", "titled"
]  # fmt: skip
"""`说明书 3/10页`, `第3页 共10页`, `第3页`, `3/10`, `— 3 —`, `[3]`, `3`, `iii` or `三`, `·3·　　　　学报`, `使用手册 3`.

From sure to doubtful, but for `spread`: a head that goes from margin to margin, whatever it says."""

LONGEST = 40
"""Characters that a line with a page number, or a running head or foot, has at most, its blanks included."""

MARGINS = 120
"""The same for a head with wide gaps, from margin to margin: ·88·　　　学报　　　第28卷."""

CROWD = 12
"""Characters of text for one line like a page number: where there is less, it is a table or a list."""

_ARABIC = r"(?P<number>\d{1,4})"
_HAN = r"[〇○零一二三四五六七八九十百]{1,6}"
_EITHER = rf"(?P<number>\d{{1,4}}|{_HAN})"
_DASH = r"[-—–―‐─━~～·•∙]{1,4}"
_FORMS: tuple[tuple[Form, str], ...] = (
    ("total", rf"[(（]?第{_ARABIC}页[,，、/|]?[(（]?共(?P<last>\d{{1,4}})页[)）]?"),
    ("total", rf"[(（]?共(?P<last>\d{{1,4}})页[,，、/|]?第{_ARABIC}页[)）]?"),
    ("total", rf"(?:第|[Pp]age){_ARABIC}(?:/|of)(?P<last>\d{{1,4}})页?"),
    ("page", rf"第{_EITHER}页"),
    ("page", rf"[Pp](?:age|\.)?{_ARABIC}"),
    ("ratio", rf"{_ARABIC}/(?P<last>\d{{1,4}})页?"),
    ("dashes", rf"{_DASH}{_EITHER}{_DASH}"),
    ("brackets", rf"\[{_ARABIC}\]|\({_ARABIC}\)|〔{_ARABIC}〕|【{_ARABIC}】|〈{_ARABIC}〉"),
    ("bare", _ARABIC),
    ("numeral", rf"(?P<number>[ivxlc]{{1,8}}|[IVXLC]{{1,8}}|{_HAN})"),
)
_GAPS = frozenset(" \t\u3000\u00a0")
_GAP = r"[ \t\u3000\u00a0]*[|｜·•]?[ \t\u3000\u00a0]+"
_ISSUE = r"(?:19|20)\d\d年第 ?\d{1,3} ?[期号卷]"
_NAME = (
    rf"(?P<title>(?:{_ISSUE}|[^\d\s.、,，。：:;；])(?:[^\n。；;，,]{{0,30}}[^\d\s.、,，。：:;；])?)"
)
_SHARE = rf"{_ARABIC} ?[/／] ?(?P<last>\d{{1,4}}) ?页?"
_WHOLE = rf"第 ?{_ARABIC} ?页 ?[（(,，/]? ?共 ?(?P<last>\d{{1,4}}) ?页[)）]?"
_NAMED = lazy(
    rf"{_NAME}(?:{_GAP}(?:{_SHARE}|第 ?{_ARABIC} ?页)|[ \t\u3000\u00a0]*{_WHOLE})"
    rf"|(?:{_SHARE}|第 ?{_ARABIC} ?页){_GAP}{_NAME}"
)
_OF_ALL = ("页（共", "页(共")
_DRESSED = rf"[-—·•]?{_ARABIC}[-—·•]?"
_TITLED = lazy(rf"{_DRESSED}{_GAP}{_NAME}|{_NAME}{_GAP}{_DRESSED}")
_SPREAD = ("\u3000\u3000\u3000", "      ", "\t\t")
"""Gaps between the parts of a head that goes from margin to margin."""
_SPREAD_OUT = lazy(r"[ \t\u3000]{2,}")
_PATTERNS = [(form, lazy(find)) for form, find in _FORMS]
_WIDE = str.maketrans("０１２３４５６７８９－／（）．", "0123456789-/().")
_BLANK = str.maketrans("", "", BLANKS + "\f")
_FIGURES = "0123456789０１２３４５６７８９"
_FIRST = "0123456789０１２３４５６７８９ivxlcIVXLC〇○零一二三四五六七八九十百" + BLANKS + "\f"
_FIRST += "-—－–―‐─━~～·•∙[(（〔【〈第共Pp"
_SIGNS = frozenset(_FIRST + "-—－–―‐─━~～·•∙[]()（）〔〕【】〈〉第共页,，、/／．|Pageof.")
"""The characters of all forms but `titled`."""
_LAST = _FIRST + "页])）〕】〉"


class Folio(NamedTuple):
    """A page number: the row that it fills, the number, and its style, which is the same on all pages."""

    row: int
    number: int
    form: Form
    style: str


def folios(page: Page) -> list[Folio]:
    """The rows of a page that could be page numbers, in order."""
    likely = sorted({*_likely(page), *_spread(page)})
    if len(likely) > CROWD + len(page.text) // CROWD:
        return []
    read: dict[str, tuple[int, Form, str] | None] = {}
    found = []
    for row in likely:
        body = page.rows[row].strip(BLANKS + "\f")
        if body not in read:
            read[body] = _read(body)
        parts = read[body]
        if parts is not None:
            found.append(Folio(row, *parts))
    return found


def _likely(page: Page) -> list[int]:
    """The short rows that begin and end as page numbers do."""
    if len(page.text) < SHORT:
        bare = (row.lstrip("\f") for row in page.rows)
        short = ((at, row) for at, row in enumerate(bare) if 0 < len(row) <= LONGEST)
        return [
            at
            for at, row in short
            if row[0] in _FIGURES
            or row[-1] in _FIGURES
            or (row[0] in _FIRST and row[-1] in _LAST)
            or (row[-1] in "页)）" and "页" in row)
        ]
    rows, starts, ends = page.view(short_rows)
    first, last = (page.codes.take(places, mode="clip") for places in (starts, ends - 1))
    likely = are_in(_FIRST, first) & are_in(_LAST, last)
    likely |= are_in(_FIGURES, first) | are_in(_FIGURES, last)
    if "\f" in page.chars:
        second = page.codes.take(starts + 1, mode="clip")
        likely |= are_in("\f", first) & are_in(_FIGURES, second)
    if "页" in page.chars:
        likely |= are_in("页)）" if page.has(_OF_ALL) else "页", last)
    return [*rows[likely].tolist()]


def _spread(page: Page) -> list[int]:
    """The rows that go from margin to margin, with wide gaps, and begin or end with a number."""
    if not page.has(_SPREAD):
        return []
    rows = dict.fromkeys(page.row_at(at) for gap in _SPREAD for at in page.find_all(gap))
    bodies = ((row, page.rows[row].strip(BLANKS + "\f")) for row in rows)
    return [
        row
        for row, body in bodies
        if len(page.rows[row]) <= MARGINS
        and any(gap in body for gap in _SPREAD)
        and (body.strip("-—·•")[0] in _FIGURES or body.strip("-—·•")[-1] in _FIGURES)
    ]


def is_folio(body: str) -> bool:
    """Whether a line is nothing but a page number by its looks."""
    parts = _read(body) if len(body) < LONGEST else None
    return parts is not None and parts[1] not in ("spread", "titled", "named")


def short_rows(page: Page) -> tuple[Offsets, Offsets, Offsets]:
    """The rows of one character to `LONGEST`: their indices, starts and ends. Asked for as a view."""
    breaks = page.places("\n")
    starts, ends = np.concatenate(([0], breaks + 1)), np.concatenate((breaks, [len(page.text)]))
    rows = np.flatnonzero((ends - starts - 1).view(np.uint64) < LONGEST)
    return rows, starts[rows], ends[rows]


def _read(body: str) -> tuple[int, Form, str] | None:
    """The number, the form and the style of a line; None: it is no page number."""
    whole, signs = body, _SIGNS.issuperset(body)
    body = body.translate(_WIDE).translate(_BLANK) if signs else ""
    for form, pattern in _PATTERNS if signs else ():
        found = pattern.fullmatch(body)
        if found:
            digits = found["number"]
            number, last = _value(digits), found.groupdict().get("last")
            if number < 1 or (last and number > int(last)):
                return None
            kind = "#" if digits.isdecimal() else _KINDS[digits.islower(), digits.isascii()]
            start, end = found.span("number")
            style = f"{form} {body[: min(start, 1)]}{kind}{body[end:][:1]} {last or ''}"
            return number, form, style
    if ("页" in whole or "/" in whole) and (named := _NAMED.fullmatch(whole)):
        style = f"named {named['title'].translate(_BLANK)} {named['last'] or ''}"
        return int(named["number"]), "named", style
    if any(gap in whole for gap in _SPREAD):
        spread = _TITLED.fullmatch(_SPREAD_OUT.sub("\u3000", whole))
        return (int(spread["number"]), "spread", "spread") if spread else None
    if not _GAPS.isdisjoint(whole) and (title := _TITLED.fullmatch(whole)):
        return int(title["number"]), "titled", "titled " + title["title"].translate(_BLANK)
    return None


_KINDS = {(True, True): "i", (False, True): "I", (False, False): "一"}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


def _value(digits: str) -> int:
    """The number that digits, Roman or Chinese numerals mean; 0 where they mean none."""
    if digits.isdecimal():
        return int(digits)
    if digits.isascii():
        values = [_ROMAN[char] for char in digits.lower()] + [0]
        return sum(-one if one < two else one for one, two in pairwise(values))
    if not any(char in digits for char in "十百"):
        return int("".join(str(_DIGITS[char]) for char in digits))
    total = digit = 0
    for char in digits:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
