"""Where a row ends because it was full: as wide as lines get, or too wide for what comes next."""

from __future__ import annotations

from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.page import Page
from cleaner.text import lazy
from cleaner.widths import SLACK, columns

_RUNS_ON = 1.0
"""The cohesion from which on a short row before a long word is no label of it."""

_TIMED = lazy(r"^\d\d:\d\d:\d\d[,.]\d{3} --> ")


class FullRows:
    """Which rows of one page are cut at the widths of its lines; rows are numbers in `filled`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        timed = page.has(("-->",)) and _TIMED.search(page.text)
        self.widths = () if timed else page.layout.wraps
        """The widths in columns; none where the lines are not hard-wrapped, and in subtitles."""
        self._cut: dict[int, bool] = {}

    def is_cut(self, right: int) -> bool:
        """Whether the row above filled row number `right` ends where lines are hard-wrapped.

        It is as wide as lines get, or what comes next would not have found room.
        """
        if not self.widths:
            return False
        known = self._cut.get(right)
        if known is None:
            known = self._cut[right] = self._is_cut(right)
        return known

    def _is_cut(self, right: int) -> bool:
        filled, lines = self.page.filled, self.page.lines
        if filled[right] > filled[right - 1] + self.page.layout.stride:
            return False
        last = lines[filled[right - 1]]
        if self.fills(last):
            return True
        width, wrap = last.width, self.widths[0].width
        if width > wrap and last.lead >= columns(last.body):
            return not lines[filled[right]].body[0].isascii() and self._is_inside(right - 1)
        if width > wrap or width + lines[filled[right]].lead <= wrap:
            return False
        if width * 2 >= wrap or last.marked or self._goes_on_from_above(right - 1):
            return True
        if self._opens_a_paragraph(last, lines[filled[right]]):
            return True
        return cohesion(last.body, lines[filled[right]].body) > _RUNS_ON

    def _is_inside(self, at: int) -> bool:
        """Whether a row that is one word, longer than a line, stands below Chinese that goes on in it."""
        above = self.page.lines[self.page.filled[at - 1]]
        return at > 0 and not (above.stopped or above.tail.isascii()) and self.is_cut(at)

    def _opens_a_paragraph(self, last: Line, below: Line) -> bool:
        """Whether the indent of a row says that it is the first of a paragraph, and that of the next that it goes on."""
        layout = self.page.layout
        known = layout.indented or layout.spaced
        return known and last.indent > layout.margin >= below.indent and not last.stopped

    def fills(self, line: Line) -> bool:
        """Whether a line is as wide as lines get."""
        return any(wrap.fills(line.width) for wrap in self.widths)

    def stops_short(self, right: int) -> bool:
        """Whether what comes next had found room in the row above: a paragraph ends there, or a headline."""
        if not self.widths:
            return False
        filled, lines = self.page.filled, self.page.lines
        width = lines[filled[right - 1]].width + lines[filled[right]].lead
        loose = self.widths[0].slack if self.widths[0].slack > SLACK else 0
        return all(width <= wrap.width - loose for wrap in self.widths)

    def _goes_on_from_above(self, at: int) -> bool:
        """Whether a short row before a long word is itself the rest of a sentence."""
        filled, lines = self.page.filled, self.page.lines
        if not at or filled[at] > filled[at - 1] + self.page.layout.stride:
            return False
        above, row = lines[filled[at - 1]], lines[filled[at]]
        full = above.width + max(row.lead, SLACK + 1) > self.widths[0].width
        return full and not above.stopped and row.indent <= self.page.layout.margin
