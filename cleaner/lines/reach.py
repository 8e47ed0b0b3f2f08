"""How far into a document a rule may look: its first or last lines, its head or its foot."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from cleaner.layout import Line
from cleaner.page import Page
from cleaner.pairs import Wanted
from cleaner.text import count_han, is_blank, lazy

Within = Literal["text", "head", "foot", "edges", "lines"]
"""`head`: what stands above the first line of running text; `foot`: what stands below the last one;
`edges`: both. They stay what they are when a rule deletes lines there, which a count of lines does not.
`lines`: those lines in which one of the words of the rule stands.
"""

SHORTEST = 15
"""Han in a sentence that is running text."""

FURTHEST = 400
"""Lines that are not empty after which a head or a foot ends in a document without running text."""

_MARK = lazy(r"[，；。！？!?]|(?<!\d)[,;]|[,;](?!\d)")


def is_prose(row: str) -> bool:
    """Whether a line is running text: a sentence, or more Han than a headline has.

    No web furniture passes for it. Joining asks for less, see `layout.Line`.
    """
    return _may_be_prose(row) and _is_prose(row, count_han(row))


def is_prose_line(line: Line) -> bool:
    """The same of a line whose Han need not be counted again."""
    return _may_be_prose(line.body) and _is_prose(line.body, line.han)


def _may_be_prose(row: str) -> bool:
    """A first look, that counts nothing."""
    return len(row) >= (SHORTEST if "。" in row else 30) and not row.isascii()


def _is_prose(row: str, han: int) -> bool:
    return (
        han >= 60
        or (han >= SHORTEST and "。" in row)
        or (han >= 30 and len(_MARK.findall(row)) >= 3)
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """The first or the last so many filled lines, and within the whole text, its head or its foot, or its lines with a word.

    Where none of `words` stands there, nothing is within reach.
    """

    first: int = 0
    last: int = 0
    within: Within = "text"
    words: tuple[str, ...] = ()
    _wanted: Wanted = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_wanted", Wanted(self.words))
        if self.first < 0 or self.last < 0:
            raise ValueError("first and last count lines: they cannot be negative")
        if self.first and self.last:
            raise ValueError("give first or last, not both")
        if self.within == "lines" and (self.first or self.last or not self.words):
            raise ValueError("within: lines needs words, and neither first nor last")

    @property
    def unlimited(self) -> bool:
        """Whether the whole text is within reach."""
        return not (self.first or self.last) and self.within == "text"

    def spans(self, page: Page) -> list[tuple[int, int]]:
        """The parts of a page within reach, in whole lines, as offsets, in order."""
        text = page.text
        if self.words and not page.has(self._wanted.spelt(page.chars)):
            return []
        if self.unlimited:
            return [(0, len(text))]
        if self.within == "lines":
            return self._lines(page)
        zones = self._zones(page)
        if self.words and not self._worded(page, zones):
            return []
        if not (self.first or self.last):
            return [(start, end) for start, end in zones if start < end]
        low = _nth_line_from_end(text, self.last) if self.last else 0
        high = _nth_line(text, self.first) if self.first else len(text)
        spans = ((max(low, start), min(high, end)) for start, end in zones)
        return [(start, end) for start, end in spans if start < end]

    def _lines(self, page: Page) -> list[tuple[int, int]]:
        """The lines in which one of the words stands."""
        text, found = page.text, (page.find_all(word) for word in page.having(self._wanted))
        spans, end = [], 0
        for at in sorted(chain.from_iterable(found)):
            if at >= end:
                start, end = text.rfind("\n", 0, at) + 1, next_line(text, at)
                spans.append((start, end))
        return spans

    def _worded(self, page: Page, zones: list[tuple[int, int]]) -> bool:
        """Whether one of the words stands in one of the parts."""
        find = page.text.find
        return any(find(word, start, end) >= 0 for start, end in zones for word in self.words)

    def _zones(self, page: Page) -> list[tuple[int, int]]:
        text = page.text
        if self.within == "text":
            return [(0, len(text))]
        head = page.view(_head_end) if self.within != "foot" else 0
        foot = page.view(_foot_start) if self.within != "head" else len(text)
        if foot <= head:
            return [(0, len(text))]
        return [(0, head), (foot, len(text))]


def next_line(text: str, start: int) -> int:
    """Where the line after the one at `start` starts, or the end of the text."""
    return text.find("\n", start) + 1 or len(text)


def line_before(text: str, start: int) -> int:
    """Where the line that ends at `start` starts. `start` is the start of a line, or the end."""
    return text.rfind("\n", 0, max(0, start - 1)) + 1


def _nth_line(text: str, count: int) -> int:
    here = seen = 0
    while here < len(text) and seen < count:
        behind = next_line(text, here)
        seen += not is_blank(text[here:behind].rstrip("\n"))
        here = behind
    return here


def _nth_line_from_end(text: str, count: int) -> int:
    here, seen = len(text), 0
    while here and seen < count:
        start = line_before(text, here)
        seen += not is_blank(text[start:here].rstrip("\n"))
        here = start
    return here


def _head_end(page: Page) -> int:
    text = page.text
    here = seen = 0
    while here < len(text) and seen < FURTHEST:
        behind = next_line(text, here)
        row = text[here:behind]
        if is_prose_line(page.known[row.rstrip("\n")]):
            break
        seen += row != "\n"
        here = behind
    return here


def _foot_start(page: Page) -> int:
    text = page.text
    here, seen = len(text), 0
    while here and seen < FURTHEST:
        start = line_before(text, here)
        row = text[start:here]
        if is_prose_line(page.known[row.rstrip("\n")]):
            break
        seen += row != "\n"
        here = start
    return here
