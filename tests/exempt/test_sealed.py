"""A passage that was found unreadable is left alone by later rules, unless it goes as a whole."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.exempt.sealed import (
    UNSEALED,
    Spans,
    breaks,
    follow,
    seal,
    seal_cited,
    seal_unreadable,
    sealed_spans,
)
from cleaner.offsets import offsets
from cleaner.page import Page


def test_spans_that_overlap_are_one() -> None:
    page = Page.of("甲乱码乙丙丁")
    assert sealed_spans(page) == UNSEALED
    seal(page, [(1, 3)])
    seal(page, [(2, 4), (4, 5), (5, 5)])
    assert sealed_spans(page) == Spans([1, 4], [4, 5])


@pytest.mark.parametrize(
    ("edit", "spans"),
    [
        ((0, 1, ""), [(1, 3), (5, 7)]),
        ((0, 0, "新的"), [(4, 6), (8, 10)]),
        ((2, 2, "新"), [(3, 5), (7, 9)]),
        ((4, 6, "新"), [(2, 4), (5, 7)]),
        ((1, 5, ""), [(2, 4)]),
        ((0, 9, "新"), []),
        ((8, 9, ""), [(2, 4), (6, 8)]),
    ],
)
def test_passages_move_with_the_text(
    edit: tuple[int, int, str], spans: list[tuple[int, int]]
) -> None:
    page = Page.of("甲乙乱码丙丁乱码戊")
    seal(page, [(2, 4), (6, 8)])
    start, end, after = edit
    follow(page, offsets([start]), offsets([end]), [after])
    assert list(zip(*sealed_spans(page), strict=True)) == spans


def test_letters_beside_and_rows_that_are_lost() -> None:
    page = Page.of("　　\ufffd会\ufffd ab\n会议指出，要坚定信心ｘ\ufffd1，要\n会议指出。")
    seal_unreadable(
        page, [(2, 3), (4, 5), (page.text.rindex("\ufffd"), page.text.rindex("\ufffd") + 1)]
    )
    assert [page.text[start:end] for start, end in zip(*sealed_spans(page), strict=True)] == [
        "\ufffd会\ufffd ab",
        "ｘ\ufffd1",
    ]


def test_what_breaks_a_passage() -> None:
    spans = Spans([2], [5])
    assert breaks(spans, 3, 4)
    assert breaks(spans, 1, 3)
    assert breaks(spans, 3, 3)
    assert not breaks(spans, 2, 5)
    assert not breaks(spans, 0, 9)
    assert not breaks(spans, 5, 6)
    assert not breaks(spans, 2, 2)
    assert breaks(spans, 2, 5, "甲")
    assert not breaks(spans, 0, 9, "\n")


def test_letters_of_a_passage_are_not_made_half_width() -> None:
    lossy = "我们也要消灭那些已经从冥界逃出来的家伙。".encode().decode("gbk", "replace")
    assert "ｄ" in lossy
    result = clean(lossy)
    assert result.text == lossy
    assert next(flag.rules for flag in result.flags) == ("mojibake/utf8-as-gbk",)


@pytest.mark.parametrize(
    "text",
    [
        "下文很长很长。",
        "锟斤拷 锟剿口ｏ拷993锟斤拷",
        "Iв\ue67c֔YoС\u05cc",
        "���M�F�A ext4 ���t�ΡC",
        "鏄\ufffdㄥ�滈�庡吋闆�锛屽笜�掔�嬪０銆�",
    ],
)
def test_rows_in_which_much_is_lost_stay(text: str) -> None:
    assert clean(f"{text}\n\n他说：好。\n").text == f"{text}\n\n他说：好。\n"


def test_mistakes_that_a_text_cites_stay() -> None:
    text = (
        "误：“会议指出,要加强领导.”正：“会议指出，要加强领导。”\n“202011日”应为“2020年1月1日”。\n"
    )
    assert clean(text).text == text
    assert clean("会议指出,要加强领导。“要加强”应为重点。\n").text.startswith("会议指出，要")


def test_too_many_citations_are_none() -> None:
    page = Page.of("“甲,乙”应为丙。" * 101)
    seal_cited(page)
    assert sealed_spans(page) == UNSEALED
