"""Flag an item that stands twice in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, han_table, table_of

_LONG = 12
"""Han in the longest item: what is longer is a clause."""

_REACH = _LONG + 2
"""Characters of the longest item with its quotation marks."""

_MANY = 30
"""Separators in a list beyond which a second item proves nothing: rolls of names have namesakes."""

_STOPS = "，,。；;：:！!？?…（）()【】\n"
"""Marks at which a list starts or ends."""

_ITEM = compiled(rf"[“‘《]?([\p{{Han}}·]{{1,{_LONG}}})[”’》]?")
_LAST = compiled(r"[“‘《]?([\p{Han}·]+)")
_PROSE = compiled("[和与及或对的在是为]|^[一二三四五六七八九十百千万两半几数]")
"""Words that show that a stretch is more than one item, or a number, which may recur (三行、三行、五行)."""

_END = compiled(r"等|方面|问题|环节|领域|\Z")
"""What shows where the last item ends."""


def repeated_item(*, separator: str = "、", least: int = 2) -> Finder:
    """Flag an item of a list of three or more that stands in it before.

    `least` is the shortest item, in characters. The first and the last item touch the sentence around
    them: they count where a mark or (for the last) a word such as 等 shows where they end. Items are
    compared without their quotation marks.
    """
    if len(separator) != 1 or least < 1:
        raise ValueError("'separator' must be one character and 'least' at least 1")

    def run(page: Page) -> Iterable[Patch]:
        if not page.has((separator,)):
            return
        for first, bars in _suspects(page, separator):
            seen: set[str] = set()
            for start, item in _items(page.text, first, bars):
                if not item:
                    seen.clear()
                elif item in seen and len(item) >= least:
                    yield Patch(start, start + len(item), item)
                    break
                seen.add(item)

    return run


def _suspects(page: Page, separator: str) -> Iterator[tuple[int, list[int]]]:
    """Lists in which two items start alike: where the first item starts, and the separators.

    Found on the array of codes, since nearly every list has nothing to flag.
    """
    bars = np.flatnonzero(page.codes == ord(separator))
    if len(bars) < 2:
        return
    size = _REACH + 1
    margin = np.full(size, 0x0A, dtype=page.codes.dtype)
    codes = np.concatenate((margin, page.codes, margin))
    # codes[at + size - back] is what stands in front of a place, the nearest first.
    back = np.arange(1, size + 1)
    gaps = np.diff(bars, prepend=-size - 1)
    stops = table_of(_STOPS)[codes[bars[:, None] + size - back]] & (back < gaps[:, None])
    opens = np.flatnonzero((gaps > size) | stops.any(axis=1))
    counts = np.diff(opens, append=len(bars))
    # The first item starts behind the last character that is no Han, of those before the first separator.
    ends = bars[opens] - table_of("”’》")[codes[bars[opens] + size - 1]]
    firsts = ends - np.argmin(han_table()[codes[ends[:, None] + size - back]], axis=1)
    heads = np.concatenate((firsts, bars + 1)) + size
    heads += table_of("“‘《")[codes[heads]]
    owners = np.concatenate((np.arange(len(opens)), np.repeat(np.arange(len(opens)), counts)))
    keys = (owners << 42) | (codes[heads].astype(np.int64) << 21) | codes[heads + 1]
    keys.sort()
    for owner in np.unique(keys[1:][keys[1:] == keys[:-1]] >> 42).tolist():
        if 2 <= counts[owner] <= _MANY:
            low = int(opens[owner])
            yield int(firsts[owner]), bars[low : low + int(counts[owner])].tolist()


def _items(text: str, first: int, bars: list[int]) -> Iterator[tuple[int, str]]:
    """The items of a list that are known whole, with their starts; "" where prose interrupts the list."""
    known: list[str] = []
    for start, bar in zip([first, *(at + 1 for at in bars)], bars, strict=False):
        match = _ITEM.fullmatch(text, start, bar)
        if match is None or _PROSE.search(match[1]):
            known.clear()
            yield start, ""
            continue
        known.append(match[1])
        yield match.start(1), match[1]
    match = _LAST.match(text, bars[-1] + 1, bars[-1] + 2 + 2 * _REACH)
    if match:
        start, rest = match.start(1), match[1]
        whole = [item for item in known if rest.startswith(item) and _END.match(rest, len(item))]
        yield start, max(whole, key=len, default="")
