"""What speaks for a sentence that goes on behind a headline which stands elsewhere too."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from cleaner.borders.breaks import LONG
from cleaner.cohesion import cohesion
from cleaner.copies.standing import closes
from cleaner.layout import Line, joined
from cleaner.lines.articles import has_own_number
from cleaner.page import Page
from cleaner.printed.page_ends import ANNEX, closes_inside
from cleaner.text import CLOSERS

SURE, DOUBTFUL, LIKELY = 1.8, 1.25, -0.5
"""The least weight of a copy that is certain by itself, of one that is worth a look, and of one among others."""

LEAST = 6
"""Characters of a row that is the first half of a sentence, and of a headline that is no mere label."""

_WORDS_AT_MOST = 6.2
"""No evidence of words weighs more."""

_AROUND = 5_000
"""How far from a border its characters are looked for, standing together."""

_REACH, _FEW = 20, 3
"""Rows above a headline that can belong to its sentence, and rows below it that are looked at."""

_ROW = 15
"""Characters of a row that is hardly an item of a list without marks."""

_SURELY = 2.0
"""Nats of cohesion from which on words surely run on."""


class Span(NamedTuple):
    """A headline: the numbers of its first and last filled row."""

    first: int
    last: int


def body_of(page: Page, span: Span) -> str:
    """What a headline says."""
    return "".join(page.lines[page.filled[at]].body for at in range(span.first, span.last + 1))


def is_prose(line: Line) -> bool:
    """Whether a line is the end of a sentence, and of no other kind."""
    return line.stopped and line.han >= 6 and not line.opener


def weigh(page: Page, span: Span) -> float:
    """How much speaks for a sentence that goes on behind a headline (nats, fitted, rounded)."""
    lines = [page.lines[row] for row in page.filled[max(0, span.first - _REACH) : span.first]]
    above, below = lines[-1], page.lines[page.filled[span.last + 1]]
    first = above
    for line in reversed(lines[:-1]):
        if not line.open:
            break
        first = joined(line, first)
    second = _run_on(page, span.last + 1)
    weight = -6.7 - (len(body_of(page, span)) < LEAST)
    weight += 1.7 * first.marked + 0.7 * (first.sentences > 0) - 2.1 * bool(first.opener)
    weight += 1.7 * (first.size >= 20) + 0.8 * (first.size >= LONG) + 1.4 * first.han / first.size
    weight += 2.6 * (second.sentences > 0) + 1.7 * second.stopped + 1.4 * (second.size >= LONG)
    weight -= 0.7 * (above.tail.isascii() and above.tail.isalnum())
    if above.tail in CLOSERS:
        weight -= 2.0 if above.tail in "）)" and closes_inside(above.body) else 3.5
    weight += 3.0 * bool(ANNEX.match(below.body)) + 2.0 * closes(above.body, below.body)
    prose = first.marked or first.size >= _ROW
    if prose and not above.stopped and not has_own_number(above.body):
        weight += 3.0 * _is_second(page, span)
    if weight + _WORDS_AT_MOST < LIKELY:
        return weight
    start = page.starts[page.filled[span.first]]
    window = page.text[max(0, start - _AROUND) : start + _AROUND]
    return weight + _words(window, above.body, below.body)


def _is_second(page: Page, span: Span) -> bool:
    """Whether a headline that has its number alone stands above its text elsewhere."""
    body = body_of(page, span)
    if not has_own_number(body):
        return False
    return any(at != span.first for at in page.view(_placed).get(body, []))


def _placed(page: Page) -> dict[str, list[int]]:
    """The numbers of the first two filled rows that are a headline with a number above its text, by what it says."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(page.filled):
        body = page.lines[row].body.lstrip("# ")
        if has_own_number(body) and len(found[body]) < 2 and _is_placed(page, at):
            found[body].append(at)
    return found


def _is_placed(page: Page, at: int) -> bool:
    """Whether a headline stands above a text, behind the end of another one."""
    lines, filled = page.lines, page.filled
    above = lines[filled[at - 1]] if at else None
    below = lines[filled[at + 1]] if at + 1 < len(filled) else None
    ended = above is None or above.stopped or not (above.marked or above.size >= LONG)
    return ended and below is not None and is_prose(below)


def _run_on(page: Page, at: int) -> Line:
    """Filled row number `at` with those below it in which it surely goes on: it may be broken again."""
    line = last = page.lines[page.filled[at]]
    for row in page.filled[at + 1 : at + 1 + _FEW]:
        below = page.lines[row]
        if (
            line.stopped
            or below.indent
            or below.opener
            or cohesion(last.body, below.body) < _SURELY
        ):
            break
        line, last = joined(line, below), below
    return line


def _words(window: str, left: str, right: str) -> float:
    """The weight of the characters that would touch: how they run on, and that they do so near by."""
    if left[-1] in "，,、":
        return 1.9
    weight = 0.4 * max(-6.0, min(8.0, cohesion(left, right)))
    if left[-2:] + right[:2] in window:
        return weight + 3.0
    return weight + 1.5 * (left[-2:] + right[0] in window or left[-1] + right[:2] in window)
