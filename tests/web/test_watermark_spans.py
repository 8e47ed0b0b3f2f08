"""Where in a row a site wrote about itself."""

from __future__ import annotations

import regex

from cleaner.characters.disguise import plain
from cleaner.web.watermark_signs import finder_of, found
from cleaner.web.watermark_spans import _ends_of_signs, judged

FINDER = finder_of(["请记住本站域名"], ["最新章节"], ["好书网"])


def _ends(row: str, finder: regex.Pattern[str]) -> list[str]:
    folded = plain(row)
    return [row[cut:] for cut, _ in _ends_of_signs(row, folded, found(folded.text, finder))]


SENTENCES = "他走了进来。屋里没有人。" * 30


def test_the_end_of_a_long_row_that_a_site_wrote_is_found() -> None:
    row = SENTENCES + "请记住本站域名www.example.com。"
    [(span, signs, level)] = judged(row, FINDER)
    assert span == (len(SENTENCES), len(row))
    assert (signs.hosts, level) == (("www.example.com",), "safe")


def test_only_ends_in_which_next_to_nothing_else_stands_are_read() -> None:
    row = SENTENCES + "他打开www.example.com。" + SENTENCES + "最新章节。请记住本站域名。"
    assert _ends(row, FINDER) == ["最新章节。请记住本站域名。", "请记住本站域名。"]


def test_a_sign_that_a_cut_parts_counts_for_the_end_behind_it() -> None:
    finder = finder_of(["记住。本站"], ["最新章节"], [])
    row = "他说。请记住。本站最新章节"
    assert _ends(row, finder) == [
        "请记住。本站最新章节",
        "本站最新章节",
    ]


def test_a_long_row_is_searched_in_parts_that_end_with_a_sentence() -> None:
    row = SENTENCES * 40 + "请记住本站域名" + SENTENCES * 40
    assert [match[0] for match in found(row, FINDER)] == ["请记住本站域名"]
    assert [match[0] for match in found("请记住本站域名" * 3_000, FINDER)[:2]] == [
        "请记住本站域名"
    ] * 2
