"""Flag a term that stands on both sides of a connecting word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.model import Patch
from cleaner.page import Finder, Page, Pattern
from cleaner.text import compiled, count_han, han_table


def twin_term(
    *,
    between: tuple[str, ...],
    least: int = 2,
    most: int = 16,
    before: Pattern = "",
    after: Pattern = "",
    elsewhere: int = 0,
) -> Finder:
    r"""Flag the second of two equal terms of Han with one of the words `between` them.

    A term has `least` to `most` Han. `before` and `after` are patterns that must match the text up to the
    first term, and behind the second one. `elsewhere`: so many Han in front of the first term are part of
    it, and together with them it must stand at another place of the document too.
    """
    if not between or not all(between) or not 1 <= least <= most:
        raise ValueError(
            "'between' must name words, and 'least' be at least 1 and 'most' no smaller"
        )
    lead, follow = compiled(rf"(?:{before})$" if before else ""), compiled(after)

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(between):
            return
        text, here = page.text, 0
        known: dict[str, bool] = {}
        for start, size, gap in sorted(_twins(page, between, least, most)):
            twin, end = start + size + gap, start + 2 * size + gap
            if start < here or not follow.match(text, end):
                continue
            if before and not lead.search(text[max(0, start - 30) : start]):
                continue
            if elsewhere:
                term = text[max(0, start - elsewhere) : start + size]
                if term not in known:
                    known[term] = len(term) == elsewhere + size and _is_known(page, term)
                if not known[term]:
                    continue
            here = end
            yield Patch(twin, end, text[twin:end])

    return run


def _twins(
    page: Page, between: tuple[str, ...], least: int, most: int
) -> Iterator[tuple[int, int, int]]:
    """Start, size and gap of equal stretches of Han around each connecting word."""
    text, han, sizes = page.text, han_table(), np.arange(least, most + 1)
    margin = np.zeros(most + max(map(len, between)), dtype=page.codes.dtype)
    codes = np.concatenate((margin, page.codes, margin))
    for word in between:
        gap = len(word)
        places = np.flatnonzero(page.codes == ord(word[0])) + len(margin)
        rows, columns = np.nonzero(codes[places + gap][:, None] == codes[places[:, None] - sizes])
        at, size = places[rows], sizes[columns]
        same = codes[at - 1] == codes[at + gap + size - 1]
        for place, length in zip(
            (at[same] - len(margin)).tolist(), size[same].tolist(), strict=True
        ):
            start, end = place - length, place + gap
            if start < 0 or not text.startswith(word, place):
                continue
            if text[start:place] == text[end : end + length] and han[page.codes[start:place]].all():
                yield start, length, gap


def _is_known(page: Page, term: str) -> bool:
    """Whether a term is all Han and stands at two places at least."""
    return count_han(term) == len(term) and page.text.count(term) > 1
