"""Numbers in which letters stand for digits, as a whole."""

from __future__ import annotations

import pytest

from cleaner.operators.number_letters import number_letters
from tests.operators.running import applied, levels, patches

run = number_letters(units="[％万亩户年月日]", words=("l", "I", "O", "o"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("共l2户", "共12户"),
        ("共1O.5万", "共10.5万"),
        ("约O.5亩", "约0.5亩"),
        ("共8O0O亩", "共8000亩"),
        ("共l,2O0户", "共1,200户"),
        ("l2月2O日", "12月20日"),
        ("共I8户", "共18户"),
        ("共3o5户", "共305户"),
    ],
)
def test_a_number_is_repaired_as_a_whole(before: str, after: str) -> None:
    assert applied(run, before) == after


@pytest.mark.parametrize(
    "text",
    ["O2户", "OO户", "K2O亩", "x-l2户", "2l,5户", "0l2户", "5I户", "共12户", "l户", "3.O.5亩"],
)
def test_what_is_no_number_then_stays(text: str) -> None:
    assert not patches(run, text)


def test_one_slip_is_for_review_and_three_are_none() -> None:
    assert levels(run, "共l2户") == [("l", "review")]
    assert [level for _, level in levels(run, "共l2户，3l亩，5O万")] == [None] * 3
