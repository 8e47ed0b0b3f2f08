"""Marks without a partner are flagged; conventions, list numbers, faces and code are not."""

from __future__ import annotations

import pytest

from cleaner.operators.balance import balance
from tests.operators.running import patches

QUOTE = balance(opening="“", closing="”", repeats=True)
BRACKET = balance(opening="（(", closing="）)")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("“", [0]),
        ("哪棵树是桂花？”我问。", [7]),
        ("他说：“好。她说：“不好。”", [3]),
        ("山”水“云", [1, 3]),
        ("“第一段。\n第二段。\n“第三段。”", [0]),
    ],
)
def test_lonely_quotes(text: str, at: list[int]) -> None:
    assert [patch.start for patch in patches(QUOTE, text)] == at


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“甲”“乙“丙”丁”",
        "“第一段。\n\n“第二段。\n\n\u3000“第三段。”",
        "他说：“先看。\n再想。”",
    ],
)
def test_paired_quotes(text: str) -> None:
    assert patches(QUOTE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "印发《意见》（以下简称《意见》)",
        "1）句首；2）句末；a) 甲；（3）乙；一）丙",
        "返回区间 [2, n) 中的素数",
        "很高兴：）再见 :)",
        "```\n调用(甲\n```",
        "| 表（格 | 二 |",
    ],
)
def test_no_lonely_brackets(text: str) -> None:
    assert patches(BRACKET, text) == []


def test_lonely_brackets() -> None:
    assert [patch.start for patch in patches(BRACKET, "食物(如蜂蜜。第二次修订）")] == []
    assert [patch.start for patch in patches(BRACKET, "食物(如蜂蜜。")] == [2]
    assert [patch.start for patch in patches(BRACKET, "第二次修订）")] == [5]


def test_reach() -> None:
    text = "（山\n水\n云）"
    assert patches(balance(opening="（", closing="）", reach=2), text) == []
    assert [at.start for at in patches(balance(opening="（", closing="）", reach=1), text)] == [
        0,
        6,
    ]


def test_a_document_that_pairs_nothing_gets_one_flag() -> None:
    text = "他说：“好。\n" * 6
    (patch,) = patches(balance(opening="“", closing="”"), text)
    assert patch.start == 3
    assert patch.message == "“ is never closed, like 5 more in this document"


@pytest.mark.parametrize("marks", [("", "”"), ("“", ""), ("“", "“")])
def test_senseless_options(marks: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="different"):
        balance(opening=marks[0], closing=marks[1])
