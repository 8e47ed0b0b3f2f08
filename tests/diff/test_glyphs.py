"""What stands for a character in a terminal."""

from cleaner.diff.glyphs import columns, inline, marked, shown


def test_columns_counts_han_twice_and_marks_above_not_at_all():
    assert columns("abc") == 3
    assert columns("汉字，") == 6
    assert columns("e\u0301") == 1
    assert columns("𠀀") == 2


def test_running_text_shows_nothing_that_could_steer_a_terminal():
    text = "甲\x1b[31m乙\x07\u202e\x9b\udc80\ud800"
    joined = "".join(shown(text))
    assert joined == "甲‹U+001B›[31m乙‹U+0007›‹U+202E›‹U+009B›‹\\x80›‹U+D800›"


def test_running_text_keeps_spaces_and_names_what_has_no_width():
    assert "".join(shown("甲 乙\u3000丙\u00a0丁\u200b戊\t己")) == "甲 乙\u3000丙 丁‹ZWSP›戊⇥己"


def test_changed_text_shows_blanks_at_its_ends_and_doubled_ones():
    assert "".join(marked(" ")) == "␣"
    assert "".join(marked(" a b ")) == "␣a b␣"
    assert "".join(marked("a  b")) == "a␣␣b"
    assert "".join(marked("\u3000\u3000甲\u00a0\n")) == "＿＿甲‹NBSP›⏎"


def test_inline_names_nothing_and_cuts_the_middle_of_long_texts():
    assert inline("") == "∅"
    assert inline(" ") == "␣"
    assert inline("甲" * 50, 10) == "甲甲甲甲 … 甲甲甲甲"
