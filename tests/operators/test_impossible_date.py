"""Days that no calendar has are flagged, and nothing else."""

from __future__ import annotations

import pytest

from cleaner.operators.impossible_date import impossible_date
from tests.operators.running import flagged


@pytest.mark.parametrize(
    "day",
    [
        "2000年2月34日",
        "2月30日",
        "4月31日",
        "13月5日",
        "20月3日",
        "0月3日",
        "1月99日",
        "1996年1日",
        "2019年2月29日",
        "1996年31日",
    ],
)
def test_an_impossible_day_is_flagged(day: str) -> None:
    for text in (day, f"（{day}，某地）", f"{day}和{day}"):
        assert set(flagged(impossible_date(), text)) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "2020年2月29日", "2月29日", "1月31日", "12月31日", "农历2月30日", "光绪三十年2月30日", "11年3日", "2021年7日年化收益率",
        "2020年3月", "3月份31日", "年3日", "月32日", "1—13月", "2.13月5日", "2012月3日", "", "月", "年", "3月1", "年1",
    ],
)  # fmt: skip
def test_what_may_be_a_day_is_not(text: str) -> None:
    assert flagged(impossible_date(), text) == []


def test_no_lunar_month_has_31_days() -> None:
    assert flagged(impossible_date(), "农历4月31日") == ["4月31日"]
