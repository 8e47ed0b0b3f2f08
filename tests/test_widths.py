"""The widths at which lines are cut, from where lines end."""

from __future__ import annotations

import pytest

from cleaner.layout import Layout, Line
from cleaner.widths import Wrap, columns, lead

PROSE = (
    "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度，确保今年夏粮丰收到手。"
    "气象部门预计，未来十天江南大部有三次较强的降雨过程，低洼田块要抓紧疏通沟渠，农机手要备足配件，随时准备抢收抢种。"
)


def wrapped(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def widths(rows: list[str]) -> tuple[int, ...]:
    return tuple(wrap.width for wrap in Layout.of([*map(Line, rows)]).wraps)


@pytest.mark.parametrize(("text", "wide"), [("中文，abc", 9), ("abc", 3), ("（一）", 6), ("", 0)])
def test_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_a_latin_word_and_its_marks_cannot_be_parted() -> None:
    assert lead("Debian。这里") == 9  # with the blank before it
    assert lead("这里") == 2
    assert lead("“这里") == 4


@pytest.mark.parametrize("size", [10, 16, 20, 36, 40])
def test_lines_of_one_size_are_wrapped(size: int) -> None:
    rows = [*wrapped(PROSE * 3, size), "", *wrapped(PROSE[20:] * 3, size)]
    assert widths(rows)[0] in (2 * size - 1, 2 * size)


def test_short_lines_beside_wrapped_ones_do_not_hide_them() -> None:
    names = [f"第{number}组的成员和他们的任务" for number in "一二三四五六七八"]
    assert 72 in widths([*wrapped(PROSE * 4, 36), "", *names])


def test_lines_that_are_longer_show_that_nothing_was_cut() -> None:
    rows = (
        wrapped(PROSE, 20)[:4]
        + [PROSE[:55], PROSE[3:60], PROSE[5:70], PROSE[2:64], PROSE[4:61]] * 3
    )
    assert widths([row.rstrip("，。") for row in rows]) == ()


@pytest.mark.parametrize(
    "rows",
    [
        ["大江东去，浪淘尽，", "千古风流人物，", "故垒西边，人道是，", "三国周郎赤壁，", "乱石穿空，惊涛拍岸，"],
        ["苹果 三斤 十二元", "香蕉 两斤 零八元", "橘子 五斤 二十元", "葡萄 一斤 十五元", "西瓜 一个 三十元"],
        ["床前明月光", "疑是地上霜", "举头望明月", "低头思故乡", "春眠不觉晓", "处处闻啼鸟"],
    ],
    ids=["verse", "list", "verse without marks"],
)  # fmt: skip
def test_verse_and_lists_are_not_wrapped(rows: list[str]) -> None:
    assert widths(rows) == ()


def test_a_wrap_has_slack() -> None:
    assert Wrap(40, 4).fills(37)
    assert not Wrap(40, 4).fills(35)
