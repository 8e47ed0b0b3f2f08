"""Blanks between Han and digits or letters that a converter put there. Nothing is ever inserted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, count_han, matches

_WIDE = compiled(r"(?<=\p{Han}) (?=\d)|(?<=\d) (?=\p{Han})")
_TIGHT = compiled(r"(?<=\d)\p{Han}|\p{Han}(?=\d)")
_UNITS = "[年月日时分秒期号届岁天周次人名户家个位项条件种块张台辆套座栋间亩吨米斤克里元万亿千百倍度级章节页册卷]"
_UNIT_WIDE = compiled(rf"(?<=\d) ({_UNITS})")
_UNIT_TIGHT = compiled(rf"(?<=\d)({_UNITS})")
_LATIN_WIDE = compiled(r"\p{Han} [A-Za-z]|[A-Za-z] \p{Han}")
_LATIN_TIGHT = compiled(r"\p{Han}[A-Za-z]|[A-Za-z]\p{Han}")
_LETTER = compiled(r"(?<=[\p{Han}“‘《（(][A-Za-z]) (?=\p{Han})|(?<=\p{Han}) (?=[A-Za-z]\p{Han})")
_SEPARATES = compiled(r"(?:报道|讯|电|摄|图|文|供稿|记者|通讯员|编辑|邮编|电话|传真|手机|邮箱)$")
_PART = compiled(r"\p{Han} \p{Han}[^ \n，。；：！？、,;:!?（）()]*$")
_PROSE = compiled(r"[，。；！？]")
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
        if not _mixes(page):
            return
        for match in matches(_WIDE if beside == "digits" else _LETTER, page.text):
            place = match.start()
            if beside == "letters" or _joins(page.text, place):
                yield Patch(place, place + 1, "")

    return run


def _mixes(page: Page) -> bool:
    """Whether the document writes the same things with and without a blank. Found once a run."""
    known = page.memo.get("mixes")
    if isinstance(known, bool):
        return known
    text = page.text
    wide = sum(1 for _ in matches(_WIDE, text))
    mixed = False
    if wide >= _BOTH:
        tight = sum(1 for _ in matches(_TIGHT, text))
        if wide * 5 >= wide + tight and tight * 5 >= wide + tight:
            spaced = Counter(match.group(1) for match in matches(_UNIT_WIDE, text))
            joined = Counter(match.group(1) for match in matches(_UNIT_TIGHT, text))
            mixed = len(spaced.keys() & joined.keys()) >= _BOTH and not _sets_off(text)
    page.memo["mixes"] = mixed
    return mixed


def _sets_off(text: str) -> bool:
    """Whether more than a fifth of the borders between Han and Latin words have a blank, at least ten."""
    wide = sum(1 for _ in matches(_LATIN_WIDE, text))
    return wide >= 10 and wide * 4 > sum(1 for _ in matches(_LATIN_TIGHT, text))


def _joins(text: str, place: int) -> bool:
    """Whether the blank stands inside an expression, and does not separate parts."""
    line = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    row = text[line : end if end >= 0 else len(text)]
    here = place - line
    prose = bool(_PROSE.search(row)) or count_han(row) >= 30
    if text[place + 1].isdigit():
        return _joins_number(row, here, prose=prose)
    number = row[:here].rstrip("0123456789.,%-—~～至")
    if not number.strip():  # the number of a heading: `1 范围`
        return row[here + 1] in _CHAIN
    if number[-1].isascii() and number[-1].isalpha():  # host2
        return False
    if here - len(number) > 6 and "." not in row[len(number) : here]:
        return False  # a telephone number
    return prose or row[here + 1] in _CHAIN


def _joins_number(row: str, here: int, *, prose: bool) -> bool:
    """Whether Han and the number behind it belong together."""
    head = row[:here]
    digits = row[here + 1 :].lstrip("0123456789.,%")
    if _SEPARATES.search(head) or _PART.search(head):
        return False
    if digits[:1] in ("", "\t") or digits[:2].lstrip(" ")[:1].isdigit():
        return False
    return prose or head[-1] in "第" + _CHAIN or (digits[0] == " " and digits[1:2] in tuple(_CHAIN))
