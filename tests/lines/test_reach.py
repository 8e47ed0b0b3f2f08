"""How far into a document a rule may look."""

from __future__ import annotations

import pytest

from cleaner.lines.reach import Reach
from cleaner.page import Page


def test_lines_with_a_word() -> None:
    text = "甲， 乙\n丙\n丁。 戊， 己"
    reach = Reach(within="lines", words=("， ", "。 "))
    assert [text[a:b] for a, b in reach.spans(Page.of(text))] == ["甲， 乙\n", "丁。 戊， 己"]
    assert reach.spans(Page.of("甲，乙\n")) == []


@pytest.mark.parametrize("options", [{}, {"words": ("甲",), "first": 3}])
def test_lines_are_told_by_words_alone(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="within: lines"):
        Reach(within="lines", **options)  # type: ignore[arg-type]
