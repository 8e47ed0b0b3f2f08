"""Letters of other scripts inside Latin words."""

from __future__ import annotations

import pytest

from cleaner.operators.homoglyphs import homoglyphs
from tests.operators.running import patches

_HOMOGLYPHS = homoglyphs(table={"о": "o", "а": "a", "ԝ": "w", "М": "M", "с": "c", "к": "k"})


def _done(text: str) -> str:
    for patch in reversed(patches(_HOMOGLYPHS, text)):
        text = text[: patch.start] + patch.after + text[patch.end :]
    return text


def test_words_of_two_scripts() -> None:
    assert _done("VMԝаre和Windоws") == "VMware和Windows"
    assert _done("Мac") == "Mac"


def test_what_stays() -> None:
    for text in ("Москва", "ascМосква", "俄文的Windоws", "Windows", "ΡC", "jΡ", ""):
        assert _done(text) == text


def test_options() -> None:
    with pytest.raises(ValueError, match="Latin"):
        homoglyphs(table={"о": "0"})
