"""Passages that say the same, found by how their rows begin and end."""

from __future__ import annotations

import random

import pytest

from cleaner import clean
from cleaner.copies import repeats
from cleaner.copies.repeats import Passage, Repeats, said
from cleaner.page import Page

LONG = "连日来，消防支队深入商场和学校，逐一排查电气线路和疏散通道。对发现的问题限期整改，三百余处隐患已经消除。"
OTHER = "供销部门提前储备化肥和农药，保证质量可靠、价格平稳。水利部门科学调度水源，长势好于往年，丰收在望。"


def same(text: str) -> list[list[Passage]]:
    return Page.of(text).view(Repeats).same


def test_equal_rows_are_one_group():
    assert same(f"{LONG}\n\n{OTHER}\n\n{LONG}\n") == [[Passage(0, 0), Passage(4, 4)]]


def test_blanks_and_the_width_of_marks_do_not_count():
    other = LONG.replace("，", ", ").replace("三百", " 三百")
    assert same(f"　　{LONG}\n{other}　\n") == [[Passage(0, 0), Passage(1, 1)]]


def test_slices_of_a_paragraph_need_not_be_the_same():
    sliced = f"{LONG[:25]}\n\n{LONG[25:]}"
    assert same(f"{LONG}\n\n{OTHER}\n\n{sliced}\n") == [[Passage(0, 0), Passage(4, 6)]]


def test_a_passage_in_a_passage_is_no_group_of_its_own():
    sliced = f"{LONG[:25]}\n\n{LONG[25:]}"
    assert same(f"{sliced}\n\n{OTHER}\n\n{sliced}\n") == [[Passage(0, 2), Passage(6, 8)]]


def test_what_many_rows_begin_with_is_left_out():
    assert same(f"{LONG}\n" * 7) == []


def test_letters_of_a_passage():
    page = Page.of(f"{LONG[:25]}\n\n{LONG[25:]}\n")
    assert said(page, Passage(0, 2)) == "".join(char for char in LONG if char not in "，。、")


@pytest.mark.parametrize("end", ["", "\n", "\n\n　\n"])
def test_columns_find_what_a_look_at_each_row_finds(end, monkeypatch):
    rng = random.Random(7)
    rows = [LONG, OTHER, LONG[4:], OTHER[:-6] + LONG[-6:], "　　" + LONG, "短行。", "", "　"]
    text = "\n".join(rng.choices(rows, k=14)) + end
    page = Page.of(text)
    assert [sorted(each) for each in repeats._looked_up(page)] == [
        sorted(each) for each in repeats._hashed(page)
    ]


def article(*rows: str) -> str:
    return "\n\n".join(("各地抓好春管", "全县小麦进入返青期，农技人员分片包村。", *rows)) + "\n"


FAR = "气象部门加强监测预报，及时发布墒情信息，做好抗旱准备工作。"
CLOSE = "六成麦田已经完成春灌，长势好于往年，丰收在望。"


def test_paragraphs_far_apart_go_beside_a_slip_alone():
    kept = article(LONG, FAR, OTHER, CLOSE, FAR)
    assert clean(kept).text == kept
    assert clean(article(LONG, LONG, FAR, OTHER, CLOSE, FAR)).text == article(
        LONG, FAR, OTHER, CLOSE
    )


def test_a_paragraph_doubled_alone_is_for_review():
    result = clean(article(LONG, LONG, OTHER))
    assert result.text == article(LONG, LONG, OTHER)
    assert [change.rules for change in result.pending] == [("copies/adjacent-paragraph",)]
    assert clean(article(LONG, LONG, OTHER), level="review").text == article(LONG, OTHER)
    assert clean(article(LONG + OTHER * 2, LONG + OTHER * 2)).text == article(LONG + OTHER * 2)


def test_single_sentences_that_stand_doubled_go_where_they_are_three_among_many():
    rows = [
        f"第{n}组负责{n}号地块，先清沟沥水，再查苗补苗，追施返青肥，月底以前完成并且上报进度情况表格。"
        for n in "甲乙丙丁戊己庚辛壬癸"
    ]
    few = [row for n, row in enumerate(rows) for _ in range(2 if n < 2 else 1)]
    assert clean(article(*few)).text == article(*few)
    some = [row for n, row in enumerate(rows) for _ in range(2 if n < 3 else 1)]
    assert clean(article(*some)).text == article(*rows)


def test_an_end_that_a_phrase_might_begin_with_stays():
    quote = "乡村要振兴，关键在人，人才要留得住、用得好，还要有奔头。"
    text = article(f"座谈会上，老支书说{quote}", OTHER, quote, LONG)
    assert clean(text).text == text


def test_an_end_from_inside_a_word_goes():
    assert clean(article(LONG, OTHER, LONG[25:], FAR)).text == article(LONG, OTHER, FAR)


