"""Words spread by blanks: 国 务 院."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import regex

from cleaner.cohesion import cohesion
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import are_han, compiled, lazy, matches

_SPREAD = lazy(
    r"(?<=^[ \u3000]*|[^\p{Han}A-Za-z0-9 \u3000])\p{Han}(?:[ \u3000]{1,2}\p{Han}){2,11}(?=[ \u3000]*$|[^\p{Han}A-Za-z0-9 \u3000])"
)
_INSIDE = lazy(r"(?<![ \u3000]|\p{Han} )\p{Han}(?: \p{Han}){2,11}(?! |\u3000)")
"""A run that other Han may touch."""
_MARKS = lazy(r"[，。；]")
_CLING, _OF_THREE = 4.5, 7.0
"""Nats of cohesion at each blank of such a run, and of one of three: 大 中 小 and 甲 乙 丙 are lists."""
_BLANKS = lazy(r"[ \u3000]+")
_LABEL = lazy(r"[ \u3000]*\p{Han}(?:[ \u3000]+\p{Han}){1,5}[ \u3000]*[：:]")
_NEAR = 3
"""Rows above and below that a column of labels has at least one more of."""
_QUOTES = {"“": "”", "「": "」", "『": "』"}
_OFTEN = 2


def spaced_words() -> Finder:
    """Delete the blanks between the characters of a spread word of three characters or more.

    Each stands alone between blanks, all blanks are alike, and what they make stands unspread elsewhere in
    the text, twice for sure, once for review. In a row with marks also such a word that other Han touch, for review:
    each of its blanks stands inside a word. Names padded to three characters (王　伟), headings of two (目 录),
    rows of single characters, labels in a column of spread ones (地　　址：) and what is divided otherwise elsewhere
    (研究生 命), and what stands in quotation marks by itself stay; where a row has several, they are for review.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has((" ", "\u3000")):
            return
        for row in _rows(page):
            known = -1
            for found in sorted(_words(page, *row), key=lambda one: (one[0].start(), one[1])):
                match, level = found
                if match.start() < known:
                    continue
                known = match.end()
                for blank in _BLANKS.finditer(match[0]):
                    yield Patch(
                        match.start() + blank.start(), match.start() + blank.end(), "", level
                    )

    return run


def _is_set_so(page: Page, start: int, end: int) -> bool:
    """Whether it is quoted, or a label beside or near to another spread one: blanks make them equally long."""
    if (
        page.text[start - 1 : start] in _QUOTES
        and page.text[end : end + 1] == _QUOTES[page.text[start - 1]]
    ):
        return True
    if page.text[end : end + 1] not in ("：", ":"):
        return False
    row = page.row_at(start)
    near = page.rows[max(0, row - _NEAR) : row] + page.rows[row + 1 : row + 1 + _NEAR]
    return any(map(_LABEL.match, near))


def _is_divided(text: str, word: str) -> bool:
    """Whether the same characters stand elsewhere with blanks between some of them only."""
    divided = compiled("[ \u3000]*".join(word))
    forms = {len(found[0].split()) for found in matches(divided, text)}
    return not forms <= {1, len(word)}


def _words(page: Page, start: int, end: int) -> Iterator[tuple[regex.Match[str], Level]]:
    """The spread words of a row."""
    spread = [*matches(_SPREAD, page.text, start, end)]
    for found in spread:
        word = _BLANKS.sub("", found[0])
        stands = page.text.count(word)
        if len({*_BLANKS.findall(found[0])}) != 1 or not stands:
            continue
        if not _is_set_so(page, *found.span()) and not _is_divided(page.text, word):
            yield found, "safe" if stands >= _OFTEN and len(spread) == 1 else "review"
    if _MARKS.search(page.text, start, end):
        for found in matches(_INSIDE, page.text, start, end):
            if _clings(found):
                yield found, "review"


def _clings(found: regex.Match[str]) -> bool:
    """Whether each blank of a run stands inside a word."""
    word = _BLANKS.sub("", found[0])
    least = _CLING if len(word) > 3 else _OF_THREE
    return all(cohesion(word[:at], word[at:]) >= least for at in range(1, len(word)))


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
