"""Where a line break stands inside a sentence.

The one place that judges borders between lines; joining, copies inside a sentence and truncated sentences
all ask it. The evidence is the two lines at the border, and the habits of the document's other lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cleaner.layout import Line
from cleaner.model import Level
from cleaner.page import Page
from cleaner.text import BLANKS, compiled

LONG = 30
"""Han in a line from which on it is taken for running prose, not for a headline, verse or an item."""

_STARTS_ANEW = compiled(
    r"(会议|据悉|据了解|据介绍|同时|此外|另外|近日|日前|目前|当前|截至|今年|去年|首先|其次|最后|下一步|总之"
    r"|记者|本报|图为|编者按|附|注|[一二三四五六七八九十]是|第[一二三四五六七八九十]|\d+月\d+日|\d{4}年)"
)
_MARK_AT_START = "，。；：！？、）》”’…,.;:!?)"


@dataclass(frozen=True, slots=True)
class Break:
    """A border between two filled rows at which a sentence goes on. `left`, `right`: indices of rows."""

    left: int
    right: int
    level: Level


class Breaks:
    """Judges the borders of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __iter__(self) -> Iterator[Break]:
        """The broken sentences of the page, in order."""
        lines, filled = self.page.lines, self.page.filled
        for left, right in zip(filled, filled[1:], strict=False):
            if self.is_open(lines[left]):
                level = self.judge(left, right)
                if level is not None:
                    yield Break(left, right, level)

    @staticmethod
    def is_open(line: Line) -> bool:
        """Whether a line looks like prose that stops inside a sentence."""
        return (
            line.marks > 0
            and not line.stopped
            and not line.credit
            and line.opener in ("", "dateline", "marker", "bullet", "numbered")
        )

    def judge(self, left: int, right: int) -> Level | None:
        """How sure it is that the sentence of row `left` goes on in row `right`; None: it does not."""
        first, second = self.page.lines[left], self.page.lines[right]
        if not self.is_open(first) or not self.continues(right):
            return None
        if max(first.han, second.han) < LONG:
            return None
        head = self.page.rows[right].strip(BLANKS)
        if _STARTS_ANEW.match(head) or head[0] in "“「『‘":
            return "review"
        if first.han < LONG and not first.sentences:
            # It might be a headline with a comma, unless headlines here have none.
            return "safe" if self.headlines_are_bare else "review"
        return "safe"

    def continues(self, row: int) -> bool:
        """Whether a row can be the rest of a sentence: prose that opens no block.

        It has a sentence mark, or is a long open line itself and one of the next three rows has.
        """
        lines = self.page.lines
        for _ in range(4):
            line = lines[row]
            if line.opener or line.indent or line.name:
                return False
            if line.sentences:
                return True
            below = self._below(row)
            if line.han < LONG or not self.is_open(line) or below is None:
                return False
            row = below
        return False

    def _below(self, row: int) -> int | None:
        """The next filled row."""
        filled = self.page.filled
        at = bisect_right(filled, row)
        return filled[at] if at < len(filled) else None

    @cached_property
    def headlines_are_bare(self) -> bool:
        """Whether the document's headlines have no marks.

        Seen at lines without any mark between prose and prose, or before a dateline: at least three of
        them, and none with a mark before a dateline.
        """
        lines = [self.page.lines[row] for row in self.page.filled]
        bare = 0
        for line, after in zip(lines, lines[1:], strict=False):
            title = not line.stopped and not line.opener and 8 <= line.han <= 45
            if title and line.marks and after.opener == "dateline":
                return False
            bare += title and not line.marks and (after.opener == "dateline" or after.sentences > 0)
        return bare >= 3
