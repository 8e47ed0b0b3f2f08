"""The half-width marks of a text and what stands around each: the questions that a judgement of them asks."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from cleaner.kept import kept
from cleaner.lines.rows import LONG, Mask, Rows, rows_of
from cleaner.lines.structure import in_fence
from cleaner.marks.kinds import (
    BLANK,
    BRACKET_IN,
    BRACKET_OUT,
    CLOSE,
    END,
    FULL,
    HAN,
    OPEN,
    Classes,
    any_of,
    class_table,
    half_table,
)
from cleaner.model import Offsets
from cleaner.offsets import merged
from cleaner.overrides import Punctuation
from cleaner.page import Page
from cleaner.text import BLANKS, Codes, are_in, lazy, matches

_IDEOGRAPHIC = "。、“”《》．，"
_SEVERAL = 3
"""So many marks are a habit, no slip."""
_WORDY = 10
_POINT = lazy(r"(?<=[\p{Han}”》）)])\.(?=[\p{Han}“”\"'《（ \u3000]|$)")
"""A point behind Chinese that ends a sentence."""
_REST = lazy(f"[{BLANKS}]*$")


@dataclass
class Marked:
    """The half-width marks of one page, in the order of the text."""

    page: Page
    rows: Rows = field(init=False)
    seen: dict[int, Classes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = self.page.view(rows_of)

    @kept
    def places(self) -> Offsets:
        """All half-width marks."""
        places: Offsets = self.rows.low[half_table().take(self.rows.signs)]
        return places

    @kept
    def signs(self) -> Codes:
        """Which mark stands at each place."""
        return self.page.codes.take(self.places)

    def at(self, distance: int) -> Classes:
        """The class of what stands `distance` characters behind each place; outside of the text it is END."""
        if distance not in self.seen:
            places = self.places + distance
            found = class_table().take(self.page.codes.take(places, mode="clip"))
            found[(places < 0) | (places >= len(self.page.codes))] = END
            self.seen[distance] = found
        return self.seen[distance]

    @kept
    def before(self) -> Mask:
        """What stands before the mark is Chinese."""
        left = self.at(-1)
        found: Mask = any_of(left, HAN, CLOSE) | (left == BRACKET_OUT) & any_of(
            self.at(-2), HAN, CLOSE
        )
        return found

    @kept
    def behind(self) -> Mask:
        """What stands behind the mark is Chinese."""
        right = self.at(1)
        found: Mask = any_of(right, HAN, OPEN) | (right == BRACKET_IN) & any_of(self.at(2), HAN)
        return found

    @kept
    def closing(self) -> Mask:
        """The row ends behind the mark, blanks aside."""
        right = self.at(1)
        ends = any_of(right, END)
        blank = (right == BLANK) & self.before
        if blank.any():
            ends |= blank & any_of(self.at(2), END)
            for index in np.flatnonzero(blank & (self.at(2) == BLANK)).tolist():
                ends[index] = _REST.match(self.page.text, int(self.places[index]) + 1) is not None
        return ends

    @kept
    def row(self) -> Offsets:
        """The row of each place."""
        return self.rows.row_of(self.places)

    @kept
    def full(self) -> Codes:
        """The full-width marks of the text, one code point each."""
        found = self.rows.wide_signs
        return found[are_in("".join(FULL.values()), found)]

    @kept
    def folded(self) -> bool:
        """Whether a conversion folded the full-width marks of the document. Kept for the whole run."""
        if said := self.page.profile.overrides.punctuation:
            return said == "folded"
        known = self.page.profile.used.get("folded")
        if isinstance(known, bool):
            return known
        half = int(np.count_nonzero(self.before | self.behind))
        made = len(self.full) * 50 <= half and self.ideographic and not self.pointed
        self.page.profile.used["folded"] = made
        return made

    @kept
    def mixed(self) -> bool:
        """Whether marks were folded here and there: full and half width in the same kind of place.

        A folded document is; and one where of the commas and semicolons between Chinese one in twenty, and three
        at least, are half-width. Kept for the whole run.
        """
        if said := self.page.profile.overrides.punctuation:
            return said in ("folded", "mixed")
        known = self.page.profile.used.get("mixed")
        if isinstance(known, bool):
            return known
        pairs = (self.is_sign(",") | self.is_sign(";")) & self.before & self.behind
        half = int(np.count_nonzero(pairs & self.prose[self.row]))
        full = int(np.count_nonzero((self.full == ord("，")) | (self.full == ord("；"))))
        made = self.folded or (half >= _SEVERAL and half * 20 >= half + full)
        self.page.profile.used["mixed"] = made
        return made

    @kept
    def style(self) -> Punctuation:
        """How the document is punctuated: nothing is converted where that is half-width.

        "full" is not told from "mixed" here, see `mixed`: that is only asked for where it matters.
        """
        if said := self.page.profile.overrides.punctuation:
            return said
        if self.folded:
            return "folded"
        return "full" if self.ideographic and not self.pointed else "half"

    @kept
    def ideographic(self) -> bool:
        """Whether the document has marks that no conversion folds; those in blocks of code are not its own."""
        if not any(mark in self.page.text for mark in _IDEOGRAPHIC):
            return False
        fenced = {*in_fence(self.page)}
        if not fenced:
            return True
        rows = (row for at, row in enumerate(self.page.rows) if at not in fenced)
        return any(mark in row for row in rows for mark in _IDEOGRAPHIC)

    @kept
    def pointed(self) -> bool:
        """Whether sentences end with a point: their author typed half-width marks. A conversion leaves 。 alone.

        As many points end sentences as there are full-width marks, and several. Kept for the whole run.
        """
        known = self.page.profile.used.get("pointed")
        if isinstance(known, bool):
            return known
        text = self.page.text
        points = 0
        if "。" not in text and "." in text:
            points = sum(1 for _ in matches(_POINT, text))
        made = points >= _SEVERAL and points >= len(self.full)
        self.page.profile.used["pointed"] = made
        return made

    @kept
    def wordy(self) -> Mask:
        """The rows in which marks of a mixed document are restored: more than a few words of Chinese."""
        if self.folded:
            return np.ones(len(self.rows.starts), dtype=np.bool_)
        words = (self.rows.han >= _WORDY) & ~self.rows.having("[")  # [1] a work that is cited
        return self.prose | words & self.rows.chinese

    @kept
    def stops(self) -> Offsets:
        """The sentence ends 。！？ of each row; ! and ? after Chinese count as well."""
        codes = self.page.codes
        points = self.rows.places_of("．")
        points = points[(points > 0) & (class_table().take(codes[points - 1]) == HAN)]
        half = self.places[self.before & (self.is_sign("!") | self.is_sign("?"))]
        stops = (np.flatnonzero(codes == ord("。")), self.rows.places_of("！？"), points, half)
        return self.rows.count(merged(stops))

    @kept
    def prose(self) -> Mask:
        """The rows that are Chinese sentences."""
        return ((self.stops > 0) | (self.rows.han >= LONG)) & self.rows.chinese

    def is_sign(self, sign: str) -> Mask:
        """The places of one mark."""
        return np.asarray(self.signs == ord(sign))
