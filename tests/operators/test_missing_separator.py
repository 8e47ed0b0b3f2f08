"""Two unit names that run together are told apart by the document's other lists."""

from __future__ import annotations

import pytest

from cleaner.operators.missing_separator import missing_separator
from cleaner.page import Finder
from tests.operators.running import applied, flagged, patches

KNOWN = "责任单位：市人社局、市财政局\n责任单位：市扶贫中心，各乡镇\n"


@pytest.fixture
def finder() -> Finder:
    return missing_separator(labels=("责任单位", "牵头单位"))


@pytest.mark.parametrize("label", ["牵头单位:", "牵头单位：", "\u3000牵头单位："])
def test_two_known_names_are_parted(finder: Finder, label: str) -> None:
    before = f"{KNOWN}{label}市人社局市扶贫中心、市财政局"
    assert applied(finder, before) == f"{KNOWN}{label}市人社局、市扶贫中心、市财政局"
    assert applied(finder, applied(finder, before)) == applied(finder, before)


@pytest.mark.parametrize(
    "row",
    [
        "牵头单位：市人社局市教育局",
        "牵头单位：市人社局",
        "协办单位：市人社局市扶贫中心",
        "由牵头单位：市人社局市扶贫中心",
        "市人社局市扶贫中心",
        "牵头单位：市人社局市扶贫中心\n责任单位：市人社局市扶贫中心",
        "",
    ],
)
def test_other_names_stay(finder: Finder, row: str) -> None:
    assert patches(finder, KNOWN + row) == []


def test_several_cuts_are_flagged(finder: Finder) -> None:
    text = "责任单位：市甲市、市乙市丙局、市甲市市乙市、市丙局\n责任单位：市甲市市乙市丙局"
    assert flagged(finder, text) in ([], ["市甲市市乙市丙局"])


def test_labels_are_needed() -> None:
    with pytest.raises(ValueError, match="labels"):
        missing_separator(labels=())
