"""What printed pages have beside their text: page numbers, running heads and feet, form feeds.

Nothing is furniture by its looks: numbers count in lists, chapters and tables too, and titles recur in
bulletins. It is furniture where it recurs in step with pages: numbers that rise at even distances or inside
sentences, lines that stand beside them each time, or inside sentences again and again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

from cleaner.breaks import LONG, Breaks
from cleaner.folio import Folio, folios
from cleaner.page import Page
from cleaner.text import BLANKS

FEED = "\f"

SHORTEST, LONGEST = 120, 4000
"""Characters between two page numbers: less is a list, more a book whose chapters are counted."""

HEAD = 40
"""Characters that a running head or foot has at most."""

NEAR = 3
"""Filled rows from a page number to the furthest running head or foot of its page."""

STEP = 3
"""How much a page number may be higher than the one before: some pages show none."""

_EVEN = {"total": (3, 0.6), "page": (3, 0.6), "ratio": (3, 0.45), "dashes": (4, 0.35), "bare": (5, 0.25)}  # fmt: skip
"""For numbers outside of sentences: how many there must be, and by how much their pages may differ."""


@dataclass
class Furniture:
    """The furniture of a document's pages, by the index of the row; asked for as `page.view(Furniture.of)`.

    `numbers`: rows that are nothing but a page number, and the number. `heads`: rows that are a running
    head or foot, and the line as it recurs. `feeds`: rows with a form feed at one of their borders, where form
    feeds part pages. `broken`: those of all these that stand inside a sentence. `doubtful`: page numbers
    inside a sentence that too little proves; they are in none of the others.
    """

    numbers: dict[int, int] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    feeds: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)
    doubtful: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> Furniture:
        """The furniture of a page."""
        return _Finder(page).furniture()


class _Spot(NamedTuple):
    """A page number or a form feed with what stands beside it.

    `beside`: the short lines above and below, by their distance in filled rows. `rows`: those of the
    lines that recur there, and its own. `broken`: whether all that stands inside a sentence.
    """

    number: int
    row: int
    beside: dict[int, tuple[int, str]]

    def lines(self, recurring: Counter[tuple[int, str]], least: int) -> Iterator[tuple[int, int, str]]:
        """The distances, rows and texts of the lines next to it that stand there at least so often."""
        for way in (-1, 1):
            for distance in range(1, NEAR + 1):
                row, text = self.beside.get(way * distance, (0, ""))
                if not text or recurring[way * distance, text] < least:
                    break
                yield way * distance, row, text


class _Finder:
    """Finds the furniture of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found = Furniture()

    def furniture(self) -> Furniture:
        for chain in chains(folios(self.page)):
            if len(chain) > 1 or chain[0].form in ("total", "page", "dashes"):
                self._judge(chain)
        feeds = [row for row in self._feeds() if row not in self.found.heads]
        if feeds:
            self._feed(feeds)
        self._recurring()
        return self.found

    def _judge(self, chain: list[Folio]) -> None:
        """Take the numbers of a chain, and the lines that recur beside them, if they are proven."""
        length, spread, late = measure(chain, self.page.starts)
        count, form = len(chain), chain[0].form
        if count > 1 and not (late and SHORTEST <= length <= LONGEST):
            return
        spots = [self._spot(folio.number, folio.row, 1) for folio in chain]
        times = Counter((at, text) for spot in spots for at, (_, text) in spot.beside.items())
        broken = {spot.row for spot in spots if self._is_broken(spot, times)}
        headed = sum(any(True for _ in spot.lines(times, 3)) for spot in spots)
        fed = sum(self._is_fed(spot, times) for spot in spots)
        if is_proven(chain, length, spread, broken=len(broken), headed=headed, fed=fed):
            self.found.numbers.update((spot.row, spot.number) for spot in spots)
            self.found.broken |= broken
            for spot in spots:
                least = 2 if spot.row in broken else 3
                self.found.heads.update((row, text) for _, row, text in spot.lines(times, least))
        elif form in ("total", "page", "dashes"):
            self.found.doubtful.update((s.row, s.number) for s in spots if s.row in broken)

    def _spot(self, number: int, row: int, below: int) -> _Spot:
        """What stands beside a row; `below`: 0 if the row itself is the first line of the next page."""
        filled, lines = self.page.filled, self.page.lines
        at = bisect_left(filled, row)
        beside = {}
        for way in (-1, 1):
            here = at - 1 if way < 0 else at + below
            for distance in range(1, NEAR + 1):
                while 0 <= here < len(filled) and self._is_found(filled[here]):
                    here += way
                if not 0 <= here < len(filled):
                    break
                line = lines[filled[here]]
                if line.size > HEAD or line.tail in "。；，！？":
                    break
                text = "".join(line.body.replace(FEED, "").split())
                bare = text.removesuffix(str(number)).removeprefix(str(number))
                beside[way * distance] = (filled[here], bare or text)
                here += way
        return _Spot(number, row, beside)

    def _is_found(self, row: int) -> bool:
        found, body = self.found, self.page.lines[row].body
        return row in found.numbers or row in found.heads or not body.strip(FEED)

    def _borders(self, spot: _Spot, times: Counter[tuple[int, str]]) -> tuple[int, int]:
        """The numbers of the filled rows above and below a spot and the lines that recur beside it."""
        rows = [spot.row, *(row for _, row, _ in spot.lines(times, 2))]
        filled = self.page.filled
        left, right = bisect_left(filled, min(rows)) - 1, bisect_left(filled, max(rows)) + 1
        while left >= 0 and self._is_found(filled[left]):
            left -= 1
        while right < len(filled) and self._is_found(filled[right]):
            right += 1
        return left, right

    def _is_broken(self, spot: _Spot, times: Counter[tuple[int, str]]) -> bool:
        return self._goes_on(*self._borders(spot, times))

    def _is_fed(self, spot: _Spot, times: Counter[tuple[int, str]]) -> bool:
        """Whether a form feed stands between the text above a spot and the text below."""
        left, right = self._borders(spot, times)
        filled, rows = self.page.filled, self.page.rows
        if FEED not in self.page.profile.chars or left < 0 or right >= len(filled):
            return False
        return any(FEED in row for row in rows[filled[left] + 1 : filled[right] + 1])

    def _goes_on(self, left: int, right: int) -> bool:
        """Whether the sentence of filled row number `left` goes on in number `right`."""
        filled, layout = self.page.filled, self.page.layout
        if left < 0 or right >= len(filled):
            return False
        if self.page.view(Breaks).between(left, right) == "safe":
            return True
        above, below = self.page.lines[filled[left]], self.page.lines[filled[right]]
        full = any(wrap.fills(above.width) for wrap in layout.wraps)
        return (
            full and not above.stopped and not below.opener and not below.name
            and below.indent <= layout.margin and above.han * 3 >= above.size
        )  # fmt: skip

    def _feeds(self) -> list[int]:
        """The rows with a form feed at one of their borders."""
        page = self.page
        if FEED not in page.profile.chars:
            return []
        rows = dict.fromkeys(page.row_at(at) for at in page.find_all(FEED))
        return [row for row in rows if page.rows[row].strip(BLANKS)[:: max(1, page.lines[row].size - 1)].count(FEED)]

    def _feed(self, feeds: list[int]) -> None:
        pass

    def _recurring(self) -> None:
        pass


