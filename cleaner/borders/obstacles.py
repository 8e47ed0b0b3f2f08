"""What keeps a sentence from going on across a border, whatever else speaks for it."""

from __future__ import annotations

import numpy as np

from cleaner.borders.border import Border, may_be_cut
from cleaner.borders.evidence import LINE, halts
from cleaner.borders.verdicts import FOREIGN, INDENTED, IS_BLOCK, IS_NAME, OF_PAGE
from cleaner.cohesion import cohesion
from cleaner.layout import Line
from cleaner.model import Level, Verdict
from cleaner.openers import BEFORE_FLOAT
from cleaner.page import Page
from cleaner.text import lazy

LEAST = 8
"""Characters a paragraph has at least that can go on behind a blank line."""

INSIDE_WORD = 6.0
"""Nats of cohesion inside a word."""

_INSIDE = lazy(r"[（(]?\d+\.\d|-[A-Za-z] |--[A-Za-z]|[*+-][）)”’，。、；：]")
"""What looks like the start of a list item, but is a number, an option or a sign inside a sentence."""

_DIGITS = lazy(r"\d+(?:,\d{3})*(?![\d、．]|\.(?!\d))")

_NOTE = 30
"""Characters of a caption or a note that is no paragraph by itself."""

_RUNNING = ("", "label", "dateline", "marker", "bullet", "numbered")
"""How a line may open whose sentence can go on below."""

_ADDRESS = lazy(r"[:：] ?https?://[!-~]+$")
"""An address behind a colon: what it ends needs no stop."""

_MARKUP = lazy(r"[`*_<>]|^\[|\[(?!\d[\d,，、–-]*\])|(?<!\[\d[\d,，、–-]{0,9})\]|^[—–-]{2}")

STOPPED = Verdict(None, "the line above ends with a stop")
TOO_SHORT = Verdict(None, "the line above is too short to be cut")
OPENS = Verdict(None, "the next line opens a block: a list item, a dateline, a heading")
CREDITED = Verdict(None, "the line above ends with the name of who wrote it")
CITED = Verdict(None, "the line above ends with the address that it announces")
IS_COPY = Verdict(None, "the next line stands elsewhere too, as a paragraph of its own")
VERSE = Verdict(None, "the document is verse: its lines end by choice")
BY_CHOICE = Verdict(None, "no blank line between, and the line above can end there by choice")
ODD = Verdict("review", "the sentence may go on; hardly another one of the text is broken")
CUT_ADDRESS = Verdict("review", "an address may go on")
WHOLE_ADDRESS = Verdict("safe", "an address goes on that stands elsewhere as a whole")
CUT_WORD = Verdict("safe", "a word goes on behind its hyphen that stands elsewhere as a whole")
WEIGHED: dict[Level | None, Verdict] = {
    "safe": Verdict("safe", "the sentence goes on"),
    "review": Verdict("review", "the sentence may go on"),
    None: Verdict(None, "too little shows that the sentence goes on"),
}


_LONE = 2
"""Rows that begin with a sign at most for one of them to be the only one below the first."""

_SIGNED = lazy(r"(?:.|--|->)[\p{L}\p{N}]")


def without_lone_signs(page: Page) -> list[Line]:
    """The filled rows, but one that alone begins with a sign of lists goes on in a word: 查尔斯|·格哈特, 环氧化酶|-2."""
    rows = page.filled_lines.copy()
    heads: list[str] = []
    for sign in "·->*|":
        if not 1 <= _count_at_starts(page, sign) <= _LONE:
            continue
        heads = heads or [row.body[0] for row in rows[1:]]
        if heads.count(sign) != 1:
            continue
        at = heads.index(sign) + 1
        if _SIGNED.match(rows[at].body) and rows[at - 1].tail.isalnum() and not rows[at].indent:
            rows[at] = Line(rows[at].body)
            rows[at].__dict__["opener"] = ""
    return rows


def _count_at_starts(page: Page, sign: str) -> int:
    """How often a sign stands right behind a line end."""
    places = page.places(sign)
    return int(np.count_nonzero(page.codes[places[places > 0] - 1] == ord("\n")))


def obstacle(first: Line, second: Line, border: Border) -> Verdict | None:
    """Why the sentence of `first` cannot go on in `second`; None: there is Han in both, and the right one opens no block."""
    if _is_stopped(border.above, border.below):
        return STOPPED
    if first.size < LEAST:
        return TOO_SHORT
    return _opening(border.above, border.below) or obstacle_besides(first, second, border)


def obstacle_besides(first: Line, second: Line, border: Border) -> Verdict | None:
    """The same where it is known that the two rows bar nothing."""
    above, below = border.above, border.below
    if first.size < LEAST:
        return TOO_SHORT
    if first.opener not in _RUNNING:
        return IS_BLOCK
    if above.credit:
        return CREDITED
    if above.tail.isascii() and not below.body[0].isascii() and _ADDRESS.search(above.body):
        return CITED
    for line in (first, second):  # Chinese with Latin words in it has some Han
        if line.han * 40 < line.size or not line.han:
            return FOREIGN
    return None


def bars(above: Line, below: Line) -> bool:
    """Whether two rows that meet are an obstacle by themselves, so that no join above or below takes it away.

    Not where a word or an address may be cut: that is asked before any obstacle.
    """
    if may_be_cut(above, below):
        return False
    return _is_stopped(above, below) or _opening(above, below) is not None


def _is_stopped(above: Line, below: Line) -> bool:
    return halts(above) and not (above.tail == "~" and below.body[0] == "/")


def _opening(above: Line, below: Line) -> Verdict | None:
    """What the row below begins: a paragraph, a signature, a block."""
    if below.indent:
        return INDENTED
    if below.name:
        return IS_NAME
    if above.aside == "page" or (above.aside == "float" and above.size <= _NOTE):
        return OF_PAGE
    if below.aside and (below.aside != "float" or above.tail not in BEFORE_FLOAT):
        return OPENS if below.aside == "fact" else OF_PAGE
    return OPENS if below.opener not in ("", "label") and not _goes_on(above, below) else None


def _goes_on(above: Line, below: Line) -> bool:
    """Whether what looks like a list item goes on in an enumeration, a number or the options of a command."""
    if above.tail == "、" or _INSIDE.match(below.body):
        return True
    return above.tail.isdecimal() and bool(_DIGITS.match(below.body))


def begins(row: Line) -> bool:
    """Whether a row looks like the start of something else: a label, an item, a name."""
    return row.name or row.indent > 0 or row.size < LEAST or row.opener not in ("", "label")


def clings(border: Border) -> bool:
    """Whether the words run on so surely that a row which stands elsewhere too has its place here."""
    return cohesion(border.above.body, border.below.body) > INSIDE_WORD


def by_choice(first: Line, border: Border) -> bool:
    """Whether a line without a blank line below can end where it does by choice: at a mark, or with markup."""
    above, below = border.above, border.below
    if _MARKUP.search(below.body) or _MARKUP.search(above.body):
        return True
    opened = border.flush and first.indent and first.opener != "bullet"
    if opened and first.size >= LINE:  # a paragraph would have an indent
        return False
    return first.han * 2 < first.size or above.tail in "，,；;"
