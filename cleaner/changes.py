"""The changes of a run: kept as columns, made into objects when one is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from typing import overload

import numpy as np

from cleaner.clusters import Clusters
from cleaner.model import STRENGTH, Change, Level
from cleaner.offsets import grafted
from cleaner.rule import Rule
from cleaner.steps import Step
from cleaner.text import letters


class Places:
    """Line and column (1-based, code points) of offsets of a text."""

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate((len(row) + 1 for row in text.split("\n")), initial=0))

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1


def key_of(rules: Sequence[str], before: str, after: str, text: str, start: int, end: int) -> str:
    """The key of a decision: rules, before, after and 8 Han, letters or digits on each side.

    Blanks and punctuation left out, so that it survives other edits.
    """
    left = letters(text[max(0, start - 16) : start])
    if len(left) < 8:
        left = letters(text[max(0, start - 64) : start])
    right = letters(text[end : end + 16])
    if len(right) < 8:
        right = letters(text[end : end + 64])
    parts = (",".join(rules), before, after, left[-8:], right[:8])
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=8).hexdigest()


class Changes(Sequence[Change]):
    """The applied changes in source order, as columns; a `Change` is made when one is asked for."""

    def __init__(
        self,
        source: str,
        text: str,
        path: str | None,
        clusters: Clusters,
        chains: list[tuple[int, ...]],
        steps: list[Step],
        special: dict[int, tuple[Level | None, str]],
    ) -> None:
        self.source, self.text, self.path = source, text, path
        self.clusters, self.chains, self.steps = clusters, chains, steps
        self._special = special

    def __len__(self) -> int:
        return len(self.clusters)

    def __iter__(self) -> Iterator[Change]:
        at = self.clusters
        columns = (at.source_starts, at.source_ends, at.starts, at.ends, at.chain)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return (self._make(index, *row) for index, row in enumerate(rows))

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> list[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | list[Change]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("no such change")
        at = self.clusters
        columns = (at.source_starts, at.source_ends, at.starts, at.ends, at.chain)
        return self._make(index, *(int(column[index]) for column in columns))

    def _make(self, index: int, start: int, end: int, low: int, high: int, chain: int) -> Change:
        names, level, last = self._chain_facts[chain]
        own, message = self._special.get(index, (None, ""))
        before, after = self.source[start:end], self.text[low:high]
        line, column = self.places.of(start)
        return Change(
            path=self.path, line=line, column=column, start=start, end=end,
            cleaned_start=low, cleaned_end=high, rules=names, level=own or level, status="applied",
            before=before, after=after, message=message or worded(last, before, after, ()),
            key=key_of(names, before, after, self.source, start, end),
        )  # fmt: skip

    @cached_property
    def _chain_facts(self) -> list[tuple[tuple[str, ...], Level, Rule]]:
        """Of each chain of steps the rules' ids, the weakest level, and the last rule."""
        chains = [[self.steps[step].rule for step in chain] for chain in self.chains]
        return [
            (tuple(rule.id for rule in chain), weakest([rule.level for rule in chain]), chain[-1])
            for chain in chains
        ]

    @cached_property
    def places(self) -> Places:
        """Lines and columns of the source."""
        return Places(self.source)

    def per_rule(self) -> dict[str, int]:
        """How many changes each rule had a part in, by id, without making the changes."""
        counts = np.bincount(self.clusters.chain, minlength=len(self.chains))
        out: dict[str, int] = {}
        for chain, count in zip(self.chains, counts.tolist(), strict=True):
            for step in chain if count else ():
                name = self.steps[step].rule.id
                out[name] = out.get(name, 0) + count
        return out

    def undo(self, cleaned: str) -> str:
        """The source of a cleaned text."""
        at = self.clusters
        spans = at.source_starts, at.source_ends
        return grafted(cleaned, at.starts, at.ends, self.source, *spans)

    def replay(self, source: str) -> str:
        """The cleaned text of a source."""
        at = self.clusters
        spans = at.source_starts, at.source_ends
        return grafted(source, *spans, self.text, at.starts, at.ends)


def weakest(levels: Sequence[Level]) -> Level:
    """The weakest of some levels: where changes merge, it wins."""
    return max(levels, key=STRENGTH.__getitem__)


def worded(rule: Rule, before: str, after: str, candidates: Sequence[str]) -> str:
    """The rule's message with its places filled in, or what the rule does."""
    if not rule.message:
        return rule.does
    return (
        rule.message.replace("{text}", before)
        .replace("{before}", before)
        .replace("{after}", after)
        .replace("{candidates}", " | ".join(candidates))
    )
