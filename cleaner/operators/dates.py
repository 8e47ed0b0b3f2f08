"""Dates that lost their 年 or 月."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import compress

import regex

from cleaner.almanac import (
    behind_digits,
    in_prose,
    readings,
    writes_plainly,
    written,
)
from cleaner.exempt.day_numbers import counts_days, is_shown, may_be_meant, names
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import lazy

# Not counted, not part of a longer number, and not the number of a thing: 第202011日, 编号：202011日, No. 202011日
_NUMBERED = (
    r"(?<![\d.A-Za-z_/]|(?<!日)[\-—－~～]|\d,|[第共计约达逾超近][ \u3000]?"
    r"|(?:运[行转营]|生产|工作|飞行|航行|营业|服役|使用|坚持|持续|连续|历时|还有|已有|剩余|仅剩|不足|整整)[了有满过]?[ \u3000]?"
    r"|(?:[编文批证档卷案序期代单流水账帐户货款学工机房图件型订]号|号码|代码|编码|条码|字号|№|(?i:no|number|id|code)\.?)[ \u3000]*[:：为是]?[ \u3000]*)"
)
# What 日 begins instead: 日报, 日元, 日立 (but 立即), 日次, 日历天
_WORDS = (
    r"[龄报本刊元圆币均志记程语文籍军用常产式次益渐趋寇韩\d]|立(?![即刻案法项足])|历(?![时经史任])"
    r"|系(?!统)|企(?!业)|资(?![金料格产源])|租(?!赁)|照(?![常例旧样])|化(?!解)|薪|[最利]息|最[高低大小多]|平均|销[量售]"
)
_LOST = lazy(
    # 202011日 and 2020年312日; 日 must not begin a word, the digits must not count or number things
    rf"(?<={_NUMBERED}(?P<year>(?:19|20)\d\d)(?:(?P<run>\d{{2,4}})|年(?P<behind>\d{{3,4}})))"
    rf"日(?!{_WORDS})"
)
_GLUED = lazy(
    # 20203月4日: the month stands, 年 is lost
    rf"(?<={_NUMBERED}(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|[1-9]))月(?=(?P<day>[12]\d|3[01]|[1-9])日)"
)
UNCLEAR = "年 or 月 lost, and more than one day can be meant"
_WHOLE = 4
"""Digits of a month and a day that may be a way of writing a date, as in 20211231."""


def dates() -> Finder:
    """Put back 年 and 月 in digit runs such as 202011日, 2020年312日 and 20203月4日.

    All splits into a month and a day that the calendar has are tried. One: repaired. Several: flagged
    with the candidates. None: left. Months and days with a leading zero count only where the document
    does not write all its dates without, and eight digits are repaired only where it does. What stands in short
    quotation marks, and what may be a number before a name that 日 begins, is for review; so is all in a text that
    shows such numbers as examples (形如202011日), and these stay.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = [(match, days) for match in _found(page) if (days := _readings(match))]
        if not found:
            return
        certain = [days[0] for match, days in found if len(days) == 1 and not _is_whole(match)]
        plain = writes_plainly(page, certain)
        shown = {match.end() for match, _ in found if is_shown(page, *_span(match))}
        for match, readable in found:
            days = readable
            if match.end() in shown:
                continue
            if plain and not _is_glued(match):
                days = [day for day in days if f"{day.month}{day.day}" == _digits(match)] or days
            elif _is_whole(match):
                continue
            doubt = bool(shown) or may_be_meant(page.text, *_span(match))
            yield _patch(page, match, days, "review" if doubt else None)

    return run


def _span(match: regex.Match[str]) -> tuple[int, int]:
    """Where a date that lost its signs stands, up to its last sign."""
    return match.start("year"), match.end()


def _patch(page: Page, match: regex.Match[str], days: list[date], level: Level | None) -> Patch:
    """What is done about a date that lost its signs."""
    start, end = _span(match)
    candidates = tuple(map(written, days))
    if len(days) > 1:
        return Patch(start, end, page.text[start:end], "flag", UNCLEAR, candidates)
    if _is_glued(match):
        return Patch(start + 4, start + 4, "年", level, message="年 lost")
    lost = "月 lost" if match["behind"] else "年、月 lost"
    return Patch(start, end, candidates[0], level, message=lost)


def _is_glued(match: regex.Match[str]) -> bool:
    """Whether it is year and month that stand glued."""
    return match.re.pattern == _GLUED.pattern


def _is_whole(match: regex.Match[str]) -> bool:
    """Whether the digits may be a way of writing a date: 20211231."""
    return not _is_glued(match) and len(match["run"] or "") == _WHOLE


def _found(page: Page) -> Iterator[regex.Match[str]]:
    """The places where a date may have lost 年 or 月, in order; few digit runs are so long."""
    days, months = behind_digits(page, "日", 3), behind_digits(page, "月", 5)
    found = [
        (_LOST if page.text[at] == "日" else _GLUED).match(page.text, at)
        for at in sorted(days + months)
    ]
    dates = [match for match in found if match and not counts_days(page.text, match.start("year"))]
    if words := names(page, (match.end() for match in dates)):
        dates = [match for match in dates if not page.text.startswith(words, match.end() - 1)]
    return compress(dates, in_prose(page, [match.start() for match in dates]))


def _readings(match: regex.Match[str]) -> list[date]:
    """The days that a date can mean."""
    return readings(int(match["year"]), _digits(match))


def _digits(match: regex.Match[str]) -> str:
    """The digits of the month and the day."""
    if _is_glued(match):
        return str(match["month"]).zfill(2) + str(match["day"]).zfill(2)
    return str(match["run"] or match["behind"])
