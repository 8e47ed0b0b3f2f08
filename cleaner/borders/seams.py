"""What stood where a hard-wrapped line ended: a blank, or nothing."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import numpy as np

from cleaner.lines.rows import Mask
from cleaner.page import Page
from cleaner.text import HAN, Codes, codes_of, han_table, lazy, table_of

_ENOUGH = 3
"""Borders of a kind that make a habit, if one spelling is found four times as often as the other."""

_NO_BLANK_BEFORE = "，。、；：？！）》”’…—·」』】〉〕,.;:?!)]}%"
_NO_BLANK_BEHIND = "（《“‘「『【〈〔([{—·"
_PAGES = lazy(r"^[^\n，。]{0,30}\d ?页[^\n，。]{0,12}$")
"""A row with a page number: 第 9 页 共 24 页."""
_QUOTES = "“”‘’"
_STRAIGHT = "\"'"
_YEAR = lazy(r"(?<!\d)(?:1\d|20)\d?\n\d{1,2}年")
_NUMBER = lazy(
    r"(?<=[\p{Han}¥￥$])[1-9]\d{0,2}(?:,\d{3})*(?:,\n\d{3}(?!\d)(?=[\p{Han}，。；、,.%％]|\Z)|\.\n\d{1,2}(?=[%％‰℃千万亿元米吨倍]|公[里斤顷]|平方|立方|个百分点))"
)
"""A number in Chinese, cut behind the comma of its thousands or behind its point."""
_TOKEN = lazy(r"[A-Za-z0-9]+")
_LETTER = lazy(r"[A-Za-z]")
_WORDLIKE = lazy(r"[A-Za-z0-9]")
_ADDRESS = lazy(r"(?:://|www\.)[!-~]*$|(?<![!-~])[/~][!-~]*$|[\w.-]@$|_$")
"""What goes on behind a line end at a sign: a web address, a path from the root, a mail address, a name in code."""


class Kind(NamedTuple):
    """A kind of border between a wide character and another.

    `first`: whether the other one stands first; `han`: whether the wide one is Han, not a mark; `other`: "a" for
    letters, "0" for digits, else the sign and what stands on its far side: a word ("a"), Han or a mark ("w"), or "".
    """

    first: bool
    han: bool
    other: str


class Seams:
    """How a document sets Latin words, numbers and signs beside Han, as its rows show it.

    The habit is counted for each kind of border by itself.
    """

    def __init__(self, page: Page) -> None:
        codes = page.profile.codes
        if "页" in page.profile.chars:  # how page numbers are set says nothing of the text
            codes = codes_of(_PAGES.sub("", page.profile.source))
        self._source = page.profile.source
        self._said = page.profile.overrides
        self._counts: Counter[tuple[Kind, bool]] = Counter()
        self._count(codes, first=False)
        self._count(codes[::-1], first=True)

    def _count(self, codes: Codes, *, first: bool) -> None:
        """Count the borders at which a wide character comes before another one, in reading order or against it.

        Marks that have a blank on that side nowhere say nothing of the others.
        """
        wide = _wide(codes)
        other = (codes > 0x20) & ~wide
        asked = wide & ~table_of(_NO_BLANK_BEFORE if first else _NO_BLANK_BEHIND)[codes]
        sides = wide * np.uint32(2) + _word(codes)
        for spaced in (False, True):
            gap = 1 + spaced
            fits = asked[: -gap - 1] & other[gap:-1]
            if spaced:
                fits &= codes[1:-2] == 0x20
            places = np.flatnonzero(fits)
            han = han_table()[codes[places]].astype(np.uint32)
            signs, sides_beyond = codes[places + gap], sides[places + gap + 1]
            known, times = np.unique((han << 23) + (sides_beyond << 21) + signs, return_counts=True)
            for code, count in zip(known.tolist(), times.tolist(), strict=True):
                kind = _kind(chr(code & 0x1FFFFF), "\0aw"[code >> 21 & 3])
                self._counts[Kind(first, bool(code >> 23), kind), spaced] += count

    def between(self, left: str, right: str) -> tuple[str, bool]:
        """What stood between two rows of which one goes on in the other, and whether that is sure."""
        before, behind = left[-1], right[0]
        wide = _wide(codes_of(before + behind)).tolist()
        dotted = behind == "." and right[1:2].isalnum()
        ends = behind in _NO_BLANK_BEFORE and not dotted
        if all(wide) or ends or before in _NO_BLANK_BEHIND:
            return "", True
        if not any(wide):
            if dotted:  # a number, a sentence; the end of a name, or one that begins with a dot
                return "", not right[1].islower()
            if before in _QUOTES or behind in _QUOTES:
                return "", not self._words(first=before in _QUOTES)
            return self._between_narrow(left, right)
        first = wide[1]
        sign, beyond = (before, left[-2:-1]) if first else (behind, right[1:2])
        han = bool(han_table()[ord(behind if first else before)])
        kind = Kind(first, han, _kind(sign, _side(beyond)))
        habit = self._habit(kind)
        if habit is None and self._seen(kind) >= _ENOUGH:
            return "", False
        if habit is None and han and not kind.other.endswith("w"):
            words = self._words(first=first)
            if sign in _QUOTES:
                return "", not words  # quotation marks may be set off as the words in them are
            if words is None:
                return "", False
            habit = words
        elif habit is None:
            return "", not self._is_set_off(kind)
        return (" " if habit else ""), True

    def _is_set_off(self, kind: Kind) -> bool:
        """Whether words may be set off from marks, or from Han by their quotes, at such borders."""
        other = Kind(kind.first, kind.han, "a")
        if kind.han:
            other = other._replace(other=f"{kind.other[0]}a")
            return kind.other[0] in _STRAIGHT and self._counts[other, True] > 0
        return self._counts[other, True] > self._counts[other, False]

    def _words(self, *, first: bool) -> bool | None:
        """Whether a blank stands between Han and Latin words, on this side or else on the other."""
        habit = self._habit(Kind(first, True, "a"))
        return self._habit(Kind(not first, True, "a")) if habit is None else habit

    def _between_narrow(self, left: str, right: str) -> tuple[str, bool]:
        """The same between two Latin words, numbers or signs: lines are wrapped at blanks."""
        first, second = _TOKEN.findall(left[-24:]), _TOKEN.match(right)
        if left[-1].isdigit() and right[0].isdigit():
            return "", bool(_YEAR.search(f"{left[-4:]}\n{right[:3]}"))
        if left[-1] in ",." and _NUMBER.search(f"{left[-16:]}\n{right[:4]}"):
            return "", True
        if right[0] == "–":
            return "", right[1:2] != " "
        if left[-1] in "/@_":
            return self._between_parts(left, right)
        if left[-1] == "-":
            return "", not left[:-1].endswith((" ", "-"))
        if first and second and left[-1].isalnum() and first[-1] + second.group() in self._source:
            return "", False
        return " ", True

    def _between_parts(self, left: str, right: str) -> tuple[str, bool]:
        """The same behind a sign that stands inside addresses and names."""
        word = left[left.rfind(" ") + 1 :]
        if right[0] == "-":
            return " ", word[-2:-1] != "/"
        if not right[0].isalnum():
            return "", word.endswith(":/")
        whole = word[-24:] + _TOKEN.findall(right)[0]
        return "", bool(_ADDRESS.search(word)) or whole in self._source

    def _seen(self, kind: Kind) -> int:
        return self._counts[kind, True] + self._counts[kind, False]

    def _habit(self, kind: Kind) -> bool | None:
        """Whether a blank stands at borders of a kind; None: there is no habit."""
        said = {"0": self._said.digit_blanks, "a": self._said.latin_blanks}.get(kind.other)
        if said in ("spaced", "tight"):
            return said == "spaced"
        spaced, tight = self._counts[kind, True], self._counts[kind, False]
        if max(spaced, tight) < _ENOUGH or max(spaced, tight) < 4 * min(spaced, tight):
            return None
        return spaced > tight


def _kind(char: str, beyond: str) -> str:
    if char.isalpha():
        return "a"
    return "0" if char.isdigit() else char + beyond.strip("\0")


def _side(char: str) -> str:
    """What a character beyond a sign is, as in `Kind.other`."""
    codes = codes_of(char)
    return "" if not char else "w" if _wide(codes)[0] else "a" if _word(codes)[0] else ""


def _word(codes: Codes) -> Mask:
    """ASCII letters and digits."""
    found: Mask = (codes - np.uint32(48) < 10) | ((codes | np.uint32(0x20)) - np.uint32(97) < 26)
    return found


def _wide(codes: Codes) -> Mask:
    """Han and full-width marks, dashes and dots; quotation marks are not: some texts set them off."""
    marks = (codes - np.uint32(0x3000) < 0x40) | (codes - np.uint32(0xFF01) < 0x60)
    found: Mask = han_table()[codes] | marks | table_of("—…·")[codes]
    return found


def between(left: str, right: str, page: Page) -> tuple[str, bool]:
    """What stands between two characters that a line break parted, and whether that is sure."""
    if not (left.isascii() or right.isascii()):
        return "", True
    if _LETTER.match(left) and _LETTER.match(right):
        return " ", False
    latin = [bool(_WORDLIKE.match(char)) for char in (left, right)]
    han = [bool(HAN.match(char)) for char in (left, right)]
    if latin[0] == latin[1] or not any(han):
        return "", True
    habit = page.profile.sets_off(left if latin[0] else right)
    if habit is None:
        return "", True
    return (" " if habit else ""), True
