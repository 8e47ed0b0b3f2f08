"""Words without which a rule finds nothing: derived from its pattern, or shown to follow from it.

A rule whose needed words are all absent is skipped, so this must be sound: what is not certain gives
no needs. A word counts where it stands in the match or in what a lookaround asks for, since both
are in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cleaner.rulebook.options import Operator, Value, options_of
from cleaner.rulebook.syntax import UnreadError, read_pattern
from cleaner.rulebook.tree import Atomic, Border, Either, Look, One, Repeat, Row, Some, Tree
from cleaner.text import lazy

Words: TypeAlias = frozenset[str]
Rank: TypeAlias = Callable[[Words], tuple[int, ...]]
"""How good a set of words is, of which one stands in every match. The lowest rank is (0,)."""

MOST = 32
"""How many exact texts of a part are followed up."""

MOST_NEEDS = 96
"""A prefilter of more words costs more than it saves."""

_COMMON = lazy(r"[\s，。、：；？！,.:;()（）“”\d的]")
_TWO_MARKS = lazy(r"[，。、；：？！,.:;()（）“”]{2}")
"""Marks are common, but few of them stand side by side."""

_EMPTY: Words = frozenset([""])


@dataclass(frozen=True, slots=True)
class _Fact:
    """`exact`: all texts that a part can match, if they are few. `best`: one of these is in every match."""

    exact: Words | None
    best: Words | None


def derived_needs(operator: Operator, options: Mapping[str, Value]) -> tuple[str, ...]:
    """Words of which one stands in every text in which the operator finds something; () if unknown."""
    best: Words | None = None
    for words in _facts(operator, options, _usefulness):
        best = _better(best, words, _usefulness)
    if best is None or _usefulness(best) == (0,):
        return ()
    shortest = {word for word in best if not any(part in word for part in best - {word})}
    return tuple(sorted(shortest, key=lambda word: (len(word), word)))


def follow(needs: Iterable[str], operator: Operator, options: Mapping[str, Value]) -> bool:
    """Whether it is certain that one of `needs` stands wherever the operator finds something."""
    wanted = tuple(needs)

    def rank(words: Words) -> tuple[int, ...]:
        return (int(all(any(need in word for need in wanted) for word in words)),)

    return any(rank(words) == (1,) for words in _facts(operator, options, rank))


def _facts(operator: Operator, options: Mapping[str, Value], rank: Rank) -> Iterator[Words]:
    """Sets of words of which one stands in every text in which the operator finds something.

    From its options that are annotated as needed, and from its option `find`: that is by convention a
    pattern, or a list of them, without whose match an operator does nothing.
    """
    for name, option in options_of(operator).items():
        value = options.get(name)
        if option.is_needed and isinstance(value, tuple | dict) and value:
            yield frozenset(value)
        elif name == "find" and isinstance(value, str | tuple) and value:
            patterns = (value,) if isinstance(value, str) else value
            bests = [best_words(pattern, rank) for pattern in patterns]
            if all(bests):
                yield frozenset(word for best in bests for word in best or ())


def best_words(pattern: str, rank: Rank) -> Words | None:
    """The best set of words of which one stands in every text that the pattern matches, or None."""
    try:
        return _fact(read_pattern(pattern), rank).best
    except (UnreadError, RecursionError):
        return None


def _usefulness(words: Words) -> tuple[int, ...]:
    weight = min(len(_COMMON.sub("", word)) for word in words)
    shortest = min(map(len, words))
    if len(words) > MOST_NEEDS:
        return (0,)
    if weight == 0 and not all(map(_TWO_MARKS.search, words)):
        return (0,)
    return (min(weight, 3), min(shortest, 2), -len(words), shortest)


def _better(one: Words | None, other: Words | None, rank: Rank) -> Words | None:
    if one is None or other is None:
        return one if other is None else other
    return other if rank(other) > rank(one) else one


def _whole(exact: Words, best: Words | None, rank: Rank) -> _Fact:
    """A part whose texts are known: they are words themselves, unless one is empty."""
    return _Fact(exact, best if "" in exact else _better(best, exact, rank))


def _fact(tree: Tree, rank: Rank) -> _Fact:
    match tree:
        case One(chars=chars):
            return _whole(frozenset(chars), None, rank) if chars else _Fact(None, None)
        case Some():
            return _Fact(None, None)
        case Border():
            return _Fact(_EMPTY, None)
        case Look(part=part, negative=negative):
            return _Fact(_EMPTY, None if negative else _fact(part, rank).best)
        case Atomic(part=part):
            return _fact(part, rank)
        case Either(branches=branches):
            return _either([_fact(branch, rank) for branch in branches], rank)
        case Row(parts=parts):
            return _row(parts, rank)
        case Repeat():
            return _repeat(tree, rank)


def _either(facts: list[_Fact], rank: Rank) -> _Fact:
    best = frozenset[str]().union(*(fact.best or () for fact in facts))
    known = best if all(fact.best for fact in facts) else None
    exact = frozenset[str]().union(*(fact.exact or () for fact in facts))
    if len(exact) > MOST or any(fact.exact is None for fact in facts):
        return _Fact(None, known)
    return _whole(exact, known, rank)


def _row(parts: Sequence[Tree], rank: Rank) -> _Fact:
    """The longest runs of known texts side by side, with what the lookarounds add at either end."""
    facts = [_fact(part, rank) for part in parts]
    whole = _side_by_side(facts, rank)
    best = whole.best
    looks = [(at, part) for at, part in enumerate(parts) if isinstance(part, Look)]
    for start, before in [(-1, None), *((at, one) for at, one in looks if one.behind)]:
        for end, after in [(len(parts), None), *((at, one) for at, one in looks if not one.behind)]:
            seen = [one for one in (before, after) if one is not None and not one.negative]
            if not seen or start > end:
                continue
            run = facts[start + 1 : end]
            if before in seen and before is not None:
                run = [*_facts_of(before.part, rank), *run]
            if after in seen and after is not None:
                run = [*run, *_facts_of(after.part, rank)]
            best = _better(best, _side_by_side(run, rank).best, rank)
    return _Fact(whole.exact, best)


def _facts_of(tree: Tree, rank: Rank) -> list[_Fact]:
    parts = tree.parts if isinstance(tree, Row) else (tree,)
    return [_fact(part, rank) for part in parts]


def _side_by_side(facts: Sequence[_Fact], rank: Rank) -> _Fact:
    best: Words | None = None
    run, complete = _EMPTY, True
    for fact in facts:
        best = _better(best, fact.best, rank)
        if fact.exact is not None and len(run) * len(fact.exact) <= MOST:
            run = frozenset(left + right for left in run for right in fact.exact)
            continue
        best = _whole(run, best, rank).best
        run, complete = (fact.exact or _EMPTY), False
    whole = _whole(run, best, rank)
    return _Fact(whole.exact if complete else None, whole.best)


def _repeat(tree: Repeat, rank: Rank) -> _Fact:
    inner = _fact(tree.part, rank)
    if tree.low == 0:
        optional = tree.high == 1 and inner.exact is not None
        return _Fact(inner.exact | _EMPTY if optional and inner.exact else None, None)
    copies = min(tree.low, 4)
    fact = _side_by_side([inner] * copies, rank)
    return fact if tree.high == copies else _Fact(None, fact.best)
