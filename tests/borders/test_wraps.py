"""Which full lines go on in the next."""

from __future__ import annotations

import pytest

from cleaner.borders.breaks import Breaks
from cleaner.page import Page

TEXT = (
    "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度，确保今年夏粮丰收到手。"
    "气象部门预计，未来十天江南大部有三次较强的降雨过程，低洼田块要抓紧疏通沟渠，农机手要备足配件，随时准备抢收抢种。"
)
SIZE = 20


def wrapped(text: str, indent: str = "") -> list[str]:
    text = indent + text
    return [text[at : at + SIZE] for at in range(0, len(text), SIZE)]


def joined(rows: list[str]) -> dict[int, str]:
    """The level of each join by the row that it is made to."""
    return {each.right: each.level for each in Page.of("\n".join(rows)).view(Breaks)}


PARAGRAPH = wrapped(TEXT)


def around(*rows: str) -> list[str]:
    """Rows in a document whose paragraphs are parted by blank lines."""
    return [*PARAGRAPH, "", *rows, "", *PARAGRAPH]


def level_at(border: int, *rows: str) -> str | None:
    """How sure it is that row `border` of these goes on with the one before it."""
    return joined(around(*rows)).get(len(PARAGRAPH) + 1 + border)


def test_every_row_of_a_paragraph_but_the_first() -> None:
    assert [*joined([*PARAGRAPH, "", *PARAGRAPH])] == [1, 2, 3, 4, 5, 8, 9, 10, 11, 12]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("这一次各地要及早动手并且组织农户清沟沥水", "。"),
        ("这一次各地要及早动手，并且组织农户清沟沥", "2.5倍的水量比去年同期还要多。"),
        ("这一次各地要及早动手，并且组织农户清沟（", "1）做好预警。"),
        ("这一次各地要及早动手，并且组织农户用的是", "debian-reference-manual 这本书。"),
        ("这一次各地要及早动手，并且你可以在这里的", "第五条之下另行发布一个新的译本。"),
        ("这一次各地要及早动手，再用这个命令的选项", "-t 来生成一个包。"),
        ("这一次各地要及早动手，并组织农户清沟沥水。", "这项工作要在月底之前完成。"),
        ("这一次各地要及早动手，并组织农户清沟沥水。", "81.9%的低洼田块要在月底之前疏通。"),
        ("这一次各地要及早动手，并且先打开相应的那", "*.desktop 文件。"),
        ("这一次各地要及早动手，有了问题就请联系到", "<help@example.org> 这个地址。"),
        ("这一次各地要及早动手，组织农户清沟沥水抓…", "…好防渍的工作。"),
        ("　　安装", "libterm-readline-gnu-perl-with-all-parts"),
    ],
    ids=[
        "closing mark", "number", "open bracket", "long word", "article", "option", "after a stop",
        "share", "file names", "mail address", "a halved ellipsis", "indent above a long word",
    ],
)  # fmt: skip
def test_what_goes_on(first: str, second: str) -> None:
    assert level_at(1, first, second) == "safe"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("这一次各地要及早动手，并组织农户清沟沥水。", "2.3 监测预警"),
        ("这一次各地要及早动手，并组织农户清沟沥水", "　　气象部门预计还有三次降雨过程。"),
        ("这一次各地要及早动手，并组织农户清沟沥水", "- 气象部门预计还有三次降雨过程。"),
        ("这一次各地要及早动手，并组织农户清沟沥水", "王小明"),
        ("这一次各地要及早动手，并组织农户清沟沥水", "第 2 步，打开窗口。"),
        ("1.50116ab2.487142a2.9 1.3 2.50116ab2.487", "2N15P30K305.237130ab3.14174a9"),
        ("这一次要动手，", "组织农户清沟沥水。"),
        ("这一次各地要及早动手，并组织农户清沟沥水", "收稿日期：2011-03-12；修订日期：2011-05-20"),
        ("这一次各地要及早动手，并组织农户清沟沥水", "①　见《农业技术推广手册》第三章，第四节。"),
        ("关键词：小麦；条锈病；清沟沥水；农业；气象", "小麦条锈病多年来一直严重，各地都很重视。"),
        ("第4期　　　　　吴某：小麦的清沟沥水　　　　", "各地都很重视，农户也组织起来了。"),
        ("第 4 章 debian 目录中的必需内容说明", "各地要及早动手，组织农户清沟沥水。"),
    ],
    ids=["heading", "indent", "item", "name", "step", "data", "short line", "fact", "note", "keywords", "head", "chapter"],
)  # fmt: skip
def test_what_does_not_go_on(first: str, second: str) -> None:
    assert level_at(1, first, second) is None


