"""Whole lines go so that one separator is left where they stood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.operators.lines import lines
from cleaner.text import is_blank
from tests.operators.running import applied

SENTENCE = "会议要求，各地要抓紧抓好春耕生产，确保全年粮食丰收。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("甲\n\nX\n\n乙\n", "甲\n\n乙\n"),
        ("甲\nX\n乙", "甲\n乙"),
        ("甲\n\nX\n乙", "甲\n\n乙"),
        ("甲\nX\n\n乙", "甲\n\n乙"),
        ("甲\n\n\nX\n\n乙", "甲\n\n\n乙"),
        ("X\n\n乙", "乙"),
        ("\n\nX\n\n乙", "\n\n乙"),
        ("甲\n\nX", "甲"),
        ("甲\n\nX\n", "甲\n"),
        ("甲\n\nX\n\n\n", "甲\n\n\n"),
        ("甲\n\nX\n\nX\nX\n\n\n乙", "甲\n\n\n乙"),
        ("甲\n\nX\n\nX", "甲"),
        ("甲\n\u3000\nX\n \n乙", "甲\n\u3000\n乙"),
        ("X", ""),
        ("\nX\n\n", ""),
        ("", ""),
        ("\n\n", "\n\n"),
    ],
)
def test_what_stood_around_is_left_with_one_separator(before: str, after: str) -> None:
    assert applied(lines(find="X"), before) == after


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ({"first": 1}, "甲\nX\n乙\nX\nX"),
        ({"first": 2}, "甲\n乙\nX\nX"),
        ({"last": 1}, "X\n甲\nX\n乙"),
        ({"last": 2}, "X\n甲\n乙"),
    ],
)
def test_lines_that_go_are_not_counted(options: dict[str, Any], after: str) -> None:
    finder = lines(find="X", **options)
    assert applied(finder, "X\n甲\nX\n乙\nX\nX") == after
    assert applied(finder, after) == after


def test_a_pattern_may_look_at_the_lines_around() -> None:
    finder = lines(find=r"X(?=\n甲)|(?<=乙\n)X", first=9)
    assert applied(finder, "X\n甲\nX\n乙\nX\n丙") == "甲\nX\n乙\n丙"


def test_a_pattern_begins_where_a_line_begins() -> None:
    assert applied(lines(find="X"), "甲X\nX甲") == "甲X"


def test_only_the_edges() -> None:
    text = f"X\n{SENTENCE}\nX\n{SENTENCE}\nX"
    assert applied(lines(find="X", within="edges"), text) == f"{SENTENCE}\nX\n{SENTENCE}"


@given(st.lists(st.sampled_from(["甲", "乙", "X", "", " ", "\u3000"]), max_size=12).map("\n".join))
def test_the_other_filled_lines_stay_and_nothing_is_left_to_do(text: str) -> None:
    finder = lines(find="X")
    once = applied(finder, text)
    filled = [row for row in text.split("\n") if not is_blank(row) and row != "X"]
    assert [row for row in once.split("\n") if not is_blank(row)] == filled
    assert applied(finder, once) == once


def test_without_its_words_nothing_is_looked_for() -> None:
    head = lines(find="[XY]$", within="head", words=("X",))
    assert applied(head, f"X\nY\n{SENTENCE}\n") == f"{SENTENCE}\n"
    assert applied(head, f"Y\n{SENTENCE}\nX\n") == f"Y\n{SENTENCE}\nX\n"
    assert applied(lines(find="[XY]$", words=("X",)), "甲\nY\n") == "甲\nY\n"


def test_more_lines_than_a_page_has_furniture_stay() -> None:
    finder = lines(find="X$", first=10, within="head")
    assert applied(finder, "X\n" * 12 + SENTENCE) == SENTENCE
    assert applied(finder, "X\n" * 500 + SENTENCE) == "X\n" * 500 + SENTENCE
