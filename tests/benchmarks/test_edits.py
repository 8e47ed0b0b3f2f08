"""The scorer counts what a reader would count."""

from __future__ import annotations

from benchmarks.edits import Edit, Score, edits, flatten, same_lines


def test_blank_lines_and_line_ends_cost_nothing() -> None:
    assert flatten("\n\n甲 \r\n\n乙\t\n\n") == "甲\n乙"


def test_each_character_is_one_edit() -> None:
    assert edits("甲,乙", "甲，乙") == {Edit(1, False, "，"): 1}
    assert edits("甲\n乙", "甲乙") == {Edit(1, False, ""): 1}
    assert edits("甲乙", "甲aa乙") == {Edit(1, True, "a"): 2}
    assert not edits("甲", "甲")


def test_score_of_doing_nothing_is_precise_and_blind() -> None:
    nothing = Score(wanted=4)
    assert (nothing.precision, nothing.recall, nothing.f_half) == (1.0, 0.0, 0.0)


def test_score_weighs_precision_more() -> None:
    assert Score(10, 10, 5).f_half == 0.5
    assert Score(10, 5, 5).f_half > Score(5, 10, 5).f_half
    assert Score(1, 2, 1) + Score(1, 0, 0) == Score(2, 2, 1)


def test_same_lines_counts_with_multiplicity() -> None:
    assert same_lines("甲\n甲\n乙", "甲\n丙\n乙") == (2, 3)
