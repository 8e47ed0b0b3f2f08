"""Passages that rules leave alone: what a rule has found to be unreadable, and mistakes that a text cites.

Letters of a misread passage stand for bytes. Whoever makes them half-width, or simplified, loses the little that is
left. And a text on proofreading cites what is wrong: “曰本”应为“日本”. What takes the whole passage away (a line of residue, a copy) may do so, but not write it anew.
"""

from __future__ import annotations

from itertools import islice
from typing import cast

from cleaner.model import Patch
from cleaner.page import Page
from cleaner.text import compiled, matches, places

_KEY = "sealed"

_SAYS = ("”应为", "”应作", "”应改", "”可改", "误：“", "误:“", "误为“", "误作“", "误成“")
_CITED = compiled(r"“[^“”\n]{1,80}”(?:应[为作改]|可改)|误[为作成:：]“[^“”\n]{1,80}”")

MANY = 100
"""Cited mistakes from which on what looks like them is none."""


def seal(page: Page, patch: Patch) -> None:
    """From the next rule on nothing changes inside of the passage of a patch."""
    texts = cast("dict[str, None]", page.memo.setdefault(_KEY, {}))
    texts[page.text[patch.start : patch.end]] = None


def seal_cited(page: Page) -> None:
    """Seal the mistakes that a text cites in quotation marks, with the words that say so."""
    if not page.has(_SAYS):
        return
    found = [*islice(matches(_CITED, page.text), MANY + 1)]
    if len(found) <= MANY:
        for match in found:
            seal(page, Patch(*match.span(), ""))


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
