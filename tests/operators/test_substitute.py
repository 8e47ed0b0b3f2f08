"""Words are applied by a table, in one pass, within their contexts."""

from __future__ import annotations

import pytest

from cleaner.operators.substitute import substitute
from tests.operators.running import applied


def test_the_longest_key_counts() -> None:
    assert applied(substitute(table={"甲": "一", "甲乙": "二"}), "甲乙甲丙") == "二一丙"


def test_contexts_are_not_consumed() -> None:
    make = substitute(table={" and ": "和"}, before=r"\p{Han}", behind=r"\p{Han}")
    assert applied(make, "甲 and 乙 and 丙 and A") == "甲和乙和丙 and A"


def test_whole_words() -> None:
    make = substitute(table={"covid": "新冠"}, whole=True)
    assert applied(make, "covid，xcovid，covid2，防covid") == "新冠，xcovid，covid2，防新冠"


def test_unless_and_simplified() -> None:
    make = substitute(table={"看著": "看着"}, unless=("着",), simplified=True)
    assert applied(make, "他看著说") == "他看着说"
    assert applied(make, "他看著说，着急") == "他看著说，着急"
    assert applied(make, "他看著說") == "他看著說"


@pytest.mark.parametrize("text", ["", "甲", "\n"])
def test_nothing_to_do(text: str) -> None:
    assert applied(substitute(table={"乙": "丙"}), text) == text


@pytest.mark.parametrize("table", [{}, {"": "甲"}, {"甲": "甲乙"}, {"甲": "乙", "乙": "丙"}])
def test_tables_that_make_no_sense(table: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"table|stands in"):
        substitute(table=table)
