"""Where in a row a site wrote about itself."""

from __future__ import annotations

from cleaner.characters.disguise import plain
from cleaner.web.watermark_signs import finder_of
from cleaner.web.watermark_spans import _ends_of_signs, judged

FINDER = finder_of(["请记住本站域名"], ["最新章节"], ["好书网"])
SENTENCES = "他走了进来。屋里没有人。" * 30


def test_the_end_of_a_long_row_that_a_site_wrote_is_found() -> None:
    row = SENTENCES + "请记住本站域名www.example.com。"
    [(span, signs, level)] = judged(row, FINDER)
    assert span == (len(SENTENCES), len(row))
    assert (signs.hosts, level) == (("www.example.com",), "safe")


def test_only_ends_in_which_next_to_nothing_else_stands_are_read() -> None:
    row = SENTENCES + "他打开www.example.com。" + SENTENCES + "最新章节。请记住本站域名。"
    ends = _ends_of_signs(row, plain(row), FINDER)
    assert [row[cut:] for cut, _ in ends] == ["最新章节。请记住本站域名。", "请记住本站域名。"]


def test_a_sign_that_a_cut_parts_counts_for_the_end_behind_it() -> None:
    finder = finder_of(["记住。本站"], ["最新章节"], [])
    row = "他说。请记住。本站最新章节"
    assert [row[cut:] for cut, _ in _ends_of_signs(row, plain(row), finder)] == [
        "请记住。本站最新章节",
        "本站最新章节",
    ]
