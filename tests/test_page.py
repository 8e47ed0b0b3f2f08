"""The views of a page, and the cut that leaves one separator."""

from __future__ import annotations

import pytest

from cleaner.page import Page


def cut(text: str, first: int, last: int) -> str:
    start, end = Page.of(text).cut(first, last)
    return text[:start] + text[end:]


@pytest.mark.parametrize(
    ("text", "rows", "wanted"),
    [
        ("甲\n\n乙\n\n丙\n", (2, 2), "甲\n\n丙\n"),
        ("甲\n乙\n丙\n", (1, 1), "甲\n丙\n"),
        ("甲\n乙\n\n丙\n", (1, 1), "甲\n\n丙\n"),
        ("甲\n\n乙\n丙\n", (2, 2), "甲\n\n丙\n"),
        ("甲\n\n乙\n", (0, 0), "乙\n"),
        ("\n\n甲\n\n乙\n", (2, 2), "\n\n乙\n"),
        ("甲\n\n乙\n", (2, 2), "甲\n"),
        ("甲\n\n乙", (2, 2), "甲"),
        ("甲\n\n乙\n\n\n", (2, 2), "甲\n\n\n"),
        ("甲", (0, 0), ""),
        ("甲\n", (0, 0), "\n"),
    ],
)
def test_cut_leaves_one_separator(text: str, rows: tuple[int, int], wanted: str) -> None:
    assert cut(text, *rows) == wanted


def test_rows_are_cut_at_newlines_alone() -> None:
    page = Page.of("甲\x0c乙\u2028丙\x85丁\n戊")
    assert page.rows == ["甲\x0c乙\u2028丙\x85丁", "戊"]
    assert page.starts == [0, 8, 10]


@pytest.mark.parametrize("text", ["", "\n", "甲", "甲\n", "\n甲", "甲\n\n"])
def test_rows_and_starts_agree(text: str) -> None:
    page = Page.of(text)
    assert len(page.starts) == len(page.rows) + 1
    for row, start in zip(page.rows, page.starts, strict=False):
        assert text[start : start + len(row)] == row


def test_words_are_looked_for_in_what_was_inserted_too() -> None:
    page = Page.of("甲乙").after("甲丙", ["丙"])
    assert page.has(["甲丙"]) and not page.has(["乙丙"])


def test_codes_are_not_to_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Page.of("甲").codes[0] = 1
