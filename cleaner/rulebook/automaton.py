"""The automaton of a pattern, and whether some text leads round a loop of it on two different ways.

Its places are the single characters of the pattern. Two ways round a loop with one text are two ways to
divide that text, and twice the text has four: the time grows exponentially.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import regex

from cleaner.rulebook.tree import Atomic, Border, Either, Look, One, Repeat, Row, Some, Tree

LARGEST = 120
"""Places of a pattern up to which it is looked at."""

COPIES = 6
"""A repeat with a limit is looked at as at most so many copies."""

ENDLESS = 16
"""A repeat of as many rounds is taken for one without limit: two ways a round are too many then."""

SAMPLE = (
    "".join(map(chr, range(9, 14))) + "".join(map(chr, range(32, 127)))
    + "\u00a0\u3000，。、：；？！“”‘’（）《》〈〉【】「」『』—…·～％０９Ａｚ〇一二三十年月日的在甲乙丙丁々㐀éßЖあアㄅ½②★□"
)  # fmt: skip

Edges: TypeAlias = dict[int, list[tuple[int, int]]]


class Taken:
    """Which characters of a sample the sets of a pattern take; the sample holds the pattern's own."""

    def __init__(self, pattern: str) -> None:
        self._sample = "".join(sorted({*SAMPLE, *pattern}))
        self._known: dict[str, frozenset[str]] = {}

    def by(self, one: One) -> frozenset[str]:
        """The characters that a set takes; none where it cannot be asked by itself."""
        known = self._known.get(one.source)
        if known is None:
            try:
                found = regex.findall(one.source, self._sample, regex.MULTILINE | regex.VERSION1)
            except regex.error:
                found = []
            known = self._known[one.source] = frozenset(char for char in found if len(char) == 1)
        return known


def shown(chars: frozenset[str]) -> str:
    """One of some characters that is good to show."""
    return next((char for char in "甲a0" if char in chars), min(chars))


@dataclass
class _Places:
    """`follow` counts on how many ways one place can come right after another."""

    taken: Taken
    takes: list[frozenset[str]] = field(default_factory=list)
    follow: Counter[tuple[int, int]] = field(default_factory=Counter)


@dataclass(frozen=True)
class _Part:
    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: bool


def divided(tree: Tree, taken: Taken) -> str:
    """A character of which a run can be divided in many ways, or "" if none is found."""
    places = _Places(taken)
    try:
        _build(tree, places)
    except OverflowError:
        return ""
    edges: Edges = {}
    for (one, other), ways in places.follow.items():
        if places.takes[one] and places.takes[other]:
            edges.setdefault(one, []).append((other, ways))
    for loop in _loops(edges):
        char = _ambiguous(loop, edges, places.takes)
        if char:
            return char
    return ""


def _build(tree: Tree, places: _Places) -> _Part:
    match tree:
        case One():
            return _place(places, places.taken.by(tree))
        case Some() | Atomic() | Look() | Border():
            # A place that takes nothing: no loop through it is looked at.
            return _place(places, frozenset())
        case Row(parts=parts):
            built = _Part((), (), True)
            for part in parts:
                built = _joined(built, _build(part, places), places)
            return built
        case Either(branches=branches):
            parts_built = [_build(branch, places) for branch in branches]
            return _Part(
                tuple(place for part in parts_built for place in part.first),
                tuple(place for part in parts_built for place in part.last),
                any(part.empty for part in parts_built),
            )
        case Repeat():
            return _repeat(tree, places)


def _place(places: _Places, takes: frozenset[str]) -> _Part:
    if len(places.takes) >= LARGEST:
        raise OverflowError
    places.takes.append(takes)
    here = len(places.takes) - 1
    return _Part((here,), (here,), False)


def _joined(one: _Part, other: _Part, places: _Places) -> _Part:
    _link(one, other, places)
    return _Part(
        one.first + (other.first if one.empty else ()),
        other.last + (one.last if other.empty else ()),
        one.empty and other.empty,
    )


def _link(one: _Part, other: _Part, places: _Places) -> None:
    for left in one.last:
        for right in other.first:
            places.follow[left, right] += 1


def _repeat(tree: Repeat, places: _Places) -> _Part:
    """Copies of the part, each reached from the one before; the last one leads to itself if endless."""
    if tree.kept:
        return _place(places, frozenset())
    endless = tree.high is None or tree.high >= ENDLESS
    most = max(1, tree.low) if endless else tree.high or 0
    copies = min(most, COPIES)
    least = copies if tree.low >= most else min(tree.low, copies - 1)
    if not copies:
        return _Part((), (), True)
    parts = [_build(tree.part, places) for _ in range(copies)]
    for one, other in pairwise(parts):
        _link(one, other, places)
    if endless:
        _link(parts[-1], parts[-1], places)
    ends = parts[max(0, least - 1) :]
    last = tuple(place for part in ends for place in part.last)
    return _Part(parts[0].first, last, tree.low == 0 or parts[0].empty)


def _loops(edges: Edges) -> Iterator[frozenset[int]]:
    """The sets of places that lead to one another."""
    reach = {place: _reached(place, edges) for place in edges}
    done: set[int] = set()
    for place, there in reach.items():
        if place in there and place not in done:
            loop = frozenset(other for other in there if place in reach.get(other, ()))
            done |= loop
            yield loop


def _reached(place: int, edges: Edges) -> set[int]:
    seen: set[int] = set()
    todo = [place]
    while todo:
        for other, _ in edges.get(todo.pop(), ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def _ambiguous(loop: frozenset[int], edges: Edges, takes: list[frozenset[str]]) -> str:
    """A character at which two ways part that start and end together inside the loop, or ""."""
    inside = {place: [row for row in edges[place] if row[0] in loop] for place in loop}
    for place in sorted(loop):
        for other, ways in inside[place]:
            if ways > 1:
                return shown(takes[other])
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    back: dict[tuple[int, int], list[tuple[int, int]]] = {}
    todo = [(place, place) for place in loop]
    while todo:
        pair = todo.pop()
        if pair in pairs:
            continue
        pairs[pair] = [
            (one, other)
            for one, _ in inside[pair[0]]
            for other, _ in inside[pair[1]]
            if takes[one] & takes[other]
        ]
        for then in pairs[pair]:
            back.setdefault(then, []).append(pair)
        todo += pairs[pair]
    seen: set[tuple[int, int]] = set()
    todo = [(place, place) for place in loop]
    while todo:
        pair = todo.pop()
        if pair[0] != pair[1]:
            return shown(takes[pair[0]] & takes[pair[1]])
        if pair not in seen:
            seen.add(pair)
            todo += [before for before in back.get(pair, ()) if before not in seen]
    return ""
