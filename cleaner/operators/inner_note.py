"""Move footnotes from between the halves of a sentence to behind its paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from cleaner.borders.seams import between
from cleaner.lines.signs import behind
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.printed.page_ends import goes_on, goes_over
from cleaner.text import BLANKS, lazy

_MARK = lazy(r"[①-⑳]|(?P<open>[\[〔［])\d{1,3}(?(open)[\]〕］])")
_FIRSTS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳[〔［")

_REACH = 3_000
"""Characters above a note in which its mark is looked for: a page, and what was joined to it."""


def inner_note(*, most: int = 8) -> Finder:
    """Move up to `most` footnotes that part a sentence behind the paragraph, and join its halves.

    A footnote is a line that begins with a mark (①, [1], 〔1〕) which stands inside the text above too, and that ends with a
    stop. It moves where the sentence above it surely goes on below, up to the end of a paragraph; where it only may
    go on, as over the end of a page, that is for review. Nothing is lost: the note stands as it did, after the
    sentence instead of inside it.
    """

    def run(page: Page) -> Iterable[Patch]:
        notes = _notes(page)
        if not notes or page.layout.wraps:
            return
        lines, filled, last = page.lines, page.filled, 0
        for at in (bisect_left(filled, row) for row in notes):
            if at <= last or at + 1 == len(filled) or lines[filled[at - 1]].stopped:
                continue
            last = _last_note(page, at, most)
            if last >= at and lines[filled[last + 1]].stopped:
                if goes_on(page, at - 1, last + 1):
                    yield from _moved(page, at, last, None)
                elif goes_over(page, filled[at - 1], filled[last + 1]):
                    yield from _moved(page, at, last, "review")

    return run


def _notes(page: Page) -> list[int]:
    """The rows below the first that begin as a footnote does."""
    signs = _FIRSTS.intersection(page.profile.chars)
    starts = [at for sign in signs for at in behind(page, sign, "\n" + BLANKS)]
    return sorted({row for at in starts if page.lines[row := page.row_at(at)].body[0] in _FIRSTS})


def _last_note(page: Page, at: int, most: int) -> int:
    """The number of the last of the filled rows from `at` on that are footnotes with text below; `at` - 1: there is none."""
    filled = page.filled
    last = at - 1
    while last + 2 < len(filled) and last + 1 - at < most and _is_note(page, filled[last + 1]):
        last += 1
    return last


def _is_note(page: Page, row: int) -> bool:
    """Whether a row is a footnote: a sentence behind a mark that stands inside the text above."""
    line, start = page.lines[row], page.starts[row]
    mark = _MARK.match(line.body)
    if not mark or not line.stopped or line.han < 2:
        return False
    above = page.text.rfind(mark[0], max(0, start - _REACH), start)
    return above > 0 and page.text[above - 1] not in "\n \u3000"


def _moved(page: Page, at: int, last: int, level: Level | None) -> Iterable[Patch]:
    """The patch that puts the notes from number `at` to `last` behind the row below them."""
    rows, starts, filled = page.rows, page.starts, page.filled
    left, right = (page.lines[filled[number]].body for number in (at - 1, last + 1))
    after, sure = between(left[-1], right[0], page)
    if not sure:
        return
    start = starts[filled[at - 1]] + rows[filled[at - 1]].index(left) + len(left)
    notes, end = starts[filled[at]], starts[filled[last]] + len(rows[filled[last]])
    gap, text = page.text[start:notes], page.text[notes:end]
    below = starts[filled[last + 1]]
    yield Patch(start, below + len(rows[filled[last + 1]]), f"{after}{right}{gap}{text}", level)
