"""Dates that lost their 年 or 月."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import regex

from cleaner.model import Patch
from cleaner.operators.almanac import readings, written, years_in
from cleaner.page import Finder, Page
from cleaner.text import compiled, matches

_RUN = compiled(
    # 202011日 and 2020年312日; 日 must not begin a word, the digits must not count or number things
    r"日(?<=(?<![\d.,A-Za-z_/\-—－~～第共计约达逾超近])"
    r"(?P<year>(?:19|20)\d\d)(?:(?P<run>\d{2,3})|年(?P<behind>\d{3,4}))日)"
    r"(?![报本刊元均志记程语文籍军用常产式\d])"
    # 20203月4日: the month stands, 年 is lost
    r"|月(?<=(?<![\d.,A-Za-z_/\-—－~～第共计约达逾超近])"
    r"(?P<glued>(?:19|20)\d\d)(?P<month>1[0-2]|[1-9])月)(?=(?P<day>[12]\d|3[01]|[1-9])日)"
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
        for match in matches(_RUN, page.text):
            start, days = _read(match)
            if not days:
                continue
            known = years_in(page.text) if known is None else known
            end = match.end()
            before = page.text[start:end]
            candidates = tuple(map(written, days))
            if len(days) > 1:
                yield Patch(start, end, before, "flag", UNCLEAR, candidates)
            elif known and min(abs(days[0].year - year) for year in known) > years:
                yield Patch(start, end, before, "flag", DISTANT, candidates)
            elif match["glued"]:
                yield Patch(start + 4, start + 4, "年", message="年 lost")
            else:
                lost = "月 lost" if match["behind"] else "年、月 lost"
                yield Patch(start, end, candidates[0], message=lost)

    return run


def _read(match: regex.Match[str]) -> tuple[int, list[date]]:
    """Where the date starts, and the days that it can mean."""
    if match["glued"]:
        digits = match["month"].zfill(2) + match["day"].zfill(2)
        return match.start("glued"), readings(int(match["glued"]), digits)
    return match.start("year"), readings(int(match["year"]), match["run"] or match["behind"])
