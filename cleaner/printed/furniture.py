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
from typing import NamedTuple

from cleaner.page import Page
from cleaner.printed.folio import CROWD, Folio, folios
from cleaner.printed.folio import LONGEST as HEAD
from cleaner.printed.page_ends import FEED, goes_on
from cleaner.printed.paging import LONGEST, SHORTEST, Signs, chains, is_proven, measure
from cleaner.printed.running_heads import NEAR, running_heads
from cleaner.text import BLANKS

_EMPTY = BLANKS + FEED

_DECORATED = ("total", "page", "dashes", "brackets")
"""Forms of which one number inside a sentence is probably that of a page."""


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
        """The furniture of a page; none if a person says so."""
        if page.profile.overrides.furniture is False:
            return cls()
        return _Finder(page).furniture()

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many page numbers, running heads or feet, and rows with form feeds there are."""
        return len(self.numbers), len(self.heads), len(self.feeds)


class _Spot(NamedTuple):
    """A page number or a form feed with what stands beside it.

    `beside`: the short lines above and below, by their distance in filled rows. `rows`: those of the
    lines that recur there, and its own. `broken`: whether all that stands inside a sentence.
    """

    number: int
    row: int
    beside: dict[int, tuple[int, str]]

    def lines(
        self, recurring: Counter[tuple[int, str]], least: float
    ) -> Iterator[tuple[int, int, str]]:
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
        found = chains(folios(self.page))
        strays = Counter(chain[0].style for chain in found if len(chain) == 1)
        for chain in found:
            if len(chain) > 1 or chain[0].form in _DECORATED:
                self._judge(chain, strays[chain[0].style])
        self._feed()
        furniture = self.found
        heads, broken = running_heads(self.page, {*furniture.numbers, *furniture.heads})
        furniture.heads.update((row, self.page.lines[row].body) for row in heads)
        furniture.broken |= broken
        return furniture

    def _judge(self, chain: list[Folio], strays: int) -> None:
        """Take the numbers of a chain, and the lines that recur beside them, if they are proven."""
        beat = measure(chain, self.page.starts)
        count, form = len(chain), chain[0].form
        late = beat.is_late(chain[0].number)
        if count > 1 and not (late and SHORTEST <= beat.length <= LONGEST):
            return
        spots = [self._spot(folio.number, folio.row, 1) for folio in chain]
        times = Counter((at, text) for spot in spots for at, (_, text) in spot.beside.items())
        broken = {spot.row for spot in spots if self._is_broken(spot, times)}
        often = min(3, count)
        headed = sum(any(True for _ in spot.lines(times, often)) for spot in spots)
        fed = sum(self._is_fed(spot, times) for spot in spots)
        glued = sum(self._is_glued(spot, times) for spot in spots)
        if is_proven(chain, beat, Signs(len(broken), headed, fed, glued, strays)):
            self.found.numbers.update((spot.row, spot.number) for spot in spots)
            self.found.broken |= broken
            for spot in spots:
                least = 2 if spot.row in broken else often
                self.found.heads.update((row, text) for _, row, text in spot.lines(times, least))
        elif form in _DECORATED:
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
                words = line.body.replace(FEED, " ").split()
                bare = words[
                    words[:1] == [str(number)] : len(words) - (words[-1:] == [str(number)])
                ]
                beside[way * distance] = (filled[here], "".join(bare or words))
                here += way
        return _Spot(number, row, beside)

    def _is_found(self, row: int) -> bool:
        found, body = self.found, self.page.lines[row].body
        return row in found.numbers or row in found.heads or not body.strip(FEED)

    def _borders(self, spot: _Spot, times: Counter[tuple[int, str]], text: bool) -> tuple[int, int]:
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

    def _is_broken(self, spot: _Spot, times: Counter[tuple[int, str]], text: bool = False) -> bool:
        return goes_on(self.page, *self._borders(spot, times, text))

    def _is_fed(self, spot: _Spot, times: Counter[tuple[int, str]]) -> bool:
        """Whether a form feed stands between the text above a spot and the text below."""
        if FEED not in self.page.profile.chars:
            return False
        left, right = self._borders(spot, times, text=False)
        filled, rows = self.page.filled, self.page.rows
        if left < 0 or right >= len(filled):
            return False
        return any(FEED in row for row in rows[filled[left] + 1 : filled[right] + 1])

    def _is_glued(self, spot: _Spot, times: Counter[tuple[int, str]]) -> bool:
        """Whether a spot stands right below the text, and a blank line above what follows."""
        left, right = self._borders(spot, times, text=False)
        filled = self.page.filled
        if left < 0 or right >= len(filled) or not self.page.layout.spaced:
            return False
        return filled[left] + 1 == filled[left + 1] and filled[right] - 1 > filled[right - 1]

    def _feed(self) -> None:
        """Take the form feeds that part pages, and the lines that stand beside most of them.

        One that stands alone on its line may part sections on purpose, as in programs.
        """
        page, found = self.page, self.found
        if FEED not in page.profile.chars:
            return
        places = page.find_all(FEED)
        if len(places) > CROWD + len(page.text) // CROWD:
            return
        opened: dict[int, bool] = {}
        for row in dict.fromkeys(page.row_at(at) for at in places):
            text = page.rows[row]
            body = text.strip(_EMPTY)
            first = text.index(body)
            if FEED in text[:first] or FEED in text[first + len(body) :]:
                opened[row] = bool(body) and FEED in text[:first]
        rows = [row for row in opened if row not in found.heads]
        spots = [self._spot(0, row, int(not opened[row])) for row in rows]
        times = Counter((at, text) for spot in spots for at, (_, text) in spot.beside.items())
        broken = {spot.row for spot in spots if self._is_broken(spot, times, opened[spot.row])}
        if not (found.numbers or broken or sum(opened.values()) >= 3):
            return
        found.feeds.update(rows)
        found.broken |= broken
        least = max(3, 0.75 * len(spots))
        for spot in spots:
            found.heads.update((row, text) for _, row, text in spot.lines(times, least))
