"""A date below the issuing body that has nothing but its digits left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import regex

from cleaner.almanac import day_of, days_in, readings, written
from cleaner.lines.reach import Reach, line_before
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, lazy, matches

_DIGITS = lazy(
    r"(?P<blank>[ \t\u3000\u00a0]*)(?:(?:今年|本年)(?P<run>\d{2,4})|(?P<year>(?:19|20)\d\d)(?:年(?P<behind>\d{2,4})|(?P<glued>\d{2,3})))[ \t\u3000\u00a0]*"
)  # fmt: skip
_BODY = lazy(
    r"[ \t\u3000\u00a0]*[\p{Han}（）()、\u3000 ]{3,40}(?:[局委会府办厅部院处组室站所队校社团行司署馆宫]|中心|公司|大学|学院|集团|联社)[ \t\u3000\u00a0]*"
)
_STAMP = lazy(
    r"(?:时间|日期)[ \u3000]*[:：][ \u3000]*((?:19|20)\d\d)[-年/.](\d\d?)[-月/.](\d\d?)(?!\d)"
)

_YEARS = ("今年", "本年", "19", "20")


def sign_off_date(*, last: int = 8) -> Finder:
    """Restore the date of a line such as 今年31 or 202031 that stands alone below an issuing body.

    Only among the last so many filled lines. The year is the one that stands there or that of the
    page's stamp (更新时间：2020-03-04). Where there is a stamp, a reading lies not behind it, nor before the
    last day up to it that the text speaks of. One reading: review. Else the line is flagged.
    """
    reach = Reach(last=last, words=_YEARS)

    def run(page: Page) -> Iterable[Patch]:
        text = page.text
        spans = reach.spans(page)
        start, end = spans[0] if spans else (0, 0)
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            match = _DIGITS.fullmatch(text, start, stop)
            if match and _BODY.fullmatch(_line_above(text, start)):
                yield _patch(page, match)
            start = stop + 1

    return run


def _line_above(text: str, start: int) -> str:
    """The filled line above the one at `start`."""
    above = text[:start].rstrip(BLANKS + "\n")
    return above[line_before(above, len(above)) :]


def _patch(page: Page, match: regex.Match[str]) -> Patch:
    text = page.text
    start, end = match.end("blank"), len(text[: match.end()].rstrip(BLANKS))
    digits = match["run"] or match["behind"] or match["glued"]
    stamp = page.view(_stamp)
    year = int(match["year"]) if match["year"] else stamp.year if stamp else None
    if year is None:
        return Patch(start, end, text[start:end], "flag", "年、月、日 lost, and the year unknown")
    days = fitting = readings(year, digits)
    if stamp:
        # Only what the page's day has behind it was over when the text was signed: deadlines are not.
        spoken = max((day for day in days_in(page, year) if day <= stamp), default=date.min)
        fitting = [day for day in days if spoken <= day <= stamp]
    if len(fitting) != 1:
        candidates = tuple(map(written, fitting or days))
        return Patch(start, end, text[start:end], "flag", "年、月、日 lost", candidates)
    return Patch(start, end, written(fitting[0]), message="年、月、日 lost")


def _stamp(page: Page) -> date | None:
    """The day on which the page says that it was published, or None."""
    for start, end in Reach(first=30).spans(page):
        for match in matches(_STAMP, page.text, start, end):
            return day_of(*map(int, match.groups()))
    return None
