"""A name alone on its line is flagged below an article that somebody else has signed."""

from __future__ import annotations

import pytest

from cleaner.operators.byline import byline
from tests.operators.articles import FIRST, newspaper
from tests.operators.running import patches

FINDER = byline(words=("金融",))


@pytest.mark.parametrize("name", ["唐佳丽", "赵铭", "欧阳明月", "\u3000唐佳丽"])
def test_names_are_flagged(name: str) -> None:
    text = newspaper(name)
    assert [text[at.start : at.end] for at in patches(FINDER, text)] == [name.strip("\u3000")]


@pytest.mark.parametrize(
    "rows",
    [
        ("王坤",),
        ("速读",),
        ("金融",),
        ("唐佳丽在会上发言。", "唐佳丽"),
        ("★ 市场平稳。", "唐佳丽"),
        ("唐佳丽", "男，三十五岁，现任某街道办事处主任。"),
        ("（上接第一版）要加强监测。", "唐佳丽"),
    ],
)
def test_other_rows_stay(rows: tuple[str, ...]) -> None:
    assert patches(FINDER, newspaper(*rows)) == []


def test_articles_that_are_not_signed_at_the_top() -> None:
    text = newspaper("唐佳丽").replace("记者王坤报道 ", "").replace("记者李越报道 ", "")
    assert patches(FINDER, text) == []


def test_the_name_above_everything() -> None:
    assert patches(FINDER, "唐佳丽\n\n" + "\n".join(FIRST)) == []
