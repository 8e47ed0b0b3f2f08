"""Whether a sentence goes on over the end of a page."""

from __future__ import annotations

from cleaner.breaks import LONG, Breaks
from cleaner.cohesion import cohesion
from cleaner.layout import Layout, Line
from cleaner.page import Page
from cleaner.text import STOPS

CERTAIN = 2.0
"""Cohesion from which on a sentence goes on over a border: whatever stands there stands inside it."""

LIKELY = -5.0
"""Cohesion from which on a sentence that stops at the end of a page goes on: few end there otherwise."""

_SHORT = 8
"""Characters that a line of prose has at least; less is a word of a table or a name."""

_BLOCKS = ("heading", "table", "code", "quote")


def goes_on(page: Page, left: int, right: int) -> bool:
    """Whether the sentence of filled row number `left` goes on in number `right`, for certain.

    Whatever stands between them then stands inside a sentence. False where one of them is not there.
    """
    filled = page.filled
    if left < 0 or right >= len(filled):
        return False
    above, below = page.lines[filled[left]], page.lines[filled[right]]
    if above.stopped or _is_block(above) or below.opener:
        return False
    layout = page.layout
    if below.indent > layout.margin:
        return False
    if any(wrap.fills(above.width) for wrap in layout.wraps) and above.han * 3 >= above.size:
        return not below.name
    if can_go_on(above, below, layout) and cohesion(above.body, below.body) >= CERTAIN:
        return True
    return page.view(Breaks).between(left, right) == "safe"


def can_go_on(above: Line, below: Line, layout: Layout) -> bool:
    """Whether the sentence of a line can go on in another one: both are prose, and it has not stopped."""
    prose = (above.marked or above.size >= LONG) and (
        below.marked or below.size >= LONG or below.stopped
    )
    if not prose or above.stopped or _is_block(above) or above.han * 4 < above.size:
        return False
    if below.opener in ("label", "dateline") and not above.opener:
        return below.indent <= layout.margin
    return not below.opener and not below.name and below.indent <= layout.margin


def goes_over(above: Line, below: Line, layout: Layout) -> bool:
    """Whether the sentence of a line at the end of a page goes on in the first line of the next.

    Few pages end with what is not prose, so that less is asked for than elsewhere.
    """
    if _is_block(above) or below.opener or below.name or below.indent > layout.margin:
        return False
    if above.size < _SHORT or above.tail in STOPS or above.body[-2:-1] in STOPS:
        return False
    score = cohesion(above.body, below.body)
    if above.stopped:  # by a bracket or a quotation mark: those close inside sentences too
        return score >= CERTAIN and below.stopped and above.marked
    if above.tail in "，、," or layout.indented:
        return above.han > 0
    return score >= (LIKELY if can_go_on(above, below, layout) else CERTAIN)


def _is_block(line: Line) -> bool:
    """Whether a line is no prose by how it opens; a label may open a paragraph."""
    return line.opener in _BLOCKS or (line.opener == "label" and not line.marked)
