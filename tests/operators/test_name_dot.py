"""Dots of foreign names that have become question marks."""

from __future__ import annotations

import pytest

from cleaner.operators.name_dot import name_dot
from tests.operators.running import patches

_DOT = name_dot(sounds="塔碧莎特维奇巴兹奥德林约翰马丁杜伽尔平安", common="平安林")


def _found(text: str) -> list[tuple[int, str, str | None]]:
    return [(patch.start, patch.after, patch.level) for patch in patches(_DOT, text)]


def test_a_name_that_recurs_is_certain() -> None:
    text = "塔碧莎?特维奇来了吗?她?塔碧莎?特维奇走了?"
    assert [level for _, _, level in _found(text)] == ["safe", "safe"]


def test_a_name_that_stands_with_its_dot_is_certain_in_both_widths() -> None:
    assert _found("巴兹？奥德林。巴兹·奥德林。吗?吧?") == [(2, "·", "safe")]
    assert _found("巴兹？奥德林。") == []


def test_a_single_name_among_questions_is_for_review() -> None:
    assert _found("谁?他?巴兹?奥德林说") == [(6, "·", "review")]


def test_names_of_several_parts() -> None:
    assert [place for place, _, _ in _found("奥特?马丁?杜伽尔")] == [2, 5]


def test_questions_stay() -> None:
    assert _found("约翰?约翰不在") == []
    assert _found("平安?平安是福") == []


def test_days() -> None:
    assert _found("“九?一八”事变") == [(2, "·", "safe")]
    assert _found("他说九?一八?") == []


def test_options() -> None:
    with pytest.raises(ValueError, match="Han"):
        name_dot(sounds="abc")
