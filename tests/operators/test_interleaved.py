"""A headline inside a sentence is flagged if it stands nowhere else."""

from __future__ import annotations

import pytest

from cleaner.operators.interleaved import interleaved
from tests.operators.articles import newspaper
from tests.operators.running import patches

LEFT = (
    "目前，防控工作正在取得积极成效，全国上下团结一心，全力应对各种困难，有信心、有能力、有把握打赢"
)
RIGHT = "这场疫情防控阻击战，希望各地及时了解和遵从防控工作的指导意见，坚持科学防治、精准施策。"
TITLE = "全市召开经济形势分析会"


def test_headline_inside_a_sentence() -> None:
    text = newspaper(LEFT, TITLE, RIGHT)
    (patch,) = patches(interleaved(), text)
    assert text[patch.start : patch.end] == TITLE


@pytest.mark.parametrize(
    "rows",
    [
        (LEFT, RIGHT),
        (f"{LEFT}。", TITLE, RIGHT),
        (LEFT, f"{TITLE}，", RIGHT),
        (LEFT, "分析会", RIGHT),
        (TITLE, LEFT, TITLE, RIGHT),
        (LEFT, TITLE, f"★{RIGHT}"),
    ],
)
def test_other_rows_stay(rows: tuple[str, ...]) -> None:
    assert patches(interleaved(), newspaper(*rows)) == []
