"""Characters that were misread once."""

from __future__ import annotations

import pytest

from cleaner.operators.misread_once import misread_once
from tests.operators.running import patches

_ONCE = misread_once(table={"刊": "利"})


def _places(text: str) -> list[int]:
    return [patch.start for patch in patches(_ONCE, text)]


def test_once_among_many() -> None:
    assert _places("杜斯利、杜斯利、杜斯利、杜斯刊") == [14]
    assert _places("斯利夫，斯利夫，斯利夫，斯刊夫") == [13]
    assert _places("利夫人利夫人利夫人刊夫人") == [9]


def test_what_stays() -> None:
    for text in ("杜斯利、杜斯刊", "杜斯利、杜斯利、杜斯利、杜斯刊、杜斯刊", "刊", "", "利利利"):
        assert _places(text) == []


def test_options() -> None:
    with pytest.raises(ValueError, match="one character"):
        misread_once(table={"刊物": "利"})
