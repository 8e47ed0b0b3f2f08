"""The width of former lines is found, and where they ended."""

from __future__ import annotations

from cleaner.borders.line_ends import BlankRow, Fit, fitting, line_ends


def _row(columns: list[int], width: int, between: list[int] | None = None) -> BlankRow:
    numbers = [*range(len(columns))]
    return BlankRow(
        0, width, columns, columns, [2] * len(columns), numbers if between is None else between
    )


def test_one_width_is_found() -> None:
    assert fitting([_row([40, 81, 122, 163], 200)]) == Fit(40, 0, 0)
    assert fitting([_row([36, 77, 118, 159, 200], 210)]) == Fit(40, 4, 0)
    assert fitting([_row([40, 81], 100)]) is None
    assert fitting([_row([13, 60, 77, 150, 190], 200)]) is None
    assert fitting([]) is None


def test_a_word_that_found_no_room() -> None:
    row = BlankRow(0, 110, [34, 70], [34, 70], [8, 2], [1])
    assert [*line_ends(row, Fit(36, 0, 0))] == [0, 1]


def test_a_mark_may_hang_over_the_edge() -> None:
    assert [*line_ends(_row([42, 83], 90), Fit(40, 0, 0))] == [0, 1]
    assert [*line_ends(_row([44, 83], 90), Fit(40, 0, 0))] == []


def test_a_line_end_without_a_blank() -> None:
    row = _row([40, 90, 130, 171], 200)
    assert [*line_ends(row, Fit(40, 0, 0))] == [0]
    assert [*line_ends(row, Fit(40, 0, 10))] == [0, 2, 3]
