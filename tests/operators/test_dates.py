"""Lost 年 and 月: every split is tried, one reading is a repair."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner.almanac import days_in, readings, written
from cleaner.operators.dates import dates
from cleaner.page import Page
from tests.operators.running import applied, flagged, patches


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("截至202011日后", "截至2020年1月1日后"),
        ("截至2020312日", "截至2020年3月12日"),
        ("截至2020131日", "截至2020年1月31日"),
        ("截至2020229日", "截至2020年2月29日"),
        ("2020年312日", "2020年3月12日"),
        ("2020年1231日", "2020年12月31日"),
        ("20203月4日", "2020年3月4日"),
        ("202012月31日", "2020年12月31日"),
    ],
)
def test_one_reading_is_restored(before: str, after: str) -> None:
    assert applied(dates(), before) == after
    assert applied(dates(), after) == after


@pytest.mark.parametrize(
    ("text", "place", "candidates"),
    [
        ("截至2020111日", "2020111日", ("2020年1月11日", "2020年11月1日")),
        ("2020年111日", "2020年111日", ("2020年1月11日", "2020年11月1日")),
        ("2020101日", "2020101日", ("2020年1月1日", "2020年10月1日")),
    ],
)
def test_several_readings_are_flagged(text: str, place: str, candidates: tuple[str, ...]) -> None:
    assert flagged(dates(), text) == [place]
    assert patches(dates(), text)[0].candidates == candidates


@pytest.mark.parametrize(
    "text",
    [
        "20200304日报", "20211231日", "2000年月均", "1998年年底", "12月月平均气温", "2019230日",
        "2019229日", "共202011日", "第202011日", "A202011日", "3.202011日", "202011日报", "202011日均",
        "2020年11日", "12020311日", "120203月4日", "202013月4日", "20203月份", "20203月45日", "日", "月", "11日",
    ],
)  # fmt: skip
def test_what_is_no_date_or_a_whole_one_stays(text: str) -> None:
    assert patches(dates(), text) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("会议202031日闭幕。", None),
        ("通知写“自202011日起施行”。", "review"),
        ("袋上写着：199811日昌。", "review"),
        ("新华社北京202011日电", None),
        ("他202011日离京。", None),
    ],
)
def test_what_may_be_meant_is_for_review(text: str, level: str | None) -> None:
    assert [patch.level for patch in patches(dates(), text)] == [level]


def test_how_the_document_writes_its_dates_decides() -> None:
    assert (
        applied(dates(), "2020年3月4日印发，自2020101日起") == "2020年3月4日印发，自2020年10月1日起"
    )
    assert flagged(dates(), "2020年03月04日印发，自2020101日起") == ["2020101日"]
    assert applied(dates(), "3月4日至20201112日止") == "3月4日至2020年11月12日止"
    assert applied(dates(), "20201112日，200132日") == "2020年11月12日，2001年3月2日"
    for text in ("03月04日至20201112日止", "11月12日至20201112日止", "20201112日，2020101日"):
        assert applied(dates(), text) == text


def test_places_come_in_order() -> None:
    assert applied(dates(), "202011日至20203月4日") == "2020年1月1日至2020年3月4日"
    assert applied(dates(), "20203月4日，202011日") == "2020年3月4日，2020年1月1日"


def test_the_almanac() -> None:
    assert readings(2020, "111") == [date(2020, 1, 11), date(2020, 11, 1)]
    assert readings(2019, "0229") == []
    assert written(date(2020, 3, 1)) == "2020年3月1日"
    assert days_in(Page.of("2月30日，2019年2月27日，3月1日"), 2020) == [
        date(2019, 2, 27),
        date(2020, 3, 1),
    ]


def test_row_of_many_dates_is_read_once_for_all() -> None:
    assert len(patches(dates(), "于2020111日" * 10_000)) == 10_000
