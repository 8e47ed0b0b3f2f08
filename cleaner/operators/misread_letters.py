"""Single letters and marks of UTF-8 that were read as Latin-1 or cp1252, in text that is otherwise sound."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.sealed import breaks, sealed_spans
from cleaner.text import compiled, matches

_LEADS = "\u00c2-\u00f4"
"""The bytes that begin a character of UTF-8, as Latin-1 shows them."""
_TRAILS = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""The bytes 80 to BF, as Latin-1 and cp1252 show them."""
_SEQUENCES = compiled(f"(?:[{_LEADS}][{_TRAILS}]{{1,3}})+")
_AT_ONCE = tuple(chr(code) for code in range(0xC2, 0xF5))


def misread_letters(*, unless: tuple[str, ...] = ()) -> Finder:
    """Restore letters and marks of UTF-8 that were read as Latin-1 or cp1252, each run of them by itself.

    Whether a run is one, and what it was, says ftfy (`fix_encoding`; its badness heuristic by R. Speer).
    A text with one of the words of `unless` is about such things, and stays.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(_AT_ONCE) or (unless and page.has(unless)):
            return
        from ftfy import fix_encoding  # noqa: PLC0415  it takes 60 ms, and few texts ask for it

        sealed = sealed_spans(page)
        for match in matches(_SEQUENCES, page.text):
            read = fix_encoding(match[0])
            whole = len(read) < len(match[0]) and "\ufffd" not in read
            if whole and not breaks(sealed, *match.span()):
                yield Patch(*match.span(), read)

    return run
