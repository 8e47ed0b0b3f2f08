"""Whether a document shows by itself that parts of it were read twice."""

from __future__ import annotations

from itertools import chain, zip_longest

from cleaner import clean

ROWS = (
    "连日来，消防支队深入商场和学校，逐一排查电气线路和疏散通道，对发现的隐患限期整改，到月底已经全部消除。",
    "气象部门加强监测预报，及时发布墒情信息，指导各乡镇做好抗旱准备工作，把有限的水用在最需要的田块里。",
    "供销部门提前储备化肥和农药，保证质量可靠、价格平稳，并且组织车队把货物直接送到偏远的村子里去。",
    "水利部门科学调度水源，六成麦田已经完成春灌，长势好于往年，技术人员还在逐块地查看苗情和虫情。",
    "县里的三座粮库在入夏以前完成了检修，仓房的通风和照明都换成了新的，验粮员也重新接受了一次培训。",
    "农机合作社把收割机的保养放在农闲时做，每一台机器都有专人负责，出了问题当天就能得到修理。",
    "学校食堂从本地农户那里采购蔬菜，价格由双方商定，菜送到以后先检验再入库，不合格的一律退回。",
    "邮局在集市上设了一个临时的柜台，老人们不用再走很远的路，就能把钱和包裹寄给在外面的孩子们。",
)
"""Single sentences, of which two that stand far apart or side by side are no proof."""

HEAD = ("各地抓好春管", "全县小麦进入返青期。", "农技人员已经分片包村，下面是各部门的做法。")


def text(*rows: str) -> str:
    return "\n\n".join((*HEAD, *rows)) + "\n"


def test_three_paragraphs_that_stand_twice_here_and_there_are_copies():
    one, two, three, *others = ROWS
    damaged = text(one, two, others[0], three, two, others[1], one, *others[2:], three)
    assert clean(damaged).text == text(one, two, others[0], three, *others[1:])


def test_two_are_not_enough():
    one, two, *others = ROWS
    kept = text(one, two, others[0], two, others[1], one, *others[2:])
    assert clean(kept).text == kept


def test_a_text_of_which_all_stands_twice_stays():
    kept = text(*ROWS, *ROWS[3:], *ROWS[:3])
    assert clean(kept).text == kept


def test_a_pair_side_by_side_counts():
    one, two, three, *others = ROWS
    damaged = text(one, one, two, others[0], three, two, others[1], *others[2:], three)
    assert clean(damaged).text == text(one, two, others[0], three, *others[1:])


def test_sections_with_the_same_formulas_stay():
    formulas = ROWS[:3]
    sections = [
        list(chain(*zip_longest(formulas, own, fillvalue="以上各项已经核对。")))
        for own in (ROWS[3:5], ROWS[5:7])
    ]
    kept = text("第一次会议", *sections[0], "第二次会议", *sections[1])
    assert clean(kept).text == kept


def test_a_form_around_each_pair_stays():
    one, two, three, *others = ROWS
    rows = (
        "甲组的说明如下。",
        one,
        others[0],
        "乙组的说明如下。",
        two,
        others[1],
        three,
        others[2],
    )
    again = ("丙组的说明如下。", two, others[3], "丁组的说明如下。", one, "戊组的说明如下。", three)
    kept = text(*rows, *again)
    assert clean(kept).text == kept


def test_what_somebody_says_may_be_a_copy_and_an_entry_is_none():
    speech = "曾子曰：“士不可以不弘毅，任重而道远。仁以为己任，不亦重乎？死而后已，不亦远乎？”"
    entry = "牵头单位：市农商银行、市财政局、市银保监局、市扶贫开发中心、市农业农村局"
    one, two, three, *others = ROWS
    rows = (one, entry, two, speech, others[0], three, two, others[1], one, *others[2:], three)
    damaged = text(*rows, speech, "以上材料供各单位参考。", entry, "完。")
    kept = text(
        one,
        entry,
        two,
        speech,
        others[0],
        three,
        *others[1:],
        "以上材料供各单位参考。",
        entry,
        "完。",
    )
    assert clean(damaged).text == kept
