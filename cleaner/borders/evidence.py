"""What speaks for and against a sentence going on across a border, each kind of evidence with its weight.

The weights are natural logarithms of odds: they add up. They were fitted on broken text of the origins that are free
to tune on, against the borders of a newspaper month and of clean texts, and rounded
(docs/decisions/0010-borders-are-weighed.md has the figures).
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.borders.border import Border
from cleaner.borders.words import BRACKET, SEEN, WORDS_AT_MOST, Words, is_quoted, left_open
from cleaner.layout import Line
from cleaner.model import Level
from cleaner.text import CLOSERS, STOPS, lazy

LONG = 30
"""Characters in a line from which on it is taken for running prose, not for a headline, verse or an item."""

SAFE, REVIEW = 1.0, 0.0
"""The least sums of weights that make a join certain, and worth a look."""

_SURELY = 2.0
"""The weight of words that surely run on."""

_BASE = -7.0
"""Few borders stand inside a sentence."""

LINE = 20
"""Characters that hardly any line of verse has."""

_FLUSH = (2.5, 4.5)
"""The weight of `_flush`; more for a paragraph that opens with a number, an article or a dateline."""

_SHORT = 15
"""Characters below which a line is rather a headline."""

_REST = 10
"""Characters of a sentence that are hardly ever a paragraph."""

_BARE = 45
"""Characters below which a line without any mark is rather a headline."""

_SLICE = 3
"""Characters by which slices of one column width differ."""

_HEADS = "【［"
"""What stands around the headwords of a dictionary, and the labels of a notice."""

_QUOTES = "“「『‘\"'"
_IN_CODE = lazy(r".[A-Za-z/~$.]")

_GLOSS = lazy(r"[（(][A-Za-z][A-Za-z-]{2}")
"""The foreign word for the term before it."""

_ADVERBIAL = lazy(r"(此外|同时|另外|其中|目前|据[^，,]{0,6}|[^，,。]{2,24}[中上下后前时间来])[，,]")

_ENDINGS = lazy(r"[。！？：；…!?:;.．—－>`*_|～~][”’）》〉」』】〕)\]}\"']*$")

_REMARK = lazy(r"[。！？!?…][”’」』]* ?(?:\[\d{1,3}\]|[（(][^（）()]*[）)])$")
"""A note behind a sentence: 。[15], 。（完）"""

_CUT_OFF = lazy(r"\p{Han}-{2,}$")
_NAMED = lazy(r"[A-Za-z0-9/$\"“][_~]$|[-=]>$")
"""A sign inside a name or an expression: dh_, "~/.profile", a -> b"""


class Around(NamedTuple):
    """What other borders near by say: whether some are broken beyond doubt, and whether their rows are as long.

    `apart`: the two sides do not touch, and what stands between them is out of place. `elsewhere`: sentences are
    broken, but not near by.
    """

    broken: bool = False
    alike: bool = False
    apart: bool = False
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


_OF_ROWS = (
    "few borders stand inside a sentence",
    "the left side ends with a bracket",
    "the right side opens like a block",
    "both rows open alike",
    "the right side opens with a gloss",
    "the right side opens a quotation",
    "no blank line stands between",
    "no row below ends a sentence",
    "the right side has no indent, as paragraphs have",
)
"""The names of what `_of_rows` weighs, in its order."""

_OF_PARAGRAPHS = (
    "the left side is long",
    "the left side is short",
    "clause marks on the left side",
    "the left side is no headline",
    "the left side opens a block",
    "there is much that is not Chinese",
    "the right side ends a sentence",
    "the right side is the rest of a sentence",
    "the right side is long",
    "the right side is like a headline",
    "both rows are as long",
    "sentences are broken near by, or elsewhere",
    "what stands between is out of place",
    "rows broken near by are as long",
    "an indent opens the left side, and the right side ends a paragraph without one",
)
"""The same for `_of_paragraphs`."""


def _of_rows(border: Border) -> tuple[float, ...]:
    """The weights of what never changes: how the row above ends, how the one below begins, what is between."""
    above, below = border.above, border.below
    head = below.body[0]
    return (
        _BASE,
        -2.0 if above.tail in CLOSERS else 0.0,
        -3.0 if below.opener or head in _HEADS else 0.0,
        -2.0 if above.body[:2] == below.body[:2] else 0.0,
        2.0 if head in "（(" and _GLOSS.match(below.body) else 0.0,
        -2.0 if head in _QUOTES and _speaks(border) else 0.0,
        -1.5 if border.tight else 0.0,
        -3.0 if border.endless else 0.0,
        2.0 if border.flush else 0.0,
    )


def _of_paragraphs(first: Line, second: Line, border: Border, around: Around) -> tuple[float, ...]:
    """The weights of what joins change: how long both sides are, what kind of text, what their neighbours are."""
    broken, alike, apart, elsewhere = around
    size, marked, rest = first.size, first.marked, second.size
    return (
        1.5 * _length(size),
        -3.5 if size < _SHORT else 0.0,
        2.0 if marked else -0.5,
        1.0 if marked and _is_prose(first, border) else 0.0,
        (-2.0 if marked else -6.0) if first.opener else 0.0,
        -1.5 if first.han * 3 < size or second.han * 3 < rest else 0.0,
        2.5 if second.sentences or (second.exclaims and second.stopped) else 0.0,
        1.5 if rest <= _REST and second.tail == "。" else 0.0,
        1.5 * _length(rest),
        -3.0 if rest < _BARE and not second.marked and not second.stopped else 0.0,
        2.0 if size >= (_SHORT if broken else LONG) and _are_alike(first, second, border) else 0.0,
        3.0 if broken else 1.0 if elsewhere else 0.0,
        2.0 if apart else 0.0,
        3.5 if alike else 0.0,
        _flush(first, second, border),
    )


def _flush(first: Line, second: Line, border: Border) -> float:
    """The weight of a paragraph that an indent opens, and a row without one ends."""
    if not (border.flush and border.tight and first.indent and second.stopped):
        return 0.0
    if first.size < LINE or first.opener == "bullet":
        return 0.0
    return _FLUSH[bool(first.opener)]


def _length(size: int) -> float:
    """How far a line of this size is on the way from a short one, 0, to a long one, 1."""
    return 1.0 if size >= LONG else 0.0 if size <= _SHORT else (size - _SHORT) / (LONG - _SHORT)


def _are_alike(first: Line, second: Line, border: Border) -> bool:
    """Whether two rows are as long as slices of one column width are; where a width cuts lines, the paragraphs."""
    above, below = (first, second) if border.short else (border.above, border.below)
    return abs(above.size - below.size) <= _SLICE


def _speaks(border: Border) -> bool:
    """Whether the quotation mark below opens speech, not a name in code, and does not close one that is open."""
    return not _IN_CODE.match(border.below.body) and not is_quoted(border)


def _is_prose(first: Line, border: Border) -> bool:
    """Whether the left side, which has marks, has them as headlines with a comma do not have them."""
    return first.size >= LONG or first.sentences > 0 or bool(_ADVERBIAL.match(border.above.body))


def reasons(
    first: Line, second: Line, border: Border, around: Around, words: Words
) -> dict[str, float]:
    """All evidence by name; the sum says how sure the sentence of `first` goes on in `second` at the border."""
    rows = zip(_OF_ROWS, _of_rows(border), strict=True)
    paragraphs = _of_paragraphs(first, second, border, around)
    found = dict(rows) | dict(zip(_OF_PARAGRAPHS, paragraphs, strict=True))
    return found | {_BY_HABIT: _habit(around, words)} | words.reasons(border)


_BY_HABIT = "lines stop without a mark by habit, or hardly any does"


def _habit(around: Around, words: Words) -> float:
    """The weight of what is usual at the ends of lines; a page that ends there is reason enough.

    Twice, where a broken sentence near by speaks: it is less likely to be one in a text with few.
    """
    return 0.0 if around.apart else words.habit * (1 + around.broken)


def judge(first: Line, second: Line, border: Border, around: Around, words: Words) -> Level | None:
    """How sure it is that the sentence of the paragraph `first` goes on in `second`; None: too little speaks for it."""
    form = border.form
    if form is None:
        form = border.form = sum(_of_rows(border))
    weight = form + sum(_of_paragraphs(first, second, border, around)) + _habit(around, words)
    most = weight + WORDS_AT_MOST  # whatever else stands near by
    if most < REVIEW and (most + BRACKET < REVIEW or not left_open(border)):
        return None
    words_run_on = words.running_on(border)
    if weight + words_run_on >= SAFE:
        return "safe"
    most = weight + (words_run_on + SEEN)
    if most < REVIEW and (most + BRACKET < REVIEW or not left_open(border)):
        return None
    weight += words.weigh(border)
    return "safe" if weight >= SAFE else "review" if weight >= REVIEW else None


def surely_runs_on(border: Border, words: Words) -> bool:
    """Whether the words alone say that a sentence goes on at a border: as inside a word or a bracket, or because they stand twice."""
    if words.running_on(border) >= _SURELY or left_open(border):
        return True
    return border.above.body.endswith(border.below.body[:2])
