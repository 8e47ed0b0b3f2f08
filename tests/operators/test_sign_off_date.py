"""The date below the issuing body, of which only digits are left."""

from __future__ import annotations

import pytest

from cleaner.operators.sign_off_date import sign_off_date
from tests.operators.running import applied, flagged, patches

STAMP = "更新时间：2020-03-04 11:06:00\n"
BODY = "现就2月27日会议部署的有关工作通知如下。\n\n某某市扶贫开发领导小组\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{STAMP}{BODY}今年31\n", f"{STAMP}{BODY}2020年3月1日\n"),
        (f"{STAMP}{BODY}\u3000今年31\n\n", f"{STAMP}{BODY}\u30002020年3月1日\n\n"),
        (f"{BODY}202053", f"{BODY}2020年5月3日"),
        (f"{BODY}2020年53", f"{BODY}2020年5月3日"),
    ],
)
def test_one_reading_is_restored(before: str, after: str) -> None:
    assert applied(sign_off_date(), before) == after
    assert applied(sign_off_date(), after) == after


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{BODY}今年31", "今年31"),
        (f"更新时间：2020-12-04\n{BODY.replace('2月27日', '1月2日')}今年111", "今年111"),
        (f"更新时间：2020-02-28\n{BODY}今年31", "今年31"),
        (f"{BODY}2020111", "2020111"),
    ],
)
def test_no_year_or_no_single_reading_is_flagged(text: str, place: str) -> None:
    assert flagged(sign_off_date(), text) == [place]


def test_the_readings_are_the_candidates() -> None:
    found = patches(sign_off_date(), f"{BODY}2020111")
    assert found[0].candidates == ("2020年1月11日", "2020年11月1日")


def test_the_last_day_that_the_text_speaks_of_comes_before() -> None:
    text = f"更新时间：2020-12-04\n{BODY}今年111"
    assert applied(sign_off_date(), text) == text.replace("今年111", "2020年11月1日")
    deadline = f"更新时间：2020-12-04\n{BODY.replace('2月27日', '12月31日')}今年31"
    assert applied(sign_off_date(), deadline) == deadline.replace("今年31", "2020年3月1日")


@pytest.mark.parametrize(
    "text",
    [
        f"{STAMP}{BODY}2020年3月1日", f"{STAMP}{BODY}今年31户", f"{STAMP}现就有关工作通知如下。\n\n今年31",
        f"{BODY}20200503", "今年31", "", "\n", f"{STAMP}{BODY}今年31\n" + "甲\n" * 8,
    ],
)  # fmt: skip
def test_other_lines_stay(text: str) -> None:
    assert patches(sign_off_date(), text) == []
