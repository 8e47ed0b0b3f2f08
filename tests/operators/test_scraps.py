"""What is left of GBK that was read as UTF-8 is flagged; words of one script are not."""

from __future__ import annotations

import pytest

from cleaner.operators.scraps import scraps
from tests.operators.running import patches

RULE = scraps()
TEXT = "开始时我以为只要离开沙漠，就能找到一个和平之地"


@pytest.mark.parametrize("lost", ["", "?", "\ufffd"])
def test_gbk_read_as_utf_8(lost: str) -> None:
    row = TEXT.encode("gbk").decode("utf-8", "replace").replace("\ufffd", lost)
    assert patches(RULE, f"标题\n{row}\n正文")


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        "α、β、γ 射线，Привет，שלום，[ˈæpəl]，[θɪŋk]",
        "кВт·ч、Δx、µm、Å",
        "真的？？？？？？ à la carte???",
    ],
)
def test_what_stays(text: str) -> None:
    assert patches(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    ["Ӱɢ粡", "Էԭ", "ǡ\U000e3b32", "TRqoLһǧ\uf8ec֮̚n", "쵼ǶԿ飬ʿ"],
)
def test_few_letters_of_two_scripts(text: str) -> None:
    assert patches(RULE, f"标题\n{text}\n正文")


@pytest.mark.parametrize("text", ["Ωм", "đối tượng", "[ɲ̟θɪŋk]", "한국어 ABC", "𠮷野家"])
def test_words_and_units_stay(text: str) -> None:
    assert patches(RULE, text) == []
