"""What the words at a border say: whether they run on, stand together elsewhere, or leave a bracket open.

And what the words at all borders of a text say together: whether its lines stop without a mark by habit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from cleaner.borders.border import Border
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
        self._askers: dict[str, list[Border]] = {}

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
        weight = border.words
        if weight is None:
            for gram in _grams(border.above, border.below):
                self._askers.setdefault(gram, []).append(border)
            weight = border.words = sum(self.reasons(border).values())
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
        weight = border.running_on
        if weight is None:
            found = cohesion(border.above.body[-SPAN:], border.below.body[:SPAN])
            weight = border.running_on = _COHESION * max(_LEAST, min(_MOST, found))
        return weight

    def join(self, above: Line, below: Line) -> list[int]:
        """Take over that two rows are joined: the right rows of those borders that may weigh more for it."""
        new = [gram for gram in _grams(above, below) if gram not in self._joined]
        self._joined.update(new)
        again = [border for gram in new for border in self._askers.pop(gram, ())]
        for border in again:
            border.words = border.judged = None
        return [border.right for border in again]

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
    """The weight of a bracket that the row above opens last, and the row below closes first; found out once."""
    weight = border.bracket
    if weight is None:
        weight = border.bracket = _left_open(border)
    return weight


def _left_open(border: Border) -> float:
    if is_quoted(border):
        return BRACKET
    opened = _OPENS.search(border.above.body[-_WITHIN:])
    if not opened:
        return 0.0
    closed = _CLOSES.match(border.below.body[:_WITHIN])
    return BRACKET if closed and closed[1] == _CLOSING[opened[0][0]] else 0.0
