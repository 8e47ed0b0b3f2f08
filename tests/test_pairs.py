"""What is said not to stand side by side never does, through any edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleaner.offsets import is_one_to_one, offsets, splice
from cleaner.page import Page
from cleaner.pairs import Pairs, Wanted

CHARS = "甲乙丙丁\n𠀀"


@st.composite
def edits(draw: st.DrawFn, text: str) -> tuple[list[int], list[int], list[str] | str]:
    """A few sorted edits that do not overlap; at times each puts one character in the place of one."""
    if draw(st.booleans()):
        starts = sorted(draw(st.sets(st.integers(0, max(0, len(text) - 1)), max_size=len(text))))
        starts = starts if text else []
        return (
            starts,
            [at + 1 for at in starts],
            draw(st.text(CHARS, min_size=len(starts), max_size=len(starts))),
        )
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = [*zip(cuts[::2], cuts[1::2], strict=False)]
    afters = [draw(st.text(CHARS, max_size=3)) for _ in pairs]
    return [start for start, _ in pairs], [end for _, end in pairs], afters


@given(st.text(CHARS, max_size=30), st.data(), st.booleans())
def test_no_word_that_is_there_is_missed(text: str, data: st.DataObject, early: bool) -> None:
    page = Page.of(text)
    for _ in range(3):
        if early:
            page.has(["甲乙"])
        starts, ends, afters = data.draw(edits(page.text))
        page = page.after(offsets(starts), offsets(ends), afters)
        text = splice(text, offsets(starts), offsets(ends), afters)
        assert page.text == text
        for size in (2, 3, 4):
            for at in range(len(text) - size + 1):
                assert page.pairs.may_hold(text[at : at + size])


def test_words_that_are_not_there_are_told_from_the_table() -> None:
    pairs = Pairs("甲乙丙")
    assert not pairs.may_hold("乙甲") and not pairs.may_hold("甲乙甲")
    starts, ends = offsets([1]), offsets([2])
    assert not is_one_to_one(starts, ends, [""])
    assert pairs.follow("甲丙", starts, ends, [""], None).may_hold("甲丙")


@given(st.text(CHARS, max_size=30), st.lists(st.text(CHARS, min_size=1, max_size=3), max_size=8))
def test_words_looked_for_together_are_those_that_occur(text: str, words: list[str]) -> None:
    assert {*Page.of(text).having(Wanted(words))} == {word for word in words if word in text}
