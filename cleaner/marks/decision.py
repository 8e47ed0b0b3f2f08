"""The decision about the half-width marks of a text, made once; each rule takes its share of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from cleaner.lines.rows import Mask
from cleaner.marks.judge import Judge
from cleaner.marks.kinds import FULL
from cleaner.model import Offsets
from cleaner.overrides import Punctuation
from cleaner.page import Page
from cleaner.text import Codes, are_in

SLIP = 100
"""Full-width marks for each half-width one from which on those are slips, and no habit."""


@dataclass
class Marks:
    """The `places` (sorted) of half-width marks to be made full-width.

    `spaced`: the blank behind the mark goes too. `codes` is the text for which the decision holds; it is
    brought up to date as rules take their share. `text` is the same text where it is at hand.
    `slips`: they are so few that an editor may have let them stand; they wait for a person, and nothing is foreseen.
    """

    text: str | None
    codes: Codes
    places: Offsets
    spaced: Mask
    slips: bool = False

    @classmethod
    def of(cls, page: Page) -> Marks:
        """The decision for this page, made anew only if its text is not the one foreseen."""
        known = page.memo.get("marks")
        if isinstance(known, Marks) and (
            known.text is page.text or np.array_equal(known.codes, page.codes)
        ):
            known.text = page.text
            return known
        judge = Judge(page)
        made = page.memo["marks"] = cls(page.text, page.codes.copy(), *judge.verdict())
        if "slips" not in page.memo:  # true for the whole run
            page.memo["slips"] = 0 < len(made.places) * SLIP < len(judge.full)
        made.slips = bool(page.memo["slips"])
        return made

    def take(self, signs: str, *, spaced: bool = False) -> Offsets:
        """The places of these marks. Those of one character count as converted from now on."""
        if not len(self.places):
            return self.places
        here = self.codes.take(self.places)
        mask = (self.spaced == spaced) & are_in(signs, here)
        taken: Offsets = self.places[mask]
        if not (spaced or self.slips) and len(taken):
            self.text = None
            self.codes[taken] += np.uint32(ord(FULL[","]) - ord(","))
            self.places, self.spaced = self.places[~mask], self.spaced[~mask]
        return taken


def punctuation_of(page: Page) -> Punctuation | Literal["none"]:
    """How the document is punctuated: as the run judged it or was told, else as this page shows it."""
    judge = Judge(page)
    if page.profile.overrides.punctuation:
        return judge.style
    touching = bool((judge.before | judge.behind).any())
    if touching and judge.style == "full" and judge.mixed:
        return "mixed"
    if touching or len(judge.full):
        return judge.style if touching else "full"
    return "none" if judge.style == "half" else "full"
