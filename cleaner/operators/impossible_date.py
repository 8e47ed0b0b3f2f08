"""Dates that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from cleaner.model import Patch
from cleaner.operators.almanac import day_of, in_code
from cleaner.page import Finder, Page
from cleaner.text import compiled

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

    def run(page: Page) -> Iterable[Patch]:
        text = page.text
        for place in _suspects(page):
            match = _DATE.match(text, place)
            if match is None:
                continue
            start = match.start("only" if match["only"] else "year" if match["year"] else "month")
            if match["month"]:
                month, day = int(match["month"]), int(match["day"])
                lunar = month <= 12 and day == 30 and _LUNAR.search(text, max(0, start - 40), start)
                if lunar or day_of(int(match["year"] or LEAP), month, day):
                    continue
            if not in_code(page, place):
                yield Patch(start, match.end(), text[start : match.end()], "flag")

    return run


def _suspects(page: Page) -> list[int]:
    """Where 月 or 年 stands in what cannot be a day, or the 29th to the 31st of a month, in order."""
    codes = np.concatenate((page.codes, np.zeros(3, dtype=np.uint32)))
    digit = codes - np.uint32(48) < 10
    months = np.flatnonzero(codes == ord("月"))
    months = months[digit[months + 1]]
    two = months[digit[months + 2]]
    late = two[(codes[two + 1] > ord("2")) | (codes[two + 2] == ord("9"))]
    # codes[-1] and codes[-2] of a 月 at the very start are the zeros put behind the text
    wide = months[digit[months - 1] & digit[months - 2]]
    strange = wide[(codes[wide - 2] > ord("1")) | (codes[wide - 1] > ord("2"))]
    none = months[digit[months - 1] & ~digit[months - 2] & (codes[months - 1] == ord("0"))]
    years = np.flatnonzero(codes == ord("年"))
    years = years[digit[years + 1]]
    day = (codes[years + 2] == ord("日")) | (
        codes[np.minimum(years + 3, len(codes) - 1)] == ord("日")
    )
    found = np.unique(np.concatenate((late, strange, none, years[day])))
    return [int(place) for place in found]
