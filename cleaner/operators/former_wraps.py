"""Delete the blanks that a hard wrap has left."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.borders.former_ends import left_over, until_settled
from cleaner.model import Patch
from cleaner.page import Finder, Page


def former_wraps() -> Finder:
    """Delete the blanks that a hard wrap has left where its lines ended.

    Where nine of ten blanks between Chinese, four at least, stand at the ends of lines of one width, counted
    from the start of their paragraph, they are what is left of line ends; and where seven of ten, twelve at
    least, stand at the ends of lines of nearly one width, as in recognized books. Elsewhere, as between the
    parts of a headline, blanks stay, and so do those between Han and Latin where Latin is set off.
    """

    def run(page: Page) -> Iterable[Patch]:
        for place in until_settled(page, left_over(page), left_over):
            yield Patch(place, place + 1, "")

    return run
