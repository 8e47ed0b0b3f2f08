"""What printed pages have beside their text: page numbers, running heads and feet, form feeds.

Nothing is furniture by its looks: numbers count in lists, chapters and tables too, and titles recur in
bulletins. It is furniture where it recurs in step with pages: numbers that rise at even distances or inside
sentences, lines that stand beside them each time, or inside sentences again and again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from cleaner.page import Page
from cleaner.printed.beside import NEAR, Beside, Spot, shares
from cleaner.printed.folio import CROWD, Folio, folios
from cleaner.printed.page_ends import FEED
from cleaner.printed.paging import (
    LONGEST,
    SHORTEST,
    Signs,
    chains,
    is_all,
    is_proven,
    measure,
)
from cleaner.printed.ruled import is_closing, ruled
from cleaner.printed.running_heads import running_heads
from cleaner.text import BLANKS

_EMPTY = BLANKS + FEED

_COUNTED = ("named", "total", "page", "ratio", "dashes")
"""Forms of which a second number may stand on each page."""

_DECORATED = ("total", "page", "dashes", "brackets")
"""Forms of which one number inside a sentence is probably that of a page."""

_SHORT_PAGE = 40
"""Characters of a page, such as a slide, if two such numbers and more stand inside sentences."""


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


class _Finder:
    """Finds the furniture of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found = Furniture()
        self._beside = Beside(page, self._is_found)

    def furniture(self) -> Furniture:
        found = chains(folios(self.page))
        strays = Counter(chain[0].style for chain in found if len(chain) == 1)
        for chain in found:
            if len(chain) > 1 or chain[0].form in _DECORATED:
                self._judge(chain, strays[chain[0].style])
        for chain in found:
            if len(chain) > 1 and self._is_beside(chain):
                self._take([self._beside.spot(folio.number, folio.row, 1) for folio in chain])
        self._feed()
        furniture = self.found
        heads, broken = running_heads(self.page, {*furniture.numbers, *furniture.heads})
        furniture.heads.update((row, self.page.lines[row].body) for row in heads)
        furniture.broken |= broken
        for chain in found:
            if len(chain) > 1 and chain[0].form in _DECORATED and heads:
                self._take_beside(chain, heads)
        return furniture

    def _is_found(self, row: int) -> bool:
        found, body = self.found, self.page.lines[row].body
        return row in found.numbers or row in found.heads or not body.strip(FEED)

    def _judge(self, chain: list[Folio], strays: int) -> None:
        """Take the numbers of a chain, and the lines that recur beside them, if they are proven."""
        beat = measure(chain, self.page.starts)
        count, form = len(chain), chain[0].form
        late = beat.is_late(chain[0].number) or form in ("named", "titled")
        least = _SHORT_PAGE if form in _DECORATED else SHORTEST
        if count > 1 and not (late and least <= beat.length <= LONGEST):
            return
        spots = [self._beside.spot(folio.number, folio.row, 1) for folio in chain]
        times = Counter((at, text) for spot in spots for at, (_, text) in spot.beside.items())
        broken = {spot.row for spot in spots if self._beside.is_broken(spot, times)}
        if count > 1 and beat.length < SHORTEST and len(broken) < 2 and not is_all(chain):
            return
        often = shares(spots, times)
        headed = sum(any(True for _ in spot.lines(often, 1)) for spot in spots)
        fed = sum(self._beside.is_fed(spot, times) for spot in spots)
        glued = sum(self._beside.is_glued(spot, times) for spot in spots)
        rows = ruled(self.page, chain), is_closing(self.page, chain)
        if is_proven(chain, beat, Signs(len(broken), headed, fed, glued, strays, *rows)):
            self._take(spots)
        elif form in _DECORATED:
            self.found.doubtful.update((s.row, s.number) for s in spots if s.row in broken)

    def _take(self, spots: list[Spot]) -> None:
        """Take page numbers, and the lines that recur beside them."""
        times = Counter((at, text) for spot in spots for at, (_, text) in spot.beside.items())
        often = shares(spots, times)
        self.found.numbers.update((spot.row, spot.number) for spot in spots)
        for spot in spots:
            broken = self._beside.is_broken(spot, times)
            lines = spot.lines(times, 2) if broken else spot.lines(often, 1)
            self.found.heads.update((row, text) for _, row, text in lines)
            if broken:
                self.found.broken.add(spot.row)
        self._take_parting(spots)

    def _take_parting(self, spots: list[Spot]) -> None:
        """Take the line beside a page number that alone parts a sentence there: a head that names a chapter.

        It stands elsewhere too, or several pages have such a line on that side.
        """
        page, found = self.page, self.found
        for way in (-1, 1):
            parting = [
                (spot, row)
                for spot in spots
                if (row := self._beside.parting(spot, way)) is not None
            ]
            for spot, row in parting:
                body = page.lines[row].body
                if len(parting) > 1 or page.text.count(body) > 1:
                    found.heads[row] = body
                    found.broken.add(spot.row)

    def _is_beside(self, chain: list[Folio]) -> bool:
        """Whether numbers of another kind, 1/3 above and 12 below, stand beside those of pages, all but one at most."""
        numbers = sorted(self.found.numbers)
        if not numbers or chain[0].row in self.found.numbers or chain[0].form not in _COUNTED:
            return False
        filled = self.page.filled
        near = 0
        for folio in chain:
            at, place = bisect_left(filled, folio.row), bisect_left(numbers, folio.row)
            near += any(
                abs(bisect_left(filled, row) - at) <= NEAR
                for row in numbers[max(place - 1, 0) : place + 1]
            )
        return near >= max(2, len(chain) - 1)

    def _take_beside(self, chain: list[Folio], heads: set[int]) -> None:
        """Take the numbers of a chain that stand next to running heads, all but one at most."""
        filled, found = self.page.filled, self.found
        near = []
        for folio in chain:
            at = bisect_left(filled, folio.row)
            beside = heads.intersection(filled[max(at - 1, 0) : at + 2])
            near += [folio] if beside and folio.row not in found.numbers else []
            found.broken |= {folio.row} if beside & found.broken else set()
        if len(near) > 1 and len(near) >= len(chain) - 1:
            found.numbers.update((folio.row, folio.number) for folio in chain)

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
        spots = [self._beside.spot(0, row, int(not opened[row])) for row in rows]
        times = Counter((at, text) for spot in spots for at, (_, text) in spot.beside.items())
        broken = {
            spot.row for spot in spots if self._beside.is_broken(spot, times, opened[spot.row])
        }
        if not (found.numbers or broken or sum(opened.values()) >= 3):
            return
        found.feeds.update(rows)
        found.broken |= broken
        least = max(3, 0.75 * len(spots))
        for spot in spots:
            found.heads.update((row, text) for _, row, text in spot.lines(times, least))
