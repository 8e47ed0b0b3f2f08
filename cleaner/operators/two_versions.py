"""Flag what stands twice in two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from cleaner.copies.repeats import Repeats
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import HAN, lazy, letters

_LETTER = lazy(r"[\p{Han}\p{L}\p{N}]")
_COUNTED = frozenset(
    "〇零一二三四五六七八九十百千万亿两甲乙丙丁上下左右前后东西南北中大小男女父母兄弟姐妹他她它你我您原被"
)


def two_versions(*, least: int = 40, most: int = 3) -> Finder:
    """Flag the characters by which two otherwise equal rows of at least `least` letters differ, in both.

    They begin or end alike, have the same number of letters, and one to `most` Han are others; numerals
    and words such as 上 and 下 or 他 and 她 are others on purpose. A row of which there are more than two
    versions is a form. Each flag names the other reading as its candidate.
    """
    if least < 1 or most < 1:
        raise ValueError("'least' and 'most' must be at least 1")

    def run(page: Page) -> Iterable[Patch]:
        found = {
            pair: places
            for pair in _pairs(page)
            if (places := _differences(page, pair, least, most))
        }
        versions = Counter(row for pair in found for row in pair)
        flags = {
            flag
            for pair, places in found.items()
            if versions[pair[0]] == versions[pair[1]] == 1
            for flag in places
        }
        return sorted(flags)

    return run


def _pairs(page: Page) -> set[tuple[int, int]]:
    """Rows that begin or end alike and open no block."""
    repeats, lines = page.view(Repeats), page.lines
    return {
        (first, second)
        for group in (*repeats.heads, *repeats.tails)
        for first, second in combinations(group, 2)
        if not (lines[first].opener or lines[second].opener)
        and abs(lines[first].size - lines[second].size) * 10 <= lines[first].size
    }


def _differences(page: Page, pair: tuple[int, int], least: int, most: int) -> list[Patch]:
    """A flag for each character that differs, in both rows; none if they are equal or no versions of one text."""
    words = [letters(page.rows[row]) for row in pair]
    if len(words[0]) != len(words[1]) or len(words[0]) < least or words[0] == words[1]:
        return []
    first, second = (_letters(page, row) for row in pair)
    out: list[Patch] = []
    for (at, char), (there, other) in zip(first, second, strict=True):
        if char == other:
            continue
        if len(out) >= 2 * most or not (HAN.match(char) and HAN.match(other)):
            return []
        if char in _COUNTED and other in _COUNTED:
            return []
        for place, mine, its in ((at, char, other), (there, other, char)):
            message = f"“{mine}” here, and “{its}” where the same passage stands a second time"
            out.append(Patch(place, place + 1, mine, None, message, (its,)))
    return out


def _letters(page: Page, row: int) -> Iterator[tuple[int, str]]:
    start = page.starts[row]
    return ((start + at, char) for at, char in enumerate(page.rows[row]) if _LETTER.match(char))
