"""Flag a term that stands on both sides of a connecting word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.model import Patch
from cleaner.page import SHORT, Finder, Page, Pattern
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
    if len(page.text) < SHORT:
        yield from _twins_in_short(page, between, least, most)
        return
    text, codes, sizes = page.text, page.codes, np.arange(least, most + 1)
    found = [page.places(word) for word in between]
    places = np.concatenate(found)
    ends = places + np.repeat([len(word) for word in between], [len(hits) for hits in found])
    # At the borders of the text other characters are taken ("clip"): the strings are compared below.
    firsts = codes.take(ends, mode="clip")[:, None]
    rows, columns = np.nonzero(codes.take(places[:, None] - sizes, mode="clip") == firsts)
    place, end, size = places[rows], ends[rows], sizes[columns]
    lasts = codes.take(end + size - 1, mode="clip")
    same = np.flatnonzero(codes.take(place - 1, mode="clip") == lasts)
    for at in same.tolist():
        middle, right, length = int(place[at]), int(end[at]), int(size[at])
        left = middle - length
        if left < 0 or text[left:middle] != text[right : right + length]:
            continue
        if han_table()[codes[left:middle]].all():
            yield left, length, right - middle


def _twins_in_short(
    page: Page, between: tuple[str, ...], least: int, most: int
) -> Iterator[tuple[int, int, int]]:
    """The same without columns."""
    text = page.text
    for word in between:
        for middle in page.find_all(word):
            right = middle + len(word)
            if text[max(0, middle - least) : middle][-2:] not in text[right : right + most]:
                continue  # the end of a term stands in the other one too
            for size in range(least, min(most, middle) + 1):
                term = text[right : right + size]
                if text[middle - size : middle] == term and count_han(term) == size:
                    yield middle - size, size, len(word)


def _is_known(page: Page, term: str) -> bool:
    """Whether a term is all Han and stands at two places at least."""
    return count_han(term) == len(term) and page.text.count(term) > 1
