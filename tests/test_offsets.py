"""Splicing: columns give the same as pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import offsets as module
from cleaner.offsets import characters, distinct, grafted, merged, offsets, splice


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[int], list[int], list[str]]:
    """A text, and sorted edits that do not overlap; one at least."""
    text = draw(st.text("甲乙a\n𠀀", min_size=1, max_size=20))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    starts, ends = cuts[: len(cuts) // 2 * 2 : 2], cuts[1::2]
    afters = draw(st.lists(st.text("丙丁", max_size=3), min_size=len(starts), max_size=len(starts)))
    return text, starts, ends, afters


@pytest.mark.parametrize(("many", "at_once"), [(0, 2), (0, 20_000), (1_000, 20_000)])
def test_what_was_spliced_is_grafted_back(
    many: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MANY", many)
    monkeypatch.setattr(module, "_AT_ONCE", at_once)

    @given(edited())
    def check(case: tuple[str, list[int], list[int], list[str]]) -> None:
        text, starts, ends, afters = case
        made = splice(text, offsets(starts), offsets(ends), afters)
        lows, highs, moved = [], [], 0
        for start, end, after in zip(starts, ends, afters, strict=True):
            lows.append(start + moved)
            highs.append(start + moved + len(after))
            moved += len(after) - (end - start)
        spans = offsets(starts), offsets(ends)
        others = offsets(lows), offsets(highs)
        assert grafted(text, *spans, made, *others) == made
        assert grafted(made, *others, text, *spans) == text

    check()


def test_undecodable_bytes_are_grafted_too() -> None:
    text, spans = "甲\udc80乙" * 2_000, (offsets(range(1, 6_000, 3)), offsets(range(2, 6_000, 3)))
    made = splice(text, *spans, ["丙"] * 2_000)
    assert grafted(made, *spans, text, *spans) == text


def test_a_sorted_column_once():
    assert distinct(offsets([0, 0, 3, 3, 3, 7])).tolist() == [0, 3, 7]
    assert distinct(offsets()).tolist() == []


def test_the_characters_of_what_is_put_in():
    assert characters(["，", "", "甲乙"]) == characters("乙甲，" * 1_000) == {"，", "甲", "乙"}
    assert characters([]) == characters("") == frozenset()


def test_sorted_columns_are_merged():
    assert merged([offsets([1, 7]), offsets(), offsets([0, 7, 9])]).tolist() == [0, 1, 7, 7, 9]
