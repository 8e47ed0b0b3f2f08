"""Which texts a word with stars takes."""

from __future__ import annotations

import pytest

from cleaner.web.wildcards import Wildcards


@pytest.mark.parametrize(
    ("word", "text", "taken"),
    [
        ("分享到*", "分享到微博", True),
        ("分享到*", "分享到这里结束。", False),
        ("分享到*", "欢迎分享到微博", False),
        ("*客户端", "下载客户端", True),
        ("*客户端", "客户端下载", False),
        ("*版权所有*", "某报社版权所有 2019", True),
        ("*版权所有*", "某报社版权所有。", False),
        ("*版权所有*。", "某报社版权所有。", True),
        ("*版权所有*。", "某报社版权所有", True),
        ("*ICP备*号*", "某icp备123号-1", True),
        ("*ICP备*号*", "号码icp备", False),
        ("关于*网", "关于某某网", True),
        ("关于*网", "关于网站", False),
        ("甲*甲", "甲", False),
    ],
)
def test_a_star_stands_for_anything(word: str, text: str, taken: bool) -> None:
    assert Wildcards((word,)).take(text) is taken


@pytest.mark.parametrize(
    ("word", "text", "taken"),
    [
        ("*频道", "财经频道", True),
        ("*频道", "全县第一个财经频道", False),
        ("*频道*", "财经频道首页", True),
        ("*频道*", "全县第一个财经频道首页", False),
        ("频道*", "频道里的节目和主持人", True),
    ],
)
def test_a_star_in_front_may_be_limited(word: str, text: str, taken: bool) -> None:
    assert Wildcards((word,), most=4).take(text) is taken
