"""The progress bar: only on a terminal, only after a second, and wiped."""

from __future__ import annotations

import io
import sys
import time

import pytest

from cleaner.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def shown(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, clock: list[float], step: float
) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    for _ in progress(range(4), 4):
        clock[0] += step
    return stream.getvalue()


def test_nothing_without_a_terminal(monkeypatch: pytest.MonkeyPatch, clock: list[float]):
    assert shown(monkeypatch, io.StringIO(), clock, 5) == ""


def test_nothing_in_the_first_second(monkeypatch: pytest.MonkeyPatch, clock: list[float]):
    assert shown(monkeypatch, Terminal(), clock, 0.1) == ""


def test_a_bar_that_is_wiped(monkeypatch: pytest.MonkeyPatch, clock: list[float]):
    said = shown(monkeypatch, Terminal(), clock, 5)
    assert "1/4" in said
    assert "3/4" in said
    assert said.endswith("\r\x1b[K")
