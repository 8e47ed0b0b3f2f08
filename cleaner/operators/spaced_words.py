"""Words spread by blanks: 国 务 院."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np

from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import are_han, lazy, matches

_SPREAD = lazy(
    r"(?<=^[ \u3000]*|[^\p{Han}A-Za-z0-9 \u3000])\p{Han}(?:[ \u3000]{1,2}\p{Han}){2,11}(?=[ \u3000]*$|[^\p{Han}A-Za-z0-9 \u3000])"
)
_BLANKS = lazy(r"[ \u3000]+")
_OFTEN = 2


def spaced_words() -> Finder:
    """Delete the blanks between the characters of a spread word of three characters or more.

    Each stands alone between blanks, all blanks are alike, and what they make stands unspread elsewhere in
    the text, twice for sure, once for review. Names padded to three characters (王　伟), headings of two (目 录),
    and rows of single characters stay.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has((" ", "\u3000")):
            return
        for found in chain.from_iterable(matches(_SPREAD, page.text, *row) for row in _rows(page)):
            blanks = [*_BLANKS.finditer(found[0])]
            word = _BLANKS.sub("", found[0])
            stands = page.text.count(word)
            if len({blank[0] for blank in blanks}) == 1 and stands:
                level: Level = "safe" if stands >= _OFTEN else "review"
                for blank in blanks:
                    at = found.start()
                    yield Patch(at + blank.start(), at + blank.end(), "", level)

    return run


def _rows(page: Page) -> Iterator[tuple[int, int]]:
    """The rows in which two Han with a blank behind them stand near each other, as starts and ends."""
    text, codes = page.text, page.codes
    blanks = np.flatnonzero((codes == 0x20) | (codes == 0x3000))
    blanks = blanks[(blanks > 0) & are_han(codes[blanks - 1])]
    end = -1
    for place in blanks[:-1][np.diff(blanks) <= 3].tolist():
        if place > end:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = len(text) if end < 0 else end
            yield start, end
