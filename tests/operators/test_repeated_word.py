"""Nouns and phrases that stand twice are flagged; what grammar repeats is not."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.operators.repeated_word import repeated_word
from tests.operators.running import patches

FINDER = repeated_word(nouns=("外贸",), verbs=("发展",))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("稳住外贸外贸基本盘", 4),
        ("外贸外贸", 2),
        ("会上强调，确保各项任务确保各项任务落实。", 11),
        ("要排干矿坑积水，防止矿坑矿坑周边塌方。矿坑应当回填。", 12),
    ],
)
def test_second_word_is_flagged(text: str, at: int) -> None:
    assert [patch.start for patch in patches(FINDER, text)] == [at]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "外",
        "他一个环节一个环节查看生产流程。",
        "细之又细、实之又实，大家高兴高兴，再研究研究。",
        "哈哈哈哈，一步一步走来。",
        "支持发展发展中国家。发展是硬道理，发展要平衡。",
        "妥善保管保管物。保管物毁损的，应当赔偿保管物。",
        "沉默地喊叫沉默地喊叫\n孤单开始发酵",
        "外贸、外贸",
        "外贸\n外贸",
        "加油加油加油加油，明天再来。",
    ],
)
def test_grammar_and_verse_stay(text: str) -> None:
    assert patches(FINDER, text) == []


def test_a_word_used_as_a_verb_or_in_speech_is_no_noun() -> None:
    text = "要排干矿坑积水，防止矿坑矿坑周边塌方。矿坑应当回填。"
    assert patches(FINDER, text + "矿坑了。") == []
    assert patches(FINDER, text + "你说呢？好吗？") == []


def test_tables_and_titles_stay() -> None:
    assert patches(FINDER, "被调用模块被调用模块\n") == []


@pytest.mark.parametrize("options", [{"least": 1}, {"least": 6, "most": 5}])
def test_senseless_options(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="least"):
        repeated_word(**options)


def test_stretch_that_is_said_over_and_over_is_flagged_once() -> None:
    assert len(patches(FINDER, "各项任务" * 100 + "落实。")) == 1
    assert len(patches(FINDER, "各项任务" * 1000 + "落实。")) == 1
    assert not patches(FINDER, "研究" * 10_000 + "国" * 10_000 + "。")
