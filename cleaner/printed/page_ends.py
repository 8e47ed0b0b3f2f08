"""Whether a sentence goes on over the end of a page."""

from __future__ import annotations

from bisect import bisect_left

from cleaner.borders.breaks import LONG, Breaks
from cleaner.cohesion import cohesion
from cleaner.layout import Layout, Line
from cleaner.model import Level
from cleaner.page import Page
from cleaner.text import STOPS, lazy

FEED = "\f"

CERTAIN = 2.0
"""Cohesion from which on a sentence goes on over a border: whatever stands there stands inside it."""

LIKELY = -6.0
"""Cohesion from which on a sentence that stops at the end of a page goes on: few end there otherwise."""

PLAUSIBLE = -3.0
"""The same, for what is only long enough to be a sentence."""

_ROW = 20
"""Characters that few headlines and items have."""

_SHORT = 8
"""Characters that a line of prose has at least; less is a word of a table or a name."""

ANNEX = lazy(r"[（(][^（）()]{1,40}[）)][，。、；]")
"""What explains the word before it: no sentence begins so."""

_OPENER_OF = dict(zip("”’）》〉」』】〕)]}", "“‘（《〈「『【〔([{", strict=True))

_STOPS = STOPS + "."

_BLOCKS = ("heading", "table", "code", "quote")


def line_at(page: Page, row: int) -> Line:
    """The line of a row, without the form feeds at its ends."""
    if FEED not in page.profile.chars or FEED not in page.rows[row]:
        return page.lines[row]
    return Line(page.rows[row].strip(FEED))


def goes_on(page: Page, left: int, right: int) -> bool:
    """Whether the sentence of filled row number `left` goes on in number `right`, for certain.

    Whatever stands between them then stands inside a sentence. False where one of them is not there.
    """
    filled = page.filled
    if left < 0 or right >= len(filled):
        return False
    above, below = line_at(page, filled[left]), line_at(page, filled[right])
    if above.stopped or _is_block(above):
        return False
    if below.opener:  # such as a label: 些文件：每个架构的…
        return _level(page, left, right) == "safe"
    layout = page.layout
    if below.indent > layout.margin:
        return False
    if below.body[0] in "（(" and ANNEX.match(below.body) and above.han and above.size >= _SHORT:
        return True
    if any(wrap.fills(above.width) for wrap in layout.wraps) and above.han * 3 >= above.size:
        return not below.name
    if can_go_on(above, below, layout) and cohesion(above.body, below.body) >= CERTAIN:
        return True
    return _level(page, left, right) == "safe"


def _level(page: Page, left: int, right: int) -> Level | None:
    """How sure it is that the sentence of filled row number `left` goes on in number `right`."""
    row = page.filled[right]  # a form feed hides how it opens
    if page.lines[row].opener != line_at(page, row).opener:
        return None
    return page.view(Breaks).between(left, right)


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


def goes_over(page: Page, end: int, start: int) -> bool:
    """Whether the sentence in row `end`, the last one of a page, goes on in row `start`, the first of the next.

    Few pages end with what is not prose, so that less is asked for than elsewhere.
    """
    above, below, layout = line_at(page, end), line_at(page, start), page.layout
    if above.size < _SHORT or above.tail in STOPS or above.body[-2:-1] in STOPS:
        return False
    level = _level(page, *(bisect_left(page.filled, row) for row in (end, start)))
    if level == "safe" or (level and not layout.wraps):
        return True
    if _is_block(above) or below.opener or below.name or below.indent > layout.margin:
        return False
    prose = above.marked or above.size >= LONG
    if above.stopped and not (prose and below.stopped and closes_inside(above.body)):
        return False  # a bracket or a quotation mark closes inside sentences too
    if above.tail in "，、," or layout.indented or ANNEX.match(below.body):
        return above.han > 0
    score = cohesion(above.body, below.body)
    if above.stopped or can_go_on(above, below, layout):
        return score >= LIKELY
    plausible = above.size >= _ROW and below.stopped and not layout.wraps
    return score >= (PLAUSIBLE if plausible else CERTAIN)


def closes_inside(body: str) -> bool:
    """Whether the bracket that closes a line belongs to a sentence that has not stopped: 运行“info”, but not 。（完）."""
    opener = _OPENER_OF.get(body[-1], body[-1])
    at = body.rfind(opener, 0, len(body) - 1)
    before = body[:at].rstrip()[-1:]
    return bool(before) and before not in _STOPS and not any(s in STOPS[:3] for s in body[at:])


def _is_block(line: Line) -> bool:
    """Whether a line is no prose by how it opens; a label may open a paragraph."""
    label = line.opener == "label" and not line.marked and line.size < LONG
    return label or line.opener in _BLOCKS
