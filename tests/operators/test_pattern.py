"""Patterns: groups, units, and how far they reach."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.operators.pattern import pattern
from tests.operators.running import applied, patches

SENTENCE = "会议要求，各地要抓紧抓好春耕生产，确保全年粮食丰收。"


def test_groups_stand_in_the_replacement() -> None:
    assert applied(pattern(find=r"(甲)(?P<two>乙)", replace=r"\g<two>\1"), "甲乙甲乙") == "乙甲乙甲"


def test_an_unknown_group_is_refused_or_fails() -> None:
    with pytest.raises(Exception, match="group"):
        applied(pattern(find="甲", replace=r"\2"), "甲")


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ({}, "-\n\n-\n-\n\n-\n"),
        ({"first": 2}, "-\n\n-\n甲\n\n甲\n"),
        ({"last": 1}, "甲\n\n甲\n甲\n\n-\n"),
        ({"last": 9}, "-\n\n-\n-\n\n-\n"),
    ],
)
def test_first_and_last_count_filled_lines(options: dict[str, Any], after: str) -> None:
    assert applied(pattern(find="甲", replace="-", **options), "甲\n\n甲\n甲\n\n甲\n") == after


@pytest.mark.parametrize(
    ("within", "after"),
    [
        ("head", f"-\n{SENTENCE}\n甲\n{SENTENCE}\n甲"),
        ("foot", f"甲\n{SENTENCE}\n甲\n{SENTENCE}\n-"),
        ("edges", f"-\n{SENTENCE}\n甲\n{SENTENCE}\n-"),
        ("text", f"-\n{SENTENCE}\n-\n{SENTENCE}\n-"),
    ],
)
def test_head_and_foot_are_what_stands_around_the_running_text(within: str, after: str) -> None:
    text = f"甲\n{SENTENCE}\n甲\n{SENTENCE}\n甲"
    assert applied(pattern(find="甲", replace="-", within=within), text) == after  # type: ignore[arg-type]


@pytest.mark.parametrize("within", ["head", "foot", "edges"])
def test_without_running_text_all_is_edge(within: str) -> None:
    assert applied(pattern(find="甲", replace="-", within=within), "甲\n乙\n甲") == "-\n乙\n-"  # type: ignore[arg-type]


def test_a_line_is_all_that_a_pattern_sees() -> None:
    assert (
        applied(pattern(find=r"\A甲(?!.*乙)|乙\Z", unit="line"), "甲乙\n甲\n乙甲") == "甲\n\n乙甲"
    )


def test_a_paragraph_goes_up_to_the_next_blank_line() -> None:
    assert (
        applied(pattern(find=r"甲[^丙]*乙", unit="paragraph"), "甲一\n二乙\n\n甲\n\n乙")
        == "\n\n甲\n\n乙"
    )


@pytest.mark.parametrize("options", [{"first": -1}, {"last": -1}, {"first": 1, "last": 1}])
def test_senseless_reach_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="first"):
        pattern(find="甲", **options)


def test_a_match_that_crosses_the_reach_is_none() -> None:
    assert applied(pattern(find="甲\n乙", first=1), "甲\n乙") == "甲\n乙"


def test_few_places_in_a_long_text_are_slips() -> None:
    finder = pattern(find="甲", replace="-", habit=2)
    long = SENTENCE * 100
    assert [patch.level for patch in patches(finder, long + "甲")] == ["review"]
    assert [patch.level for patch in patches(finder, long + "甲甲")] == [None, None]
    assert [patch.level for patch in patches(finder, "甲")] == [None]
