"""Delete whole lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from cleaner.lines.passages import without
from cleaner.lines.reach import Reach, Within
from cleaner.model import Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import TIME_LIMIT, compiled, is_blank, matches

BELOW = 120
"""Rows that a pattern sees from its line on, where only some lines are within reach."""

MOST = 30
"""Lines up to which what a pattern finds within a limited reach is furniture; more are a list, and stay."""


def lines(
    *, find: str, first: int = 0, last: int = 0, within: Within = "text", words: Needed = ()
) -> Finder:
    """Delete each line at whose start `find` matches, so that one separator is left where it stood.

    `find` may look at the lines around; only the line that it starts in goes. `first` and `last`: only
    among the first or last so many filled lines, not counting those that go. `within`: the whole
    text, its head (above the first line of running text), its foot (below the last one), or both
    edges. Where more than `MOST` lines within such limits match, none goes. Nothing is looked for where none of `words` stands there.
    """
    finder = compiled(f"^(?:{find})")
    reach, zones = Reach(first, last, within, words), Reach(within=within, words=words)

    def counted(page: Page) -> Iterator[int]:
        """The rows to delete within the first or last so many lines, in the order of looking."""
        left = first or last or len(page.rows)
        for row in _order(page, zones, backwards=bool(last)):
            if is_blank(page.rows[row]):
                continue
            below = page.starts[min(row + BELOW, len(page.rows))]
            if finder.match(page.text, page.starts[row], below, timeout=TIME_LIMIT):
                yield row
                continue
            left -= 1
            if not left:
                return

    def anywhere(page: Page) -> Iterator[int]:
        if words and not page.has(words):
            return
        for match in matches(finder, page.text):
            here = bisect_right(page.starts, match.start()) - 1
            if here < len(page.rows) and not is_blank(page.rows[here]):
                yield here

    def run(page: Page) -> Iterable[Patch]:
        rows = sorted(set(anywhere(page) if reach.unlimited else counted(page)))
        if not reach.unlimited and len(rows) > MOST:
            return []
        return [Patch(start, end, "") for start, end in without(page, rows)]

    return run


def _order(page: Page, reach: Reach, *, backwards: bool) -> Iterator[int]:
    """The rows within reach, from the first one on or from the last one back."""
    spans = reach.spans(page)
    for start, end in reversed(spans) if backwards else spans:
        rows = range(bisect_left(page.starts, start), bisect_left(page.starts, end))
        yield from reversed(rows) if backwards else rows
