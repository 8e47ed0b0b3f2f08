"""Delete the copy of a headline that stands inside a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cleaner.breaks import LONG, Breaks
from cleaner.cohesion import cohesion
from cleaner.layout import Line, joined
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, CLOSERS, compiled

_PARTS = compiled(r"[ \u3000]+")
_PART = 6
"""Han of a part of a headline at least."""

_ENDED = compiled(r"(?:[。！？：；…!?:;.．—－>`*_|～~]|[。！？]\[\d+\])[”’）》〉」』】〕)\]}\"']*$")
_LATIN_BORDER = compiled(r"[A-Za-z0-9][\p{Han}A-Za-z0-9]|\p{Han}[A-Za-z0-9]")
_NO_TITLE = "。！；：;:!，,、"
_ABOVE = ("", "bullet", "numbered", "label", "dateline", "marker", "quote")
_BELOW = ("", "label", "dateline")

_SURE, _DOUBTFUL, _LIKELY = 1.8, 1.0, -0.5
"""The least weight of a copy that is certain by itself, of one that is worth a look, and of one among others."""

_TIMES = 2
"""How often a headline stands by itself at most (in the contents and above its text); more are a form."""

_AROUND = 10_000
"""How far from a border its characters are looked for, standing together."""

_REACH = 20
"""Rows above a border that can belong to its paragraph."""


def inner_headline(*, least: int = 4, most: int = 60) -> Finder:
    """Delete a headline between the halves of a sentence if it stands elsewhere too, and join the halves.

    A row of `least` to `most` characters without a stop; it stands elsewhere whole, or as one of the parts between
    blanks of a longer one (at least six Han), in any case at one place where it parts no sentence, at most at
    two. Whether the sentence goes on behind it is weighed: the row above has marks, length and no end, the words
    run on, the row below ends as prose does, and the document's paragraphs end with a stop. A copy that
    is certain speaks for a doubtful one of its document; what is doubtful and alone is for review.
    """

    def run(page: Page) -> Iterable[Patch]:
        inside = _inside(page, least, most)
        copies = _copies(page, inside, most) if inside else []
        if not copies:
            return
        loose = _is_loose(page, {*copies})
        weights = {at: _weight(page, at, loose) for at in copies}
        sure = sum(weight >= _SURE for weight in weights.values())
        others = sum(_LIKELY <= weight < _SURE for weight in weights.values())
        for at, weight in weights.items():
            if weight >= _SURE or (weight >= _LIKELY and sure >= 2 * others):
                yield _patch(page, at)
            elif weight >= _DOUBTFUL:
                start, end = page.cut(page.filled[at], page.filled[at])
                yield Patch(start, end, "", "review")

    return run


def _inside(page: Page, least: int, most: int) -> list[int]:
    """The filled rows that look like headlines, below a row that has no end, above one that goes on."""
    lines = [page.lines[row] for row in page.filled]
    return [
        at
        for at in range(1, len(lines) - 1)
        if least <= lines[at].size <= most
        and not (lines[at - 1].stopped and lines[at - 1].tail not in CLOSERS)
        and _is_title(lines[at])
        and _is_left(lines[at - 1])
        and _is_right(lines[at + 1])
    ]


def _is_title(line: Line) -> bool:
    if line.tail in _NO_TITLE or line.han < 2 or line.sentences:
        return False
    return line.opener not in ("table", "code")


def _is_left(line: Line) -> bool:
    return line.size >= 6 and line.opener in _ABOVE and not _ENDED.search(line.body)


def _is_right(line: Line) -> bool:
    return not line.indent and not line.name and line.opener in _BELOW


def _copies(page: Page, inside: list[int], most: int) -> list[int]:
    """Those of the rows `inside` that stand elsewhere: where they part no sentence, or else the first."""
    wanted = {page.lines[page.filled[at]].body for at in inside}
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(page.filled):
        line = page.lines[row]
        if line.size > most:
            continue
        title = line.body.lstrip("# ")
        if title in wanted:
            places[title].append(at)
        elif not line.stopped and not line.marked and (" " in title or "\u3000" in title):
            for part in wanted.intersection(_PARTS.split(title)):
                places[part].append(at)
    found, doubtful = [], {*inside}
    for title, rows in places.items():
        outside = [at for at in rows if at not in doubtful]
        whole = any(page.lines[page.filled[at]].body.lstrip("# ") == title for at in outside)
        if len(outside) <= _TIMES and (whole or not outside or _han(page, rows) >= _PART):
            found += [at for at in rows if at in doubtful and (outside or at != rows[0])]
    return sorted(found)


def _han(page: Page, rows: list[int]) -> int:
    return min(page.lines[page.filled[at]].han for at in rows)


def _is_loose(page: Page, copies: set[int]) -> bool:
    """Whether prose ends without a stop here and there: one row in ten that no sentence is broken behind."""
    broken = {at.left for at in page.view(Breaks)}
    ended = loose = 0
    for at, row in enumerate(page.filled):
        line = page.lines[row]
        if line.size < 12 or not line.marked or line.han < 6:
            continue
        if _ENDED.search(line.body):
            ended += 1
        elif row not in broken and at + 1 not in copies:
            loose += line.opener not in ("heading", "table", "code")
    return loose * 10 > ended + 5


def _weight(page: Page, at: int, loose: bool) -> float:
    """How much speaks for a sentence that goes on behind filled row `at` (nats, fitted, rounded)."""
    lines = [page.lines[row] for row in page.filled[max(0, at - _REACH) : at]]
    above, below = lines[-1], page.lines[page.filled[at + 1]]
    first = above
    for line in reversed(lines[:-1]):
        if not line.open:
            break
        first = joined(line, first)
    weight = -6.7 - 3.8 * loose - (page.lines[page.filled[at]].size < 6)
    weight += 1.7 * first.marked + 0.7 * (first.sentences > 0) - 2.1 * bool(first.opener)
    weight += 1.7 * (first.size >= 20) + 0.8 * (first.size >= LONG) + 1.4 * first.han / first.size
    weight += 2.6 * (below.sentences > 0) + 1.7 * below.stopped + 1.4 * (below.size >= LONG)
    weight -= 3.5 * (above.tail in CLOSERS) + 0.7 * (above.tail.isascii() and above.tail.isalnum())
    return weight + _words(page, at, above.body, below.body)


def _words(page: Page, at: int, left: str, right: str) -> float:
    """The weight of the characters that would touch: how they run on, and that they do so near by."""
    if left[-1] in "，,、":
        return 1.9
    weight = 0.4 * max(-6.0, min(8.0, cohesion(left, right)))
    start = page.starts[page.filled[at]]
    window = page.text[max(0, start - _AROUND) : start + _AROUND]
    if left[-2:] + right[:2] in window:
        return weight + 3.0
    return weight + 1.5 * (left[-2:] + right[0] in window or left[-1] + right[:2] in window)


def _patch(page: Page, at: int) -> Patch:
    """The headline goes with the borders on both sides.

    Between Han and Latin, and in hard-wrapped text, a blank may have stood there: that is for the joining rules.
    """
    rows, above, below = page.rows, page.filled[at - 1], page.filled[at + 1]
    left, right = rows[above].rstrip(BLANKS), rows[below].lstrip(BLANKS)
    if page.layout.wraps or _LATIN_BORDER.fullmatch(left[-1] + right[0]):
        start, end = page.cut(page.filled[at], page.filled[at])
        return Patch(start, end, "")
    start = page.starts[above] + len(left)
    return Patch(start, page.starts[below] + len(rows[below]) - len(right), "")
