"""Two short texts compared character by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.diff.pieces import compared


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        (",", "，", "[,]{，}"),
        ("\n\n", "", "[\n\n]"),
        ("", "、", "{、}"),
        ("202011日", "2020年1月1日", "2020{年}1{月}1日"),
        ("今年31", "2020年3月1日", "[今]{2020}年3{月}1{日}"),
        ("covid-2019", "新冠肺炎", "[covid-2019]{新冠肺炎}"),
        ("第 24 期", "第24期", "第[ ]24[ ]期"),
        ("生。\n\n生。四", "生。四", "生。[\n\n生。]四"),
    ],
)
def test_only_what_differs_is_marked(before, after, expected):
    signs = {"same": "{}", "del": "[{}]", "ins": "{{{}}}"}
    shown = "".join(signs[kind].format(text) for kind, text in compared(before, after))
    assert shown == expected


@given(st.text(alphabet="甲乙丙1, \n"), st.text(alphabet="甲乙丙1, \n"))
def test_pieces_add_up_to_both_texts(before, after):
    pieces = list(compared(before, after))
    assert "".join(text for kind, text in pieces if kind != "ins") == before
    assert "".join(text for kind, text in pieces if kind != "del") == after
    assert all(text for _, text in pieces)
