"""Which rows edits touch."""

from cleaner.offsets import offsets
from cleaner.touched import Touched, touched_rows


def rows(text: str, *edits: tuple[int, int, str]) -> list[Touched]:
    breaks = offsets([at for at, char in enumerate(text) if char == "\n"])
    starts, ends = offsets([edit[0] for edit in edits]), offsets([edit[1] for edit in edits])
    count = len(breaks) + (not text.endswith("\n"))
    return touched_rows(breaks, count, starts, ends, [edit[2] for edit in edits])


def test_rows_that_edits_share_are_one() -> None:
    text = "甲乙\n丙丁\n戊己\n庚辛\n"
    assert rows(text, (0, 1, ""), (1, 2, "子丑")) == [(0, 0, 0, 0)]
    assert rows(text, (2, 3, ""), (4, 5, "")) == [(0, 1, 0, -2)]
    assert rows(text, (0, 0, "子"), (7, 8, "")) == [(0, 0, 0, 1), (2, 2, 1, 0)]


def test_what_stands_behind_the_last_newline_belongs_to_the_last_row() -> None:
    assert rows("甲\n乙\n", (4, 4, "丙")) == [(1, 1, 0, 1)]
    assert rows("甲\n乙", (3, 3, "丙")) == [(1, 1, 0, 1)]
