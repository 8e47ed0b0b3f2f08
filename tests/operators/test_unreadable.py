"""Runs of characters that stand for unreadable bytes are flagged."""

from __future__ import annotations

from cleaner.operators.unreadable import unreadable
from tests.operators.running import patches


def test_runs() -> None:
    text = "甲\ufffd\ufffd乙\udc80\udcff丙"
    assert [(patch.start, patch.end) for patch in patches(unreadable(), text)] == [(1, 3), (4, 6)]


def test_nothing_to_do() -> None:
    assert patches(unreadable(), "甲乙丙■") == []
    assert patches(unreadable(), "") == []
