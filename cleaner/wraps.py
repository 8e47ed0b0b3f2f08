"""Where a line ends because it was full: hard wraps at a fixed width."""

from __future__ import annotations

from cleaner.layout import Line
from cleaner.model import Level
from cleaner.page import Page
from cleaner.text import compiled
from cleaner.widths import SLACK

_WORD = compiled(r"[!-~]{2,}")


class Wraps:
    """Judges the line ends of one page by the widths at which its lines are cut; rows are numbers in `filled`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widths = page.layout.wraps
        """The widths in columns; none where the lines are not hard-wrapped."""

    def is_cut(self, right: int) -> bool:
        """Whether the row above filled row number `right` ends where lines are hard-wrapped.

        It is as wide as lines get, or the word that comes next would not have found room.
        """
        if not self.widths:
            return False
        filled, lines = self.page.filled, self.page.lines
        if filled[right] != filled[right - 1] + 1:
            return False
        width = lines[filled[right - 1]].width
        if any(abs(width - wrap) <= SLACK for wrap in self.widths):
            return True
        word = _WORD.match(lines[filled[right]].body)
        return word is not None and width < self.widths[0] < width + len(word.group())

    def judge(self, above: Line, right: int) -> Level | None:
        """Whether a paragraph `above` with a full last row goes on in the next: yes, unless a block or a paragraph begins there.

        After a stop that is known only where blank lines or indents separate the paragraphs.
        """
        layout = self.page.layout
        lines, filled = self.page.lines, self.page.filled
        last, below = lines[filled[right - 1]], lines[filled[right]]
        if above.opener in ("heading", "table", "code") or below.name:
            return None
        if below.opener not in ("", "label", "dateline"):
            return None
        hangs = last.opener in ("bullet", "numbered") and below.indent > last.indent
        if below.indent > layout.margin and (layout.indented or last.indent != below.indent):
            return "safe" if hangs and not last.stopped else None
        if not last.stopped:
            return "safe"
        goes_on = below.marked or any(abs(below.width - wrap) <= SLACK for wrap in self.widths)
        return "safe" if goes_on and (layout.spaced or layout.indented) else None
