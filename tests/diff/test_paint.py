"""Rows of a terminal."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cleaner.diff.glyphs import columns
from cleaner.diff.paint import Paint, wrapped
from cleaner.diff.pieces import Piece

ANSI = re.compile(r"\x1b\[[\d;]*m")


def test_without_colours_changes_stand_between_marks():
    pieces = [
        Piece("same", "自"),
        Piece("del", ","),
        Piece("ins", "，", "pending"),
        Piece("flag", "甲"),
    ]
    assert Paint().rows(pieces, 80) == ["自[-,-]{?+，+}{!甲!}"]


def test_with_colours_there_are_no_marks_and_each_row_ends_plain():
    rows = Paint(color=True).rows([Piece("del", "一二三"), Piece("ins", "四五")], 6)
    assert [ANSI.sub("", row) for row in rows] == ["一二三", "四五"]
    assert all(row.endswith("\x1b[0m") for row in rows)


def test_no_row_begins_with_a_closing_mark():
    assert Paint().rows([Piece("same", "一二三，四")], 6) == ["一二", "三，四"]


@given(st.text(alphabet="汉字ab，。 ", min_size=1), st.integers(4, 20))
def test_rows_hold_all_of_the_text_and_are_not_too_wide(text, room):
    rows = Paint().rows([Piece("same", text)], room)
    assert "".join(rows) == text
    assert all(columns(row) <= room for row in rows)


@given(st.text(alphabet="ab 汉"), st.integers(4, 20))
def test_wrapped_words_stay_within_the_room(text, room):
    rows = wrapped(text, room)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(columns(row) <= room for row in rows)
