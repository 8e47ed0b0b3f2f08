"""A sentence that breaks off before a name or another article is flagged."""

from __future__ import annotations

import pytest

from cleaner.operators.truncated import truncated
from tests.operators.articles import newspaper
from tests.operators.running import patches

OPEN = "接到通知以后全员上岗，连夜推进封闭管理工作，村屯和小区同时进行，难度很大。负责人说，十六小时完成封"


@pytest.mark.parametrize("rows", [(OPEN,), (OPEN, "唐佳丽"), (f"{OPEN}\u3000",)])
def test_last_words_are_flagged(rows: tuple[str, ...]) -> None:
    assert [patch.after for patch in patches(truncated(), newspaper(*rows))] == [
        "负责人说，十六小时完成封"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (f"{OPEN}闭。",),
        (OPEN, "闭任务，街道干部和社区工作者一起值守，居民出入一律登记并测量体温。"),
        (OPEN.replace("。负责人", "，负责人"),),
        (f"{OPEN}闭。 王荣琦",),
        (f"{OPEN}闭。据新华社",),
        ("难度很大。他说，十六小时完成封",),
    ],
)
def test_other_rows_stay(rows: tuple[str, ...]) -> None:
    assert patches(truncated(), newspaper(*rows)) == []


def test_a_document_that_ends_nothing_with_a_stop_stays() -> None:
    text = newspaper(OPEN, "唐佳丽").replace("。\n", "\n")
    assert patches(truncated(), text) == []


@pytest.mark.parametrize("options", [{"habit": 0.0}, {"habit": 1.5}, {"least": 0}])
def test_senseless_options(options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="habit"):
        truncated(**options)  # type: ignore[arg-type]
