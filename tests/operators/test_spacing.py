"""Blanks beside digits go where a document mixes both spellings; those that separate parts stay."""

from __future__ import annotations

import pytest

from cleaner.operators.spacing import spacing
from tests.operators.running import applied

DIGITS, LETTERS = spacing(beside="digits"), spacing(beside="letters")
MIXED = "2019年7月1日，全县30个村、200户脱贫。今年 3 月 4 日，又有 6 个村、50 户脱贫，2019 年以来共 7 次。\n"
JOINED = "2019年7月1日，全县30个村、200户脱贫。今年3月4日，又有6个村、50户脱贫，2019年以来共7次。\n"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("", ""),
        ("第 24 期（总第 212 期）", "第24期（总第212期）"),
        ("全省 2019 年计划退出县", "全省2019年计划退出县"),
        ("3 月 5 日，大会召开。", "3月5日，大会召开。"),
        ("本报记者王坤报道 3月4日，大会召开。", "本报记者王坤报道 3月4日，大会召开。"),
        ("★ 2月3日，大会召开。", "★ 2月3日，大会召开。"),
        ("3 术语和定义", "3 术语和定义"),
        ("电话 024—23448879 张三", "电话 024—23448879 张三"),
        ("沈阳 12 34 56", "沈阳 12 34 56"),
        ("张三 李四 3月4日", "张三 李四 3月4日"),
        ("先发给host2 再说。", "先发给host2 再说。"),
        ("人口由 1000至2000 人增加，", "人口由1000至2000人增加，"),
        ("新系列将到！集成5G基带 12家厂商齐发", "新系列将到！集成5G基带 12家厂商齐发"),
        ("Copyright © 2019 观察者，版权所有。", "Copyright © 2019 观察者，版权所有。"),
    ],
)
def test_in_a_document_that_mixes(line: str, after: str) -> None:
    assert applied(DIGITS, MIXED + line) == JOINED + after


def test_numbers_with_a_blank_on_one_side_now_here_now_there_were_not_set_off_on_purpose() -> None:
    words = (
        "用 Vue 写 Web 应用，用 Rust 写 CLI 工具，用 Go 写 API 服务，用 Node 写 SSR 页面，都行。"
    )
    text = words + "于2010 年有 3个，于 2020年有5 个，又有 6次更新和6 次发布，用了 3 年又8年。"
    assert applied(DIGITS, text) == (
        words + "于2010年有3个，于2020年有5个，又有6次更新和6次发布，用了3年又8年。"
    )
    slips = words + "于 2010年有 3个，于 2020年有5个，又有 6 次更新和 6 次发布，用了 3 年又8年。"
    assert applied(DIGITS, slips) == slips


def test_behind_a_word_that_ends_in_a_number() -> None:
    words = "抑制COX-1的酶和COX-2的酶，比COX-3的酶和COX-4的酶更强。" * 3
    assert applied(DIGITS, MIXED + words + "COX-2 的最强。") == JOINED + words + "COX-2的最强。"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1",
        "全书共 12 章，用了 3 年、2 个月，共 5 次修改。",
        JOINED + "本报记者王坤报道 3月4日，大会召开。",
        MIXED
        + "用 Vue 写 Web 应用，用 Rust 写 CLI 工具，用 Go 写 API 服务，用 Node 写 SSR 页面，都行。",
    ],
)
def test_a_document_keeps_its_habit(text: str) -> None:
    assert applied(DIGITS, text) == text


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("“e 万行动”", "“e万行动”"),
        ("维生素 C片", "维生素C片"),
        ("“APP 行动”", "“APP 行动”"),
        ("e 万", "e 万"),
    ],
)
def test_single_letters(line: str, after: str) -> None:
    assert applied(LETTERS, MIXED + line) == MIXED + after
    assert applied(LETTERS, line) == line
