"""What speaks for and against a sentence going on across a border, each kind of evidence with its weight.

The weights are natural logarithms of odds: they add up. They were fitted on broken text of the origins that are free
to tune on, against the borders of a newspaper month and of clean texts, and rounded
(docs/decisions/0010-borders-are-weighed.md has the figures).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.model import Level
from cleaner.text import CLOSERS, STOPS, count_han, lazy

LONG = 30
"""Characters in a line from which on it is taken for running prose, not for a headline, verse or an item."""

SAFE, REVIEW = 1.0, 0.0
"""The least sums of weights that make a join certain, and worth a look."""

_BASE = -7.0
"""Few borders stand inside a sentence."""

_COHESION = 0.35
_LEAST, _MOST = -6.0, 8.0
"""The weight of one unit of cohesion, and its bounds."""

_SEEN = 2.0
"""The weight of the same characters standing together near by; of three of the four, half of it."""

_BRACKET = 2.0
"""The weight of a bracket that the row above opens and the one below closes."""

_HABIT = 6
"""Borders from which on their words tell whether lines stop without a mark by habit."""

_HABITUAL, _ALONE, _MANY = -4.0, -1.0, 1
"""The weight of that at most, and of there being fewer, and so many times as many lines that end with a mark: then it
is rather a slip that one is missing."""

_WITHIN = 200
"""Characters beside the border within which it is opened and closed."""

_WORDS_AT_MOST = _COHESION * _MOST + _SEEN
"""No evidence of words weighs more, but for a bracket."""

_SHORT = 15
"""Characters below which a line is rather a headline."""

_REST = 10
"""Characters of a sentence that are hardly ever a paragraph."""

_BARE = 45
"""Characters below which a line without any mark is rather a headline."""

_SLICE = 3
"""Characters by which slices of one column width differ."""

_SPAN = 40
"""Characters beside the border in which the last and first words stand, Latin ones too."""

_STEPS = 20
_AROUND = 4_000
"""How far from a border its characters are looked for, standing together."""

_HEADS = "【［"
"""What stands around the headwords of a dictionary, and the labels of a notice."""

_QUOTES = "“「『‘\"'"
_IN_CODE = lazy(r".[A-Za-z/~$.]")

_GLOSS = lazy(r"[（(][A-Za-z][A-Za-z-]{2}")
"""The foreign word for the term before it."""

_OPENS = lazy(r"[（(《“‘「『【〈〔\[][^（()）《》“”‘’「」『』【】〈〉〔〕\[\]]*$")
_CLOSES = lazy(r"[^（()）《》“”‘’「」『』【】〈〉〔〕\[\]]*([）)》”’」』】〉〕\]])")
_CLOSING = dict(zip("（(《“‘「『【〈〔[", "）)》”’」』】〉〕]", strict=True))

_ADVERBIAL = lazy(r"(此外|同时|另外|其中|目前|据[^，,]{0,6}|[^，,。]{2,24}[中上下后前时间来])[，,]")

_ENDINGS = lazy(r"[。！？：；…!?:;.．—－>`*_|～~][”’）》〉」』】〕)\]}\"']*$")


_REMARK = lazy(r"[。！？!?…][”’」』]* ?(?:\[\d{1,3}\]|[（(][^（）()]*[）)])$")
"""A note behind a sentence: 。[15], 。（完）"""

_CUT_OFF = lazy(r"\p{Han}-{2,}$")
_NAMED = lazy(r"[A-Za-z0-9/$\"“][_~]$|[-=]>$")
"""A sign inside a name or an expression: dh_, "~/.profile", a -> b"""


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
            "a bracket stays open": _left_open(border),
        }

    def running_on(self, border: Border) -> float:
        """The weight of the characters beside a border running on, or not."""
        key = border.left, border.right
        weight = self._running_on.get(key)
        if weight is None:
            found = cohesion(border.above.body[-_SPAN:], border.below.body[:_SPAN])
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

        return _SEEN if seen(four) else _SEEN / 2 if seen(left) or seen(right) else 0.0


class Around(NamedTuple):
    """What other borders near by say: whether some are broken beyond doubt, and whether their rows are as long.

    `apart`: the two sides do not touch, and what stands between them is out of place. `tight`: no blank line does.
    `elsewhere`: sentences are broken, but not near by.
    `endless`: no row below ends with a stop before something else begins: rows that are all open are slogans, verse or items.
    `flush`: paragraphs are indented, and the right row is not.
    """

    broken: bool = False
    alike: bool = False
    apart: bool = False
    tight: bool = False
    endless: bool = False
    flush: bool = False
    elsewhere: bool = False


ALONE, APART = Around(), Around(apart=True)


_LAST = frozenset([*STOPS, *CLOSERS, *".．—－>`*_|～~-"])
"""What a row ends with that may end there."""


def halts(row: Line) -> bool:
    """Whether a row ends as a sentence, a lead-in, cut-off speech or markup ends: nothing goes on behind it."""
    tail = row.tail
    if tail not in _LAST:
        return False
    if tail in STOPS:
        return True
    if tail in "_~>" and _NAMED.search(row.body):
        return False
    if tail == "-" and _CUT_OFF.search(row.body):
        return True
    if tail in "])）" and _REMARK.search(row.body):
        return True
    return (row.stopped or tail in ".．—－>`*_|～~") and bool(_ENDINGS.search(row.body))


_FORM = (
    "few borders stand inside a sentence",
    "the left side is long",
    "the left side is short",
    "clause marks on the left side",
    "the left side is no headline",
    "the left side ends with a bracket",
    "the left side opens a block",
    "the right side opens like a block",
    "there is much that is not Chinese",
    "the right side ends a sentence",
    "the right side is the rest of a sentence",
    "the right side is long",
    "the right side is like a headline",
    "both rows open alike",
    "the right side opens with a gloss",
    "the right side opens a quotation",
    "both rows are as long",
    "sentences are broken near by, or elsewhere",
    "no blank line stands between",
    "what stands between is out of place",
    "rows broken near by are as long",
    "no row below ends a sentence",
    "the right side has no indent, as paragraphs have",
)
"""The names of what `_form` weighs, in its order."""


def layout(border: Border, around: Around) -> dict[str, float]:
    """The evidence of form: what kind of lines meet, how long they are, what their neighbours are."""
    return dict(zip(_FORM, _form(border, around), strict=True))


def _form(border: Border, around: Around) -> tuple[float, ...]:
    """The weights of `layout`."""
    first, second, above, below, *_ = border
    broken, alike, apart, tight, endless, flush, elsewhere = around
    size, marked, rest = first.size, first.marked, second.size
    return (
        _BASE,
        1.5 * _length(size),
        -3.5 if size < _SHORT else 0.0,
        2.0 if marked else -0.5,
        1.0 if marked and _is_prose(border) else 0.0,
        -2.0 if above.tail in CLOSERS else 0.0,
        (-2.0 if marked else -6.0) if first.opener else 0.0,
        -3.0 if below.opener or below.body[0] in _HEADS else 0.0,
        -1.5 if first.han * 3 < size or second.han * 3 < rest else 0.0,
        2.5 if second.sentences or (second.exclaims and second.stopped) else 0.0,
        1.5 if rest <= _REST and second.tail == "。" else 0.0,
        1.5 * _length(rest),
        -3.0 if rest < _BARE and not second.marked and not second.stopped else 0.0,
        -2.0 if above.body[:2] == below.body[:2] else 0.0,
        2.0 if below.body[0] in "（(" and _GLOSS.match(below.body) else 0.0,
        -2.0 if below.body[0] in _QUOTES and _speaks(border) else 0.0,
        2.0 if size >= (_SHORT if broken else LONG) and _are_alike(above, below) else 0.0,
        3.0 if broken else 1.0 if elsewhere else 0.0,
        -1.5 if tight else 0.0,
        2.0 if apart else 0.0,
        3.5 if alike else 0.0,
        -3.0 if endless else 0.0,
        2.0 if flush else 0.0,
    )


def _length(size: int) -> float:
    """How far a line of this size is on the way from a short one, 0, to a long one, 1."""
    return 1.0 if size >= LONG else 0.0 if size <= _SHORT else (size - _SHORT) / (LONG - _SHORT)


def _are_alike(above: Line, below: Line) -> bool:
    """Whether two rows are as long as slices of one column width are."""
    return abs(above.size - below.size) <= _SLICE


def _speaks(border: Border) -> bool:
    """Whether the quotation mark below opens speech, not a name in code, and does not close one that is open."""
    return not _IN_CODE.match(border.below.body) and not _is_quoted(border)


def _is_prose(border: Border) -> bool:
    """Whether the left side, which has marks, has them as headlines with a comma do not have them."""
    first = border.first
    return first.size >= LONG or first.sentences > 0 or bool(_ADVERBIAL.match(border.above.body))


def reasons(border: Border, around: Around, words: Words) -> dict[str, float]:
    """All evidence by name; the sum says how sure a sentence goes on at the border."""
    return layout(border, around) | {_BY_HABIT: _habit(around, words)} | words.reasons(border)


_BY_HABIT = "lines stop without a mark by habit, or hardly any does"


def _habit(around: Around, words: Words) -> float:
    """The weight of what is usual at the ends of lines; a page that ends there is reason enough."""
    return 0.0 if around.apart else words.habit


def judge(border: Border, around: Around, words: Words) -> Level | None:
    """How sure it is that a sentence goes on at a border; None: it does not, or too little speaks for it."""
    weight = sum(_form(border, around)) + _habit(around, words)
    most = weight + _WORDS_AT_MOST  # whatever else stands near by
    if most < REVIEW and (most + _BRACKET < REVIEW or not _left_open(border)):
        return None
    words_run_on = words.running_on(border)
    if weight + words_run_on >= SAFE:
        return "safe"
    most = weight + (words_run_on + _SEEN)
    if most < REVIEW and (most + _BRACKET < REVIEW or not _left_open(border)):
        return None
    weight += words.weigh(border)
    return "safe" if weight >= SAFE else "review" if weight >= REVIEW else None


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


def _is_quoted(border: Border) -> bool:
    """Whether a border stands inside straight quotation marks."""
    return border.above.body.count('"') % 2 == 1 == border.below.body.count('"') % 2


def _left_open(border: Border) -> float:
    """The weight of a bracket that the row above opens last, and the row below closes first."""
    if _is_quoted(border):
        return _BRACKET
    opened = _OPENS.search(border.above.body[-_WITHIN:])
    if not opened:
        return 0.0
    closed = _CLOSES.match(border.below.body[:_WITHIN])
    return _BRACKET if closed and closed[1] == _CLOSING[opened[0][0]] else 0.0