def test_a_full_row_with_a_stop_is_for_review_where_nothing_parts_paragraphs() -> None:
    full = "这一次各地要及早动手，并组织农户清沟沥水。"[-SIZE:]
    rows = [
        *wrapped(TEXT[:70] + "。"),
        *wrapped(TEXT[9:80] + "。"),
        full,
        *wrapped(TEXT[3:95] + "。"),
    ]
    at = rows.index(full)
    assert joined(rows)[at + 1] == "review"
    assert joined(rows)[at + 2] == "safe"


def test_indents_part_paragraphs() -> None:
    rows = [*wrapped(TEXT, "　　"), *wrapped(TEXT[9:99] + "。", "　　"), *wrapped(TEXT[5:], "　　")]
    assert all(rows[at][0] != "　" for at in joined(rows))
    assert len(joined(rows)) == sum(row[0] != "　" for row in rows)


def test_speakers_begin_anew() -> None:
    rows = [f"{name}：{TEXT[at : at + SIZE - 3]}" for at, name in enumerate(("张三", "李四") * 4)]
    assert level_at(1, *rows) is None


def test_a_headline_is_shorter_than_a_cut_line() -> None:
    assert level_at(2, "防止渍害，把损失降到最低限度", "", TEXT[40:60], TEXT[60:75] + "。") is None


def test_a_word_longer_than_a_line_inside_a_sentence() -> None:
    long, rest = "libterm-readline-gnu-perl-with-all-parts-and-more", "软件包或者同类的软件。"
    assert level_at(2, "这一次各地要及早动手并且装上", long, rest) == "safe"
    assert level_at(2, "这一次各地要及早动手。", long, rest) is None


def test_an_ellipsis_after_a_stop_may_open_a_paragraph() -> None:
    rows = [
        *PARAGRAPH[:2],
        "防止渍害，把所有的损失都降到最低的程度。",
        "……我坚决主张这样做，你看着办。",
    ]
    assert joined([*rows, *PARAGRAPH]).get(3) != "safe"


def test_subtitles_stay() -> None:
    shown = [
        row
        for at in range(8)
        for row in (
            str(at),
            f"00:00:{at:02d},000 --> 00:00:{at:02d},900",
            TEXT[at : at + SIZE],
            TEXT[at + SIZE : at + 30],
            "",
        )
    ]
    assert "safe" not in joined(shown).values()


def test_items_hang() -> None:
    rows = [
        row
        for at in range(4)
        for row in (
            f"{at}. {TEXT[at : at + SIZE]}",
            "   " + TEXT[at + SIZE : at + 40],
            "   " + TEXT[at + 40 : at + 55],
        )
    ]
    assert [*joined(rows)] == [1, 2, 4, 5, 7, 8, 10, 11]


def test_a_full_headline_above_an_indent_is_none_of_the_paragraph() -> None:
    paragraph = wrapped(TEXT, "　　")
    rows = [
        *paragraph[:2],
        "确保这一次今年的夏粮丰收能够很快的到手。",
        "农机手和气象部门要抓紧准备哪些农机配件",
    ]
    assert joined([*paragraph, *rows, *paragraph, *paragraph]).get(len(paragraph) + 3) is None


