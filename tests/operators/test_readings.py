"""Readings in brackets of disguised pages."""

from __future__ import annotations

import pytest

from cleaner.operators.readings import readings
from tests.operators.running import patches

_PAGE = "據(jù)報(bào)個(gè)網(wǎng)開(kāi)發(fā)"


def test_characters_get_their_simplified_form_back() -> None:
    found = patches(readings(least=2), _PAGE)
    assert [patch.after for patch in found] == list("据报个网开发")
    assert {patch.level for patch in found} == {"review"}
    assert {patch.level for patch in patches(readings(least=2, sure=6), _PAGE)} == {"safe"}


def test_readers_stay() -> None:
    assert patches(readings(least=2), "狍(páo)子、麂(jǐ)子、網(wǎng)") == []
    assert patches(readings(), "據(jù)此") == []
    assert patches(readings(), "") == []


def test_options() -> None:
    with pytest.raises(ValueError, match="least"):
        readings(least=1)
