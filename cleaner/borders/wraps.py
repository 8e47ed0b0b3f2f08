"""Whether the sentence of a row that is full goes on in the next: hard wraps at a fixed width."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from cleaner.borders import verdicts as say
from cleaner.borders.cut_words import address
from cleaner.borders.full_rows import FullRows
from cleaner.borders.series import Series
from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.model import Level, Verdict
from cleaner.openers import is_fact, is_float, is_page_mark
from cleaner.text import BLANKS, lazy

_GOES_ON = frozenset("，。、；：？！）》”’…—·」』】〉〕,.;?!)]")
"""A line cannot begin with these; what stands before them goes on."""

_FULL_STOP = lazy(r"[。！？!?…；;：:][”’』」）》)\"\]]*$|[*>`_]$")
_SECTION = lazy(
    r"\d{1,2}(?:\.\d{1,2})+\.? |\d{1,2}(?:\.\d{1,2}){2,}|[A-Z](?:\.\d{1,2})+\.? |第 ?[^ ]{1,4} ?[章节篇] |附录"
)
_FIELDS = lazy(r"[：:][ \u3000]{2,}\p{Han}[^。]*[：:]$")
"""Fields of a form side by side: 甲方（签字）：　　乙方（签字）："""

_DATED = lazy(r"\d{4}年\d{1,2}月\d{1,2}日[ \u3000]")
"""How the entries of a chronicle begin."""
_SEVERAL = 2

_CLAUSES = lazy(r"[，。；,]")
"""Marks that prose has, and few headlines."""
_SENTENCE = lazy(r"[，。]")
_STEP = lazy(r"第 ?[一二三四五六七八九十\d]+ ?步[，：:、]|步骤 ?[一二三四五六七八九十\d]")
_WORDS = lazy(r"[A-Za-z]{3}")
_ARTICLE = lazy(
    r"第[一二三四五六七八九十百\d]+[条章节款项编](?![ \u3000]|$)|第 [一二三四五六七八九十百\d]+ [章节编] "
)
_NUMBER = lazy(r"[（(]?\d+(?:[.,]\d+)+|\d+[、.]\d|[（(]\d{2,4}[）)]")
_OPEN = "（《“‘「『【〈〔([{"
_OPTION = lazy(r"-{1,2}[A-Za-z]|-\d|->|·\p{Han}|[*+](?:\S*/|[.-][A-Za-z])")

_CERTAIN = 2.0
"""The cohesion from which on a row that looks like a heading goes on."""

_HEAD, _SHORT = 40, 4
"""Characters of a running head, and Han that it has at least."""

_TITLE = lazy(r"《[^《》]+》$")

_PART = 0.7
"""Of the width of the lines: a row that is narrower was not full."""


class Wraps(FullRows):
    """Judges the line ends of one page by the widths at which its lines are cut; rows are numbers in `filled`."""

    def judge(self, above: Line, right: int) -> Level | None:
        """How sure it is that a paragraph `above` with a full last row goes on in row number `right`; see `verdict`."""
        return self.verdict(above, right).level

    def verdict(self, above: Line, right: int) -> Verdict:
        """Whether a paragraph `above` with a full last row goes on in the next: yes, unless a block or a paragraph begins there.

        After a stop that is known only where blank lines or indents separate the paragraphs.
        """
        lines, filled = self.page.lines, self.page.filled
        last, below = lines[filled[right - 1]], lines[filled[right]]
        if _closes(last, below) and below.indent <= self.page.layout.margin:
            return say.IS_BLOCK if _is_block(above) else say.MARK_FIRST
        if _is_block(above):
            return say.IS_BLOCK
        if self._is_name(right):
            return say.IS_NAME
        if self.page.view(Series).parts(right):
            return say.IS_ITEM
        if self._is_foreign(last, right):
            return say.OF_PAGE
        if address(last.body, below.body) and below.indent <= self.page.layout.margin:
            return say.ADDRESS
        if not _is_chinese(above) and not (_is_chinese(below) and _WORDS.search(last.body)):
            return say.FOREIGN
        hangs = above.opener in ("bullet", "numbered") and below.indent > above.indent
        if self._begins(last, below):
            hangs = hangs and not last.stopped and not self.page.layout.indented
            return say.HANGS if hangs else say.INDENTED
        if last.tail in _OPEN:
            return say.OPENED
        if self._opens(above, last, below):
            return say.OPENS
        if not (last.stopped and _FULL_STOP.search(last.body)):
            return say.IS_HEADING if self._is_heading(above, last, below) else say.FULL
        return self._behind_a_stop(below, right)

    def _behind_a_stop(self, below: Line, right: int) -> Verdict:
        """Whether a row goes on in the paragraph above it, whose last row is full and ends with a stop."""
        layout = self.page.layout
        goes_on = below.marked or bool(_FULL_STOP.search(below.body)) or self._goes_on_below(right)
        if not goes_on or _SECTION.match(below.body) or _FIELDS.search(below.body):
            return say.NO_PROSE
        if layout.spaced or layout.indented:
            return say.FULL_STOPPED
        last = self.page.lines[self.page.filled[right - 1]]
        wrap = self.widths[0].width
        return say.EDGE_STOPPED if last.width <= wrap < last.width + below.lead else say.STOPPED

    def _goes_on_below(self, at: int) -> bool:
        """Whether a row is full itself, and the one below no new paragraph."""
        lines, filled = self.page.lines, self.page.filled
        last = at + 1 >= len(filled)
        if not last and lines[filled[at + 1]].indent > self.page.layout.margin:
            return False
        return self.fills(lines[filled[at]]) or (not last and self.is_cut(at + 1))

    def _begins(self, last: Line, below: Line) -> bool:
        """Whether an indent shows that a paragraph begins."""
        layout = self.page.layout
        return below.indent > layout.margin and (layout.indented or last.indent != below.indent)

    def _opens(self, above: Line, last: Line, below: Line) -> bool:
        """Whether a row opens a block of its own, a list item or a heading."""
        if below.body[0] in "第步" and _STEP.match(below.body):
            return True
        if _DATED.match(below.body) and self._has_entries:
            return True
        if below.opener == "label":
            return self._labels[_label(below)] > 1
        if below.opener in ("", "dateline"):
            return False
        if last.stopped and _FULL_STOP.search(last.body):
            return True
        running = above.marked or above.size > last.size or self.page.layout.spaced
        if below.opener == "table":
            return not _NUMBER.match(below.body) or not running
        if below.opener == "numbered":
            if _ARTICLE.match(below.body):
                return not running
            return not _NUMBER.match(below.body) or not (running or not _SECTION.match(below.body))
        if below.opener == "bullet":
            return not _OPTION.match(below.body) or self._heads[below.body[0]] > 2
        return below.opener != "code" or below.han * 4 < below.size

    @cached_property
    def _has_entries(self) -> bool:
        """Whether several rows begin as the entries of a chronicle do."""
        filled, rows = self.page.filled, self.page.rows
        return sum(bool(_DATED.match(rows[row].lstrip(BLANKS))) for row in filled) >= _SEVERAL

    @cached_property
    def _labels(self) -> Counter[str]:
        """How often each label stands at the start of a row: those of speakers recur."""
        lines = (self.page.lines[row] for row in self.page.filled)
        return Counter(_label(line) for line in lines if line.opener == "label")

    @cached_property
    def _heads(self) -> Counter[str]:
        """How often each character stands at the start of a row that no full row stands above."""
        lines, filled = self.page.lines, self.page.filled
        return Counter(
            lines[row].body[0]
            for at, row in enumerate(filled)
            if lines[row].opener and not (at and self.is_cut(at))
        )

    def _is_heading(self, above: Line, last: Line, below: Line) -> bool:
        """Whether a full row is a heading: without the indent of paragraphs, or numbered; unless its words run on."""
        layout = self.page.layout
        if above.size > last.size or cohesion(last.body, below.body) >= _CERTAIN:
            return False
        if layout.indented:  # a paragraph would have an indent
            return above.indent <= layout.margin and not _CLAUSES.search(above.body)
        return not (layout.spaced or above.marked) and bool(_SECTION.match(above.body))

    def _is_name(self, right: int) -> bool:
        """Whether a row is nothing but a name; one inside a paragraph is none."""
        lines, filled, layout = self.page.lines, self.page.filled, self.page.layout
        if not lines[filled[right]].name:
            return False
        if right + 1 >= len(filled) or filled[right + 1] > filled[right] + layout.stride:
            return True
        if self.is_cut(right + 1):
            return False
        inside = lines[filled[right + 1]].indent <= layout.margin
        return not (inside and (layout.spaced or layout.indented))

    def _is_foreign(self, last: Line, right: int) -> bool:
        """Whether a row is no part of the sentence above: a page number, a head, a fact about a paper, or a short row below which no paragraph begins.

        The last row of a paragraph is short too, but has a stop, or a new paragraph stands below.
        """
        lines, filled, layout = self.page.lines, self.page.filled, self.page.layout
        row = lines[filled[right]]
        if row.spread or last.spread or is_fact(row.body):
            return True
        if is_float(row.body, last.tail):
            return True
        if _are_keywords(last.body) and _SENTENCE.search(row.body):
            return True
        stopped = row.stopped and not _TITLE.match(row.body)
        if stopped or last.stopped or row.size > _HEAD or row.marked:
            return False
        if is_page_mark(row.body) and not last.tail.isascii():
            return True
        wrap = self.widths[0].width
        beneath = lines[filled[right + 1]].body if right + 1 < len(filled) else ""
        if row.width <= _PART * wrap and is_page_mark(beneath):
            return True
        if right + 1 >= len(filled) or row.width > _PART * wrap:
            return False
        below = lines[filled[right + 1]]
        if below.indent > layout.margin or below.opener or not (below.marked or below.stopped):
            return False
        runs = cohesion(last.body, row.body)
        over = 0.0 if below.body[0].isascii() else cohesion(last.body, below.body)
        if not layout.indented and over <= max(runs, 0):  # it does not go on below the row
            return False
        return row.han >= _SHORT and runs < _CERTAIN


def _closes(last: Line, below: Line) -> bool:
    """Whether a row begins with a mark that goes on what stands before it: no line begins so."""
    if below.body[0] not in _GOES_ON or is_page_mark(below.body) or is_float(below.body, last.tail):
        return False
    return not (last.stopped and below.body[0] in "…—") or _is_halved(last.body, below.body)


def _is_halved(above: str, below: str) -> bool:
    """Whether the two signs of an ellipsis or a dash are parted: 可是…, …"""
    sign = below[0]
    left, right = len(above) - len(above.rstrip(sign)), len(below) - len(below.lstrip(sign))
    return left % 2 == right % 2 == 1


def _are_keywords(body: str) -> bool:
    """Whether a row is the list of a paper's keywords, in which no sentence goes on."""
    return "关键" in body[:3] and is_fact(body) and not _SENTENCE.search(body)


def _label(line: Line) -> str:
    return line.body.replace(":", "：").partition("：")[0]


def _is_block(line: Line) -> bool:
    """Whether a line is none of Chinese prose."""
    if line.opener == "code":
        return line.han * 2 < line.size
    return line.opener in ("heading", "table")


def _is_chinese(line: Line) -> bool:
    """Whether a line is Chinese prose, with many Latin words at most, and no row of data."""
    return line.han * 8 >= line.size or (line.han > 0 and line.marked)
