"""Straight quotation marks."""

from __future__ import annotations

from cleaner.operators.quotes import quotes
from tests.operators.running import patches

_HABIT = "“甲。”\n“乙。”\n“丙。”\n"


def _done(text: str) -> str:
    text = _HABIT + text
    for patch in reversed(patches(quotes(), text)):
        text = text[: patch.start] + patch.after + text[patch.end :]
    return text[len(_HABIT) :]


def test_pairs() -> None:
    assert _done('他说："走吧。"') == "他说：“走吧。”"
    assert _done('所谓"三农"和"五保"') == "所谓“三农”和“五保”"


def test_what_stays() -> None:
    kept = (
        '他说："走吧。',
        '屏幕27"，键盘13"',
        'print("你好")',
        'a="甲"',
        '"ok"',
        '// "甲"',
        '{"甲":1}',
    )
    for text in kept:
        assert _done(text) == text


def test_the_habit_decides() -> None:
    assert patches(quotes(), '他说："走吧。"') == []
    assert patches(quotes(), '“甲。”\n“乙。”他说："走吧。"') == []
