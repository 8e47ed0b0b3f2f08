"""The kind of a line by the words of a rule."""

from __future__ import annotations

import pytest

from cleaner.layout import Line
from cleaner.lexicon import Lexicon

LEXICON = Lexicon(
    {
        "tools": ("返回顶部", "打印", "关闭"),
        "legal": ("*ICP备*号*", "*仅供参考。"),
        "menu": ("首页", "新闻", "体育", "财经", "评论"),
    }
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("返回顶部", "tools"),
        ("【打印】", "tools"),
        ("【打印】【关闭】", "tools"),
        ("评论(12)", "menu"),
        ("首页 | 新闻 | 返回顶部", "tools"),
        ("首页 新闻 体育 财经 本地", "menu"),
        ("首页 新闻 体育", ""),
        ("首页 | 新闻 | 昨天夜里下了一场雨", ""),
        ("某ICP备12345678号-1", "legal"),
        ("没有ICP备案号的网站不得开通。", ""),
        ("本文仅供参考。", "legal"),
        ("2019年3月5日 12:30", "date"),
        ("3小时前", "stamp"),
        ("|", "noise"),
        ("12:30", "noise"),
        ("首页的字太小", ""),
        ("首" * 500, ""),
    ],
)
def test_kind_of_a_line(line: str, kind: str) -> None:
    assert LEXICON.kind(Line(line)) == kind


def test_each_strong_line_holds_a_needed_text() -> None:
    assert LEXICON.needed == ("icp备", "仅供参考。", "关闭", "打印", "返回顶部")
    assert "首页" in LEXICON.alone
