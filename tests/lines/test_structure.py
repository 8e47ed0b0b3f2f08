"""Which rows are prose that only mentions code."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner import clean
from cleaner.lines.rows import Rows, rows_of
from cleaner.lines.structure import outside_code, outside_code_in
from cleaner.offsets import offsets
from cleaner.page import Page
from cleaner.text import codes_of


@pytest.mark.parametrize(
    ("row", "prose"),
    [
        (
            "此时如果 a->b 为空,那么前面所说的各项检查都不会再执行,程序将直接退出,不留下任何记录。",
            True,
        ),
        (
            "这里末尾的“|| true”是需要的,它可以保证这个脚本在不小心启用了该选项时不会就此退出,而是继续。",
            True,
        ),
        (
            "| 名称,编号 | 这里是各项检查的说明文字,其中包括了全部的内容以及需要注意的事项。 |",
            False,
        ),
        (
            '{"说明": "这里是各项检查的说明文字,其中包括了全部的内容以及需要注意的各种事项。"}',
            False,
        ),
    ],
)
def test_prose_that_mentions_code(row: str, prose: bool) -> None:
    text = f"{row}\n"
    place = np.array([text.index(",")])
    assert outside_code(Rows.of(text, codes_of(text)), place).tolist() == [prose]


@pytest.mark.parametrize(
    "row",
    [
        "会议于2020年3月1日召开，讨论了三件事。",
        "2020-03-01 12:00:00,1 INFO 启动，完成",
        "1、召开会议，讨论三件事",
        '{"日期": "2020年3月1日，星期日"}',
        "return 甲，乙",
        " git log -- 甲，乙",
        "用`甲，乙`表示，不用丙",
        "",
    ],
)
def test_a_row_by_itself_is_judged_like_a_text_of_one_row(row: str) -> None:
    places = [at for at, char in enumerate(row) if char in "，月"]
    page = Page.of(row)
    assert (
        outside_code_in(row, places) == outside_code(page.view(rows_of), offsets(places)).tolist()
    )


@pytest.mark.parametrize(
    "text",
    [
        "备忘\n买: 牛奶, 鸡蛋(30个装)\n还: 《边城》——图书馆(到期日11/30)\n打电话: 物业(水表,电表)",
        "CREATE TABLE `文章` (\n  `编号` int COMMENT '主键,自增',\n  `日期` date\n);",
        "看这里：\n```\n甲,乙(丙)\n```",
    ],
)
def test_what_is_code_is_so_when_it_is_quoted(text: str) -> None:
    for shown in (text, "> " + text.replace("\n", "\n> ")):
        assert clean(shown, level="review").text == shown
