"""Flag an item that stands twice in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

import numpy as np

from cleaner.lines.rows import Mask
from cleaner.model import Offsets, Patch
from cleaner.page import SHORT, Finder, Page
from cleaner.text import han_table, lazy, table_of

_LONG = 12
"""Han in the longest item: what is longer is a clause."""

_REACH = _LONG + 2
"""Characters of the longest item with its quotation marks."""

_MANY = 30
"""Separators in a list beyond which a second item proves nothing: rolls of names have namesakes."""

_STOPS = "，,。；;：:！!？?…（）()【】\n"
"""Marks at which a list starts or ends."""

_NO_ITEM = frozenset(_STOPS)
_QUOTES = "“‘《”’》"
_ITEM = lazy(rf"[“‘《]?([\p{{Han}}·]{{1,{_LONG}}})[”’》]?")
_LAST = lazy(r"[“‘《]?([\p{Han}·]+)")
_PROSE = lazy("[和与及或对的在是为]|^[一二三四五六七八九十百千万两半几数]")
"""Words that show that a stretch is more than one item, or a number, which may recur (三行、三行、五行)."""

_END = lazy(r"等|方面|问题|环节|领域|\Z")
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
        few = least > 1 and len(page.text) < SHORT
        for first, bars in (_recurring if few else _suspects)(page, separator):
            seen: set[str] = set()
            for start, item in _items(page.text, first, bars):
                if not item:
                    seen.clear()
                elif item in seen and len(item) >= least:
                    yield Patch(start, start + len(item), item)
                    break
                seen.add(item)

    return run


def _recurring(page: Page, separator: str) -> Iterator[tuple[int, list[int]]]:
    """The same as `_suspects`, for short texts and items of two characters or more."""
    pieces = page.text.split(separator)
    inner = [
        at
        for at in range(1, len(pieces) - 1)
        if len(pieces[at]) <= _REACH and _NO_ITEM.isdisjoint(pieces[at])
    ]
    opens = [nth for nth, at in enumerate(inner) if not nth or inner[nth - 1] != at - 1]
    for nth, end in zip(opens, [*opens[1:], len(inner)], strict=False):
        first, last = inner[nth], inner[end - 1]
        if end - nth < _MANY and _may_recur(pieces[first - 1 : last + 2]):
            sizes = (len(piece) + 1 for piece in pieces[first : last + 1])
            bars = [*accumulate(sizes, initial=len(separator.join(pieces[:first])))]
            yield _first(page.text, bars[0]), bars


def _may_recur(pieces: list[str]) -> bool:
    """Whether two items of a list may be the same. The first and the last piece hold more than one."""
    before, behind = pieces[0].rstrip(_QUOTES), pieces[-1].lstrip(_QUOTES)
    items = [item for piece in pieces[1:-1] if len(item := piece.strip(_QUOTES)) > 1]
    return (
        len({*items}) < len(items)
        or before.endswith((*items,))
        or behind.startswith((*items,))
        or (len(behind) > 1 and behind[:2] in before[-_REACH:])
    )


def _first(text: str, bar: int) -> int:
    """Where the first item of a list starts: behind the last character that is no Han, if that is near."""
    end = bar - (text[bar - 1 : bar] in tuple("”’》"))
    for start in range(end, max(-1, end - _REACH - 1), -1):
        if not start or not han_table()[ord(text[start - 1])]:
            return start
    return end


def _suspects(page: Page, separator: str) -> Iterator[tuple[int, list[int]]]:
    """Lists in which two items start alike: where the first item starts, and the separators.

    Found on the array of codes, since nearly every list has nothing to flag.
    """
    bars, opens, counts = _lists(page, separator)
    if not len(opens):
        return
    firsts = _firsts(page, bars[opens])
    owners = np.repeat(np.arange(len(opens)), counts)
    items = np.arange(len(owners)) + (opens - np.cumsum(counts) + counts)[owners]
    heads = np.concatenate((firsts, bars[items] + 1))
    heads += table_of("“‘《")[page.codes.take(heads, mode="clip")]
    first, second = (page.codes.take(heads + step, mode="clip") for step in (0, 1))
    owners = np.concatenate((np.arange(len(opens)), owners))
    keys = (owners << 42) | (first.astype(np.int64) << 21) | second
    keys.sort()
    for owner in sorted(set((keys[1:][keys[1:] == keys[:-1]] >> 42).tolist())):
        low = int(opens[owner])
        yield int(firsts[owner]), bars[low : low + int(counts[owner])].tolist()


def _lists(page: Page, separator: str) -> tuple[Offsets, Offsets, Offsets]:
    """All separators; the first one of each list, as its index; and how many the list has: 2 to 30."""
    bars = page.places(separator)
    size = _REACH + 1
    gaps = np.full(len(bars), size + 1)
    gaps[1:] = bars[1:] - bars[:-1]
    near = np.flatnonzero(gaps <= size)
    opens = np.ones(len(bars), dtype=np.bool_)
    opens[near] = _stopped(page, bars[near], gaps[near] - 1)
    starts = np.flatnonzero(opens)
    counts = np.append(starts[1:], len(bars)) - starts
    chosen = (counts >= 2) & (counts <= _MANY)
    return bars, starts[chosen], counts[chosen]


def _stopped(page: Page, places: Offsets, most: Offsets) -> Mask:
    """Whether a stop stands among the so many characters in front of each place."""
    back = np.arange(1, int(most.max(initial=0)) + 1)
    before = page.codes.take(places[:, None] - back, mode="clip")
    stops = table_of(_STOPS)[before] & (back <= most[:, None])
    return np.asarray(stops.any(axis=1))


def _firsts(page: Page, bars: Offsets) -> Offsets:
    """Where the first item of each list starts: behind the last character that is no Han."""
    back = np.arange(1, _REACH + 2)
    ends = bars - table_of("”’》")[page.codes.take(bars - 1, mode="clip")]
    places = ends[:, None] - back
    han = han_table()[page.codes.take(places, mode="clip")] & (places >= 0)
    firsts: Offsets = ends - np.argmin(han, axis=1)
    return firsts


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
