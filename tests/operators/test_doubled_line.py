"""The first of two equal lines of a kind."""

from __future__ import annotations

import pytest

from cleaner.operators.doubled_line import doubled_line
from tests.operators.running import applied

FIND = doubled_line(find="^图为", words=("图为",), most=20)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("图为甲。\n图为甲。\n乙\n", "图为甲。\n乙\n"),
        ("　图为甲。\n\n\n图为甲。 \n乙", "图为甲。 \n乙"),
        ("图为甲。\n图为甲。\n图为甲。", "图为甲。"),
    ],
)
def test_doubled(text: str, after: str) -> None:
    assert applied(FIND, text) == after


@pytest.mark.parametrize(
    "text",
    [
        "图为甲。\n图为乙。\n",
        "图为甲。\n\n\n\n图为甲。\n",
        "甲图为乙\n甲图为乙\n",
        "图为" + "甲" * 20 + "\n图为" + "甲" * 20,
        "图为甲。",
        "图为甲。\n\n",
    ],
)
def test_what_stays(text: str) -> None:
    assert applied(FIND, text) == text