@pytest.mark.parametrize(
    "row",
    ["47", "- 12 -", "—4—", "3/14", "XII", "第 2 页", "第2页 共9页", "27  2012年年报", "CN 10003A", "《农技》\n第 2 页",
     "农业技术推广手册"],
)  # fmt: skip
def test_a_page_number_or_a_running_head_is_no_part_of_the_sentence_above(row: str) -> None:
    paragraph = wrapped(TEXT, "　　")
    inside = [*paragraph[:2], row, *paragraph[2:]]
    found = joined([*inside, *paragraph, *paragraph])
    assert 2 not in found
    assert 3 not in found


@pytest.mark.parametrize(
    "row",
    ["图3　清沟沥水示意", "续表2", "（单位：万亩）", "资料来源：县志。", "[图片]", "—— 引自《农技》", "本报记者 周某",
     "年份   亩数   产量", "（未完待续）"],
)  # fmt: skip
@pytest.mark.parametrize("indent", ["　　", ""])
def test_what_floats_in_a_page_is_no_part_of_the_sentence_above(row: str, indent: str) -> None:
    paragraph = wrapped(TEXT, indent)
    found = joined([*paragraph[:2], row, *paragraph[2:], *paragraph, *paragraph])
    assert 2 not in found
    assert 3 not in found


def test_a_note_in_brackets_goes_on_behind_the_bracket() -> None:
    paragraph = wrapped(TEXT, "　　")
    for first in (
        "　　这不会影响基本的趋势，各地都要重视（",
        "　　不会影响基本的趋势，各地都要重视（译",
    ):
        rows = [first, "注：见《农业技术推广手册》）并组织起来。"]
        assert joined([*paragraph, *rows, *paragraph, *paragraph])[len(paragraph) + 1] == "safe"


def test_the_short_end_of_a_paragraph_is_none_of_these() -> None:
    paragraph = wrapped(TEXT, "　　")
    assert 2 in joined([*paragraph[:2], "防止渍害的工作。", *paragraph, *paragraph])


def test_a_numbered_paragraph_without_marks_is_no_heading_where_its_words_run_on() -> None:
    rows = ["4.2.3　各地农户清沟沥水的面积应不低于耕地", "的百分之三，抢收抢种。"]
    assert [*joined([*PARAGRAPH, *rows, *PARAGRAPH, *PARAGRAPH])].count(len(PARAGRAPH) + 1) == 1


def test_fields_of_a_form_are_no_part_of_the_sentence_above() -> None:
    paragraph = wrapped(TEXT, "　　")
    rows = ["　　各地要及早动手，组织农户清沟沥水抓好防渍。", "甲方（签字）：　　　乙方（签字）："]
    assert 7 not in joined([*paragraph, *rows, *paragraph, *paragraph])


def test_an_entry_of_a_chronicle_begins_anew() -> None:
    entry = "2004年8月28日 各地要及早动手组织农户清沟"
    rows = [entry + "沥水", *(entry.replace("2004", year) + "沥水" for year in ("2007", "2009"))]
    assert not {7, 8} & {*joined([*PARAGRAPH, *rows, "", *PARAGRAPH, "", *PARAGRAPH])}


def doubled(rows: list[str]) -> list[str]:
    """The same rows with a blank one below each."""
    return [row for each in rows for row in (each, "")]


def test_a_blank_row_may_stand_below_each() -> None:
    paragraph = wrapped(TEXT, "　　")
    rows = doubled([*paragraph, *paragraph, *paragraph])
    found = joined(rows)
    assert [*found] == [at for at, row in enumerate(rows) if row and row[0] != "　"]
    assert {*found.values()} == {"safe"}


def test_paragraphs_with_a_blank_row_below_each_are_not_cut() -> None:
    rows = [
        TEXT[:40] + "。",
        "各地加强田间管理",
        TEXT[40:70] + "，并做好准备。",
        "机手备足配件",
    ] * 4
    assert not joined(doubled(rows))
