"""Where the articles of a newspaper page begin, and who reports them."""

from __future__ import annotations

import numpy as np

from cleaner.layout import Line, clause_marks
from cleaner.lines.kinds import tells
from cleaner.lines.rows import Mask
from cleaner.model import Offsets
from cleaner.page import Page
from cleaner.text import BLANKS, CLOSERS, STOPS, Codes, are_han, are_in, compiled, lazy

_NONE: Codes = np.zeros(1, dtype=np.uint32)

SHORTEST = 6
"""Han that a headline has at least."""

PROSE = 30
"""Han in a line with a sentence from which on it is a paragraph of prose."""

DATELINE_LEADS = "本新据中人（("
"""What a dateline, or a marker, begins with."""

_DATELINE = lazy(r"^(?:本报(?:综合)?讯|本报记者|(?:据?新华社|中新社|本报)[^，。,\n]{0,16}电)")
_REPORTER = lazy(
    r"^本报讯[\s（(]*(?:(?:首席|特约|见习)?记者|通讯员)\s*(?P<names>[\p{Han}·、 \u3000]{2,30}?)\s*(?:报道|[）)])"
)


_OWN_NUMBER = lazy(r"第 ?[^ ]{1,4} ?[章回篇部编讲]|(?i:chapter|part) ?\d|附录|(?:\d+|[A-Z])\.\d")


class Ends:
    """Where the rows of a page end, and with what: columns, to find the few rows that are looked at."""

    def __init__(self, page: Page) -> None:
        breaks = page.places("\n")
        size = len(page.text)
        if not size or page.text[-1] != "\n":
            breaks = np.append(breaks, size)
        self.lengths: Offsets = breaks.copy()
        """Characters of each row."""
        self.lengths[1:] -= breaks[:-1] + 1
        self.starts: Offsets = breaks - self.lengths
        """Where each row starts."""
        self.firsts: Codes = page.codes.take(self.starts, mode="clip") if size else _NONE
        """The first character of each row, or its newline."""
        lasts = page.codes.take(breaks - 1, mode="clip") if size else _NONE
        self.blank: Mask = are_in(BLANKS, lasts)
        """Whether it ends with a blank: what stands in front of that is not known."""
        self.han: Mask = are_han(lasts)
        """Whether it ends with Han. Means nothing for an empty row."""
        self.stopped: Mask = are_in(STOPS + CLOSERS, lasts)
        """Whether it ends with a stop or a closer. Means nothing for an empty row."""


def is_title(line: Line) -> bool:
    """Whether a line can be a headline: of middle length, no stop, no sentence, no block of another kind."""
    return (
        not line.stopped
        and not line.sentences
        and line.opener in ("", "heading")
        and SHORTEST <= line.han <= 45
        and clause_marks(line) <= 1
    )


def has_own_number(body: str) -> bool:
    """Whether a headline has a number that no other one of its document has: 第三章, 2.1, but not 一、 or 3."""
    return bool(_OWN_NUMBER.match(body))


def has_dateline(page: Page, row: int) -> bool:
    """Whether a row opens the text of an article: 本报讯, 新华社北京3月4日电, （上接第一版）."""
    opener = page.lines[row].opener
    if opener not in ("dateline", "marker"):
        return False
    return opener == "marker" or bool(_DATELINE.match(page.rows[row].strip(BLANKS)))


def begins_article(page: Page, at: int) -> bool:
    """Whether an article begins at filled row number `at`: with a dateline, or a headline above one."""
    filled = page.filled
    if at >= len(filled):
        return False
    if has_dateline(page, filled[at]):
        return True
    below = at + 1 < len(filled) and has_dateline(page, filled[at + 1])
    return below and is_title(page.lines[filled[at]])


def reporters(page: Page, row: int) -> tuple[str, ...]:
    """The names in a dateline such as 本报讯 记者王坤报道, or none."""
    if page.lines[row].opener != "dateline":
        return ()
    match = _REPORTER.match(page.rows[row].strip(BLANKS))
    return tuple(compiled(r"[、\s]+").split(match["names"].strip())) if match else ()


def _prose(page: Page) -> tuple[int, int]:
    """How many paragraphs of prose end with a stop or a credit, and how many there are."""
    long = np.flatnonzero(page.view(Ends).lengths >= PROSE).tolist()
    lines = map(page.lines.__getitem__, long)
    prose = [line.stopped or line.credit for line in lines if line.han >= PROSE and tells(line)]
    return sum(prose), len(prose)


def stopped_share(page: Page, besides: int) -> float:
    """The share of the paragraphs of prose that end with a stop or a credit, `besides` known broken ones.

    0 where fewer than five are left.
    """
    stopped, prose = page.view(_prose)
    others = prose - besides
    return stopped / others if others >= 5 else 0.0
