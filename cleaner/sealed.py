"""Passages that a rule has found to be unreadable: later rules leave them alone.

Letters of a misread passage stand for bytes. Whoever makes them half-width, or simplified, loses the little that is
left. What takes the whole passage away (a line of residue, a copy) may do so, but not write it anew.
"""

from __future__ import annotations

from typing import cast

from cleaner.model import Patch
from cleaner.page import Page
from cleaner.text import places

_KEY = "sealed"


def seal(page: Page, patch: Patch) -> None:
    """From the next rule on nothing changes inside of the passage of a patch."""
    texts = cast("dict[str, None]", page.memo.setdefault(_KEY, {}))
    texts[page.text[patch.start : patch.end]] = None


def sealed_spans(page: Page) -> list[tuple[int, int]]:
    """Where the sealed passages stand in a page."""
    texts = cast("dict[str, None]", page.memo.get(_KEY, {}))
    return [(at, at + len(text)) for text in texts for at in places(page.text, text)]


def breaks(spans: list[tuple[int, int]], start: int, end: int, after: str = "") -> bool:
    """Whether a patch changes a part of one of the passages, or puts other characters in the place of one."""
    new = bool(after.strip())
    return any(
        start < last and end > first and (new or not (start <= first and last <= end))
        for first, last in spans
    )
