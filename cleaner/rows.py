"""The rows of a text on columns: how much Chinese each has, and which are tables or code, not prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from string import ascii_letters

import numpy as np
import numpy.typing as npt

from cleaner.model import Offsets
from cleaner.text import Codes, compiled, han_table, matches, table_of

Mask = npt.NDArray[np.bool_]

LONG = 30
"""Han that make a row prose even without a stop."""

_HINTS = "\"'{}[]=<>\\|_$`&\t"
"""Signs of tables and code; rows without any of them are not looked at one by one."""

_OPENS = compiled(
    r"\s*(?:[\[{].*[\]}],?\s*$"  # JSON
    r"|[\w\p{Han}.\[\]-]+\s*=|\|.*\|"  # assignments, tables
    r"|[A-Za-z_][A-Za-z0-9_.]*\(.*\)\s*;?\s*$|//|/\*"
    r"|\$?\s*[a-z][\w.-]* .*(?: \| | > | --)"  # commands
    r"|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|return|print|import|def|class|var|let|const)\b)"
)
_HOLDS = compiled(
    r"[\"']\s*:\s*[\"'\d\[{tfn-]|[\"']\s*,\s*[\"'\d\[{]|=[\"']|\{\s*$"  # JSON, attributes
    r"|=>|->|==|!=|&&|\|\||</|/>|:=|\+=|::|\$\{|\\[A-Za-z]+\{|\|.*\||\t.*\t|[A-Za-z_]\w*\(\s*[\"']"
)
_KEYED = compiled(r"\s*(?:(?:- )?[\w\p{Han}-]{1,12}:(?: |$)|[\])}]+[,;]?$|#!?\s?[A-Za-z])")
_ENDED = compiled(r"[!-~];\s*(?://.*)?$")
_INLINE = compiled(r"(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^()\s]*\)")

_KEY = 12
"""Characters that a key has at most."""

_LEAST = 3
"""Rows that a text must have for what most of them are to count."""


def _is_structure(row: str, *, hints: bool) -> bool:
    """Whether a row is a table, JSON or code. `hints`: it has signs of that."""
    return bool(_OPENS.match(row)) or (hints and bool(_HOLDS.search(row)))


def _is_keyed(row: str) -> bool:
    """Whether a row looks like a setting, a turn of a chat or the end of a statement."""
    if any(stop in row for stop in "。！？"):
        return False
    return bool(_KEYED.match(row)) or (";" in row and bool(_ENDED.search(row)))


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

    @cached_property
    def wide(self) -> Offsets:
        """The places of the full-width forms U+FF01-FF5E."""
        return np.flatnonzero((self.codes - np.uint32(0xFF01)) < 0x5E)

    @cached_property
    def wide_signs(self) -> Codes:
        """Which full-width forms these are."""
        return self.codes[self.wide]

    def places_of(self, signs: str) -> Offsets:
        """The sorted places of some ASCII or full-width characters."""
        wanted = table_of(signs)
        low, wide = self.low[wanted[self.signs]], self.wide[wanted[self.wide_signs]]
        return (
            np.sort(np.concatenate((low, wide)))
            if len(low) and len(wide)
            else low
            if len(low)
            else wide
        )

    @cached_property
    def breaks(self) -> Offsets:
        """The places of the newlines."""
        breaks: Offsets = self.low[self.signs == 10]
        return breaks

    @cached_property
    def starts(self) -> Offsets:
        """The offset at which each row starts."""
        return np.concatenate(([0], self.breaks + 1))

    @cached_property
    def ends(self) -> Offsets:
        """The offset at which each row ends, newline excluded."""
        return np.concatenate((self.breaks, [len(self.codes)]))

    def row_of(self, places: Offsets) -> Offsets:
        """The row in which each place is."""
        return np.searchsorted(self.breaks, places)

    def count(self, places: Offsets) -> Offsets:
        """How many of these sorted places are in each row."""
        borders = np.searchsorted(places, self.starts)
        counts = np.empty_like(borders)
        np.subtract(borders[1:], borders[:-1], out=counts[:-1])
        counts[-1] = len(places) - borders[-1]
        return counts

    def having(self, signs: str) -> Mask:
        """The rows with one of these ASCII characters."""
        found: Mask = self.count(self.low[table_of(signs)[self.signs]]) > 0
        return found

    @cached_property
    def han(self) -> Offsets:
        """The Han of each row."""
        other = np.flatnonzero(~han_table()[self.codes])
        return self.ends - self.starts - (self.count(other) - 1)

    @cached_property
    def letters(self) -> Offsets:
        """The Latin letters of each row."""
        return self.count(self.low[((self.signs | 0x20) - np.uint32(97)) < 26])

    @cached_property
    def chinese(self) -> Mask:
        """Rows that are more than a few Chinese words in a Latin sentence; a row that begins Chinese is."""
        found: Mask = (self.han * 4 >= self.letters) | self.han_first
        return found

    @cached_property
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
        heads = Counter(self._row(int(index)).partition(",")[0] for index in filled)
        return heads.most_common(1)[0][1] * 2 >= len(filled)

    def _row(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    @cached_property
    def fences(self) -> list[int]:
        """Where a block of code is opened or closed."""
        found = []
        for mark in ("```", "~~~"):
            place = self.text.find(mark)
            while place >= 0:
                line = self.text.rfind("\n", 0, place) + 1
                if not self.text[line:place].strip(" \t"):
                    found.append(line)
                place = self.text.find(mark, max(self.text.find("\n", place), place + 3))
        return sorted(found)

    @cached_property
    def hints(self) -> Mask:
        """The rows with signs of tables and code."""
        return self.having(_HINTS)

    def is_code(self) -> bool:
        """Whether the text as a whole is code, settings or a chat: half of its rows look like that."""
        filled, fences = self.filled[:400], self.fences
        if fences:
            filled = filled[np.searchsorted(fences, self.starts[filled], side="right") % 2 == 0]
        signed = filled[self._signed[filled]]
        if not len(signed) * 2 >= len(filled) >= _LEAST:
            return False
        coded = 0
        for index, hints in zip(signed.tolist(), self.hints[signed].tolist(), strict=True):
            row = self._row(index)
            coded += _is_structure(row, hints=hints) or _is_keyed(row)
        return coded * 2 >= len(filled)

    @cached_property
    def _signed(self) -> Mask:
        """A first look: the rows that have what `_is_structure` and `_is_keyed` ask for."""
        colons = self.low[self.signs == ord(":")]
        lines = self.row_of(colons)
        found = (
            self.hints | self.having(";") | ~self.han_first & self.having(ascii_letters + "/:)#")
        )
        found[lines[colons - self.starts[lines] <= _KEY]] = True
        return found

    @cached_property
    def han_first(self) -> Mask:
        """The rows that begin with Han."""
        if not len(self.codes):
            return np.zeros(len(self.starts), dtype=np.bool_)
        return han_table()[self.codes.take(self.starts, mode="clip")]

    def outside_code(self, places: Offsets, rows: Offsets) -> Mask:
        """Which of the sorted places, in these rows, are in prose: not in code, JSON or a table."""
        keep = np.ones(len(places), dtype=np.bool_)
        if not len(places) or self.is_code():
            return ~keep
        fences = self.fences
        if fences:
            inside = np.searchsorted(fences, places) % 2 == 1
            if len(fences) % 2:  # the last fence is open: what follows it is no block
                inside &= places < fences[-1]
            keep &= ~inside
        heads = self.codes.take(self.starts, mode="clip")
        odd = self.hints | ((heads | 0x20) - np.uint32(97) < 26) | (heads == 0x2F) | (heads == 0x20)
        looked = np.unique(rows[odd[rows] & keep])
        firsts, lasts = np.searchsorted(rows, looked), np.searchsorted(rows, looked, side="right")
        for row, first, last in zip(looked.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
            body = self._row(row)
            if _is_structure(body, hints=bool(self.hints[row])):
                keep[first:last] = False
            elif "`" in body or "](" in body:
                start = int(self.starts[row])
                for span in matches(_INLINE, body):
                    keep[first:last] &= (places[first:last] < start + span.start()) | (
                        places[first:last] >= start + span.end()
                    )
        return keep
