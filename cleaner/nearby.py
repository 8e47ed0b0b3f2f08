"""What is broken near a border, or elsewhere in the text, and how long the rows are that are broken there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

from cleaner.evidence import Around
from cleaner.layout import Line

_NEAR = 8
"""How many borders before and after one are near by."""

_FEW, _SHARE = 2, 6
"""Sentences are broken near by where at least so many borders are, and one in so many."""

_PAUSES = "，、,"
"""Where most rows end so, they end there by choice."""

_ALIKE = 6
"""Characters by which rows of one column width differ at most."""

_BOTH, _BROKEN = Around(broken=True, alike=True), Around(broken=True)
_ELSEWHERE = Around(elsewhere=True)


def around(
    rows: Sequence[Line], asked: Sequence[int], found: Container[int], plausible: Iterable[int]
) -> dict[int, Around]:
    """What stands around those borders that are not joined and have broken ones near by, or anywhere.

    A border is known by the number of the row below it. `asked`: those at which a sentence could be broken, in order;
    `found`: those at which one is; `plausible`: those that are worth a look for what is broken far off.
    """
    places = [at for at, right in enumerate(asked) if right in found]
    if len(places) < _FEW:
        return {}
    open_ones = (at for at in plausible if at not in found)
    known = {at: _ELSEWHERE for at in open_ones if not _may_end(rows[at - 1].tail)}
    reached = {at for place in places for at in range(place - _NEAR, place + _NEAR + 1)}
    for at in sorted(reached.intersection(range(len(asked)))):
        if asked[at] in found:
            continue
        first, last = max(0, at - _NEAR), min(len(asked), at + _NEAR + 1)
        near = places[bisect_left(places, first) : bisect_left(places, last)]
        if len(near) >= _FEW and len(near) * _SHARE >= last - first:
            broken = [rows[asked[each] - 1] for each in near]
            if told := _told(rows[asked[at] - 1], broken):
                known[asked[at]] = told
    return known


def _told(row: Line, broken: Sequence[Line]) -> Around | None:
    """What broken rows tell of a row among them."""
    if sum(each.tail in _PAUSES for each in broken) * 2 > len(broken):
        return None
    alike = sum(abs(each.size - row.size) <= _ALIKE for each in broken)
    return _BOTH if alike * 2 >= len(broken) else _BROKEN


def _may_end(tail: str) -> bool:
    """Whether a row with such an end may be a line by choice, or nothing that one can judge by its words."""
    return tail in _PAUSES or tail.isascii()
