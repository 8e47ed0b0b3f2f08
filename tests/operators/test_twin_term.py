"""Equal terms around a connecting word are flagged where nothing makes the second one longer."""

from __future__ import annotations

import pytest

from cleaner.operators.twin_term import twin_term
from tests.operators.running import patches

PAIR = twin_term(between=("和", "以及"), least=4, after=r"会议|\P{Han}|\Z")
NOUN = twin_term(between=("的",), most=6, elsewhere=3, after=r"而|\P{Han}|\Z")


@pytest.mark.parametrize(
    ("text", "start", "term"),
    [
        ("推进农村人居环境整治和农村人居环境整治会议", 11, "农村人居环境整治"),
        ("疫情防控和疫情防控", 5, "疫情防控"),
        ("抓疫情防控以及疫情防控，", 7, "疫情防控"),
    ],
)
def test_second_term_is_flagged(text: str, start: int, term: str) -> None:
    assert [(patch.start, patch.after) for patch in patches(PAIR, text)] == [(start, term)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "和",
        "中国科学院和中国科学院大学",
        "国家和国家",
        "ABCD和ABCD",
        "疫情防控\n和疫情防控",
        "疫情防控和防控疫情",
    ],
)
def test_other_pairs_stay(text: str) -> None:
    assert patches(PAIR, text) == []


def test_a_known_term_with_its_noun_again_is_flagged() -> None:
    text = "新型病毒肺炎暴发。患新型病毒肺炎的肺炎而住院"
    assert [patch.start for patch in patches(NOUN, text)] == [17]
    assert patches(NOUN, "患新型病毒肺炎的肺炎而住院") == []
    assert patches(NOUN, "新型病毒肺炎暴发。患新型病毒肺炎的肺炎病人") == []


def test_what_stands_before() -> None:
    finder = twin_term(between=("和",), before="统筹")
    assert [patch.start for patch in patches(finder, "统筹防控和防控")] == [5]
    assert patches(finder, "兼顾防控和防控") == []


@pytest.mark.parametrize("options", [{"between": ()}, {"between": ("和",), "least": 5, "most": 4}])
def test_senseless_options(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="between"):
        twin_term(**options)  # type: ignore[arg-type]
