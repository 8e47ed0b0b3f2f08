"""Continuation markers are found, and those that have lost their text."""

from __future__ import annotations

import pytest

from cleaner.operators.marker import marker
from tests.operators.running import patches


@pytest.mark.parametrize(
    "text", ["（上接第一版）", "(下转第四版)", "【紧接第3版】", "（ 上接A1版 ）", "（转接02版）"]
)
def test_markers(text: str) -> None:
    assert [patch.after for patch in patches(marker(), f"正文。{text}正文")] == [text]


@pytest.mark.parametrize("text", ["", "（", "承上接下", "（上接）", "（上\n接第一版）", "（下午）"])
def test_no_markers(text: str) -> None:
    assert patches(marker(), text) == []


def test_a_lone_marker_among_leading_ones() -> None:
    text = "甲\n（上接第一版）\n乙\n（上接第二版）正文。\n正文。（下转第四版）\n（下转第三版）"
    assert [patch.start for patch in patches(marker(alone=True), text)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "甲\n（上接第一版）\n正文。",
        "（上接第一版）正文",
        "（上接一版）甲\n（上接二版）\n乙\n（上接三版）\n丙",
    ],
)
def test_lone_markers_can_be_a_habit(text: str) -> None:
    assert patches(marker(alone=True), text) == []
