"""The documents that show how costs grow are as long as asked for; no test asserts a time."""

from __future__ import annotations

import pytest

from benchmarks.growth import Cost, Growth, measured, report
from benchmarks.hostile import DOCUMENTS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_has_its_size(name: str) -> None:
    small, large = DOCUMENTS[name](20_000), DOCUMENTS[name](40_000)
    assert 14_000 <= len(small) <= 34_000
    assert 1.6 * len(small) <= len(large) <= 2.4 * len(small)


def test_prose_does_not_repeat_its_paragraphs() -> None:
    paragraphs = DOCUMENTS["prose"](50_000).split("\n\n")
    assert len(set(paragraphs)) == len(paragraphs)


def test_a_measurement_is_a_process_of_its_own() -> None:
    cost = measured("equal headlines", 3000)
    assert cost.name == "equal headlines"
    assert cost.size > 2900
    assert not cost.said
    assert cost.peak > 1_000_000


def test_what_grows_faster_than_the_text_is_marked() -> None:
    steep = Growth("a", Cost("a", 1000, 1.0, 1), Cost("a", 2000, 4.0, 1))
    flat = Growth("a", Cost("a", 1000, 1.0, 1), Cost("a", 2000, 2.5, 1))
    wide = Growth("a", Cost("a", 1000, 1.0, 1), Cost("a", 10_000, 12.0, 1))
    quick = Growth("a", Cost("a", 1000, 0.01, 1), Cost("a", 2000, 0.2, 1))
    failed = Growth("a", Cost("a", 1000, 1.0, 1), Cost("a", 2000, 1.0, 1, "time limit"))
    assert [one.linear for one in (steep, flat, wide, quick, failed)] == [
        False, True, True, True, False,
    ]  # fmt: skip
    assert report(steep).startswith("!") and report(failed).endswith("time limit")
