"""Patterns that run away are refused; those that only look alike are not."""

import pytest

from cleaner.rulebook.hostile import why_hostile
from cleaner.text import compiled


@pytest.mark.parametrize(
    "find",
    [r"(a+)+b", r"(a|a)*b", r"(a*)*b", r"(?:a|ab?)*c", r"^(?:.*，)*正$", r"(?:a+b?)*c", r"(\w+\s?)*，",
     r"^(([a-z])+.)+[A-Z]([a-z])+$", r"(?:.{0,20}，)*x", r"(?:a{1,20}){1,20}b", r"(a{1,3})*b",
     r"(?:\d+|[一-十]|\d)+x", r"(?=(a+)+b)", r"甲(?>(a+)+b)", r"(?:微博|QQ(?:空间)?|空间)+$x",
     r"(?:(a+)+|丙)b", r"((甲|乙)|[甲丙])+丁", r"(?i:(?:a|A)+)b"],
)  # fmt: skip
def test_a_run_that_can_be_divided_in_many_ways(find):
    compiled(find)
    assert "divide a run" in why_hostile(find)


@pytest.mark.parametrize(
    "find", [r"\s*\s*x", r"^\p{Han}+.*正文$", r"[ \t]*\d?[ 　]*甲", r"(?:.+.+x)"]
)
def test_two_repeats_side_by_side(find):
    compiled(find)
    assert "side by side" in why_hostile(find)


@pytest.mark.parametrize(
    "find",
    [r"^当前位置[:：].*>.*正文$", r"(?:[^，]*，)*x", r"(?:a+b)+c", r"(?:[^\n]+\n)+$", r"\p{Han}+.*$", r"(?>a+)+b",
     r"(a++)+b", r"(?:(?!甲).)*乙", r"(\d+)(?:、\d+)*", r"(?:a{3}b|a{5}b)*", r"(?:a{4}b?)*c", r".*?甲.*?乙",
     r"(?:记者|通讯员)[ 　]*\p{Han}{2,4}(?:[ 　、]+\p{Han}{2,4})*", r"(?:微博|空间|豆瓣)+x", r"\s++\s*x", r"a*b*c",
     r"(?:ab|ac|b)*x", r"(?:\p{Han}{2,3}，)+", r"(?:)*", r"(?R)?(a+)+", r"(?:(a)|b)*c"],
)  # fmt: skip
def test_what_only_looks_like_it(find):
    assert why_hostile(find) == ""


def test_a_large_pattern_is_left_to_the_time_limit():
    assert why_hostile("(?:" + "|".join(f"甲{n}" for n in range(500)) + ")*") == ""
