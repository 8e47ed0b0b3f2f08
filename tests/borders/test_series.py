"""Rows that open as items of one list do."""

from __future__ import annotations

import pytest

from cleaner.borders.breaks import Breaks
from cleaner.borders.series import Series
from cleaner.page import Page

ITEMS = (
    "到岗后先找领队签到，领取马甲和胸牌，胸牌正面朝外，活动结束以后交回",
    "遇到观众询问，要起立、微笑、双手指引，自己不清楚的，请示领队再回答",
    "不与观众合影，不收受任何礼物，不在岗位上玩手机，不擅自离开自己的位置",
    "散场时站在台阶两侧，提醒老人和孩子慢走，最后检查座位下面有没有遗失物品。",
)
LABELS = (
    ("A.", "B.", "C.", "D."),
    ("[1] ", "[2] ", "[3] ", "[4] "),
    ("01 ", "02 ", "03 ", "04 "),
    ("20:00 ", "22:30 ", "1:00 ", "3:15 "),
    ("1楼 ", "2楼 ", "3楼 ", "12楼 "),
    ("甲组 ", "乙组 ", "丙组 ", "后勤组 "),
    ("Alice ", "Bob ", "Carol ", "Dave "),
    ("@一只鸥 ", "@修表匠 ", "@半糖 ", "@北纬 "),
)


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_items_with_labels_of_one_kind_are_not_joined(labels, between):
    rows = (label + item for label, item in zip(labels, ITEMS, strict=True))
    assert [*Breaks(Page.of(between.join(rows) + "\n"))] == []


def test_a_list_ends_behind_its_last_item():
    rows = [f"{label} {item.rstrip('。')}" for label, item in zip("甲乙丙丁", ITEMS, strict=True)]
    series = Series(Page.of("\n\n".join([*rows, "以上各组名单见附表，请互相转告，遇雨顺延。"])))
    assert [series.parts(at) for at in range(1, 5)] == [True] * 4


def test_two_rows_that_open_with_a_word_and_a_blank_are_not_enough():
    series = Series(Page.of("本报讯 各地要及早动手，组织农户\n清沟 沥水，防止渍害。\n完。\n"))
    assert not series.parts(1)


def test_rows_with_their_marks_at_the_same_places_are_of_one_measure():
    series = Series(
        Page.of("厚德者，厚积其德，以德立身，为人之本也\n博学者，博采众长，以学润身，为学之道也\n")
    )
    assert series.parts(1)
