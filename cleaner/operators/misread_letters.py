"""Single letters and marks of UTF-8 that were read as Latin-1 or cp1252, in text that is otherwise sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.decode.common import weights
from cleaner.exempt.sealed import breaks, sealed_spans
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import han_table, lazy, matches

_LEADS = "\u00c2-\u00f4"
"""The bytes that begin a character of UTF-8, as Latin-1 shows them."""
_TRAILS = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""The bytes 80 to BF, as Latin-1 and cp1252 show them."""
_SEQUENCES = lazy(f"(?:[{_LEADS}][{_TRAILS}]{{1,3}})+")
_BEHIND = lazy(f"[!-~\u0080-\u00ff{_TRAILS}]+")
_BEFORE = lazy(f"(?r)[!-~\u0080-\u00ff{_TRAILS}]+")
"""What stands together, in which bytes beyond ASCII are read as one or in none of these encodings."""
_SOUND = lazy(r"[!-~\u00a0§°±·×÷“”‘’…—•€]")
"""What may stand in a word that was not misread."""
_ODD = lazy(f"[\u0080-\u00ff{_TRAILS}]{{2}}")
"""Letters side by side that cannot be read: the row was misread otherwise."""
_STILL = lazy(f"[\u0080-\u00ff]{{3}}|{_SEQUENCES.pattern}")
"""What was misread twice, or is something else."""
_MARKS = str.maketrans("", "", "“”‘’—…•€")
_AT_ONCE = tuple(chr(code) for code in range(0xC2, 0xF5))


def misread_letters(*, unless: tuple[str, ...] = ()) -> Finder:
    """Restore letters and marks of UTF-8 that were read as Latin-1 or cp1252, each run of them by itself.

    Whether a run is one, and what it was, says ftfy (`fix_encoding`; its badness heuristic by R. Speer). A row with
    words of which only a part can be read so was misread otherwise, and stays. A text with one of the words of `unless` is about
    such things, and stays.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(_AT_ONCE) or (unless and page.has(unless)):
            return
        sealed, odd = sealed_spans(page), set[int]()
        found: list[tuple[int, Patch]] = []
        for start, end in _words(page):
            patches, rest = _read(page.text[start:end])
            row = page.row_at(start)
            if _ODD.search(rest):
                odd.add(row)
            found += [(row, p._replace(start=start + p.start, end=start + p.end)) for p in patches]
        for row, patch in found:
            if row not in odd and not breaks(sealed, patch.start, patch.end):
                yield patch

    return run


def _words(page: Page) -> Iterator[tuple[int, int]]:
    """The spans of the words in which a byte stands that begins a character of UTF-8."""
    here = 0
    for lead in np.flatnonzero((page.codes >= 0xC2) & (page.codes <= 0xF4)).tolist():
        if lead >= here:
            before, behind = _BEFORE.match(page.text, here, lead), _BEHIND.match(page.text, lead)
            start = before.start() if before else lead
            here = behind.end() if behind else lead + 1
            yield start, here


def _read(word: str) -> tuple[list[Patch], str]:
    """The patches of a word, if all of it was misread so; and what of it cannot be read."""
    from ftfy import fix_encoding  # noqa: PLC0415  it takes 60 ms, and few texts ask for it

    found, rest, here = [], "", 0
    for match in matches(_SEQUENCES, word):
        read = fix_encoding(match[0])
        if len(read) < len(match[0]) and "\ufffd" not in read:
            found.append(Patch(*match.span(), read))
            rest += word[here : match.start()]
            here = match.end()
    rest = _SOUND.sub("", rest + word[here:])
    if not all(_is_text(patch.after) for patch in found):
        rest = word
    return ([] if rest else found), rest


def _is_text(read: str) -> bool:
    """Whether letters and marks are some that stand in texts: not letters that were misread once more, not rare Han."""
    han = [char for char in read if han_table()[ord(char)]]
    return not _STILL.search(read.translate(_MARKS)) and not any(
        weights()[ord(char)] < 0 for char in han
    )
