"""Blanks between Han and digits or letters that a converter put there. Nothing is ever inserted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import numpy as np

from cleaner.kept import kept
from cleaner.lines.rows import Mask
from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.text import Codes, are_han, are_in, count_han, lazy, matches

_UNITS = "年月日时分秒期号届岁天周次人名户家个位项条件种块张台辆套座栋间亩吨米斤克里元万亿千百倍度级章节页册卷"
_SEPARATES = (
    "报道", "讯", "电", "摄", "图", "文", "供稿", "记者", "通讯员", "编辑", "邮编", "电话", "传真", "手机",
    "邮箱",
)  # fmt: skip
_PART = lazy(r"\p{Han} \p{Han}[^ \n，。；：！？、,;:!?（）()]*$")
_PROSE = lazy(r"[，。；]|[！？：…][”’』」）]*$")
_LOST_DATE = lazy(
    r"(?<!\d)(?:19|20)\d\d(?:(?:\d{2,3}|年\d{3,4})日|(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日)"
)
_NEAR = 16
"""Characters on either side of a blank in which a date stands that it belongs to."""

_NUMBER = lazy(r"\p{Han}( ?)[0-9][0-9.,%]*( ?)(?=\p{Han})")
_TELEPHONE = lazy(r"\d{7}|(?<!\d)0\d{2,3}[-—]")
_CHAIN = "年月日时分秒期号届"
_BOTH = 3
"""Kinds of expression (number and unit) that must be found spaced and unspaced."""
_LOPSIDED = 3
"""Numbers with a blank on one side that must be found."""
_SET_OFF = 10
"""Latin words beside Han that must be set off for it to be a habit."""


def spacing(*, beside: Literal["digits", "letters"]) -> Finder:
    """Delete the blank between Han and a digit, or beside a single letter, in a document that mixes both.

    A document mixes where each spelling has at least a fifth of all borders between Han and digits, and the
    same units are found in both; one that sets off Latin words by blanks does so on purpose, but where numbers
    have a blank now on the one side and now on the other. Blanks that separate parts stay: behind 报道, in
    headlines of several parts, in lists of values, behind the number of a heading.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has((" ",)) or not mixes(page):
            return
        borders = page.view(Borders)
        words = beside == "digits" and borders.joins_words
        for place in (borders.wide if beside == "digits" else borders.letters).tolist():
            if beside == "letters" or _joins(page.text, place, words=words):
                yield Patch(place, place + 1, "")

    return run


class Borders:
    """Where Han and digits, or Latin words, meet: on columns."""

    def __init__(self, page: Page) -> None:
        self.codes = codes = page.codes
        blanks = page.places(" ")
        self.blanks = blanks[(blanks > 0) & (blanks < len(codes) - 1)]
        left, right = codes[self.blanks - 1], codes[self.blanks + 1]
        self.wide = self.blanks[(are_han(left) & _digit(right)) | (_digit(left) & are_han(right))]

    @kept
    def letters(self) -> Offsets:
        """The blanks beside a single Latin letter between Han."""
        codes, blanks = self.codes, self.blanks
        left, right = codes[blanks - 1], codes[blanks + 1]
        before = codes.take(blanks - 2, mode="clip")
        behind = codes.take(blanks + 2, mode="clip")
        first = _latin(left) & are_han(right) & (are_han(before) | are_in("“‘《（(", before))
        return blanks[first & (blanks > 1) | are_han(left) & _latin(right) & are_han(behind)]

    def mixed(self, page: Page) -> bool:
        """Whether both spellings of digits are common, for the same units, and no habit tells them apart.

        Who sets off a number does so on both sides. Where numbers have now a blank before them and now one
        behind them, nobody set them off.
        """
        codes, borders = self.codes, page.profile.digit_borders
        if page.text is page.profile.source and min(borders) * 5 < sum(borders):
            return False
        digits = np.flatnonzero(_digit(codes))
        before, behind = codes[digits[digits > 0] - 1], codes[digits[digits < len(codes) - 1] + 1]
        here = len(self.wide), int(are_han(before).sum() + are_han(behind).sum())
        # A repair (a date that got its signs back) may have added borders: the source counts as well.
        if not any(min(each) * 5 >= sum(each) for each in (here, borders)):
            return False
        ahead = set(codes[self.wide + 1].tolist()) & set(behind.tolist())
        if len(ahead & set(map(ord, _UNITS))) >= _BOTH and not self._sets_off():
            return True
        back = set(codes[self.wide - 1].tolist()) & set(before.tolist())
        same = bool(are_han(np.array([*ahead, *back], dtype=np.uint32)).any())
        return same and _are_lopsided(page.text)

    def _sets_off(self) -> bool:
        """Whether more than a fifth of the borders between Han and Latin words have a blank, at least ten."""
        wide, tight = self.latin
        return wide >= _SET_OFF and wide * 4 > tight

    @kept
    def joins_words(self) -> bool:
        """Whether Latin words stand beside Han without a blank, three times at least and but for a few."""
        wide, tight = self.latin
        return tight >= _LOPSIDED and wide * 10 < tight

    @kept
    def latin(self) -> tuple[int, int]:
        """The borders between Han and Latin words with a blank, and without."""
        codes = self.codes
        left, right = codes[self.blanks - 1], codes[self.blanks + 1]
        wide = int((are_han(left) & _latin(right) | _latin(left) & are_han(right)).sum())
        latin = np.flatnonzero(_latin(codes[1:-1])) + 1
        return wide, int(are_han(codes[latin - 1]).sum() + are_han(codes[latin + 1]).sum())


def _are_lopsided(text: str) -> bool:
    """Whether of the numbers set off by blanks a fourth have one on one side alone, now here, now there."""
    sides = Counter((match[1], match[2]) for match in matches(_NUMBER, text))
    left, right, both = sides[" ", ""], sides["", " "], sides[" ", " "]
    return min(left, right) > 0 and left + right >= max(_LOPSIDED, both / 3)


def _digit(codes: Codes) -> Mask:
    return np.asarray((codes >= 48) & (codes < 58))


def _latin(codes: Codes) -> Mask:
    return np.asarray(((codes | np.uint32(0x20)) - np.uint32(97)) < 26)


def mixes(page: Page) -> bool:
    """Whether the document writes the same things with and without a blank. Found once a run, or said."""
    if said := page.profile.overrides.digit_blanks:
        return said == "mixed"
    known = page.profile.used.get("mixes")
    if not isinstance(known, bool):
        borders = page.view(Borders)
        known = page.profile.used["mixes"] = len(borders.wide) >= _BOTH and borders.mixed(page)
    return known


def _joins(text: str, place: int, *, words: bool) -> bool:
    """Whether the blank stands inside an expression, and does not separate parts.

    `words`: also behind a Latin word that ends in a number (COX-2).
    """
    line = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    row = text[line : end if end >= 0 else len(text)]
    here = place - line
    near = row[max(0, here - _NEAR) : here + _NEAR]
    if "日" in near and _LOST_DATE.search(near.replace(" ", "")):
        return False  # a date that lost 年 or 月 is mended before its blanks go, or not at all
    if text[place + 1].isdigit():
        return _joins_number(row, here)
    number = row[:here].rstrip("0123456789.,%-—~～至")
    if not number.strip():  # the number of a heading: `1 范围`
        return row[here + 1] in _CHAIN
    if number[-1].isascii() and number[-1].isalpha() and not words:  # host2
        return False
    if number.rstrip()[-1] == "©" or _TELEPHONE.search(row, len(number), here):
        return False
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
