"""What stood where a hard-wrapped line ended: a blank, or nothing."""

from __future__ import annotations

from collections import Counter

import numpy as np

from cleaner.page import Page
from cleaner.rows import Mask
from cleaner.text import Codes, codes_of, compiled, han_table

_ENOUGH = 3
"""Borders of a kind that make a habit, if one spelling is found four times as often as the other."""

_NO_BLANK_BEFORE = "，。、；：？！）》”’…—·」』】〉〕,.;:?!)]}%"
_NO_BLANK_BEHIND = "（《“‘「『【〈〔([{—·"
_YEAR = compiled(r"(?<!\d)(?:1\d|20)\d?\n\d{1,2}年")
_TOKEN = compiled(r"[A-Za-z0-9]+")


class Seams:
    """How a document sets Latin words, numbers and signs beside Han, as its rows show it.

    The habit is counted for each kind by itself: side by side with Han or with a full-width mark, before
    it or behind it, a letter, a digit, or which sign.
    """

    def __init__(self, page: Page) -> None:
        codes = page.profile.codes
        self._source = page.profile.source
        self._counts: Counter[tuple[bool, bool, str, bool]] = Counter()
        wide = _wide(codes)
        narrow = (codes > 0x20) & ~wide
        blank = codes == 0x20
        for spaced in (False, True):
            gap = 1 + spaced
            fits = blank[1:-1] if spaced else True
            first, second = codes[:-gap], codes[gap:]
            self._count(
                first[wide[:-gap] & narrow[gap:] & fits],
                second[wide[:-gap] & narrow[gap:] & fits],
                False,
                spaced,
            )
            self._count(
                second[narrow[:-gap] & wide[gap:] & fits],
                first[narrow[:-gap] & wide[gap:] & fits],
                True,
                spaced,
            )

    def _count(self, wide: Codes, narrow: Codes, first: bool, spaced: bool) -> None:
        """Count borders: the wide and the narrow side of each, and whether the narrow one is first."""
        pairs = han_table()[wide] * np.uint32(1 << 21) + narrow
        for pair, times in zip(*np.unique(pairs, return_counts=True), strict=True):
            han, code = bool(pair >> 21), int(pair) & 0x1FFFFF
            self._counts[first, han, _kind(chr(code)), spaced] += int(times)

    def between(self, left: str, right: str) -> tuple[str, bool]:
        """What stood between two rows of which one goes on in the other, and whether that is sure."""
        before, behind = left[-1], right[0]
        wide = _wide(codes_of(before + behind)).tolist()
        if all(wide) or behind in _NO_BLANK_BEFORE or before in _NO_BLANK_BEHIND:
            return "", True
        if not any(wide):
            return self._between_narrow(left, right)
        first = wide[1]
        kind = _kind(before if first else behind)
        han = bool(han_table()[ord(behind if first else before)])
        habit = self._habit(first, han, kind)
        if habit is None and han and self._seen(first, han, kind) < _ENOUGH:
            habit = self._habit(first, han, "a")
            if habit is None:
                habit = self._habit(not first, han, "a")
        if habit is None:
            return "", not han and self._seen(first, han, kind) < _ENOUGH
        return (" " if habit else ""), True

    def _between_narrow(self, left: str, right: str) -> tuple[str, bool]:
        """The same between two Latin words, numbers or signs: lines are wrapped at blanks."""
        first, second = _TOKEN.findall(left[-24:]), _TOKEN.match(right)
        if left[-1].isdigit() and right[0].isdigit():
            return "", bool(_YEAR.search(f"{left[-4:]}\n{right[:3]}"))
        if left[-1] in "/@_":
            return "", True
        if left[-1] == "-":
            return "", not left[:-1].endswith((" ", "-"))
        if first and second and left[-1].isalnum() and first[-1] + second.group() in self._source:
            return "", False
        return " ", True

    def _seen(self, first: bool, han: bool, kind: str) -> int:
        return self._counts[first, han, kind, True] + self._counts[first, han, kind, False]

    def _habit(self, first: bool, han: bool, kind: str) -> bool | None:
        """Whether a blank stands at borders of a kind; None: there is no habit."""
        spaced = self._counts[first, han, kind, True]
        tight = self._counts[first, han, kind, False]
        if max(spaced, tight) < _ENOUGH or max(spaced, tight) < 4 * min(spaced, tight):
            return None
        return spaced > tight


def _kind(char: str) -> str:
    """Letters are of one kind, digits of another, each sign is one of its own."""
    return "a" if char.isalpha() else "0" if char.isdigit() else char


def _wide(codes: Codes) -> Mask:
    """Han and full-width marks, quotation marks, dashes, dots."""
    marks = (codes - np.uint32(0x3000) < 0x40) | (codes - np.uint32(0xFF01) < 0x60)
    quotes = (codes - np.uint32(0x2014) < 0x0A) | (codes == 0x2026) | (codes == 0xB7)
    found: Mask = han_table()[codes] | marks | quotes
    return found
