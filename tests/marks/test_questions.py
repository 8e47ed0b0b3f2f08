"""A half-width question mark behind a question is one; others may be lost characters."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner.marks.questions import questions
from cleaner.page import Page


def _asked(text: str, *, generous: bool = False) -> list[bool]:
    places = np.flatnonzero([char == "?" for char in text])
    ended = np.array([text[place + 1 : place + 2] in ("", "”") for place in places])
    return [*questions(Page.of(text), places, ended, generous=generous).tolist()]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("帝问无恙否?吕无以对", [True]),
        ("何日忘却营营?夜阑风静", [True]),
        ("你去不去?我去", [True]),
        ("不知何处去，往哪里走才好?他说", [True]),
        ("玛丽?居里", [False]),
        ("调皮的塔碧莎?特维奇维，塔碧莎?特维奇维，她怎么了?他问", [False, False, False]),
    ],
)
def test_a_clause_that_asks(text: str, asked: list[bool]) -> None:
    assert _asked(text) == asked


def test_the_others_of_a_mixed_document_but_for_the_dots_of_names() -> None:
    text = "谁呢?来吧?你们的家园?呸，去吗?玛丽?居里，一二?九"
    assert _asked(text) == [True, True, False, True, False, False]
    assert _asked(text, generous=True) == [True, True, True, True, False, False]
