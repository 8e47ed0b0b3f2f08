"""Passages of GBK that were read one byte off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

import numpy as np

from cleaner.characters.misread import short
from cleaner.characters.slips import between, pair_of
from cleaner.cohesion import share_known
from cleaner.decode.common import weights
from cleaner.exempt.sealed import seal
from cleaner.lines.rows import Mask
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import Codes, han_table, looked_up, text_of

_NEAR = 6
"""Characters of which two are rare, and would be common, where a passage may be one byte off."""
_KINDS = 2
"""Different rare characters of a text that is looked at."""
_LEAST = 5
"""Characters that a passage must win."""
_MEAN = 0.5
"""How common they must be."""
_LOSS = 0.3
"""How much rarer than what stands there one of them may be for the passage to go on: sound text loses far more."""
_KNOWN = 0.3
"""How much more of its neighbours must be known to follow each other."""
_LONG, _KNOWN_LONG = 8, 0.1
"""The same for passages of so many characters and more: verse has few."""
_REACH = 1000
"""Characters to each side that are looked at."""
_PRIVATE = slice(0xE000, 0xE766)
"""What GBK keeps for private use; half of a character and half of the next are often there."""
_SLACK = 2
"""Characters by which the borders of a passage may be wrong: some fit by chance."""
_MARKS = (0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97)
"""… ‘ ’ “ ” – — in cp1252."""


def slipped_passage() -> Finder:
    """Flag a passage of GBK that was read one byte off, because a byte before it is lost or too much.

    Where the odd byte is a mark of cp1252 (… – — or a quotation mark), and another one or a Latin letter makes it even
    again, no byte is lost: the passage is restored.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.inserted and np.count_nonzero(_rare().take(page.profile.points)) < _KINDS:
            return []
        found = list(_patches(page))
        seal(page, (patch[:2] for patch in found if patch.level == "flag"))
        return found

    return run


@cache
def _rare() -> Mask:
    """For each code point whether it is of two bytes in GBK and hardly stands in a text."""
    found: Mask = (pair_of() > 0) & (weights() <= 0) & han_table()
    found[_PRIVATE] = True
    return found


def _patches(page: Page) -> Iterator[Patch]:
    codes, here = page.codes, 0
    for at in _suspects(codes):
        if at < here:
            continue
        start, end = _run(codes, at, here)
        here = end
        if span := _best(codes[start:end]):
            first, last = start + span[0], start + span[1]
            if patch := _restored(codes, start, end, first, last):
                yield patch
            else:
                passage = text_of(codes[first:last])
                message = f"GBK read one byte off: {short(_inner(passage) or '')}"
                yield Patch(first, last, passage, "flag", message)


def _suspects(codes: Codes) -> list[int]:
    """Where a rare character stands close before another, and both become common."""
    places = np.flatnonzero(looked_up(_rare(), codes))
    if not len(places):
        return []
    close = np.diff(places) < _NEAR
    near = np.concatenate((close, [False])) | np.concatenate(([False], close))
    places = places[near]
    places = places[between(codes, places) >= _MEAN]
    return [*places[:-1][np.diff(places) < _NEAR].tolist()]


def _run(codes: Codes, at: int, here: int) -> tuple[int, int]:
    """The run of characters of two bytes around a place."""
    low, high = max(here, at - _REACH), min(len(codes), at + _REACH)
    single = np.flatnonzero(pair_of().take(codes[low:high]) == 0) + low
    nth = int(single.searchsorted(at))
    start = int(single[nth - 1]) + 1 if nth else low
    return start, int(single[nth]) if nth < len(single) else high


def _best(codes: Codes) -> tuple[int, int] | None:
    """The span in a run that wins most if it is read one byte on; None if that is not plainly Chinese."""
    new = between(codes, np.arange(len(codes) - 1))
    old = weights().take(codes)
    total = np.concatenate(([0.0], np.cumsum(new - (old[:-1] + old[1:]) / 2 + _LOSS)))
    won = total[1:] - np.minimum.accumulate(total[:-1])
    if not len(won):
        return None
    last = int(won.argmax())
    first = int(total[: last + 1].argmin())
    if last + 1 - first < _LEAST or new[first : last + 1].mean() < _MEAN:
        return None
    passage = text_of(codes[first : last + 2])
    inner = _inner(passage)
    if inner is None:
        return None
    known = share_known(inner) - share_known(passage)
    long = len(inner) >= _LONG and known >= _KNOWN_LONG
    return (first, last + 2) if long or known >= _KNOWN else None


def _inner(passage: str) -> str | None:
    """What a passage reads one byte on, without its first and its last byte."""
    try:
        return passage.encode("gb18030")[1:-1].decode("gb18030")
    except UnicodeError:
        return None


def _restored(codes: Codes, low: int, high: int, first: int, last: int) -> Patch | None:
    """The patch of a passage that begins and ends with a whole character of one byte, at these borders or beside them."""
    near = sorted(range(-_SLACK, _SLACK + 1), key=abs)
    for start, end in product((first + step for step in near), (last + step for step in near)):
        if low <= start < end - 2 and end <= high:
            passage = text_of(codes[start:end])
            raw, inner = passage.encode("gb18030"), _inner(passage)
            if inner and raw[0] in _MARKS and (raw[-1] in _MARKS or raw[-1:].isalpha()):
                after = raw[:1].decode("cp1252") + inner + raw[-1:].decode("cp1252")
                return Patch(start, end, after, message="GBK read one byte off")
    return None
