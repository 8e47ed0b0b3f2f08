"""Calls to follow and scan, at the edges of an article."""

import pytest

from cleaner.operators.calls import calls
from tests.operators.running import levels

FINDER = calls(
    words=("关注", "点赞", "往期"),
    sure=("扫码关注(?:我们)?", "欢迎点赞"),
    likely=("关注我们",),
    proofs=("mp.weixin.qq.com",),
    headings=("往期推荐",),
)
PROSE = "昨天下午，全市召开春耕生产会议，要求各地抓紧备足种子和化肥，不误农时。\n"
PROOF = "[原文](http://mp.weixin.qq.com/s)\n\n"


def test_a_sure_call_below_the_article() -> None:
    assert levels(FINDER, f"{PROSE}\n**扫码关注我们**\n") == [("\n**扫码关注我们**\n", "safe")]


def test_a_slogan_between_two_calls_goes_with_them() -> None:
    text = f"{PROSE}\n扫码关注\n\n消息最快\n\n欢迎点赞\n"
    assert [level for _, level in levels(FINDER, text)] == ["safe", "review", "safe"]
    assert [level for _, level in levels(FINDER, PROOF + text)] == ["safe"] * 3


def test_a_likely_call_needs_a_proof() -> None:
    assert levels(FINDER, f"{PROSE}\n关注我们\n") == []
    assert [level for _, level in levels(FINDER, f"{PROOF}{PROSE}\n关注我们\n")] == ["review"]


def test_links_below_a_heading_to_the_end() -> None:
    text = f"{PROSE}\n往期推荐\n\n[春耕](http://mp.weixin.qq.com/s?a)\n"
    assert [level for _, level in levels(FINDER, text)] == ["review"] * 2
    assert levels(FINDER, f"{text}\n{PROSE}") == []


def test_titles_below_a_heading_down_to_a_call() -> None:
    titles = "往期推荐\n外公的收音机\n腌一坛雪里蕻\n\n"
    found = levels(FINDER, f"{PROSE}\n{titles}扫码关注我们\n")
    assert [level for _, level in found] == ["review"] * 3 + ["safe"]
    assert levels(FINDER, f"{PROSE}\n{titles}欢迎来信\n") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n1. 扫码关注\n2. 欢迎点赞\n",
        f"{PROSE}\n步骤：\n扫码关注\n",
        f"{PROSE}\n会场门口有人请大家扫码关注单位的账号，并且发了一份小礼物。\n",
        f"{PROSE}\n扫码关注\n\n{PROSE}",
    ],
)
def test_keeps(text: str) -> None:
    assert levels(FINDER, text) == []
