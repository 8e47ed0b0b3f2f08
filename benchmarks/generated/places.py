"""Where damage can show: places inside sentences, and the wide and narrow columns of a line."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import lru_cache
from unicodedata import east_asian_width

from benchmarks.generated.damage import Draft, Span
from benchmarks.generated.sieve import HAN

_ENDS = re.compile(r"[。！？…：；.!?:;][”’』」）》)\"]*$")


_BORDER = re.compile(rf"[A-Za-z][{HAN}]|[{HAN}][A-Za-z]")
_SET_OFF = re.compile(rf"[A-Za-z] [{HAN}]|[{HAN}] [A-Za-z]")


@lru_cache(maxsize=4)
def _set_off(text: str) -> bool:
    """Whether a text sets Latin words off from Han; where it does not, a break hides whether a blank stood there."""
    return bool(_SET_OFF.search(text))


def width(text: str) -> int:
    """Columns: wide characters are 2."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def fit(text: str, at: int) -> bool:
    """Whether a break here shows as one: inside a sentence, beside no blank, in no Latin word."""
    before, after = text[at - 1], text[at]
    if "\n" in before + after or " " in before + after or "　" in before + after:
        return False
    if _ENDS.search(text[max(0, at - 4) : at]) or after in "，。、；：？！）》”’…—,.;:?!)":
        return False
    if before in "“‘（《(—…":
        return False
    if _set_off(text) and _BORDER.match(before + after):
        return False
    latin = re.compile(r"[0-9A-Za-z_./@:+-]")
    return not (latin.match(before) and latin.match(after)) or (before + after).isdigit()


def near(text: str, at: int, span: Span, slack: int = 6) -> int | None:
    """The fit place nearest to one, within the block."""
    for step in range(slack + 1):
        for place in (at + step, at - step):
            if span.start + 8 <= place <= span.end - 8 and fit(text, place):
                return place
    return None


def slices(draft: Draft, span: Span, size: int, rng: random.Random) -> list[int]:
    """Places that cut a block into nearly equal slices."""
    length = span.end - span.start
    count = round(length / size)
    if count < 2:
        return []
    places: list[int] = []
    for number in range(1, count):
        place = near(
            draft.text, span.start + length * number // count + rng.choice((-1, 0, 0, 1)), span
        )
        if place is not None and (not places or place > places[-1] + 16):
            places.append(place)
    return places


def rows(draft: Draft, span: Span) -> list[Span]:
    """The pieces of a block between its line ends."""
    found = re.finditer(r"[^\n]+", draft.text[span.start : span.end])
    return [Span(span.start + row.start(), span.start + row.end(), span.kind) for row in found]


def texts(draft: Draft, least: int = 0) -> list[Span]:
    """The paragraphs of at least so many characters."""
    return [s for s in draft.spans if s.kind == "text" and s.end - s.start >= least]


_FEW = 3


class Borders:
    """How often a blank stands at each kind of border between what is not ASCII and something else.

    A kind is what stands on both sides: Han, a Latin letter, a digit, or else the very sign with what is beyond it.
    """

    def __init__(self, text: str) -> None:
        self._counts: Counter[tuple[str, str, str]] = Counter()
        for border in re.finditer(r"(?=(\S\S)( ?)(\S\S))", text):
            before, blank, after = border.groups()
            self._counts[(*_sides(before, after), blank)] += 1

    def usual(self, before: str, after: str, otherwise: str) -> str:
        """A blank or nothing, whichever stands more often at borders such as those of two texts.

        Where there are less than three with such a sign at a word it is what stands at those with letters; nothing before a mark that closes and
        behind one that opens. Between ASCII, and where neither stands more often, it is `otherwise`.
        """
        left, right = _sides(before, after)
        if {left, right} <= {"letter", "digit"} or (before[-1:] + after[:1]).isascii():
            return otherwise
        if after[:1] in "，。、；：？！）》”’" or before[-1:] in "（《“‘":
            return ""
        if self._seen(left, right) < _FEW:
            left, right = ("letter" if side.endswith("w") else side for side in (left, right))
        spaced, tight = (self._counts[left, right, blank] for blank in (" ", ""))
        return otherwise if spaced == tight else " " if spaced > tight else ""

    def _seen(self, left: str, right: str) -> int:
        return self._counts[left, right, " "] + self._counts[left, right, ""]


def _sides(before: str, after: str) -> tuple[str, str]:
    return _side(before[-1:], before[-2:-1]), _side(after[:1], after[1:2])


def _side(char: str, beyond: str) -> str:
    """What stands on a side of a border; of a sign in ASCII, or a quotation mark, what is beyond it counts too."""
    if re.match(f"[{HAN}]", char):
        return "Han"
    if re.match(r"[A-Za-z\u00c0-\u024f]", char):
        return "letter"
    if char.isdigit():
        return "digit"
    wide = "h" if re.match(rf"[{HAN}“”‘’，。、；：？！（）《》]", beyond) else "w"
    if char in "“”":
        return char + wide.strip("w")
    return char + wide if char.isascii() else char
