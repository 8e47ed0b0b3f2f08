"""Whether text runs on across a border, told by the characters beside it.

Counts, no rules: how often a character follows another in running text, against how often headlines, items and
signatures end as the left side does and paragraphs start as the right side does. `cohesion.npz` holds
the logarithms of these ratios, in tenths, for single characters and for the pairs that depart from what their characters
alone would let expect. `benchmarks/cohesion.py` makes it and names its sources and their licence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaner.text import BLANKS

DATA = Path(__file__).with_name("cohesion.npz")
"""The table. It is read when the first border is judged."""

DIGIT, LATIN = "0", "A"
"""What any number, and any run of ASCII letters, counts as."""

_FULL_WIDTH = range(0xFF10, 0xFF5B)
_IN_NUMBER = ".．，"
_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_PAUSES = "，、；"
"""Behind these no word is cut, and no headline ends with them: only what begins behind them is looked at."""


def symbols(chars: Iterable[str]) -> Iterable[str]:
    """Characters as the model sees them: no blanks; a number is one symbol, a Latin word (or several) another."""
    last = held = ""
    for char in chars:
        if char in BLANKS:
            continue
        char = char.translate(_MARKS)
        if ord(char) in _FULL_WIDTH:
            char = chr(ord(char) - 0xFEE0)
        if char.isascii() and char.isalnum():
            char = DIGIT if char.isdigit() else LATIN
            if char != last:
                if held and char != DIGIT:
                    yield held
                yield char
            held, last = "", char
        elif last == DIGIT and not held and char in _IN_NUMBER:
            held = char
        else:
            if held:
                yield held
            yield char
            held, last = "", char
    if held:
        yield held


class _Pairs(NamedTuple):
    """Values of pairs of characters; `ends[i]` is the end of the row of character i in `seconds`."""

    ends: list[int]
    seconds: memoryview
    values: memoryview

    def get(self, first: int, second: int) -> int | None:
        low, high = self.ends[first - 1], self.ends[first]
        at = bisect_left(self.seconds, second, low, high)
        return self.values[at] if at < high and self.seconds[at] == second else None


class Cohesion:
    """The model. Index 0 is any character that it does not know."""

    def __init__(self, path: Path = DATA) -> None:
        with np.load(path, allow_pickle=False) as data:
            self._index = {char: at for at, char in enumerate(str(data["chars"]), 1)}
            self._single = {
                name: data[name].tolist() for name in ("before", "after", "start", "end")
            }
            self._follow, self._starts, self._ends = (
                _Pairs(
                    [*data[f"{name}_sizes"].cumsum(dtype=np.int64).tolist(), 0],
                    memoryview(data[f"{name}_seconds"]),
                    memoryview(data[f"{name}_values"]),
                )
                for name in ("follow", "starts", "ends")
            )

    def score(self, left: str, right: str) -> float:
        """How much likelier it is that `right` goes on where `left` stops than that it begins anew (nats).

        Above 0 it rather goes on. Two characters on either side are looked at, with blanks taken out. Where
        Latin letters, or digits, stand on both sides, it says nothing: 0.
        """
        tail = [*islice(symbols(reversed(left)), 2)]
        head = [*islice(symbols(right), 2)]
        if not tail or not head or tail[0] == head[0] in (DIGIT, LATIN):
            return 0.0
        last, before = (self._index.get(char, 0) for char in (*tail, "", "")[:2])
        first, second = (self._index.get(char, 0) for char in (*head, "", "")[:2])
        single = self._single
        follow = self._follow.get(last, first)
        if follow is None:
            follow = single["before"][last] + single["after"][first]
        start = self._starts.get(first, second)
        if start is None:
            start = single["start"][first]
        end = self._ends.get(before, last)
        if tail[0] in _PAUSES:
            end = 0
        elif end is None:
            end = single["end"][last]
        return float(follow + start + end) / 10

    def known(self, text: str) -> float:
        """The share of neighbouring characters that are known to follow each other more than by chance."""
        at = [self._index.get(char, 0) for char in text if char > "\u3000"]
        before, after = self._single["before"], self._single["after"]
        found = 0
        for first, second in pairwise(at):
            value = self._follow.get(first, second) if first and second else None
            found += value is not None and value > before[first] + after[second]
        return found / max(1, len(at) - 1)


@cache
def _model() -> Cohesion:
    return Cohesion()


@lru_cache(maxsize=4096)
def cohesion(left: str, right: str) -> float:
    """`Cohesion.score` of the model that the package ships; give it only what is near the border."""
    return _model().score(left, right)


def share_known(text: str) -> float:
    """`Cohesion.known` of the model that the package ships: 0 to 1, in sound Chinese about two thirds."""
    return _model().known(text)
