"""Delete the copy of a paragraph that stands inside a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from cleaner.breaks import LONG, Breaks
from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.model import Patch
from cleaner.operators.repeats import Passage, Repeats, above, below, line_of, prove
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, HAN
from cleaner.wraps import Wraps

_SURE = 3.0
"""Nats by which a row must rather run on than end; twice as many where it has no clause, as a headline has none."""

_LEAST = 8
"""Han of such a row at least."""


_ROW = 20
"""Characters of a row from which on it is hardly a headline if the words run on behind it."""


def intruder(*, joining: bool = False) -> Finder:
    """Delete a paragraph between the halves of a sentence if it stands elsewhere too.

    The other copy parts no sentence. It goes, and the halves are joined where that is sure. What stands nowhere
    else is no copy and stays. `joining`: only where the halves are joined at once, for use behind the rules
    that join lines.
    """

    def run(page: Page) -> Iterable[Patch]:
        passages = [each for group in page.view(Repeats).same for each in _inside(page, group)]
        if passages:
            prove(page)
        done = -1
        for passage in sorted(passages):
            whole = _span(page, passage)
            start, end = whole or page.cut(passage.first, passage.last)
            if start >= done and (whole or not joining):
                yield Patch(start, end, "")
                done = end

    return run


def _span(page: Page, passage: Passage) -> tuple[int, int] | None:
    """A passage with the borders on both sides, if it is sure that nothing stood between the halves.

    Between Han and Latin, and in hard-wrapped text, a blank may have stood there: that is for the joining rules.
    """
    over, under = above(page, passage.first), below(page, passage.last)
    left, right = page.rows[over].rstrip(BLANKS), page.rows[under].lstrip(BLANKS)
    joins = page.lines[over].open or cohesion(left, right) > 2 * _SURE
    if page.layout.wraps or not joins or not HAN.match(right[0]) or left[-1].isascii():
        return None
    return page.starts[over] + len(left), page.starts[under] + len(page.rows[under]) - len(right)


def _inside(page: Page, group: list[Passage]) -> Iterator[Passage]:
    """The one of two equal passages that stands between the halves of a sentence, if the other one does not."""
    if len(group) != 2:
        return
    sure = [_parts_a_sentence(page, each) for each in group]
    if sorted(sure) in ([_NO, _LIKELY], [_NO, _SURELY]):
        at = 0 if sure[0] else 1
        if sure[at] == _SURELY or _opens_a_paragraph(page, group[1 - at]):
            yield group[at]


def _opens_a_paragraph(page: Page, passage: Passage) -> bool:
    """Whether a passage stands at the start of the text, below a stop or below what may be a headline."""
    over = above(page, passage.first)
    line = page.lines[over]
    return over < 0 or line.stopped or (line.size < LONG and not line.marked)


_NO, _LIKELY, _SURELY = range(3)


def _parts_a_sentence(page: Page, passage: Passage) -> int:
    """How sure it is that a passage stands between the halves of a sentence.

    A row with a clause in it that does not end with a stop is the first half of one; a row without might be
    a headline, so that how it runs on must tell.
    """
    over, under = above(page, passage.first), below(page, passage.last)
    if over < 0 or under < 0 or page.lines[over].stopped:
        return _NO
    left, right = page.lines[over], page.lines[under]
    if (
        left.opener in ("heading", "table", "code")
        or right.opener not in ("", "label")
        or right.name
    ):
        return _NO
    if not all(map(_is_chinese, (left, line_of(page, passage), right))):
        return _NO
    if page.layout.wraps and _is_cut(page, passage.first) and _is_cut(page, under):
        return _NO  # a row of the sentence itself, which happens to read like a headline
    runs_on = cohesion(left.body, right.body)
    if cohesion(left.body, page.lines[passage.first].body) > 2 * _SURE + max(0, runs_on):
        return _NO  # it goes on itself: the other one is the copy
    halved = left.open or (left.tail in "，," and left.han >= _LEAST and right.stopped)
    if halved and (runs_on > 0 or _is_safe(page, over, under)):
        return _SURELY if runs_on > _SURE else _LIKELY
    if left.han < _LEAST or left.opener or page.lines[passage.first].opener:
        return _NO
    if right.stopped and right.sentences and left.size >= _ROW:
        return _LIKELY if runs_on > (0 if left.size >= LONG else _SURE) else _NO
    return _LIKELY if runs_on > 2 * _SURE else _NO


def _is_chinese(line: Line) -> bool:
    """Whether at least a fourth of a line is Han: prose with Latin words, not code."""
    return line.han * 4 >= line.size


def _is_cut(page: Page, row: int) -> bool:
    """Whether the row above ends because it was full."""
    return page.view(Wraps).is_cut(bisect_left(page.filled, row))


def _is_safe(page: Page, left: int, right: int) -> bool:
    filled = page.filled
    numbers = bisect_left(filled, left), bisect_left(filled, right)
    return page.view(Breaks).between(*numbers) == "safe"
