"""Where damage can show: places inside sentences, and the wide and narrow columns of a line."""

from __future__ import annotations

import random
import re
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
