"""Flag characters that stand for bytes which could not be read."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import lazy, matches

_RUN = lazy(r"[\uFFFD\uDC80-\uDCFF]+|\x00+")


def unreadable() -> Finder:
    """Flag each run of U+FFFD, of bytes that did not decode (U+DC80-DCFF), and of NUL, which a failed write leaves."""

    def run(page: Page) -> Iterable[Patch]:
        if page.profile.undecodable or page.has(("\ufffd",)):
            for match in matches(_RUN, page.text):
                yield Patch(*match.span(), match[0])

    return run
