"""A passage that was found unreadable is left alone by later rules, unless it goes as a whole."""

from __future__ import annotations

from cleaner import clean
from cleaner.model import Patch
from cleaner.page import Page
from cleaner.sealed import breaks, seal, seal_cited, sealed_spans


def test_spans_are_found_wherever_the_passage_stands() -> None:
    page = Page.of("甲乱码乙")
    assert sealed_spans(page) == []
    seal(page, Patch(1, 3, "乱码", "flag"))
    assert sealed_spans(page) == [(1, 3)]


def test_what_breaks_a_passage() -> None:
    spans = [(2, 5)]
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


def test_mistakes_that_a_text_cites_stay() -> None:
    text = (
        "误：“会议指出,要加强领导.”正：“会议指出，要加强领导。”\n“202011日”应为“2020年1月1日”。\n"
    )
    assert clean(text).text == text
    assert clean("会议指出,要加强领导。“要加强”应为重点。\n").text.startswith("会议指出，要")


def test_too_many_citations_are_none() -> None:
    page = Page.of("“甲,乙”应为丙。" * 101)
    seal_cited(page)
    assert sealed_spans(page) == []