def test_a_copy_inside_a_sentence_goes_with_its_borders():
    text = article(FAR, f"{LONG[:22]}\n\n{FAR}\n\n{LONG[22:]}")
    assert clean(text).text == article(FAR, LONG)


def test_two_versions_are_flagged_in_both_places():
    text = article(LONG, OTHER, LONG.replace("线路", "钱路"))
    flags = [flag for flag in clean(text).flags if flag.rules == ("copies/two-versions",)]
    assert [(flag.before, flag.candidates) for flag in flags] == [("线", ("钱",)), ("钱", ("线",))]
    assert clean(text).text == text


def test_a_tail_that_a_column_cuts_goes_on_and_its_copy_goes():
    first = "连日来，消防支队和派出所的民警一起深入商场、医院和学校，逐一检查电气线路和疏散通"
    second = "道，对发现的问题限期整改，三百余处隐患已经消除。"
    text = f"{first}\n\n{second}\n\n{OTHER}\n\n{second}\n\n会议结束。\n"
    assert clean(text).text == f"{first}{second}\n\n{OTHER}\n\n会议结束。\n"


def test_a_row_of_signs_makes_no_second_passage():
    assert same(f"{'＊　' * 20}\n{LONG}\n{OTHER}\n") == []


def test_a_bracket_that_closes_behind_a_copy_shows_its_place():
    halves = "这些部门（商场、学校、医院，以及", "派出所）已经把三百余处隐患逐一消除。"
    text = article(FAR, OTHER, f"{halves[0]}\n\n{FAR}\n\n{halves[1]}")
    assert clean(text).text == article(FAR, OTHER, "".join(halves))


def test_the_halves_get_the_blank_that_latin_words_have_in_the_document():
    some = "消防支队用 Debian 和 GNOME 记录隐患，用 Git 保存每一份记录，逐一核对，一个不漏。"
    halves = "各库点的值班员都学会了这一套办法，他们把记录交给", "GNOME 的新版本，由它自动汇总。"
    text = article(some, LONG, f"{halves[0]}\n\n{LONG}\n\n{halves[1]}")
    assert clean(text).text == article(some, LONG, " ".join(halves))


BARE = "各乡镇农业技术推广站的全体技术人员在春耕开始以前", "参加了为期三天的培训。"
"""The halves of a sentence of which the first one has no mark, as a headline has none."""


def test_a_row_longer_than_all_headlines_is_none_where_other_copies_are():
    beside = article(LONG, LONG, FAR, OTHER, f"{BARE[0]}\n\n{FAR}\n\n{BARE[1]}")
    assert clean(beside).text == article(LONG, FAR, OTHER, "".join(BARE))
    rows = (LONG, LONG, FAR, OTHER, "各乡镇的技术人员和合作社的机手都来参加春季农业培训", CLOSE)
    headlines = article(*rows, f"{BARE[0]}\n\n{FAR}\n\n{BARE[1]}")
    assert BARE[0] + BARE[1] not in clean(headlines).text


def test_a_bracket_that_closes_above_a_copy_may_end_a_paragraph():
    halves = (
        "各库点都要先备好扦样器、标签和单据，再通知仓库主任（没有主任的通知会计）",
        "到场监督，并且在单子上写明时间和数量。",
    )
    rows = (FAR, OTHER, f"{halves[0]}\n\n{FAR}\n\n{halves[1]}")
    assert clean(article(*rows)).text == article(*rows)
    assert clean(article(LONG, LONG, *rows)).text == article(LONG, FAR, OTHER, "".join(halves))


def test_a_copy_below_what_may_be_a_headline_stays():
    text = article(LONG, OTHER, f"各地抓好春季田间管理\n\n{LONG}\n\n{FAR}")
    assert clean(text).text == text


def test_slices_of_a_paragraph_stay_where_their_end_stands_again_too():
    first = "农机合作社的全体机手在夏季收割开始以前都要按照规定参加由县里统一组织的安全培"
    end = "训。培训的内容有三项，每一项都要考核，合格以后才能上机。"
    rows = (LONG, LONG, OTHER, end, CLOSE, f"{first}\n\n{end}", "2. 其他事项")
    kept = (LONG, OTHER, CLOSE, first, end, "2. 其他事项")
    assert clean(article(*rows)).text == article(*kept)  # that they are slices is not sure


def test_a_copy_below_a_comma_goes():
    halves = "各地要及早动手，组织农户清沟沥水，防止渍害，", "并把损失降到最低限度，做到丰产丰收。"
    text = f"{LONG}\n\n{OTHER}\n\n{halves[0]}\n\n{LONG}\n\n{halves[1]}\n"
    assert clean(text).text == f"{LONG}\n\n{OTHER}\n\n{''.join(halves)}\n"
