"""Dates that lost their 年 or 月."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import compress

import regex

from cleaner.model import Patch
from cleaner.operators.almanac import behind_digits, in_prose, readings, written, years_in
from cleaner.page import Finder, Page
from cleaner.text import compiled

_NUMBERED = r"(?<![\d.,A-Za-z_/\-—－~～第共计约达逾超近])"
_LOST = compiled(
    # 202011日 and 2020年312日; 日 must not begin a word, the digits must not count or number things
    rf"(?<={_NUMBERED}(?P<year>(?:19|20)\d\d)(?:(?P<run>\d{{2,3}})|年(?P<behind>\d{{3,4}})))"
    r"日(?![报本刊元均志记程语文籍军用常产式\d])"
)
_GLUED = compiled(
    # 20203月4日: the month stands, 年 is lost
    rf"(?<={_NUMBERED}(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|[1-9]))月(?=(?P<day>[12]\d|3[01]|[1-9])日)"
)
DISTANT = "its year is far from the years that the document names"
UNCLEAR = "年 or 月 lost, and more than one day can be meant"


def dates(*, years: int = 1) -> Finder:
    """Put back 年 and 月 in digit runs such as 202011日, 2020年312日 and 20203月4日.

    All splits into a month and a day that the calendar has are tried. One: repaired. Several: flagged
    with the candidates. None: left. A year more than `years` away from all years that the
    document writes out is not trusted: flagged.
    """

    def run(page: Page) -> Iterable[Patch]:
        known: set[int] | None = None
        for match in _found(page):
            start, end = match.start("year"), match.end()
            days = _readings(match)
            if not days:
                continue
            known = years_in(page) if known is None else known
            candidates = tuple(map(written, days))
            if len(days) > 1:
                yield Patch(start, end, page.text[start:end], "flag", UNCLEAR, candidates)
            elif known and min(abs(days[0].year - year) for year in known) > years:
                yield Patch(start, end, page.text[start:end], "flag", DISTANT, candidates)
            elif match.re is _GLUED:
                yield Patch(start + 4, start + 4, "年", message="年 lost")
            else:
                lost = "月 lost" if match["behind"] else "年、月 lost"
                yield Patch(start, end, candidates[0], message=lost)

    return run


def _found(page: Page) -> Iterator[regex.Match[str]]:
    """The places where a date may have lost 年 or 月, in order; few digit runs are so long."""
    days, months = behind_digits(page, "日", 3), behind_digits(page, "月", 5)
    found = [
        (_LOST if page.text[at] == "日" else _GLUED).match(page.text, at)
        for at in sorted(days + months)
    ]
    dates = [match for match in found if match]
    return compress(dates, in_prose(page, [match.start() for match in dates]))


def _readings(match: regex.Match[str]) -> list[date]:
    """The days that a date can mean."""
    if match.re is _GLUED:
        digits = match["month"].zfill(2) + match["day"].zfill(2)
    else:
        digits = match["run"] or match["behind"]
    return readings(int(match["year"]), digits)
