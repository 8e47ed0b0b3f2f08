"""The calendar, and the dates that a document speaks of."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from string import digits

from cleaner.lines.reach import line_before, next_line
from cleaner.lines.rows import rows_of
from cleaner.lines.signs import behind
from cleaner.lines.structure import outside_code, outside_code_in
from cleaner.offsets import offsets
from cleaner.page import Page
from cleaner.text import lazy

_DAY = lazy(r"(?<=(?:(?<!\d)(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<month>\d\d?))月(?P<day>\d\d?)日")


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def readings(year: int, digits: str) -> list[date]:
    """Every day of a year that two to four digits can mean: the month, then the day."""
    days = (
        day_of(year, int(digits[:cut]), int(digits[cut:]))
        for cut in (1, 2)
        if 1 <= len(digits) - cut <= 2
    )
    return [day for day in days if day]


def written(day: date) -> str:
    """A day as it is written in running text, 2020年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def days_in(page: Page, year: int) -> list[date]:
    """The days that are written out in a text; those without a year are days of `year`."""
    found = (_DAY.match(page.text, at) for at in page.find_all("月"))
    days = (
        day_of(int(match["year"] or year), int(match["month"]), int(match["day"]))
        for match in found
        if match
    )
    return [day for day in days if day]


def writes_plainly(page: Page, more: Sequence[date] = ()) -> bool:
    """Whether a text writes months and days without a leading zero: 2月5日, nowhere 02月05日.

    `more`: days that it will write so.
    """
    text = page.text
    # Most days are written many times: what stands around 月 is looked at once.
    around = {(text[max(0, at - 3) : at], text[at : at + 4]) for at in page.find_all("月")}
    found = (_DAY.match(before + behind, len(before)) for before, behind in around)
    parts = [part for match in found if match for part in match.group("month", "day")]
    shown = any(len(part) == 1 for part in parts) or any(min(d.month, d.day) < 10 for d in more)
    return shown and not any(part[0] == "0" for part in parts)


def behind_digits(page: Page, sign: str, count: int) -> list[int]:
    """The places of a sign that stands behind at least `count` ASCII digits, as offsets."""
    text = page.text
    places = behind(page, sign, digits)
    return [at for at in places if at >= count and is_number(text[at - count : at])]


def is_number(word: str) -> bool:
    """Whether a word is nothing but ASCII digits."""
    return word.isdecimal() and word.isascii()


def in_prose(page: Page, places: list[int]) -> list[bool]:
    """For each of the sorted places whether it does not stand in code or JSON."""
    if not places:
        return []
    if page.has(("```", "~~~")):
        return [*outside_code(page.view(rows_of), offsets(places)).tolist()]
    found: list[bool] = []
    while len(found) < len(places):
        # A row once, however many places stand in it.
        first = len(found)
        start, end = line_before(page.text, places[first] + 1), next_line(page.text, places[first])
        here = places[first : bisect_left(places, end, lo=first + 1)]
        row = page.text[start:end].rstrip("\n")
        found += outside_code_in(row, [place - start for place in here])
    return found
