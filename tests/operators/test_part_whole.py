"""Parts that exceed their whole are flagged; the arithmetic is done on one unit only."""

from __future__ import annotations

from typing import Literal

import pytest

from cleaner.operators.part_whole import part_whole
from tests.operators.running import patches

Reading = Literal["inside", "split", "list"]


@pytest.mark.parametrize(
    ("reading", "text", "flag"),
    [
        ("inside", "新增12例，其中境外输入21例。", "12例，其中境外输入21例"),
        ("inside", "共38户(其中贫困户83户)", "38户(其中贫困户83户"),
        ("inside", "投入1.5亿元,其中中央1.8亿元", "1.5亿元,其中中央1.8亿元"),
        ("split", "累计追踪797人，已解除913人，现有913人", "797人，已解除913人，现有913人"),
        ("list", "9例病例中，甲市5例、乙市3例、丙市2例。", "9例病例中，甲市5例、乙市3例、丙市2例"),
        ("list", "录取6名，其中甲县3名、乙县2名、丙县2名", "6名，其中甲县3名、乙县2名、丙县2名"),
    ],
)
def test_too_large_parts_are_flagged(reading: Reading, text: str, flag: str) -> None:
    assert [text[at.start : at.end] for at in patches(part_whole(reading=reading), text)] == [flag]


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        ("inside", "新增21例，其中境外输入12例。"),
        ("inside", "全省14个市，其中38个县"),
        ("inside", "12例，其中21人"),
        ("inside", "平均3人，其中一户5人"),
        ("inside", "其中21例"),
        ("split", "累计追踪2717人，已解除2711人，还有6人"),
        ("split", "累计报告125例，治愈106例，死亡1例"),
        ("list", "10例病例中，甲市5例、乙市3例、丙市2例。"),
        ("list", "10例病例中，甲市5例、乙市3例。"),
        ("list", ""),
    ],
)
def test_other_numbers_stay(reading: Reading, text: str) -> None:
    assert patches(part_whole(reading=reading), text) == []


def test_message_does_the_sum() -> None:
    (patch,) = patches(part_whole(reading="split"), "累计300例，已治愈280例，还有40例")
    assert patch.message == "280 + 40 is more than 300例"
