"""Dates that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

import numpy as np
import regex

from cleaner.model import Offsets, Patch
from cleaner.operators.almanac import day_of, in_prose
from cleaner.page import Finder, Page
from cleaner.text import Codes, compiled

_DATE = compiled(
    r"(?<=(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d\d?))月(?P<day>\d\d?)日"
    r"|(?<=(?<![\d.])(?P<only>(?:19|20)\d\d))年\d\d?日(?!年化|游|内|均|本|报|线|元)"
)
_LUNAR = compiled(r"[农阴旧夏]历|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|万历|民国")
LEAP = 2000
"""A year with a 29 February, for dates without a year."""


def impossible_date() -> Finder:
    """Flag days that do not exist (2月30日, 4月31日, 13月5日) and days without a month (1996年1日).

    A lunar month may have 30 days: a 2月30日 after a word of the old calendar is left alone.
    """

    return _run


def _run(page: Page) -> Iterable[Patch]:
    text = page.text
    found = [_DATE.match(text, place) for place in _suspects(page)]
    dates = [match for match in found if match and not _exists(text, match)]
    for match in compress(dates, in_prose(page, [match.start() for match in dates])):
        start, end = _start(match), match.end()
        yield Patch(start, end, text[start:end], "flag")


def _start(match: regex.Match[str]) -> int:
    return match.start("only" if match["only"] else "year" if match["year"] else "month")


def _exists(text: str, match: regex.Match[str]) -> bool:
    """Whether the calendar has a day, or the old calendar may have it."""
    if not match["month"]:
        return False
    month, day = int(match["month"]), int(match["day"])
    start = _start(match)
    lunar = month <= 12 and day == 30 and _LUNAR.search(text, max(0, start - 40), start)
    return bool(lunar) or day_of(int(match["year"] or LEAP), month, day) is not None


def _suspects(page: Page) -> list[int]:
    """Where 月 or 年 stands in what cannot be a day, or the 29th to the 31st of a month, in order."""
    if not page.has(("日",)):
        return []
    return sorted(_months(page) + _years(page))


def _months(page: Page) -> list[int]:
    if not page.has(("月",)):
        return []
    places = page.places("月")
    places = places[_digits(page, places + 1) < 10]
    first, second = _digits(page, places + 1), _digits(page, places + 2)
    late = (second < 10) & ((first > 2) | (second == 9))
    one = _digits(page, places - 1)
    ten = np.where(places > 1, _digits(page, places - 2), 10)
    strange = (one < 10) & np.where(ten < 10, (ten > 1) | (one > 2), one == 0)
    found: list[int] = places[late | strange].tolist()
    return found


def _years(page: Page) -> list[int]:
    places = page.places("年")
    places = places[_digits(page, places + 1) < 10]
    behind = page.codes.take(places[:, None] + (2, 3), mode="clip") == ord("日")
    found: list[int] = places[behind.any(axis=1)].tolist()
    return found


def _digits(page: Page, places: Offsets) -> Codes:
    """The digits at some places, 10 or more where none stands; beyond a border of the text, any other."""
    return page.codes.take(places, mode="clip") - np.uint32(48)
