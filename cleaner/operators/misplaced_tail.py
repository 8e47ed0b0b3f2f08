"""Delete the copy of an article's end that stands between other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, HAN, STOPS

_TAIL = 4
"""Han by which the ends of paragraphs are looked up."""


def misplaced_tail(*, least: int = 20) -> Finder:
    """Delete a block of rows that is the end of another article, cut off inside a sentence.

    Its first row is the end of another paragraph, from the middle of a sentence on; its other rows equal
    the rows behind that paragraph, in order; the row before it ends with a stop, so that it continues
    nothing there. The copy that continues its sentence is the one that stays. A block has at least two
    rows and `least` characters; blank rows bound it.
    """

    def run(page: Page) -> Iterable[Patch]:
        ends = _paragraph_ends(page)
        for first, last in _blocks(page):
            if last == first or not _continues_nothing(page, first):
                continue
            size = sum(len(row) for row in page.rows[first : last + 1])
            if size >= least and any(
                _is_copy(page, first, last, there) for there in ends.get(_end(page.rows[first]), ())
            ):
                start, end = page.cut(first, last)
                yield Patch(start, end, "")

    return run


def _end(row: str) -> str:
    return row.rstrip(BLANKS)[-_TAIL:]


def _paragraph_ends(page: Page) -> dict[str, list[int]]:
    """Rows by their last characters. A row with many equal ends is boilerplate and is left out."""
    ends: dict[str, list[int]] = {}
    for row in page.filled:
        same = ends.setdefault(_end(page.rows[row]), [])
        if len(same) < 8:
            same.append(row)
    return ends


def _blocks(page: Page) -> Iterator[tuple[int, int]]:
    """First and last row of each run of filled rows without a blank row between them."""
    first = last = -2
    for row in page.filled:
        if row != last + 1:
            if first >= 0:
                yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last


def _continues_nothing(page: Page, first: int) -> bool:
    above = first - 1
    while above >= 0 and page.lines[above].blank:
        above -= 1
    return above < 0 or page.lines[above].stopped


def _is_copy(page: Page, first: int, last: int, there: int) -> bool:
    """Whether rows first..last repeat the end of row `there` and the rows behind it."""
    rows = page.rows
    head, whole = rows[first].strip(BLANKS), rows[there].rstrip(BLANKS)
    if first <= there <= last or len(head) >= len(whole) or not whole.endswith(head):
        return False
    before = whole[-len(head) - 1]
    if before in STOPS or before in "，," or not HAN.match(head) or not HAN.match(before):
        return False
    behind = rows[there + 1 : there + 1 + last - first]
    return behind == rows[first + 1 : last + 1]
