"""What stands beside page numbers: the lines that recur there, and the text that they part."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.page import Page
from cleaner.printed.folio import LONGEST as HEAD
from cleaner.printed.page_ends import CERTAIN, FEED, goes_on
from cleaner.text import lazy

NEAR = 3
"""Filled rows from a page number to the furthest running head or foot of its page."""

_NAMED = 3
"""Han that a running head has at least, if it stands but once beside a page number."""

_SIGNS = lazy(r"[，、；：。“”]")
"""Signs that sentences have, and running heads hardly ever."""

_CAPTION = lazy(r"[图表注续附（(〔\[【①-⑳*＊※]")
"""How captions and notes begin: they stand at the borders of pages too, but are of the text."""


class Spot(NamedTuple):
    """A page number or a form feed with what stands beside it.

    `beside`: the short lines above and below, by their distance in filled rows. `ways`: the sides, -1 and 1, on
    which the text has rows at all.
    """

    number: int
    row: int
    beside: dict[int, tuple[int, str]]
    ways: set[int]

    def lines(
        self, recurring: Mapping[tuple[int, str], float], least: float
    ) -> Iterator[tuple[int, int, str]]:
        """The distances, rows and texts of the lines next to it that stand there at least so often."""
        for way in (-1, 1):
            for distance in range(1, NEAR + 1):
                row, text = self.beside.get(way * distance, (0, ""))
                if not text or recurring.get((way * distance, text), 0) < least:
                    break
                yield way * distance, row, text


class Beside:
    """Sees what stands beside the page numbers of one page. `is_found`: whether a row is known as furniture, or bare."""

    def __init__(self, page: Page, is_found: Callable[[int], bool]) -> None:
        self.page = page
        self._is_found = is_found

    def spot(self, number: int, row: int, below: int) -> Spot:
        """What stands beside a row; `below`: 0 if the row itself is the first line of the next page."""
        filled, lines = self.page.filled, self.page.lines
        at = bisect_left(filled, row)
        beside, ways = {}, set()
        for way in (-1, 1):
            here = at - 1 if way < 0 else at + below
            for distance in range(1, NEAR + 1):
                while 0 <= here < len(filled) and self._is_found(filled[here]):
                    here += way
                if not 0 <= here < len(filled):
                    break
                ways.add(way)
                line = lines[filled[here]]
                if line.size > HEAD or line.tail in "。；，！？" or self._is_text(line):
                    break
                words = line.body.replace(FEED, " ").split()
                bare = words[
                    words[:1] == [str(number)] : len(words) - (words[-1:] == [str(number)])
                ]
                beside[way * distance] = (filled[here], "".join(bare or words))
                here += way
        return Spot(number, row, beside, ways)

    def _is_text(self, line: Line) -> bool:
        """Whether a line is a full one of hard-wrapped sentences."""
        return line.marked and any(wrap.fills(line.width) for wrap in self.page.layout.wraps)

    def _borders(self, spot: Spot, times: Counter[tuple[int, str]], text: bool) -> tuple[int, int]:
        """The numbers of the filled rows above and below a spot and the lines that recur beside it.

        `text`: its row is itself the first one of the next page.
        """
        rows = [row for _, row, _ in spot.lines(times, 2)]
        filled = self.page.filled
        left = bisect_left(filled, min([spot.row, *rows])) - 1
        right = bisect_left(filled, max([spot.row - text, *rows]) + 1)
        while left >= 0 and self._is_found(filled[left]):
            left -= 1
        while right < len(filled) and self._is_found(filled[right]):
            right += 1
        return left, right

    def is_broken(self, spot: Spot, times: Counter[tuple[int, str]], text: bool = False) -> bool:
        """Whether a sentence goes on over a spot and the lines that recur beside it; `text`: see `_borders`."""
        return goes_on(self.page, *self._borders(spot, times, text))

    def is_fed(self, spot: Spot, times: Counter[tuple[int, str]]) -> bool:
        """Whether a form feed stands between the text above a spot and the text below."""
        if FEED not in self.page.profile.chars:
            return False
        left, right = self._borders(spot, times, text=False)
        filled, rows = self.page.filled, self.page.rows
        if left < 0 or right >= len(filled):
            return False
        return any(FEED in row for row in rows[filled[left] + 1 : filled[right] + 1])

    def is_glued(self, spot: Spot, times: Counter[tuple[int, str]]) -> bool:
        """Whether a spot stands right below the text, and a blank line above what follows."""
        left, right = self._borders(spot, times, text=False)
        filled = self.page.filled
        if left < 0 or right >= len(filled) or not self.page.layout.spaced:
            return False
        return filled[left] + 1 == filled[left + 1] and filled[right] - 1 > filled[right - 1]

    def parting(self, spot: Spot, way: int) -> int | None:
        """The row next to a page number, on one side, without which the sentence goes on over the page."""
        page, filled = self.page, self.page.filled
        left, right = self._borders(spot, Counter(), text=False)
        at = left if way < 0 else right
        left, right = (left - 1, right) if way < 0 else (left, right + 1)
        if left < 0 or right >= len(filled) or filled[at] != spot.beside.get(way, (-1, ""))[0]:
            return None
        above, line, below = (page.lines[filled[row]] for row in (left, at, right))
        if line.marked or line.stopped or line.han < _NAMED or _CAPTION.match(line.body):
            return None
        wraps = page.layout.wraps
        if _SIGNS.search(line.body) or any(wrap.fills(line.width) for wrap in wraps):
            return None
        runs = max(cohesion(above.body, line.body), cohesion(line.body, below.body))
        if not wraps and runs >= CERTAIN:  # the line is the sentence
            return None
        prose = below.stopped or (below.marked and below.size > line.size)
        return filled[at] if prose and goes_on(page, left, right) else None


def shares(spots: list[Spot], times: Counter[tuple[int, str]]) -> dict[tuple[int, str], float]:
    """For each line beside page numbers: as what share of those that prove it a running head it recurs.

    It stands beside three of them, or two where no more have text on its side, or all on the even or the odd pages.
    """
    shares = {}
    for key, often in times.items():
        if often < 2:
            continue
        at, text = key
        way = 1 if at > 0 else -1
        sides = [spot for spot in spots if way in spot.ways]
        has = [spot for spot in sides if spot.beside.get(at, (0, ""))[1] == text]
        alternate = len({spot.number % 2 for spot in has}) == 1
        if alternate:
            sides = [spot for spot in sides if spot.number % 2 == has[0].number % 2]
        shares[key] = often / min(3, len(sides))
    return shares