def chains(found: list[Folio]) -> list[list[Folio]]:
    """Page numbers of one style that rise by little, in order; each is in one chain."""
    last: dict[tuple[str, int], list[Folio]] = {}
    made = []
    for folio in found:
        chain = None
        for step in range(1, STEP + 1):
            chain = chain or last.pop((folio.style, folio.number - step), None)
        if chain is None:
            chain = []
            made.append(chain)
        chain.append(folio)
        last[folio.style, folio.number] = chain
    return made


def measure(chain: list[Folio], starts: list[int]) -> tuple[float, float, bool]:
    """How many characters its pages have, by how much they differ (0 to 1 and more), and whether text precedes.

    Chapters and items have their number above them: the first one stands at the top.
    """
    places = [(starts[folio.row], folio.number) for folio in chain]
    steps = [(b[0] - a[0]) / (b[1] - a[1]) for a, b in pairwise(places)]
    length = median(steps) if steps else 0.0
    if not length:
        return 0.0, 0.0, True
    spread = fmean(abs(step / length - 1) for step in steps)
    return length, spread, places[0][1] > 1 or places[0][0] >= 0.4 * length


def is_proven(
    chain: list[Folio], length: float, spread: float, *, broken: int, headed: int, fed: int
) -> bool:
    """Whether a chain is page numbers for certain.

    `broken`: how many stand inside a sentence; `headed`: how many have lines beside them that recur; `fed`: how
    many have a form feed there.
    """
    count, form = len(chain), chain[0].form
    if count < 2:
        return False
    if fed * 4 >= count * 3 or (broken >= 2 and broken * 3 >= count and spread <= 1):
        return True
    if count >= 3 and headed * 4 >= count * 3 and spread <= 0.6 and form in _EVEN:
        return True
    least, most = _EVEN.get(form, (count + 1, 0.0))
    if broken:
        return form in ("total", "page") or (form in _EVEN and count >= 3 and spread <= 0.6)
    return count >= least and spread <= most
