"""Quotations with the marks of cp1252 come back; traditional and rare characters stay."""

from __future__ import annotations

import pytest

from cleaner.operators.slipped_marks import slipped_marks
from tests.operators.running import applied, patches

RULE = slipped_marks()


def slipped(text: str, marks: str = "“”") -> str:
    raw = marks[0].encode("cp1252") + text.encode("gb18030") + marks[1].encode("cp1252")
    return raw.decode("gb18030")


@pytest.mark.parametrize(
    "text", ["你好", "两手抓", "一带一路", "人民对美好生活的向往，就是我们的奋斗目标"]
)
@pytest.mark.parametrize("marks", ["“”", "‘’"])
def test_quotations(text: str, marks: str) -> None:
    row = f"他说{slipped(text, marks)}，又说{slipped('好的', marks)}。"
    assert applied(RULE, row) == f"他说{marks[0]}{text}{marks[1]}，又说{marks[0]}好的{marks[1]}。"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "撌、撊、撘、撟、撠都是少见的字，懞懂、懦弱、挦撦。",
        "懞懂的樂園裏，戰鼓輸了，擊敗對手，傾輸所有。",
        "坚强而不撌，柔弱而不可化，擔水劈柴",
        "书名《懷風藻》，懷抱、懸念、擾亂、撐船、撥款",
    ],
)
def test_what_stays(text: str) -> None:
    assert patches(RULE, text) == []


def test_quotations_that_only_others_prove() -> None:
    text = "不能改成“复”；反复、答复、复信，不用“覆”。四种模式：“硬光”，“柔光”，“合并颗粒”。"
    raw = text.encode("gb18030")
    raw = raw.replace("“".encode("gb18030"), b"\x93").replace("”".encode("gb18030"), b"\x94")
    assert applied(RULE, raw.decode("gb18030")) == text
