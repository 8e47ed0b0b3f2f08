"""How a passage that stands elsewhere too stands among its neighbours: whether it parts a sentence, or goes on in one."""

from __future__ import annotations

from bisect import bisect_left
from math import inf
from typing import NamedTuple

from cleaner.borders.border import Border
from cleaner.borders.breaks import Breaks
from cleaner.borders.evidence import ALONE, APART, Around, halts, reasons
from cleaner.borders.obstacles import INSIDE_WORD
from cleaner.borders.words import Words
from cleaner.borders.wraps import Wraps
from cleaner.cohesion import cohesion
from cleaner.copies.repeats import Passage, above, below, line_of
from cleaner.layout import Line
from cleaner.page import Page

_LEAST = 8
"""Han of a row that stops at a comma at least; of fewer it may be a call."""

_ROW = 20
"""Characters of a row from which on it is hardly a label, even where it begins as one."""

_INDENTED, _CLOSED = 2.0, 4.0
"""The evidence (nats) of a row that has no indent as the paragraphs have, or of a copy that has it; and of a bracket or
quotation mark that is closed behind the copy, or in it."""

_INSIDE = 3.0
"""The evidence (nats) that the passage itself goes on inside a word."""

_ENDED = 3.0
"""The evidence (nats) against a sentence going on behind a closing bracket or quotation mark, beyond that of any border."""

_SURE = 0.5
"""The least evidence that a sentence goes on behind a copy below what might be a headline."""

_LIKELY, _BARE = -1.0, -7.0
"""The same in a document that is known to have been read twice, below a row of some length; and below one longer than its
headlines are."""

_LONGER = 4
"""By how many characters such a row must be longer than a headline."""

_TELLING = (
    "the words run on",
    "the same words stand together near by",
    "the right side opens like a block",
    "the right side opens a quotation",
    "both rows open alike",
)
"""The evidence by which a second half is told from the start of a paragraph: the others tell prose from headlines."""

_LEAN, _AT_LEAST, _OFTEN = -1.0, -2.5, -5.0
"""The least lean (nats) where sentences are broken elsewhere too; where they are not (1 of 100 second halves has less); and
where they are not, and other copies part sentences."""

_HALVED = -3.0
"""The evidence (nats) below which no sentence goes on, although the row above seems to stop inside one."""

_GOES_ON = -4.0
"""The lean (nats) below which a sentence surely goes on in the passage itself."""

_SHOWN = 0.5
"""The least evidence (nats) that a sentence goes on in a passage behind which none can."""

_BROKEN = 3
"""Sure breaks inside sentences that make a document a broken one."""

_CLOSED_BY = dict(zip("“‘（《〈「『【〔([{", "”’）》〉」』】〕)]}", strict=True))


class Standing(NamedTuple):
    """How a passage stands below a row that has not come to its end.

    `over`, `under`: the filled rows beside it. `halved`: that the one above stops inside a sentence is sure from that
    row alone; else it might be a headline. `parts`: the evidence (nats) that a sentence goes on behind the passage;
    `lean`: how much more of the evidence that tells the one from the other speaks for that than for going on in the
    passage itself.
    """

    over: int
    under: int
    halved: bool
    parts: float
    lean: float

    def leans(self, page: Page, often: bool = False) -> bool:
        """Whether the passage rather parts a sentence than goes on in it.

        It is there for one reason, and a sentence that goes on in it is cut for another one: where nothing else is
        cut, much may speak for that, and more where copies part sentences `often`.
        """
        if self.lean >= _LEAN:
            return True
        least = _OFTEN if often else _AT_LEAST
        return self.lean >= least and not page.view(_is_broken)

    @property
    def goes_on(self) -> bool:
        """Whether the passage surely goes on in the sentence."""
        return self.lean < _GOES_ON

    def divides(self, page: Page, least: float, often: bool = False) -> bool:
        """Whether the passage parts a sentence. `least`: the evidence that is enough where `halved` does not say so.

        The last row of a hard-wrapped paragraph shows too little of it, so that both are needed there.
        """
        sure = self.parts >= least
        if page.layout.wraps:
            return sure and self.halved and self.lean >= 0
        return (sure or (self.halved and self.parts >= _HALVED)) and self.leans(page, often)


