"""Blanks that stand a line apart are what a hard wrap has left; others stay."""

from __future__ import annotations

import pytest

from cleaner.operators.former_wraps import former_wraps
from tests.operators.running import applied, patches

WRAPS = former_wraps()
TEXT = (
    "话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。及秦灭之后，楚、汉分争，又并入于汉。汉朝自高祖斩白蛇而起义，"
    "一统天下，后来光武中兴，传至献帝，遂分为三国。推其致乱之由，殆始于桓、灵二帝。桓帝禁锢善类，崇信宦官。及桓帝崩，灵帝即位，"
    "大将军窦武、太傅陈蕃共相辅佐。时有宦官曹节等弄权，窦武、陈蕃谋诛之，机事不密，反为所害，中涓自此愈横。"
)


def _wrapped(text: str, *widths: int) -> str:
    """The text with a blank behind each so many characters, in turn."""
    parts, at, turn = [], 0, 0
    while at < len(text):
        size = widths[turn % len(widths)]
        parts.append(text[at : at + size])
        at, turn = at + size, turn + 1
    return " ".join(parts)


@pytest.mark.parametrize("width", [12, 20, 27, 38])
def test_lines_of_one_width(width: int) -> None:
    assert applied(WRAPS, _wrapped(TEXT, width)) == TEXT
    assert applied(WRAPS, f"标题 两段\n　　{_wrapped(TEXT, width)}\n") == f"标题 两段\n　　{TEXT}\n"
    assert applied(WRAPS, TEXT) == TEXT


def test_a_first_line_that_was_indented() -> None:
    first = TEXT[:18]
    assert applied(WRAPS, f"{first} {_wrapped(TEXT[18:], 20)}") == TEXT


def test_lines_of_nearly_one_width_where_there_are_many() -> None:
    few = _wrapped(TEXT, 24, 20, 22)
    assert applied(WRAPS, few) == few
    long = TEXT * 2
    assert applied(WRAPS, _wrapped(long, 24, 20, 22)) == long


def test_beside_latin_the_habit_of_the_document_decides() -> None:
    rest = TEXT[60:77] + " " + _wrapped(TEXT[77:], 20)
    wrapped = f"{_wrapped(TEXT[:60], 20)} Linux{rest}\n"
    tight = "用Linux写，在Linux上，比Linux快，像Linux好，和Linux是，叫Linux的，给Linux用，从Linux起，为Linux好。\n"
    assert applied(WRAPS, tight + wrapped) == tight + wrapped.replace(" ", "")
    spaced = tight.replace("Linux", " Linux ")
    assert applied(WRAPS, spaced + wrapped) == spaced + wrapped.replace(" ", "").replace(
        "Linux", " Linux"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "立足身边学雷锋 争做时代好少年 一路同行有你 共创美好明天 携手奔向未来",
        "春眠不觉晓，处处闻啼鸟 夜来风雨声，花落知多少 白日依山尽，黄河入海流 欲穷千里目，更上一层楼 红豆生南国，春来发几枝",
        "春眠不觉晓处处闻啼鸟 夜来风雨声花落知多少 白日依山尽黄河入海流 欲穷千里目更上一层楼 红豆生南国春来发几枝",
        " ".join((TEXT[:30], TEXT[30:70], TEXT[70:90], TEXT[90:])),
    ],
)
def test_what_stays(text: str) -> None:
    assert patches(WRAPS, text) == []
