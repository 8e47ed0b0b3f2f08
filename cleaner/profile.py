"""The habits of a document, derived once, from its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_letters

import numpy as np

from cleaner.kept import kept
from cleaner.offsets import distinct
from cleaner.overrides import NOTHING, Overrides
from cleaner.text import Codes, are_han, are_in, codes_of, text_of

_SHORT = 1_500
"""Characters up to which sorting is quicker than a table of all code points."""

IDEOGRAPHIC = "。、“”《》"


@dataclass
class Profile:
    """Habits of punctuation, spacing and script of the source text.

    `margin`: how sure the encoding is, 0 to 1. `overrides`: what a person says of it. `used`: what the rules of
    this run took the document for, noted once where they ask; `cleaner.taken` reads it.
    """

    source: str
    encoding: str = "utf-8"
    margin: float = 1.0
    overrides: Overrides = NOTHING
    used: dict[str, object] = field(default_factory=dict, repr=False)

    @kept
    def codes(self) -> Codes:
        """Code points of the source."""
        return codes_of(self.source)

    @kept
    def points(self) -> Codes:
        """The distinct code points of the source, sorted."""
        if len(self.codes) <= _SHORT:
            return distinct(np.sort(self.codes))
        seen = np.zeros(int(self.codes.max(initial=0)) + 1, dtype=np.bool_)
        seen[self.codes.astype(np.intp)] = True  # the type of an index: twice as fast
        return seen.nonzero()[0].astype(np.uint32)

    @kept
    def chars(self) -> frozenset[str]:
        """The set of characters of the source."""
        return frozenset(text_of(self.points))

    @kept
    def undecodable(self) -> bool:
        """Whether some bytes of the source did not decode (U+DC80-DCFF, one each), or are NUL."""
        return self._has_point(0xDC80, 0xDCFF) or "\0" in self.chars

    def _has_point(self, first: int, last: int) -> bool:
        """Whether the source has a code point of this range."""
        low, high = self.points.searchsorted((first, last + 1))
        return bool(low < high)

    @kept
    def shows_ideographic_marks(self) -> bool:
        """Whether any of 。、“”《》 occurs: the text is punctuated as Chinese."""
        return any(char in self.chars for char in IDEOGRAPHIC)

    @kept
    def digit_borders(self) -> tuple[int, int]:
        """How often a Han character and a digit stand spaced, and unspaced."""
        return self._borders("0123456789")

    @kept
    def latin_borders(self) -> tuple[int, int]:
        """How often a Han and a Latin letter stand spaced, and unspaced."""
        return self._borders(ascii_letters)

    def _borders(self, chars: str) -> tuple[int, int]:
        """How often a Han character and one of these stand spaced, and unspaced."""
        if self.chars.isdisjoint(chars):
            return 0, 0
        places = np.flatnonzero(are_in(chars, self.codes))
        wide = tight = 0
        for way in (-1, 1):  # beyond the ends it is the character itself, or the blank: no Han
            beside = self.codes.take(places + way, mode="clip")
            behind = self.codes.take(places[beside == 0x20] + 2 * way, mode="clip")
            tight += int(np.count_nonzero(are_han(beside)))
            wide += int(np.count_nonzero(are_han(behind)))
        return wide, tight

    def sets_off(self, char: str) -> bool | None:
        """Whether the document parts Han from characters like this letter or digit by a blank.

        None: it has no habit. It has one where one spelling is found at least three times, and four times
        as often as the other. What a person says of it counts.
        """
        said = self.overrides.digit_blanks if char.isdigit() else self.overrides.latin_blanks
        if said:
            return None if said == "mixed" else said == "spaced"
        spaced, tight = self.digit_borders if char.isdigit() else self.latin_borders
        if max(spaced, tight) < 3 or max(spaced, tight) < 4 * min(spaced, tight):
            return None
        return spaced > tight
