"""The layout of a document and its line ends, as lines of a terminal."""

from __future__ import annotations

from cleaner.diff import Paint, explained
from cleaner.diff.glyphs import columns
from cleaner.explain import Anatomy, LineEnd
from cleaner.lines.zones import Zone

FOUND = Anatomy(
    "blank lines", (40,), 2, (Zone("heading", 0, 0), Zone("prose", 2, 8)),
    (9, 19), (),
)  # fmt: skip


def shown(found: Anatomy, *ends: LineEnd, width: int = 80) -> list[str]:
    return list(explained(found, ends, Paint(), width))


def test_layout_lines_and_furniture() -> None:
    assert shown(FOUND) == [
        "  layout          blank lines part the paragraphs, lines cut at 40 columns,",
        "                  lines that go on are indented by 2",
        "  lines           1 heading, 3–9 prose",
        "  page numbers    10, 20",
    ]


def test_line_ends_that_are_alike_are_told_once() -> None:
    lines = shown(
        FOUND,
        LineEnd(3, 5, "joined", "a/join", "the sentence goes on"),
        LineEnd(5, 7, "not joined", "a/join", "a stop"),
        LineEnd(7, 9, "not joined", "a/join", "a stop"),
        LineEnd(9, 11, "pending", "a/join", "likely"),
    )
    assert lines[4:] == [
        "  3|5             joined (a/join): the sentence goes on",
        "  5|7 … 7|9       not joined: a stop (2 times)",
        "  9|11            pending (a/join): likely",
    ]


def test_lines_are_as_wide_as_the_terminal() -> None:
    end = LineEnd(100_000, 100_001, "joined", "a/join", "the sentence goes on " * 9)
    assert all(columns(line) <= 40 for line in shown(FOUND, end, end, width=40))
