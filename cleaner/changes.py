"""From the steps of a run to its changes: composed on demand, kept as columns, made into objects lazily."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple, overload

import numpy as np

from cleaner.model import STRENGTH, Change, Level, Offsets, Status
from cleaner.offsets import Clusters, Composer, lengths, offsets, splice
from cleaner.rule import Rule
from cleaner.text import compiled


class Held(NamedTuple):
    """A patch that was not applied: a probable repair below the level, or a flag."""

    start: int
    end: int
    after: str
    level: Level
    message: str
    candidates: tuple[str, ...]


@dataclass
class Step:
    """What one rule did to the text that the step before it left, as columns.

    `levels` and `messages` hold only what differs from the rule's own, by index. `held` is placed in the
    text before the step.
    """

    rule: Rule
    starts: Offsets
    ends: Offsets
    afters: Sequence[str]
    levels: dict[int, Level] = field(default_factory=dict)
    messages: dict[int, str] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)


class Places:
    """Line and column (1-based, code points) of offsets of a text."""

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate((len(row) + 1 for row in text.split("\n")), initial=0))

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1


_WORDLESS = compiled(r"[^\p{Han}\p{L}\p{N}]+")


def key_of(rules: Sequence[str], before: str, after: str, text: str, start: int, end: int) -> str:
    """The key of a decision: rules, before, after and 8 Han, letters or digits on each side.

    Blanks and punctuation left out, so that it survives other edits.
    """
    left = _WORDLESS.sub("", text[max(0, start - 64) : start])[-8:]
    right = _WORDLESS.sub("", text[end : end + 64])[:8]
    parts = (",".join(rules), before, after, left, right)
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
        return (self[index] for index in range(len(self)))

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
        start, end = int(at.source_starts[index]), int(at.source_ends[index])
        low, high = int(at.starts[index]), int(at.ends[index])
        chain = [self.steps[step].rule for step in self.chains[int(at.chain[index])]]
        level, message = self._special.get(index, (None, ""))
        if level is None:
            level = max((rule.level for rule in chain), key=STRENGTH.__getitem__)
        before, after = self.source[start:end], self.text[low:high]
        names = tuple(rule.id for rule in chain)
        line, column = self.places.of(start)
        return Change(
            path=self.path, line=line, column=column, start=start, end=end,
            cleaned_start=low, cleaned_end=high, rules=names, level=level, status="applied",
            before=before, after=after,
            message=message or worded(chain[-1], before, after, ()),
            key=key_of(names, before, after, self.source, start, end),
        )  # fmt: skip

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
        befores = _slices(self.source, at.source_starts, at.source_ends)
        return splice(cleaned, at.starts, at.ends, befores)

    def replay(self, source: str) -> str:
        """The cleaned text of a source."""
        at = self.clusters
        afters = _slices(self.text, at.starts, at.ends)
        return splice(source, at.source_starts, at.source_ends, afters)


def _slices(text: str, starts: Offsets, ends: Offsets) -> list[str]:
    return [text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]


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


def compose(
    source: str, text: str, steps: list[Step], path: str | None
) -> tuple[Changes, list[Change]]:
    """The applied changes, and what was held back or flagged, both in source order."""
    composer = Composer()
    waiting: list[tuple[Step, Held, int, int, str, str]] = []
    marks: list[tuple[int, int, int, Level | None, str]] = []
    for number, step in enumerate(steps):
        if step.held:
            waiting.extend(_placed(source, text, steps, number, composer.clusters))
        if step.levels or step.messages:
            marks.extend(_marked(step, number, composer.clusters))
        composer.add(number, step.starts, step.ends, lengths(step.afters))
    clusters = composer.clusters
    special = _special(clusters, composer.chains, steps, marks)
    changes = Changes(source, text, path, clusters, composer.chains, steps, special)
    held = _held(changes, waiting)
    return changes, held


def _placed(
    source: str, text: str, steps: list[Step], number: int, clusters: Clusters
) -> Iterator[tuple[Step, Held, int, int, str, str]]:
    """Held patches of a step with their source spans, and what source span would become."""
    step = steps[number]
    starts = offsets([held.start for held in step.held])
    ends = offsets([held.end for held in step.held])
    sources, source_ends = clusters.to_source(starts, ends)
    lows, highs = clusters.to_current(sources, source_ends)
    exact = (lows == starts) & (highs == ends)
    rows = zip(step.held, sources.tolist(), source_ends.tolist(), exact.tolist(), strict=True)
    for held, start, end, is_exact in rows:
        before = source[start:end]
        if held.level == "flag":
            after = before
        elif is_exact:
            after = held.after
        else:
            current = _text_before(source, steps, number)
            low, high = clusters.to_current(offsets([start]), offsets([end]))
            after = current[int(low[0]) : held.start] + held.after + current[held.end : int(high[0])]
        yield step, held, start, end, before, after


def _text_before(source: str, steps: list[Step], number: int) -> str:
    """The text before a step; only needed where a pending patch meets an applied one."""
    for step in steps[:number]:
        source = splice(source, step.starts, step.ends, step.afters)
    return source


def _marked(
    step: Step, number: int, clusters: Clusters
) -> Iterator[tuple[int, int, int, Level | None, str]]:
    """Source spans of the edits of a step that have a level or a message of their own."""
    own = sorted(step.levels.keys() | step.messages.keys())
    starts, ends = clusters.to_source(step.starts[own], step.ends[own])
    for index, start, end in zip(own, starts.tolist(), ends.tolist(), strict=True):
        yield number, start, end, step.levels.get(index), step.messages.get(index, "")


def _special(
    clusters: Clusters,
    chains: list[tuple[int, ...]],
    steps: list[Step],
    marks: list[tuple[int, int, int, Level | None, str]],
) -> dict[int, tuple[Level | None, str]]:
    """Levels and messages of clusters that differ from what their rules say."""
    out: dict[int, tuple[Level | None, str]] = {}
    if not marks:
        return out
    own: dict[int, dict[int, tuple[Level | None, str]]] = {}
    for number, start, end, level, message in marks:
        low = int(np.searchsorted(clusters.source_starts, start, side="right")) - 1
        while low > 0 and not _holds(clusters, low, start, end, number, chains):
            low -= 1
        own.setdefault(low, {})[number] = (level, message)
    for index, by_step in own.items():
        chain = chains[int(clusters.chain[index])]
        levels = [(by_step.get(step, (None, ""))[0] or steps[step].rule.level) for step in chain]
        texts = [message for _, message in by_step.values() if message]
        weakest = max(levels, key=STRENGTH.__getitem__)
        out[index] = (weakest, texts[-1] if texts else "")
    return out


def _holds(
    clusters: Clusters, index: int, start: int, end: int, step: int, chains: list[tuple[int, ...]]
) -> bool:
    return (
        int(clusters.source_starts[index]) <= start
        and end <= int(clusters.source_ends[index])
        and step in chains[int(clusters.chain[index])]
    )


def _held(
    changes: Changes, waiting: list[tuple[Step, Held, int, int, str, str]]
) -> list[Change]:
    """Pending changes and flags as objects, in source order."""
    starts = offsets([row[2] for row in waiting])
    ends = offsets([row[3] for row in waiting])
    lows, highs = changes.clusters.to_current(starts, ends)
    out = []
    for row, low, high in zip(waiting, lows.tolist(), highs.tolist(), strict=True):
        step, held, start, end, before, after = row
        rule = step.rule
        line, column = changes.places.of(start)
        status: Status = "flagged" if held.level == "flag" else "pending"
        flagged = status == "flagged"
        out.append(
            Change(
                path=changes.path, line=line, column=column, start=start, end=end,
                cleaned_start=low, cleaned_end=high, rules=(rule.id,), level=held.level,
                status=status, before=before, after=after,
                message=held.message or worded(rule, before, after, held.candidates),
                key=key_of((rule.id,), before, after, changes.source, start, end),
                severity=rule.severity if flagged else None, candidates=held.candidates,
            )  # fmt: skip
        )
    return sorted(out, key=lambda change: (change.start, change.end))
