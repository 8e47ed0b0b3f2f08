"""Lines, blanks and Han."""

from __future__ import annotations

import unicodedata

import pytest
import regex

from cleaner.text import (
    BLOCK,
    UNDECODABLE,
    are_han,
    codes_of,
    count_han,
    han_table,
    is_blank,
    lazy,
    text_of,
)

HAN = regex.compile(r"\p{Han}")


def test_the_table_of_han_agrees_with_unicode() -> None:
    table = han_table()
    wrong = [
        hex(code)
        for code in range(0x110000)
        if not 0xD800 <= code < 0xE000
        and unicodedata.category(chr(code)) != "Cn"
        and bool(HAN.match(chr(code))) != bool(table[code])
    ]
    assert wrong == []


@pytest.mark.parametrize("text", ["", "甲a", "𠀀〇々", "\udc80甲", "\U0010ffff"])
def test_codes_and_back(text: str) -> None:
    assert text_of(codes_of(text)) == text
    assert codes_of(text).tolist() == [ord(char) for char in text]


def test_blank_lines() -> None:
    assert is_blank(" \t\u3000\u00a0") and not is_blank("\u200b") and not is_blank("。")


def test_rare_han_count() -> None:
    assert count_han("〇々㐀𠀀，a") == 4


def test_undecodable_bytes() -> None:
    assert UNDECODABLE.findall("甲\udc80\udcff\ud800") == ["\udc80", "\udcff"]


def test_a_lazy_pattern_is_compiled_when_it_is_used() -> None:
    faulty = lazy("(")
    with pytest.raises(regex.error):
        faulty.search("甲")
    assert lazy("^乙$").findall("甲\n乙") == ["乙"] and lazy("乙").pattern == "乙"


def test_entries_of_a_table_are_looked_up_in_arrays_of_any_shape() -> None:
    codes = codes_of("中a" * BLOCK).reshape(-1, 2)
    assert are_han(codes).tolist() == [[True, False]] * BLOCK
