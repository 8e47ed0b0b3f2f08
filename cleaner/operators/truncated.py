"""Flag a sentence that breaks off at the end of a paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import numpy as np

from cleaner.borders.breaks import LONG
from cleaner.lines.articles import Ends, begins_article, stopped_share
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, lazy

_TAIL = lazy(r"(?<=[。！？…][”’）》]?)[^。！？…\n]*\p{Han}$")
_NOTE = lazy(
    r"[\s\u3000（(【\[“]|据|摄|文|图|编|责|来源|记者|本报|新华社|整理|原载|选自|转自|注|完"
)


def truncated(*, habit: float = 0.9, least: int = 4) -> Finder:
    """Flag the last words of a paragraph that stops inside a sentence, where nothing can continue it.

    The paragraph has a whole sentence before, at least `habit` of the document's other paragraphs end with a
    stop, and a line with nothing but a name, or a new article, follows. `least`: Han in those words.
    """
    if not 0 < habit <= 1 or least < 1:
        raise ValueError("'habit' must be above 0 and at most 1, 'least' at least 1")

    def run(page: Page) -> Iterable[Patch]:
        found = list(_broken(page, least))
        if found and stopped_share(page, len(found)) >= habit:
            yield from found

    return run


def _broken(page: Page, least: int) -> Iterable[Patch]:
    ends = page.view(Ends)
    # A stop and LONG Han are more than LONG characters.
    for row in np.flatnonzero((ends.lengths > LONG) & (ends.han | ends.blank)).tolist():
        line = page.lines[row]
        if line.blank or not line.open or not line.sentences or line.han < LONG:
            continue
        below = bisect_right(page.filled, row)
        if below == len(page.filled):
            continue
        if not (page.lines[page.filled[below]].name or begins_article(page, below)):
            continue
        body = page.rows[row].rstrip(BLANKS)
        tail = _TAIL.search(body)
        if tail and len(tail[0]) >= least and not _NOTE.match(tail[0]):
            start = page.starts[row] + tail.start()
            yield Patch(start, start + len(tail[0]), tail[0])
