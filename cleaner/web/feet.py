"""Where the shell begins below the text of a scraped page, and what there may still be the text's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from cleaner.web.lexicon import STRONG
from cleaner.web.sayings import (
    BESIDE_ONE,
    BOOK,
    BOXED,
    BYLINE,
    CALLS,
    COUNT,
    LABEL,
    POSTED,
    SIGNED,
    SITE,
    YEAR,
)
from cleaner.web.scraped import Scraped

BESIDE = ("menu", "buttons", "noise", "stamp")
"""Kinds of lines that belong to a shell beside others of it."""

_SIGNED = ("share", "", "menu", "date", "fact", "noise")
"""Kinds of lines that may stand below the call of a notice, down to its date."""

_LISTED = ("", "noise", "date", "stamp")
"""Kinds of lines that a list of links has."""

_ENDS = ":：。；;，,、"
"""What ends no title."""

_PARTS = ("lists", "replies", "legal", "owner")
"""Kinds of lines below which the text has ended; a button may stand inside it."""

POST = 5
"""Lines on both sides of a sentence in which a sign of a post may stand."""


def foot_of(page: Scraped, behind: int) -> tuple[int, int]:
    """The lines from the first sign of a shell below the prose on, and what is beside it, to the end."""
    end = len(page.kinds)
    signs = (at for at in range(behind, end) if page.kinds[at] in (*STRONG, "lists"))
    start = next((at for at in signs if not _is_text(page, at)), end)
    for at in range(start - 1, behind - 1, -1):
        body = page.lines[at].body
        if page.kinds[at] not in BESIDE or LABEL.match(body):
            break  # whom to call, and who holds the event: the text says that
        if page.kinds[at] == "noise" and not (page.has_prose and COUNT.search(body)):
            break  # a grid, a rule
        start = at
    return start, end


def stated(page: Scraped, behind: int) -> Iterator[int]:
    """Sentences on copyright right below the text: its author may say that."""
    for at in range(behind, len(page.kinds)):
        line = page.lines[at]
        if page.kinds[at] not in ("legal", "owner") or not line.stopped:
            return
        if not SITE.search(line.body):
            yield at


def listed(page: Scraped, start: int, end: int) -> Iterator[int]:
    """Titles below the heading of a list of links, down to the next line that is known: what else is on the site."""
    titles: list[int] | None = None
    begun = False
    for at in range(start, end):
        kind, line = page.kinds[at], page.lines[at]
        if kind not in _LISTED:
            yield from titles or ()
            begun |= kind == "lists"
            section = begun and kind == "menu" and page.is_exact(at)
            listing = section or (kind == "lists" and not BOXED.search(line.body))
            beside = kind == "trail" and bool(BESIDE_ONE.fullmatch(line.body))
            titles = [] if listing or beside else None
        elif not (kind or titles is None or page.markup[at] or line.tail in _ENDS):
            titles += [] if BOOK.fullmatch(line.body) else [at]


def is_alien(page: Scraped, at: int, start: int) -> bool:
    """Whether a sentence among the lines of a foot may be the site's: other articles, readers or rights are told of
    above it, and no post begins or ends close by, as in the threads of a forum."""
    if not any(kind in _PARTS for kind in page.kinds[start:at]):
        return False
    near = page.lines[max(0, at - POST) : at] + page.lines[at + 1 : at + POST + 1]
    return not any(POSTED.search(line.body) for line in near)


def _is_text(page: Scraped, at: int) -> bool:
    """Whether what may be the first sign of a shell belongs to the text: it heads a paragraph, or is signed below."""
    body = page.lines[at].body
    if page.kinds[at] == "lists":
        heads = page.kinds[at + 1 : at + 2] == ["prose"] and page.lines[at + 1].stopped
        return heads or _is_box(page, at)
    if page.kinds[at] == "owner" and not YEAR.search(body):
        return any(SIGNED.fullmatch(line) for line in _signed(page, at))
    if page.kinds[at] != "share" or not CALLS.search(body):
        return False
    return any(LABEL.match(line) or SIGNED.fullmatch(line) for line in _signed(page, at))


def _is_box(page: Scraped, at: int) -> bool:
    """Whether the heading of a list opens a box of the article: who wrote it stands below, or what it lists is told."""
    unknown = takewhile(lambda one: not page.kinds[one], range(at + 1, len(page.kinds)))
    below = [page.lines[one].body for one in unknown]
    if any(BYLINE.match(body) for body in below):
        return True
    told = sum(LABEL.match(body) is not None for body in below)
    return bool(BOXED.search(page.lines[at].body)) and told > 1 and told * 2 > len(below)


def _signed(page: Scraped, at: int) -> Iterator[str]:
    """What stands below a line, down to the next one of a shell."""
    below = takewhile(lambda one: page.kinds[one] in _SIGNED, range(at + 1, len(page.kinds)))
    return (page.lines[one].body for one in below)
