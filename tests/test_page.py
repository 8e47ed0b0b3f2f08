"""The views of a page, and the cut that leaves one separator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.offsets import offsets, splice
from cleaner.page import SHORT, Page
from cleaner.text import table_of


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
    page = Page.of("甲乙").after(offsets([1]), offsets([2]), ["丙"])
    assert page.has(["甲丙"]) and not page.has(["乙丙"])


def test_codes_are_not_to_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Page.of("甲").codes[0] = 1


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text of many rows, and a few sorted edits that do not overlap."""
    text = draw(st.text("甲，\n", min_size=8, max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = st.text("乙\n", max_size=3)
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    edits = [(start, end, draw(pieces)) for start, end in pairs]
    return text, [edit for at, edit in enumerate(edits) if at == 0 or edit[0] > edits[at - 1][1]]


@given(edited())
def test_rows_are_taken_over_where_no_edit_touched_them(
    case: tuple[str, list[tuple[int, int, str]]],
) -> None:
    text, edits = case
    page = Page.of("\n" * 40 + text)
    page.lines  # noqa: B018 (what is known is taken over)
    starts, ends = (
        offsets([40 + edit[0] for edit in edits]),
        offsets([40 + edit[1] for edit in edits]),
    )
    afters = [edit[2] for edit in edits]
    after = splice(page.text, starts, ends, afters)
    new, fresh = page.after(starts, ends, afters), Page.of(after)
    assert new.rows == fresh.rows
    assert [(line.body, line.han, line.indent) for line in new.lines] == [
        (line.body, line.han, line.indent) for line in fresh.lines
    ]


@pytest.mark.parametrize("tail", ["", "\n", "\n\n", "甲"])
@pytest.mark.parametrize("edit", [(-1, 0, ""), (0, 0, "乙"), (-1, 0, "\n\n"), (-2, 0, "")])
def test_rows_at_the_end(tail: str, edit: tuple[int, int, str]) -> None:
    text = "\n" * 20 + "甲乙" + tail
    page = Page.of(text)
    page.lines  # noqa: B018 (what is known is taken over)
    starts, ends = offsets([len(text) + edit[0]]), offsets([len(text) + edit[1]])
    after = splice(text, starts, ends, [edit[2]])
    assert page.after(starts, ends, [edit[2]]).rows == Page.of(after).rows


@given(st.text("哈嘿\n", max_size=12), st.text("哈嘿", min_size=1, max_size=3), st.booleans())
def test_places_of_a_word_may_overlap(text: str, word: str, long: bool) -> None:
    page = Page.of("中" * 20_000 * long + text)
    wanted = [at for at in range(len(page.text)) if page.text.startswith(word, at)]
    assert page.places(word).tolist() == page.find_all(word) == wanted
    assert page.has((word,)) == bool(wanted)


@given(
    st.text(alphabet="甲乙，。a\n", max_size=40),
    st.text(alphabet="甲乙，。a\n", min_size=1, max_size=4),
)
def test_a_word_is_there_if_the_text_holds_it(text: str, word: str) -> None:
    assert Page.of(text).has((word,)) == (word in text)


@pytest.mark.parametrize("size", [10, SHORT])
@pytest.mark.parametrize("signs", ["", "丙", "乙丙", "甲乙丙丁戊己"])
def test_characters_of_a_table_are_found(size: int, signs: str) -> None:
    page = Page.of("甲乙丁戊己" * (size // 5))
    page = page.after(offsets([1, 4]), offsets([2, 4]), ["丙", "丙"])
    wanted = [at for at, char in enumerate(page.text) if char in signs]
    assert page.standing(table_of(signs)).tolist() == wanted
