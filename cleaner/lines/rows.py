"""The rows of a text on columns: how much Chinese each has, and which are cells of a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cleaner.kept import kept
from cleaner.model import Offsets
from cleaner.offsets import merged
from cleaner.page import Page
from cleaner.text import Codes, are_han, are_in, han_table, table_of

Mask = npt.NDArray[np.bool_]

LONG = 30
"""Han that make a row prose even without a stop."""


@dataclass
class Rows:
    """Columns with one entry a row.

    `low` are the places of the ASCII characters, `signs` which they are.
    """

    text: str
    codes: Codes
    low: Offsets
    signs: Codes

    @classmethod
    def of(cls, text: str, codes: Codes) -> Rows:
        """The rows of a text."""
        low = np.flatnonzero(codes < 128)
        return cls(text, codes, low, codes[low])

    @kept
    def wide(self) -> Offsets:
        """The places of the full-width forms U+FF01-FF5E."""
        return np.flatnonzero(self.codes - np.uint32(0xFF01) < 94)

    @kept
    def wide_signs(self) -> Codes:
        """Which full-width forms these are."""
        return self.codes[self.wide]

    def places_of(self, signs: str) -> Offsets:
        """The sorted places of some ASCII or full-width characters."""
        wanted = table_of(signs)
        low, wide = self.low[wanted.take(self.signs)], self.wide[wanted.take(self.wide_signs)]
        if len(low) and len(wide):
            return merged((low, wide))
        return low if len(low) else wide

    @kept
    def breaks(self) -> Offsets:
        """The places of the newlines."""
        breaks: Offsets = self.low[self.signs == 10]
        return breaks

    @kept
    def starts(self) -> Offsets:
        """The offset at which each row starts."""
        return np.concatenate(([0], self.breaks + 1))

    @kept
    def ends(self) -> Offsets:
        """The offset at which each row ends, newline excluded."""
        return np.concatenate((self.breaks, [len(self.codes)]))

    def row_of(self, places: Offsets) -> Offsets:
        """The row in which each place is."""
        return self.breaks.searchsorted(places)

    def count(self, places: Offsets) -> Offsets:
        """How many of these sorted places are in each row."""
        borders = places.searchsorted(self.starts)
        counts = np.empty_like(borders)
        np.subtract(borders[1:], borders[:-1], out=counts[:-1])
        counts[-1] = len(places) - borders[-1]
        return counts

    def having(self, signs: str) -> Mask:
        """The rows with one of these ASCII characters."""
        found: Mask = self.count(self.low[are_in(signs, self.signs)]) > 0
        return found

    @kept
    def han(self) -> Offsets:
        """The Han of each row."""
        found = np.zeros(len(self.starts), dtype=np.int32)
        inner = self.starts[self.starts < len(self.codes)]  # all rows, but for an empty last one
        if len(inner):
            np.add.reduceat(are_han(self.codes), inner, dtype=np.int32, out=found[: len(inner)])
        return found.astype(np.int64)

    @kept
    def letters(self) -> Offsets:
        """The Latin letters of each row."""
        return self.count(self.low[((self.signs | 0x20) - np.uint32(97)) < 26])

    @kept
    def chinese(self) -> Mask:
        """Rows that are more than a few Chinese words in a Latin sentence; a row that begins Chinese is."""
        found: Mask = (self.han * 4 >= self.letters) | self.han_first
        return found

    @kept
    def filled(self) -> Offsets:
        """The indices of the rows that are not empty."""
        return np.flatnonzero(self.ends > self.starts)

    def tabular(self, stops: Offsets) -> Mask:
        """Rows of comma-separated values; `stops` are the sentence ends of each row.

        Neighbours with the same number of commas, short cells and no stop, or all rows of a text in
        which the first row is a header, most rows have the same number, or many share their first cell.
        """
        commas = self.count(self.low[self.signs == 44])
        if not commas.any():
            return np.zeros(len(commas), dtype=np.bool_)
        if self._is_csv(commas, stops):
            return np.ones(len(commas), dtype=np.bool_)
        cells = (commas >= 1) & (stops == 0) & (self.ends - self.starts <= 10 * (commas + 1))
        like_next = np.zeros(len(commas) + 1, dtype=np.bool_)
        like_next[1:-1] = cells[:-1] & cells[1:] & (commas[:-1] == commas[1:])
        above, below = like_next[:-1], like_next[1:]
        run_of_three = above & below
        run_of_three[1:] |= (above & below)[:-1] & above[1:]
        run_of_three[:-1] |= (above & below)[1:] & below[:-1]
        return np.where(commas >= 2, above | below, run_of_three).astype(np.bool_)

    def _is_csv(self, commas: Offsets, stops: Offsets) -> bool:
        filled = self.filled[:400]
        if len(filled) < 3:
            return False
        counts = commas[filled]
        width = int(counts[0])
        most, times = Counter(counts.tolist()).most_common(1)[0]
        ended = np.count_nonzero(stops[filled])
        if most >= 1 and times * 5 >= 4 * len(filled) and (most >= 2 or ended * 2 < len(filled)):
            return not (ended * 2 >= len(filled) and most <= 2)
        first = filled[0]
        short = self.ends[first] - self.starts[first] <= 10 * (width + 1)
        if width >= 2 and short and stops[first] == 0:
            return bool(np.count_nonzero(counts >= width) * 2 >= len(filled))
        if np.count_nonzero(counts >= 2) * 5 < 3 * len(filled):
            return False
        firsts = Counter(self.codes.take(self.starts[filled]).tolist())
        if firsts.most_common(1)[0][1] * 2 < len(filled):
            return False
        heads = Counter(self.row(index).partition(",")[0] for index in filled.tolist())
        return heads.most_common(1)[0][1] * 2 >= len(filled)

    def row(self, index: int) -> str:
        """The text of a row."""
        return self.text[self.starts[index] : self.ends[index]]

    @kept
    def han_first(self) -> Mask:
        """The rows that begin with Han."""
        if not len(self.codes):
            return np.zeros(len(self.starts), dtype=np.bool_)
        return han_table().take(self.codes.take(self.starts, mode="clip"))


def rows_of(page: Page) -> Rows:
    """The rows of a page. A view of it: made once for all that ask."""
    return Rows.of(page.text, page.codes)
