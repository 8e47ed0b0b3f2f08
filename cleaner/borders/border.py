"""Two rows that meet: what is asked about them, and what is found out of them once."""

from __future__ import annotations

from typing import TypeAlias

from cleaner.layout import Line
from cleaner.model import Level

Judged: TypeAlias = tuple[Line, Line, object, Level | None]
"""The paragraphs at a border and what stands around it, and how sure it is that the sentence goes on."""


class Border:
    """Two rows that meet. A join above or below changes the paragraphs that they stand in, not them.

    `left`, `right`: the numbers of the rows; `at`: where the right one starts in the text. `tight`: no blank line stands
    between them. `endless`: no row below ends with a stop before something else begins: rows that are all open are
    slogans, verse or items. `flush`: paragraphs are indented, and the right row is not. `short`: the width of the lines
    says why the left row ends there, so that its length does not.
    """

    __slots__ = (
        "above", "at", "below", "bracket", "cut", "endless", "flush", "form", "judged", "left", "right", "running_on", "short",
        "tight", "words",
    )  # fmt: skip

    def __init__(
        self,
        above: Line,
        below: Line,
        left: int,
        right: int,
        at: int,
        *,
        tight: bool = False,
        endless: bool = False,
        flush: bool = False,
        short: bool = False,
    ) -> None:
        self.above, self.below = above, below
        self.left, self.right, self.at = left, right, at
        self.tight, self.endless, self.flush, self.short = tight, endless, flush, short
        self.cut = may_be_cut(above, below)
        """Whether it may stand in an address or in a Latin word."""
        self.form: float | None = None
        """What its rows look like, as a weight; kept by `evidence`, and the next three by `words`."""
        self.running_on: float | None = None
        self.bracket: float | None = None
        self.words: float | None = None
        self.judged: Judged | None = None
        """Of what it was judged last, and how; kept by `breaks`, and forgotten by `words` when they weigh more."""


def may_be_cut(above: Line, below: Line) -> bool:
    """A first look at whether a border stands in an address or in a Latin word."""
    return above.tail.isascii() and below.body[0].isascii()
