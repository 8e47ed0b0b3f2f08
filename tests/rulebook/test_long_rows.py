"""Rows of a million blanks, arrows or brackets keep every rule within the time limit of its pattern."""

import pytest

from cleaner import clean

BLANKS = " " * 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        f"各地{BLANKS}",
        f"各地网关于做好春季{BLANKS}- 网",
        f"首页 > {BLANKS}> 甲。",
        f"您当前位置:{BLANKS}>x。",
        "您当前位置:" + ">" * 300_000 + "。",
        f"上一篇{BLANKS}",
        "上一篇" * 300_000 + "\n下一篇：x",
        f"2019-03-05 点击:{BLANKS}x",
        "2019-03-05 " + "点击:" * 200_000 + "x",
        "各地(" * 20_000 + ")" * 20_000,
        "于2020111日" * 10_000,
        "国" * 200_000 + "國" * 200_000,
        "\u0430b\u0441 " * 30_000,
        "⼯作⾼" * 30_000,
        "扫码关注我们\n欢迎点赞\n" * 5_000,
        "首页 | 新闻 | " * 20_000 + "\n返回顶部\n版权所有：某\n",
    ],
    ids=lambda text: text[:12].strip(),
)
def test_no_rule_runs_away(text: str) -> None:
    cleaned = clean(text + "\n", level="review")
    assert cleaned.undo() == text + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "202011日\n3 月6 日9 年\n",
        "202011日后9 年3 月9 日",
        "202012日 3 个5个6 年3 月e 行",
        "2020年 312 日，3 月6 日9 年8 个5个6年3月",
        "时间2020-3-0点击:点击:\n",
        "牵头单位:市人社局市扶贫开發中心\n牵头单位:市人社局、市扶贫开发中心\n",
        "当前位置:首页 > 甲 > 正文\n" * 12,
        "当前位置:首页 > 甲 > 正文\n" * 1000,
        (
            "外国公民的健康与安全，会继续采取有效措施，保障好他们的工作和生活条件，同各國一道，共同有效应对疫情。\n"
            "外國公民的健康与安全，会继续采取有效措施，保障好他们的工作和生活条件，同各国一道，共同有效应对疫情。\n"
        ),
    ],
    ids=lambda text: text[:12].strip(),
)
def test_a_second_run_finds_nothing(text: str) -> None:
    once = clean(text, level="review").text
    assert clean(once, level="review").text == once
