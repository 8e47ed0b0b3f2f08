"""What the words at a border say: whether they run on, stand together elsewhere, or leave a bracket open.

And what the words at all borders of a text say together: whether its lines stop without a mark by habit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from cleaner.cohesion import cohesion
from cleaner.layout import SPAN, Line
from cleaner.text import count_han, lazy

_COHESION = 0.35
_LEAST, _MOST = -6.0, 8.0
"""The weight of one unit of cohesion, and its bounds."""

SEEN = 2.0
"""The weight of the same characters standing together near by; of three of the four, half of it."""

BRACKET = 2.0
"""The weight of a bracket that the row above opens and the one below closes."""

_HABIT = 6
"""Borders from which on their words tell whether lines stop without a mark by habit."""

_HABITUAL, _ALONE, _MANY = -4.0, -1.0, 1
"""The weight of that at most, and of there being fewer, and so many times as many lines that end with a mark: then it
is rather a slip that one is missing."""

_WITHIN = 200
"""Characters beside the border within which it is opened and closed."""

_STEPS = 20
"""Of the estimate of how many borders are broken."""

_AROUND = 4_000
"""How far from a border its characters are looked for, standing together."""

_OPENS = lazy(r"[（(《“‘「『【〈〔\[][^（()）《》“”‘’「」『』【】〈〉〔〕\[\]]*$")

_CLOSES = lazy(r"[^（()）《》“”‘’「」『』【】〈〉〔〕\[\]]*([）)》”’」』】〉〕\]])")

_CLOSING = dict(zip("（(《“‘「『【〈〔[", "）)》”’」』】〉〕]", strict=True))

WORDS_AT_MOST = _COHESION * _MOST + SEEN
"""No evidence of words weighs more, but for a bracket."""


class Border(NamedTuple):
    """A border between two paragraphs, as the joins so far leave them, and the two rows that touch it.

    `left`, `right`: the numbers of these rows; `at`: where the right one starts in the text.
    """

    first: Line
    second: Line
    above: Line
    below: Line
    left: int
    right: int
    at: int


def _grams(above: Line, below: Line) -> tuple[str, str, str]:
    """The characters that touch each other if a sentence goes on: two and two, two and one, one and two."""
    tail, head = above.body[-2:], below.body[:2]
    return tail + head, tail + head[:1], tail[-1:] + head


class Words:
    """The evidence of words at the borders of one text; what the joins bring together stands together from then on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.habit = 0.0
        self._joined: set[str] = set()
        self._weights: dict[tuple[int, int], float] = {}
        self._running_on: dict[tuple[int, int], float] = {}
        self._askers: dict[str, list[tuple[int, int]]] = {}

    def learn(self, borders: Sequence[Border], stopped: int) -> None:
        """Find out from all borders that may be broken whether lines of this text stop without a mark by habit.

        `stopped`: how many long lines end with one.
        """
        if len(borders) < _HABIT:
            self.habit = _ALONE if stopped >= _MANY * len(borders) else 0.0
        else:
            found = [self.running_on(border) for border in borders]
            self.habit = min(0.0, max(_HABITUAL, _log_odds(_share_broken(found))))

    def weigh(self, border: Border) -> float:
        """The sum of `reasons`, found out once."""
        key = border.left, border.right
        weight = self._weights.get(key)
        if weight is None:
            for gram in _grams(border.above, border.below):
                self._askers.setdefault(gram, []).append(key)
            weight = self._weights[key] = sum(self.reasons(border).values())
        return weight

    def reasons(self, border: Border) -> dict[str, float]:
        """Whether words run on across a border."""
        return {
            "the words run on": self.running_on(border),
            "the same words stand together near by": self._seen(border),
            "a bracket stays open": left_open(border),
        }

    def running_on(self, border: Border) -> float:
        """The weight of the characters beside a border running on, or not."""
        key = border.left, border.right
        weight = self._running_on.get(key)
        if weight is None:
            found = cohesion(border.above.body[-SPAN:], border.below.body[:SPAN])
            weight = self._running_on[key] = _COHESION * max(_LEAST, min(_MOST, found))
        return weight

    def join(self, above: Line, below: Line) -> list[int]:
        """Take over that two rows are joined: the right rows of those borders that may weigh more for it."""
        new = [gram for gram in _grams(above, below) if gram not in self._joined]
        self._joined.update(new)
        again = [key for gram in new for key in self._askers.pop(gram, ())]
        for key in again:
            self._weights.pop(key, None)
        return [right for _, right in again]

    def _seen(self, border: Border) -> float:
        """The weight of the same characters standing together in the text around."""
        four, left, right = _grams(border.above, border.below)
        if len(four) < 4 or count_han(four) < 4:
            return 0.0
        low, high = max(0, border.at - _AROUND), border.at + _AROUND
        stands = self._text.find(four[1:3], low, high) >= 0

        def seen(gram: str) -> bool:
            return gram in self._joined or (stands and self._text.find(gram, low, high) >= 0)

        return SEEN if seen(four) else SEEN / 2 if seen(left) or seen(right) else 0.0


def _share_broken(weights: Sequence[float]) -> float:
    """The share of broken sentences among borders, from the weights of their words: most likely, by expectation and
    maximization.
    """
    odds = [(exp(weight), times) for weight, times in Counter(weights).items()]  # few differ
    share = 0.5
    for _ in range(_STEPS):
        broken = sum(times * share * odd / (share * odd + 1 - share) for odd, times in odds)
        share = broken / len(weights)
    return share


def _log_odds(share: float) -> float:
    return log(max(share, 1e-9) / max(1 - share, 1e-9))


def is_quoted(border: Border) -> bool:
    """Whether a border stands inside straight quotation marks."""
    return border.above.body.count('"') % 2 == 1 == border.below.body.count('"') % 2


def left_open(border: Border) -> float:
    """The weight of a bracket that the row above opens last, and the row below closes first."""
    if is_quoted(border):
        return BRACKET
    opened = _OPENS.search(border.above.body[-_WITHIN:])
    if not opened:
        return 0.0
    closed = _CLOSES.match(border.below.body[:_WITHIN])
    return BRACKET if closed and closed[1] == _CLOSING[opened[0][0]] else 0.0
