"""Rows with a blank behind each character."""

from __future__ import annotations

import pytest

from cleaner.operators.spread_rows import spread_rows
from tests.operators.running import applied, levels, patches

ROWS = (
    "我的故乡在江南水乡，那里河多，桥也多。",
    "有的桥拱高高隆起，远远望去像一弯新月。",
    "从前镇上有36座石桥，出门不过百步，必有一桥。",
)
run = spread_rows()


def spread(text: str, blank: str = " ") -> str:
    return blank.join(text)


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0"])
def test_a_spread_text_is_closed(blank: str) -> None:
    text = "\n".join(spread(row, blank) for row in ROWS)
    found = applied(run, text)
    assert found.replace("3" + blank + "6", "36") == "\n".join(ROWS)


def test_its_indents_stay_and_its_headings_are_closed() -> None:
    text = "".join("　　" + spread(row) + "\n" for row in ROWS)
    closed = "".join(f"　　{row}\n" for row in ROWS)
    assert (
        applied(run, spread("江南水乡的石桥与河流") + "\n" + text)
        == "江南水乡的石桥与河流\n" + closed
    )


def test_one_row_is_for_review() -> None:
    text = spread(ROWS[0]) + "\n" + "".join(ROWS) + "\n"
    assert {level for _, level in levels(run, text)} == {"review"}


def test_words_of_latin_stay_apart() -> None:
    text = "\n".join([*map(spread, ROWS), spread(ROWS[0][:9]) + " Old Town " + spread(ROWS[0][9:])])
    assert applied(run, text).endswith("我的故乡在江南水乡Old Town，那里河多，桥也多。")


@pytest.mark.parametrize(
    "text",
    [
        "天 地 玄 黄 宇 宙 洪 荒 日 月 盈 昃",
        "我们 知道 ， 语言 是 一种 社会 现象 ， 它 随着 社会 的 产生 而 产生 。",
        "甲，乙，丙，丁，戊，己",
        "的 ， 一 ， 是 ， 在 ， 不 ， 了 ， 有 ， 和 ， 人 ， 这",
        "分字的样子如下。\n\n```\n" + spread(ROWS[0]) + "\n```\n",
    ],
)
def test_what_is_no_spread_sentence_stays(text: str) -> None:
    assert not patches(run, text)
