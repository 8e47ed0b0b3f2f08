"""Spread words."""

from __future__ import annotations

from cleaner.operators.spaced_words import spaced_words
from tests.operators.running import patches


def _levels(text: str) -> list[str | None]:
    return [patch.level for patch in patches(spaced_words(), text)]


def test_a_word_that_stands_unspread_elsewhere() -> None:
    assert _levels("国务院令。国务院办公厅。\n国 务 院\n") == ["safe", "safe"]
    assert _levels("参考文献见后。\n参\u3000考\u3000文\u3000献\n") == ["review"] * 3


def test_a_word_inside_a_sentence() -> None:
    assert _levels("会议指出，国 务 院领导同志作了重要批示。") == ["review"] * 2
    assert _levels("会议指出，各 级 档 案 馆要做好工作。") == ["review"] * 4
    assert _levels("参加的有，甲 乙 丙三人。") == []
    assert _levels("国 务 院领导同志作了重要批示") == []


def test_what_stays() -> None:
    for text in ("目 录\n目录", "国 务 院", "赵 钱  孙\n赵钱孙", "王\u3000伟\n王伟", ""):
        assert _levels(text) == []
