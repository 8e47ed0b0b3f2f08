"""Delete the copy of a headline or a paragraph that stands inside a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from cleaner.breaks import COPY, Breaks
from cleaner.model import Patch
from cleaner.operators.repeats import prove
from cleaner.page import Finder, Page
from cleaner.text import compiled

_PARTS = compiled(r"[ \u3000]+")


def intruder(*, least: int = 6, most: int = 80) -> Finder:
    """Delete a row between the halves of a sentence if it stands elsewhere too.

    Either it is a headline that stands above, whole or as one of its parts between blanks: it has at least
    `least` Han, at most `most` characters and no mark. Or it is a paragraph that stands elsewhere by itself: it
    ends with a stop and has at least 20 characters. What stands nowhere else is no copy and stays. One
    row goes, so that the halves are left as two rows for the joining rules.
    """

    def run(page: Page) -> Iterable[Patch]:
        lines = [page.lines[row] for row in page.filled]
        inside = [at for at in range(1, len(lines) - 1) if lines[at - 1].open]
        titles = [at for at in inside if is_title(at, page)]
        first = _first_titles(page, is_title) if titles else {}
        copies = {at for at in titles if first.get(lines[at].body, at) < at}
        times = Counter(line.body for line in lines if inside)
        paragraphs = {at for at in inside if times[lines[at].body] > 1 and lines[at].size >= COPY}
        copies.update(at for at in paragraphs if page.view(Breaks).is_copy(at))
        for at in sorted(copies):
            if page.view(Breaks).between(at - 1, at + 1) == "safe":
                if at in paragraphs:
                    prove(page)
                start, end = page.cut(page.filled[at], page.filled[at])
                yield Patch(start, end, "")

    def is_title(at: int, page: Page) -> bool:
        line = page.lines[page.filled[at]]
        return (
            not line.stopped
            and len(line.body) <= most
            and not line.marked
            and line.opener in ("", "heading")
            and line.han >= least
        )

    return run


def _first_titles(page: Page, is_title: Callable[[int, Page], bool]) -> dict[str, int]:
    """Where each headline, and each part of one, first stands: as number of the filled row."""
    first: dict[str, int] = {}
    for at, row in enumerate(page.filled):
        if is_title(at, page):
            title = page.lines[row].body.lstrip("# ")
            for part in (title, *_PARTS.split(title)):
                first.setdefault(part, at)
    return first
