"""The benchmark of misread text: each kind does what its name says, and what is below a floor is named."""

from __future__ import annotations

import pytest

from benchmarks.mojibake import Kind, Row, below, kinds
from benchmarks.sound import sound

TEXT = "下雨天他家卖书，买的人很少。"


def test_kinds_have_names_of_their_own() -> None:
    names = [kind.name for kind in kinds()]
    assert len(names) == len(set(names))
    assert sum(kind.whole for kind in kinds()) >= 12


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.name)
def test_a_misread_sentence_is_another_one(kind: Kind) -> None:
    try:
        assert kind.misread(TEXT) != TEXT
    except UnicodeError:
        assert "UTF-8 read as GBK" in kind.name or "cp1252" in kind.name or "Big5" in kind.name


def test_what_is_below_a_floor_is_named() -> None:
    whole, lossy = Kind("whole", str), Kind("lossy", str, whole=False)
    rows = {whole: Row(100, restored=98), lossy: Row(100, flagged=80)}
    assert below(rows, []) == []
    rows = {whole: Row(100, restored=97, worse=2), lossy: Row(100, flagged=79)}
    assert len(below(rows, ["a changed sentence"])) == 4


def test_sound_sentences_are_the_same_for_the_same_seed() -> None:
    assert sound(60, 3) == sound(60, 3) != sound(60, 4)
    assert len(sound(60, 3)) == 60
