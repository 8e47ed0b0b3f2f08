"""Quotation marks and dashes of cp1252 that were read as half of a GBK character."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.misread import weight
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, count_han, matches

_BETTER = 0.3
"""How much commoner the characters between the marks must become."""
_MOST = 60
"""Characters between two marks; all of them were read one byte off."""


def _chars(first: Iterable[int], second: Iterable[int]) -> str:
    pairs = (bytes((lead, trail)) for lead in first for trail in second)
    return "".join(pair.decode("gb18030", "ignore") for pair in pairs)


_LEADS = range(0x81, 0xFF)
_OPENS, _CLOSES = (0x91, 0x93), (0x92, 0x94)
_FIRST, _LAST = _chars(_OPENS, _LEADS), _chars(_LEADS, _CLOSES)
_OPENING = compiled(f"[{_FIRST}]")
_REST = compiled(rf"[^\s\x00-\x7F]{{0,{_MOST}}}+")


def slipped_marks() -> Finder:
    """Restore a quotation in which the marks are bytes of cp1252 (91 to 94) and everything was read as GBK.

    The opening mark takes half of the first character with it, that takes half of the second, and so on, until the
    closing mark makes it even again. No byte is lost; restored where the characters between become plainly commoner.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(_FIRST):
            return
        here = 0
        for match in matches(_OPENING, page.text):
            if match.start() < here:
                continue
            if found := _quotation(page.text, match.start()):
                here = found.end
                yield found

    return run


def _quotation(text: str, start: int) -> Patch | None:
    """The patch of the quotation that opens with the character at `start`: up to the first mark that fits."""
    rest = _REST.match(text, start)
    for end in range(start + 2, rest.end() + 1 if rest else 0):
        if text[end - 1] in _LAST and (after := _read(text[start:end])):
            return Patch(start, end, after)
    return None


def _read(passage: str) -> str | None:
    try:
        raw = passage.encode("gb18030")
        inner = raw[1:-1].decode("gb18030")
    except UnicodeError:
        return None
    if raw[-1] - raw[0] != 1 or not count_han(inner) or weight(inner) < weight(passage) + _BETTER:
        return None
    return raw[:1].decode("cp1252") + inner + raw[-1:].decode("cp1252")
