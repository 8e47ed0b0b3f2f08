"""Announced numbers are held against ordinals, and against kinds named in quotation marks."""

from __future__ import annotations

import pytest

from cleaner.operators.announced_count import announced_count
from tests.operators.running import patches

LISTED = announced_count(form="listed")
NAMED = announced_count(form="named")


@pytest.mark.parametrize(
    ("text", "count", "found"),
    [
        ("做好六项工作。一是守；二是查；三是做。", "六", "1、2、3"),
        ("做好3项工作：一是守；三是做。", "3", "1、3"),
        ("有两个特点，第一，快；第二，准；第三，省。", "两", "1、2、3"),
        ("十二条经验：其一甲；其二乙。", "十二", "1、2"),
        ("做好二十一件事：一是甲；二是乙。", "二十一", "1、2"),
    ],
)
def test_count_that_is_not_met(text: str, count: str, found: str) -> None:
    (patch,) = patches(LISTED, text)
    assert text[patch.start : patch.end] == count
    assert patch.message == f"{count} are announced, the items are numbered {found}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一",
        "做好三项工作：一是守；二是查；三是做。",
        "做好三项工作：一是守。\n\n二是查。\n三是做。再做两项：一是甲；二是乙。",
        "做好两项工作：一是守，另一项是做。",
        "第三项工作，一是早，二是小。",
        "2019—2020两项：一是守；二是查。",
        "这一项工作，一是守；二是查。",
    ],
)
def test_count_that_is_met_or_unsure(text: str) -> None:
    assert patches(LISTED, text) == []


def test_kinds_that_are_not_described() -> None:
    text = "全区开展了3种管理模式进行防疫。小区开启“物业+业主”模式。每天消毒。\n\n另一篇文章的标题\n\n“甲”模式。"
    (patch,) = patches(NAMED, text)
    assert text[patch.start : patch.end] == "3种管理模式"
    assert patch.message == "3种模式 are announced, 1 described"


@pytest.mark.parametrize(
    "text",
    [
        "开展了2种管理模式。小区开启“物业+业主”模式。村屯开启“村民+干部”模式。",
        "开展了3种管理模式。小区开启“物业+业主”模式。此外还有两种。",
        "开展了3种管理模式。小区开启“物业+业主”办法。",
        "共有3种管理模式。小区开启“物业+业主”模式。",
    ],
)
def test_kinds_that_may_be_described(text: str) -> None:
    assert patches(NAMED, text) == []
