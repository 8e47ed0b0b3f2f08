"""Where a sign stands beside certain characters, in short and in long texts alike."""

import pytest

from cleaner.lines.signs import behind, beside
from cleaner.page import SHORT, Page


@pytest.mark.parametrize("filler", ["", "春" * SHORT])
def test_only_the_places_behind_one_of_the_characters_count(filler: str) -> None:
    page = Page.of("月初，3月和十月、1" + "月" + filler + "2月")
    assert [page.text[at - 1] for at in behind(page, "月", "0123456789")] == ["3", "1", "2"]


@pytest.mark.parametrize("filler", ["", "春" * SHORT])
def test_nothing_stands_before_the_first_character(filler: str) -> None:
    assert behind(Page.of("月" + filler + "月"), "月", "月") == ([] if filler else [1])


def test_a_sign_that_is_not_there_is_nowhere() -> None:
    assert behind(Page.of(""), "月", "1") == []


@pytest.mark.parametrize("filler", ["", "春" * SHORT])
def test_a_sign_counts_on_either_side_of_one_of_the_characters(filler: str) -> None:
    page = Page.of("l春l1l" + filler + "o，1l")
    assert beside(page, "l", "12") == [2, 4, len(page.text) - 1]
    assert beside(page, "o", "1") == []
