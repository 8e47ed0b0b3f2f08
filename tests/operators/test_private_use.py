"""Private-use characters."""

from __future__ import annotations

from cleaner.operators.private_use import private_use
from tests.operators.running import patches

_KNOWN = {"\ue863": "䶮", "\ue828": "㧟"}


def test_known_ones_are_written() -> None:
    found = patches(private_use(known=_KNOWN), "他叫\ue863，\ue828下")
    assert [(patch.start, patch.after, patch.level) for patch in found] == [
        (2, "䶮", "review"),
        (4, "㧟", "review"),
    ]


def test_others_are_flagged_once_with_their_lines() -> None:
    found = patches(private_use(known=_KNOWN), "圣\ue159\n甲\n\ue863\ue160")
    assert [(patch.start, patch.level) for patch in found] == [(1, "flag")]
    assert found[0].message.startswith("3 private-use characters")
    assert found[0].message.endswith("lines 1, 3")


def test_nothing_to_do() -> None:
    assert patches(private_use(known={}), "甲乙") == []