def standing(page: Page, passage: Passage) -> Standing | None:
    """How a passage stands below a row that has not come to its end; None: it has, or nothing can go on below."""
    over, under = above(page, passage.first), below(page, passage.last)
    if over < 0:
        return None
    left, copy, right = page.lines[over], line_of(page, passage), page.lines[under]
    if halts(left) or left.opener in ("heading", "table", "code"):
        return None
    if left.opener in ("bullet", "numbered") and not left.sentences:
        return None
    goes_on = _evidence(page, over, passage.first, copy, ALONE)
    if under < 0 or right.opener not in ("", "label") or right.name:
        shown = sum(goes_on.values()) >= _SHOWN
        return Standing(over, under, _is_halved(left), -inf, -inf) if shown else None
    if copy.han * 4 < copy.size or any(line.han * 8 < line.size for line in (left, right)):
        return None  # code, not prose with Latin words
    if page.layout.wraps and _is_cut(page, passage.first) and _is_cut(page, under):
        return None  # a row of the sentence itself, which happens to read like a headline
    if page.layout.spaced and passage.first == over + 1 and under > passage.last + 1:
        return None  # the end of the paragraph that it stands in
    parts = _evidence(page, over, under, right, APART)
    lean = sum(parts[name] - goes_on[name] for name in _TELLING)
    if cohesion(left.body, copy.body) > INSIDE_WORD > cohesion(left.body, right.body):
        lean -= _INSIDE
    body = page.text[page.starts[passage.first] : page.starts[under]]
    lean += _CLOSED * (closes(left.body, right.body) - closes(left.body, body))
    if page.layout.indented:
        lean += _INDENTED * (right.indent == 0) + _INDENTED * (copy.indent > 0)
    weight = sum(parts.values()) - _ENDED * left.stopped
    return Standing(over, under, _is_halved(left), weight, lean)


def _is_halved(line: Line) -> bool:
    """Whether a row stops inside a sentence, seen from the row alone."""
    if line.open and line.size >= _ROW:
        return True
    if line.stopped or line.opener in ("bullet", "numbered") or line.credit:
        return False
    return (line.tail in "，," and line.han >= _LEAST) or (line.marked and line.size >= _ROW)


def closes(left: str, right: str) -> bool:
    """Whether a bracket or quotation mark that is open at the end of a text is closed in another one."""
    for opener, closer in _CLOSED_BY.items():
        if opener in left and left.rfind(opener) > left.rfind(closer):
            at = right.find(closer)
            return at >= 0 and right.find(opener, 0, at) < 0
    return left.count('"') % 2 == 1 == right.count('"') % 2


def _is_broken(page: Page) -> bool:
    """Whether sentences are broken in several places."""
    return sum(at.level == "safe" for at in page.view(Breaks)) >= _BROKEN


def _words(page: Page) -> Words:
    return Words(page.text)


def _evidence(page: Page, left: int, right: int, second: Line, around: Around) -> dict[str, float]:
    """What speaks for a sentence going on from a row in another one, which opens the paragraph `second`."""
    lines = page.lines
    first = lines[left]
    border = Border(first, lines[right], left, right, page.starts[right])
    return reasons(first, second, border, around, page.view(_words))


def _is_cut(page: Page, row: int) -> bool:
    """Whether the row above ends because it was full."""
    return page.view(Wraps).is_cut(bisect_left(page.filled, row))


def least_evidence(size: int, headline: int | None) -> float:
    """How much must speak for a sentence that goes on from a row of this size, which might be a headline.

    `headline`: how long the headlines are of a document that is known to have been read twice; None: it is not known.
    """
    if headline is None or size < _ROW:
        return _SURE
    return _BARE if size >= headline + _LONGER else _LIKELY
