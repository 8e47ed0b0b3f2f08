"""Dates that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.operators.almanac import day_of
from cleaner.page import Finder, Page
from cleaner.text import compiled, matches

_SUSPECT = compiled(
    r"月(?=(?:29|3\d|[4-9]\d)日)(?<=(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>[1-9]|0[1-9]|1[0-2])月)(?=(?P<day>\d\d)日)"
    r"|月(?=\d\d?日)(?<=(?<![\d.])(?P<strange>1[3-9]|[2-9]\d)月)(?=(?P<then>\d\d?)日)"
    r"|年(?=\d\d?日)(?<=(?<![\d.])(?P<alone>(?:19|20)\d\d)年)(?=(?P<of>\d\d?)日)"
)  # fmt: skip
_LUNAR = compiled(r"[农阴旧夏]历|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|万历|民国")
LEAP = 2000
"""A year with a 29 February, for dates without a year."""


def impossible_date() -> Finder:
    """Flag days that do not exist (2月30日, 4月31日, 13月5日) and days without a month (1996年1日).

    A lunar month may have 30 days: a 2月30日 after a word of the old calendar is left alone.
    """

    def run(page: Page) -> Iterable[Patch]:
        text = page.text
        for match in matches(_SUSPECT, text):
            group = next(name for name in ("month", "strange", "alone") if match[name])
            start = match.start("year" if match["year"] else group)
            end = text.index("日", match.end()) + 1
            if match["month"]:
                month, day = int(match["month"]), int(match["day"])
                lunar = day == 30 and _LUNAR.search(text, max(0, start - 40), start)
                if lunar or day_of(int(match["year"] or LEAP), month, day):
                    continue
            yield Patch(start, end, text[start:end], "flag")

    return run
