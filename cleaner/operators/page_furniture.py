"""Delete page numbers, running heads and feet, and form feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.borders.seams import between
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.printed.furniture import Furniture
from cleaner.printed.page_ends import FEED, goes_over, line_at
from cleaner.text import BLANKS

_GAP = BLANKS + "\n" + FEED


def page_furniture() -> Finder:
    """Delete the page numbers, running heads and feet that recur in step with the pages, and form feeds.

    What they are is judged in `cleaner.printed.furniture`. What stands between the same two lines goes at once. Of the
    line ends there, one is left where lines are hard-wrapped, a blank line where the sentence goes on (as
    between columns, for the joining rules to judge), and elsewhere what separates the paragraphs. A page
    number inside a sentence that nothing else proves is only probable: review.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = page.view(Furniture.of)
        page.profile.used["furniture"] = found.counts
        rows = {*found.numbers, *found.heads}
        if not (rows or found.feeds or found.doubtful):
            return []
        sure = [_patch(page, found, *span) for span in _passages(page, rows, found.feeds)]
        doubtful = [
            _patch(page, found, *span, level="review")
            for span in _passages(page, set(found.doubtful), set())
        ]
        return sorted([*sure, *_apart(doubtful, sure)])

    return run


def _apart(patches: list[Patch], others: list[Patch]) -> Iterator[Patch]:
    """Those patches that do not meet any of the others; both are sorted."""
    at = 0
    for patch in patches:
        while at < len(others) and others[at].end < patch.start:
            at += 1
        if at == len(others) or patch.end < others[at].start:
            yield patch


def _passages(page: Page, rows: set[int], feeds: set[int]) -> Iterator[tuple[int, int]]:
    """Spans from the first to the last piece of furniture with nothing but blanks between."""
    text = page.text
    begun: tuple[int, int] | None = None
    for start, end in _pieces(page, rows, feeds):
        if begun and not text[begun[1] : start].strip(_GAP):
            begun = begun[0], end
            continue
        if begun:
            yield begun
        begun = start, end
    if begun:
        yield begun


def _pieces(page: Page, rows: set[int], feeds: set[int]) -> Iterator[tuple[int, int]]:
    """What is to go, piece by piece: whole rows, and form feeds at the border of others."""
    for index in sorted(rows | feeds):
        row, start = page.rows[index], page.starts[index]
        body = row.strip(_GAP)
        if index in rows or not body:
            yield start, start + len(row)
            continue
        first = row.index(body)
        if FEED in row[:first]:
            yield start, start + row.rindex(FEED, 0, first) + 1
        if FEED in row[first + len(body) :]:
            yield start + row.index(FEED, first + len(body)), start + len(row)


def _patch(page: Page, found: Furniture, start: int, end: int, level: Level | None = None) -> Patch:
    """The patch that takes out a passage, and leaves the line ends that are to be left."""
    text = page.text
    low, high = start, end
    while low > 0 and text[low - 1] in _GAP:
        low -= 1
    while high < len(text) and text[high] in _GAP:
        high += 1
    if low == 0:
        return Patch(0, _row_start(text, high, end), "", level)
    if high == len(text):
        if text.endswith(FEED):  # the newline before it was the last one
            low += text[low] == "\n"
        return Patch(low, len(text) - text.endswith("\n"), "", level)
    high = _row_start(text, high, end)
    left = _left_over(page, found, low, high, (page.row_at(start), page.row_at(end)))
    if text.startswith(left, low, high):
        return Patch(low + len(left), high, "", level)
    if text.endswith(left, low, high):
        return Patch(low, high - len(left), "", level)
    return Patch(low, high, left, level)


def _row_start(text: str, at: int, least: int) -> int:
    """Where the row of a place starts: its indent stays. Not before `least`."""
    return max(least, text.rfind("\n", 0, at) + 1)


def _left_over(page: Page, found: Furniture, low: int, high: int, rows: tuple[int, int]) -> str:
    """The line ends that are left between the lines that end at `low` and start at `high`."""
    layout = page.layout
    end, start = page.row_at(low), page.row_at(high)
    inside = range(rows[0], rows[1] + 1)
    broken = any(row in found.broken or row in found.doubtful for row in inside)
    if broken or goes_over(page, end, start):
        after, sure = between(page.text[low - 1], page.text[high], page)
        above = line_at(page, end)
        if any(above.width <= wrap.width + wrap.slack for wrap in layout.wraps):
            return "\n"
        return after if sure else "\n\n"
    return "\n\n" if layout.spaced or layout.stride == 2 else "\n"
