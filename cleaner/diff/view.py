"""What a diff shows of one file: its text, what was or would be done to it, and where its lines are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cleaner.diff.pieces import Piece
from cleaner.model import Change


@dataclass(frozen=True)
class View:
    """One file: its path as shown, its source text, and every hit in source order.

    `recorded`: the hits are what a record says was done, not what this run would do.
    """

    path: str
    source: str
    hits: Sequence[Change]
    recorded: bool = False
    note: str = field(default="")

    @cached_property
    def counts(self) -> Counter[str]:
        """Hits by status; flags by severity, `warning` and `info`."""
        return Counter(hit.severity or hit.status for hit in self.hits)

    @cached_property
    def applied(self) -> list[Change]:
        """The applied changes in source order; they do not overlap."""
        return [hit for hit in self.hits if hit.status == "applied"]

    @cached_property
    def _ends(self) -> list[int]:
        return [hit.end for hit in self.applied]

    def row_start(self, offset: int) -> int:
        """Where the row starts that an offset of the source is in."""
        return self.source.rfind("\n", 0, offset) + 1

    def row_end(self, offset: int) -> int:
        """Where the row ends that an offset of the source is in: at its newline, or at the end."""
        found = self.source.find("\n", offset)
        return len(self.source) if found < 0 else found

    def result(self, start: int, end: int, *, without: Change | None = None) -> Iterator[Piece]:
        """A span of the source as it comes out, other than by `without`: kept and made pieces.

        Changes that reach out of the span are left alone: their source text is given.
        """
        here = start
        for at in range(bisect_left(self._ends, start), len(self.applied)):
            hit = self.applied[at]
            if hit.start >= end and not (hit.start == hit.end == end):
                break
            if hit.start < here or hit.end > end or hit is without:
                continue
            yield Piece("same", self.source[here : hit.start])
            yield Piece("made", hit.after)
            here = hit.end
        yield Piece("same", self.source[here:end])
