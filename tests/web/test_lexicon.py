"""The kind of a line by the words of a rule."""

from __future__ import annotations

import pytest

from cleaner.layout import Line
from cleaner.web.lexicon import Lexicon

LEXICON = Lexicon(
    {
        "fact": ("来源*", "作者*"),
        "tools": ("返回顶部", "打印", "关闭"),
        "legal": ("*ICP备*号*", "*仅供参考。", "*未经授权*转载*。"),
        "menu": ("首页", "新闻", "体育", "财经", "评论", "作者", "*频道"),
        "buttons": ("赞",),
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
        ("未经授权，不得转载。", "legal"),
        ("未经授权，不得转载", "legal"),
        ("作者", "menu"),
        ("作者：李某某", "fact"),
        ("来源：县报 作者：李某某  打印", "fact"),
        ("财经 2019-03-05 10:20 打印", "fact"),
        ("首页 打印", "tools"),
        ("首 页", "menu"),
        ("财经频道", "menu"),
        ("这是县里第一个财经频道", ""),
        ("赞(3)", "buttons"),
        ("2019年3月5日 12:30", "date"),
        ("03/05", "date"),
        ("某某社区→文化人文→历史", "menu"),
        ("3小时前", "stamp"),
        ("|", "noise"),
        ("12:30", "noise"),
        ("首页的字太小", ""),
        ("首" * 500, ""),
    ],
)
def test_kind_of_a_line(line: str, kind: str) -> None:
    assert LEXICON.kind(Line(line)) == kind


def test_each_strong_line_is_a_strong_word_or_holds_a_needed_text() -> None:
    assert LEXICON.needed == ("icp备", "仅供参考。", "未经授权")
    assert LEXICON.strong == {"返回顶部", "打印", "关闭"}
    assert "首页" in LEXICON.alone
