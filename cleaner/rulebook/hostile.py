"""Finds patterns that run away: where one stretch of text can be divided among repeats in many ways.

Two shapes are refused, each only where it is shown: a repeat of something that can itself be divided, as
`(a+)+` or `(a|a)*` (exponential; see `automaton`), and two repeats without limit side by side that take
the same characters, as `\\s*\\s*x` (quadratic for every start). What is not shown here still
runs under a time limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.rulebook.automaton import Taken, divided, shown
from cleaner.rulebook.syntax import UnreadError, read_pattern
from cleaner.rulebook.tree import Atomic, Border, Either, Look, One, Repeat, Row, Some, Tree


def why_hostile(pattern: str) -> str:
    """Why a pattern is refused, as half a sentence; "" if nothing is found against it."""
    try:
        tree = read_pattern(pattern)
    except (UnreadError, RecursionError):
        return ""
    taken = Taken(pattern)
    for part in _apart(tree):
        both = _side_by_side(part, taken)
        if both:
            return (
                f"two repeats stand side by side that both take {both!r}; "
                "leave one out, or make the first possessive"
            )
        loop = divided(part, taken)
        if loop:
            return (
                f"a repeat inside a repeat can divide a run of {loop!r} in many ways; "
                "let each round begin or end with something that no other part takes"
            )
    return ""


def _apart(tree: Tree) -> Iterator[Tree]:
    """The tree and the parts inside it that are matched by themselves (lookarounds, atomic groups)."""
    yield tree
    for part in _below(tree):
        if isinstance(part, Look | Atomic):
            yield part.part


def _below(tree: Tree) -> Iterator[Tree]:
    yield tree
    match tree:
        case Row(parts=parts) | Either(branches=parts):
            for part in parts:
                yield from _below(part)
        case Repeat(part=part) | Atomic(part=part) | Look(part=part):
            yield from _below(part)


def _side_by_side(tree: Tree, taken: Taken) -> str:
    for row in _below(tree):
        if not isinstance(row, Row):
            continue
        for at, part in enumerate(row.parts):
            behind = _next_repeat(row.parts, at)
            if behind is None or not _endless(part) or _can_end(row.parts[behind + 1 :]):
                continue
            common = _taken(part, taken) & _taken(row.parts[behind], taken)
            if common:
                return shown(common)
    return ""


def _next_repeat(parts: tuple[Tree, ...], at: int) -> int | None:
    """The index of the next endless repeat with nothing before it that must take a character."""
    for index in range(at + 1, len(parts)):
        if _endless(parts[index]):
            return index
        if not isinstance(parts[index], Repeat) or _shortest(parts[index]):
            return None
    return None


def _endless(tree: Tree) -> bool:
    return (
        isinstance(tree, Repeat)
        and tree.high is None
        and not tree.kept
        and isinstance(tree.part, One)
    )


def _taken(tree: Tree, taken: Taken) -> frozenset[str]:
    one = tree.part if isinstance(tree, Repeat) else tree
    return taken.by(one) if isinstance(one, One) else frozenset()


def _can_end(parts: Iterable[Tree]) -> bool:
    """Whether these parts can match nothing: then what stands before them need not give back.

    A border such as `$` is counted among them, in favour of the pattern.
    """
    return all(isinstance(part, Border) or _shortest(part) == 0 for part in parts)


def _shortest(tree: Tree) -> int:
    """The least number of characters that a part takes (lookarounds count as one: they can fail)."""
    match tree:
        case Border() | Some():
            return 0
        case One() | Look():
            return 1
        case Row(parts=parts):
            return sum(map(_shortest, parts))
        case Either(branches=branches):
            return min(map(_shortest, branches))
        case Repeat(part=part, low=low):
            return low * _shortest(part)
        case Atomic(part=part):
            return _shortest(part)
