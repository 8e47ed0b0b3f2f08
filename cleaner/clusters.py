"""Composing the edits of many steps into changes between source and result.

A step is a set of sorted, non-overlapping edits on the text that the step before it left. `Composer`
takes the steps in order and keeps *clusters*: the smallest spans of the source that correspond to
spans of the current text, with the chain of steps that made them. Edits that overlap an older cluster
merge with it; edits that only touch it stay their own. All is done on columns, so that the cost of a
step is linear in the number of edits and never depends on the length of the text. The two texts are
never compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from cleaner.model import Offsets
from cleaner.offsets import offsets


@dataclass
class Clusters:
    """Corresponding spans of source and current text as columns, in order.

    `chain` indexes `Composer.chains`.
    """

    source_starts: Offsets = field(default_factory=offsets)
    source_ends: Offsets = field(default_factory=offsets)
    starts: Offsets = field(default_factory=offsets)
    ends: Offsets = field(default_factory=offsets)
    chain: Offsets = field(default_factory=offsets)

    def __len__(self) -> int:
        return len(self.starts)

    def delta(self, index: Offsets) -> Offsets:
        """Source offset minus current offset behind cluster `index` (-1: before the first)."""
        return _shifts(self.ends, self.source_ends)[index + 1]

    def to_source(self, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
        """Spans of the current text as spans of the source, widened to the clusters they overlap."""
        return _mapped(starts, ends, self.starts, self.ends, self.source_starts, self.source_ends)

    def to_current(self, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
        """Spans of the source as spans of the current text, widened to the clusters they overlap."""
        return _mapped(starts, ends, self.source_starts, self.source_ends, self.starts, self.ends)


def _mapped(
    starts: Offsets, ends: Offsets, a0: Offsets, a1: Offsets, b0: Offsets, b1: Offsets
) -> tuple[Offsets, Offsets]:
    """Map spans from side a to side b of the clusters (a0, a1) <-> (b0, b1)."""
    low, high = overlapped(starts, ends, a0, a1)
    shift = _shifts(a1, b1)
    new_starts, new_ends = starts + shift[low], ends + shift[low]
    hit = (low < high).nonzero()[0]
    if len(hit):
        # A span that overlaps clusters reaches at least from the first to the last of them.
        first, last = low[hit], high[hit] - 1
        inside, until = starts[hit] >= a0[first], ends[hit] <= a1[last]
        new_starts[hit] = np.where(inside, b0[first], new_starts[hit])
        new_ends[hit] = np.where(until, b1[last], ends[hit] + shift[high[hit]])
    return new_starts, new_ends


def _shifts(a1: Offsets, b1: Offsets) -> Offsets:
    """What to add to an offset of side a for that of side b, by the number of clusters before it."""
    shifts = np.zeros(len(a1) + 1, dtype=np.int64)
    np.subtract(b1, a1, out=shifts[1:])
    return shifts


def overlapped(starts: Offsets, ends: Offsets, a0: Offsets, a1: Offsets) -> tuple[Offsets, Offsets]:
    """For each span the range [low, high) of clusters (a0, a1) that it overlaps; empty if none.

    Touching is not overlapping; an empty span overlaps what it stands strictly inside of, and the
    other way round.
    """
    return a1.searchsorted(starts, side="right"), a0.searchsorted(ends, side="left")


class Composer:
    """Composes the steps, one after the other, into clusters."""

    def __init__(self) -> None:
        self.clusters = Clusters()
        self.chains: list[tuple[int, ...]] = []
        self._chain_ids: dict[tuple[int, ...], int] = {}

    def chain_id(self, chain: tuple[int, ...]) -> int:
        """The number of a chain of steps, new where it was not seen before."""
        known = self._chain_ids.get(chain)
        if known is None:
            known = self._chain_ids[chain] = len(self.chains)
            self.chains.append(chain)
        return known

    def add(self, step: int, starts: Offsets, ends: Offsets, grown: Offsets) -> None:
        """Add a step's edits: spans of the current text and the lengths of what replaces them."""
        if not len(starts):
            return
        old = self.clusters
        low, high = overlapped(starts, ends, old.starts, old.ends)
        gain = grown - (ends - starts)
        if (low < high).any():
            new, place, gain, kept = self._merge(step, starts, ends, gain, low, high)
        else:
            chain = np.full(len(starts), self.chain_id((step,)), dtype=np.int64)
            shift = old.delta(low - 1)
            new = Clusters(starts + shift, ends + shift, starts, ends, chain)
            place, kept = low, old
        self.clusters = _interleaved(kept, new, place, gain)

    def _merge(
        self,
        step: int,
        starts: Offsets,
        ends: Offsets,
        gain: Offsets,
        low: Offsets,
        high: Offsets,
    ) -> tuple[Clusters, Offsets, Offsets, Clusters]:
        """Edits of which some overlap old clusters: those become one cluster, with the longer chain.

        Returns the new clusters, the place of each among the kept old ones, its gain, and the kept.
        """
        old = self.clusters
        source = starts + old.delta(low - 1)
        rows: list[tuple[int, int, int, int, int, int, int]] = []
        gone = np.zeros(len(old), dtype=np.bool_)
        columns = zip(
            starts.tolist(), ends.tolist(), gain.tolist(), low.tolist(), high.tolist(),
            source.tolist(), strict=True,
        )  # fmt: skip
        plain = self.chain_id((step,))
        for start, end, more, first, behind, origin in columns:
            if first >= behind:  # it overlaps none
                rows.append((origin, origin + end - start, start, end, plain, more, first))
                continue
            s0, s1, c0, c1, links = self._union(start, end, first, behind)
            gone[first:behind] = True
            while rows and rows[-1][3] > c0:
                # The edit before it overlaps the same old cluster: one change.
                last = rows.pop()
                s0, s1 = min(s0, last[0]), max(s1, last[1])
                c0, c1, more = min(c0, last[2]), max(c1, last[3]), more + last[5]
                links = (*self.chains[last[4]], *links)
                first = min(first, last[6])
            chain = self.chain_id(tuple(dict.fromkeys((*sorted(set(links)), step))))
            rows.append((s0, s1, c0, c1, chain, more, first))
        table = np.array(rows, dtype=np.int64).reshape(-1, 7)
        new = Clusters(*(table[:, column].copy() for column in range(5)))
        keep = ~gone
        kept = Clusters(*(column[keep] for column in _columns(old)))
        left = np.concatenate(([0], np.cumsum(keep)))
        return new, left[table[:, 6]], table[:, 5].copy(), kept

    def _union(
        self, start: int, end: int, first: int, behind: int
    ) -> tuple[int, int, int, int, tuple[int, ...]]:
        """Source span, current span and chain of an edit with the old clusters [first, behind)."""
        old = self.clusters
        head, tail = first, behind - 1
        c0, c1 = min(start, int(old.starts[head])), max(end, int(old.ends[tail]))
        s0 = int(old.source_starts[head]) - (int(old.starts[head]) - c0)
        s1 = int(old.source_ends[tail]) + (c1 - int(old.ends[tail]))
        links = [link for at in range(first, behind) for link in self.chains[int(old.chain[at])]]
        return s0, s1, c0, c1, tuple(links)


def _columns(clusters: Clusters) -> tuple[Offsets, ...]:
    return (
        clusters.source_starts,
        clusters.source_ends,
        clusters.starts,
        clusters.ends,
        clusters.chain,
    )


def _interleaved(kept: Clusters, new: Clusters, place: Offsets, gain: Offsets) -> Clusters:
    """Old and new clusters in one order, moved to where the step's gains and losses put them.

    `place[i]` is the index of the kept cluster that new cluster i stands before.
    """
    total = len(kept) + len(new)
    at_new = place + np.arange(len(new))
    is_new = np.zeros(total, dtype=np.bool_)
    is_new[at_new] = True
    at_old = (~is_new).nonzero()[0]
    merged = []
    for old_column, new_column in zip(_columns(kept), _columns(new), strict=True):
        column = np.empty(total, dtype=np.int64)
        column[at_old] = old_column
        column[at_new] = new_column
        merged.append(column)
    growth = np.zeros(total, dtype=np.int64)
    growth[at_new] = gain
    moved = np.cumsum(growth)
    return Clusters(merged[0], merged[1], merged[2] + moved - growth, merged[3] + moved, merged[4])
