"""Mistakes that a text cites are told from what it says itself."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.exempt.cited import cited
from cleaner.page import Page


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("“曰本”应为“日本”。", ["“曰本”应为"]),
        ("例如“2020年11月1日”被识别成“202011日”，应当补上。", ["202011日", "2020年11月1日"]),
        ("他把“己经”写作了“巳经”。", ["巳经", "己经"]),
        ("常见的乱码有“浣犲ソ”。他说“好,走”。", ["浣犲ソ"]),
        ("繁体字混在里面，如“后來”「裡面」‘他説’", ["后來", "裡面", "他説"]),
        ("  (1) 错误：你好!世界?\n正确：你好！世界？", ["你好!世界?"]),
        ("例：会议决定,由他负责。\n改正：会议决定，由他负责。", ["会议决定,由他负责。"]),
        ("例：会议决定,由他负责。\n例：会议决定,由他落实。", []),
        ("他被大家看成“老师”了。“好,走”，他说。", ["老师"]),
        ("称为“三农”，作为“一把手”，定为“重点”。", []),
        ("他写成“好,\n走”。", []),
        ('日期显示为"202011日"。', ["202011日"]),
        ("错：我们己经到了\n对：我们已经到了\n错：没有下文", ["我们己经到了"]),
        ("错误写法\t正确写法\n後來\t后来\n裡面\t里面\n完\n", ["後來\t后来", "裡面\t里面"]),
        ("| 错误 | 正确 |\n|---|---|\n| 後 | 后 |\n", ["|---|---|", "| 後 | 后 |"]),
        ("“l990年”的“l”是字母。", ["l990年", "l"]),
        ("〔例〕他己经来了。\n〔分析〕形近致误。", ["他己经来了。"]),
        ("例句2：他己经来了。\n分析：形近致误。", ["他己经来了。"]),
        ("例句\n他己经来了。\n分析\n形近致误。", ["他己经来了。"]),
        ("例句\n他己经来了。\n他走了。", []),
        ("〔例〕他己经来了。\n他走了。", []),
        ("错误：", []),
        ("错误：\n他己经来了。", []),
        ("“", []),
    ],
)
def test_what_is_cited(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in cited(Page.of(text))] == spans


def test_a_hundred_are_none() -> None:
    assert not cited(Page.of("常见的乱码有“浣犲ソ”。" * 101))
    assert not cited(Page.of("写成“后來”，" * 101))


def test_what_is_cited_stays_beside_what_is_lost() -> None:
    text = (
        "常见的乱码有“锟斤拷”“后來”，如下。\n\ufffd\ufffd锟斤拷ｘ\n会议指出,要加强领导,落实责任。\n"
    )
    assert clean(text).text == text.replace("出,", "出，").replace("导,", "导，")
