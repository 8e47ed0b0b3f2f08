"""Composes the steps of a run into its changes, in time linear in the number of edits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from cleaner.changes import Changes, key_of, weakest, worded
from cleaner.clusters import Clusters, Composer
from cleaner.model import Change, Level, Status
from cleaner.offsets import lengths, offsets, splice
from cleaner.rule import Rule
from cleaner.steps import Held, Step


class Placed(NamedTuple):
    """A held patch with its span in the source, and what the span is and would become."""

    rule: Rule
    held: Held
    start: int
    end: int
    before: str
    after: str


def compose(
    source: str, text: str, steps: list[Step], path: str | None
) -> tuple[Changes, list[Placed]]:
    """The applied changes, and the places of what was held back or flagged (see `changes_of`)."""
    composer = Composer()
    waiting: list[Placed] = []
    marks: list[tuple[int, int, int, Level | None, str]] = []
    for number, step in enumerate(steps):
        if step.held:
            waiting.extend(_placed(source, steps, number, composer.clusters))
        if step.levels or step.messages:
            marks.extend(_marked(step, number, composer.clusters))
        composer.add(number, step.starts, step.ends, lengths(step.afters))
    clusters = composer.clusters
    special = _special(clusters, composer.chains, steps, marks)
    changes = Changes(source, text, path, clusters, composer.chains, steps, special)
    return changes, waiting


def _placed(source: str, steps: list[Step], number: int, clusters: Clusters) -> Iterator[Placed]:
    """The held patches of a step with their places in the source."""
    step = steps[number]
    current = ""
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
            current = current or _text_before(source, steps, number)
            low, high = clusters.to_current(offsets([start]), offsets([end]))
            after = (
                current[int(low[0]) : held.start] + held.after + current[held.end : int(high[0])]
            )
        yield Placed(step.rule, held, start, end, before, after)


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
        out[index] = (weakest(levels), texts[-1] if texts else "")
    return out


def _holds(
    clusters: Clusters, index: int, start: int, end: int, step: int, chains: list[tuple[int, ...]]
) -> bool:
    return (
        int(clusters.source_starts[index]) <= start
        and end <= int(clusters.source_ends[index])
        and step in chains[int(clusters.chain[index])]
    )


def changes_of(changes: Changes, waiting: list[Placed]) -> list[Change]:
    """Pending changes and flags as objects, in source order."""
    starts = offsets([row.start for row in waiting])
    ends = offsets([row.end for row in waiting])
    lows, highs = changes.clusters.to_current(starts, ends)
    out = []
    for row, low, high in zip(waiting, lows.tolist(), highs.tolist(), strict=True):
        rule, held, start, end, before, after = row
        line, column = changes.places.of(start)
        status: Status = "flagged" if held.level == "flag" else "pending"
        out.append(Change(
            path=changes.path, line=line, column=column, start=start, end=end,
            cleaned_start=low, cleaned_end=high, rules=(rule.id,), level=held.level,
            status=status, before=before, after=after,
            message=held.message or worded(rule, before, after, held.candidates),
            key=key_of((rule.id,), before, after, changes.source, start, end),
            severity=rule.severity if status == "flagged" else None, candidates=held.candidates,
        ))  # fmt: skip
    return sorted(out, key=lambda change: (change.start, change.end))
