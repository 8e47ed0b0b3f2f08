"""What the lines of small documents are taken for."""

from __future__ import annotations

import pytest

from cleaner.lines.kinds import is_coded, tells
from cleaner.lines.zones import Zones
from cleaner.page import Page

PROSE = "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警。"


def kinds(text: str) -> list[str]:
    return [kind for kind in Page.of(text).view(Zones).kinds if kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"春耕备耕\n{PROSE}\n\n{PROSE}", ["heading", "prose", "prose"]),
        ("静夜思\n李白\n床前明月光，\n疑是地上霜。", ["heading", "heading", "verse", "verse"]),
        ("天增岁月人增寿\n春满乾坤福满门", ["verse", "verse"]),
        ("船还没有来\n水先来了\n漫过我们坐着的那一级台阶\n我说再等等", ["verse"] * 4),
        ("1.五花肉\n2.酸菜\n3.粉条", ["list"] * 3),
        ("甲站　8:00\n乙站　9:10\n丙站　9:40", ["table"] * 3),
        ("姓名\t电话\n王一\t无\n赵二\t无", ["table"] * 3),
        ("```\n首先，安装。\n```", ["code"] * 3),
        ("import re\n数 = 1\n路 = [1]\nprint(数)", ["code"] * 4),
        ("“谁？”\n\n“我。”", ["dialogue", "dialogue"]),
        ("问：还有吗？\n答：没有了。\n问：真的？\n答：真的。", ["dialogue"] * 4),
        ("牵头单位：市农业局\n责任单位：各乡镇", ["label", "label"]),
        (f"{PROSE}\n\n特此通知。\n\n某某县农业局\n2020年3月4日", ["prose", "prose", "signature", "signature"]),
        ("第一章　总则\n第一条　为了管好图书室，制定本办法。", ["heading", "list"]),
        ("> 你好。", ["quote"]),
        ("", []),
    ],
)  # fmt: skip
def test_kinds(text: str, wanted: list[str]) -> None:
    assert kinds(text) == wanted


def test_zones_span_blank_lines_and_follow_each_other() -> None:
    zones = list(Page.of(f"\n春耕\n\n{PROSE}\n\n{PROSE}\n\n").view(Zones))
    assert [(zone.kind, zone.first, zone.last) for zone in zones] == [
        ("heading", 1, 1),
        ("prose", 3, 5),
    ]


def test_an_open_fence_makes_no_code() -> None:
    assert kinds(f"```\n{PROSE}")[1] == "prose"


def test_many_short_lines_are_no_signature() -> None:
    assert "signature" not in kinds(f"{PROSE}\n" + "某某县农业局\n" * 20 + "2020年3月4日")


def test_a_line_tells_where_it_has_a_sentence_and_is_no_cell() -> None:
    told, cell = Page.of(f"{PROSE}\n| 甲。 | 乙。 |").lines
    assert tells(told) and not is_coded(told)
    assert is_coded(cell) and not tells(cell)
