"""Blanks between Han and digits or letters that a converter put there. Nothing is ever inserted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import numpy as np

from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.rows import Mask
from cleaner.text import Codes, compiled, count_han, han_table, table_of

_UNITS = "年月日时分秒期号届岁天周次人名户家个位项条件种块张台辆套座栋间亩吨米斤克里元万亿千百倍度级章节页册卷"
_SEPARATES = (
    "报道", "讯", "电", "摄", "图", "文", "供稿", "记者", "通讯员", "编辑", "邮编", "电话", "传真", "手机",
    "邮箱",
)  # fmt: skip
_PART = compiled(r"\p{Han} \p{Han}[^ \n，。；：！？、,;:!?（）()]*$")
_PROSE = compiled(r"[，。；！？]")
_LOST_DATE = compiled(
    r"(?<!\d)(?:19|20)\d\d(?:(?:\d{2,3}|年\d{3,4})日|(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日)"
)
_NEAR = 16
"""Characters on either side of a blank in which a date stands that it belongs to."""

_CHAIN = "年月日时分秒期号届"
_BOTH = 3
"""Kinds of expression (number and unit) that must be found spaced and unspaced."""


def spacing(*, beside: Literal["digits", "letters"]) -> Finder:
    """Delete the blank between Han and a digit, or beside a single letter, in a document that mixes both.

    A document mixes where each spelling has at least a fifth of all borders between Han and digits, and the
    same units are found in both; one that sets off Latin words by blanks does so on purpose. Blanks that separate parts stay: behind 报道, in headlines of several
    parts, in lists of values, behind the number of a heading.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has((" ",)) or not _mixes(page):
            return
        borders = page.view(Borders)
        for place in (borders.wide if beside == "digits" else borders.letters).tolist():
            if beside == "letters" or _joins(page.text, place):
                yield Patch(place, place + 1, "")

    return run


class Borders:
    """Where Han and digits, or Latin words, meet: on columns."""

    def __init__(self, page: Page) -> None:
        self.codes = codes = page.codes
        self.blanks = np.flatnonzero(codes[1:-1] == 0x20) + 1
        left, right = codes[self.blanks - 1], codes[self.blanks + 1]
        self.wide = self.blanks[(_han(left) & _digit(right)) | (_digit(left) & _han(right))]

    @cached_property
    def letters(self) -> Offsets:
        """The blanks beside a single Latin letter between Han."""
        codes, blanks = self.codes, self.blanks
        left, right = codes[blanks - 1], codes[blanks + 1]
        before = codes.take(blanks - 2, mode="clip")
        behind = codes.take(blanks + 2, mode="clip")
        first = _latin(left) & _han(right) & (_han(before) | table_of("“‘《（(")[before])
        return blanks[first & (blanks > 1) | _han(left) & _latin(right) & _han(behind)]

    def mixed(self) -> bool:
        """Whether both spellings of digits are common, for the same units, and Latin is not set off."""
        codes = self.codes
        digits = np.flatnonzero(_digit(codes))
        before, behind = codes[digits[digits > 0] - 1], codes[digits[digits < len(codes) - 1] + 1]
        wide, tight = len(self.wide), int(_han(before).sum() + _han(behind).sum())
        if wide * 5 < wide + tight or tight * 5 < wide + tight:
            return False
        spaced = set(codes[self.wide + 1].tolist())
        units = set(map(ord, _UNITS)) & spaced & set(behind.tolist())
        return len(units) >= _BOTH and not self._sets_off()

    def _sets_off(self) -> bool:
        """Whether more than a fifth of the borders between Han and Latin words have a blank, at least ten."""
        codes = self.codes
        left, right = codes[self.blanks - 1], codes[self.blanks + 1]
        wide = int((_han(left) & _latin(right) | _latin(left) & _han(right)).sum())
        latin = np.flatnonzero(_latin(codes[1:-1])) + 1
        tight = int(_han(codes[latin - 1]).sum() + _han(codes[latin + 1]).sum())
        return wide >= 10 and wide * 4 > tight


def _han(codes: Codes) -> Mask:
    return han_table()[codes]


def _digit(codes: Codes) -> Mask:
    return np.asarray((codes - np.uint32(48)) < 10)


def _latin(codes: Codes) -> Mask:
    return np.asarray(((codes | np.uint32(0x20)) - np.uint32(97)) < 26)


def _mixes(page: Page) -> bool:
    """Whether the document writes the same things with and without a blank. Found once a run."""
    known = page.memo.get("mixes")
    if not isinstance(known, bool):
        borders = page.view(Borders)
        known = page.memo["mixes"] = len(borders.wide) >= _BOTH and borders.mixed()
    return known


def _joins(text: str, place: int) -> bool:
    """Whether the blank stands inside an expression, and does not separate parts."""
    line = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    row = text[line : end if end >= 0 else len(text)]
    here = place - line
    if _LOST_DATE.search(row[max(0, here - _NEAR) : here + _NEAR].replace(" ", "")):
        return False  # a date that lost 年 or 月 is mended before its blanks go, or not at all
    if text[place + 1].isdigit():
        return _joins_number(row, here)
    number = row[:here].rstrip("0123456789.,%-—~～至")
    if not number.strip():  # the number of a heading: `1 范围`
        return row[here + 1] in _CHAIN
    if number[-1].isascii() and number[-1].isalpha():  # host2
        return False
    if here - len(number) > 6 and "." not in row[len(number) : here]:
        return False  # a telephone number
    return row[here + 1] in _CHAIN or _is_prose(row)


def _is_prose(row: str) -> bool:
    return bool(_PROSE.search(row)) or count_han(row) >= 30


def _joins_number(row: str, here: int) -> bool:
    """Whether Han and the number behind it belong together."""
    head = row[:here]
    digits = row[here + 1 :].lstrip("0123456789.,%")
    if head.endswith(_SEPARATES) or (" " in head and _PART.search(head)):
        return False
    if digits[:1] in ("", "\t") or digits[:2].lstrip(" ")[:1].isdigit():
        return False
    chained = head[-1] in "第" + _CHAIN or (digits[0] == " " and digits[1:2] in tuple(_CHAIN))
    return chained or _is_prose(row)
