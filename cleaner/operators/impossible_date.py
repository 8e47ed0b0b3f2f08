"""Dates that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

import regex

from cleaner.almanac import day_of, in_prose
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import lazy

_DATE = lazy(
    r"(?<=(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d\d?))月(?P<day>\d\d?)日"
    r"|(?<=(?<![\d.])(?P<only>(?:19|20)\d\d))年\d\d?日(?!年化|游|内|均|本|报|线|元)"
)
_LUNAR = lazy(r"[农阴旧夏]历|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|万历|民国")
_LATE = frozenset(f"{day:02}" for day in range(29, 100))
_ODD = frozenset(f"{month:02}" for month in range(13, 100))
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
    text = page.text
    months = [
        at
        for at in page.find_all("月")
        if text[at + 1 : at + 3] in _LATE
        or text[max(0, at - 2) : at] in _ODD
        or text[at - 1] == "0"
    ]
    years = (at for at in page.find_all("年") if "日" in text[at + 2 : at + 4])
    return sorted([*months, *years])
