"""What a tool did to a text, as single-character edits; right and wrong ones against gold.

Texts are compared as their non-blank lines, without trailing blanks: blank lines cost nothing, everything
else does. An edit is one character of the source deleted or replaced, or one inserted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein


class Edit(NamedTuple):
    """One edit at an offset of the flattened source; `after` is "" for a deletion."""

    at: int
    inserts: bool
    after: str


def flatten(text: str) -> str:
    """The lines that are compared: not blank, without blanks at their ends."""
    rows = text.replace("\r\n", "\n").split("\n")
    return "\n".join(row.rstrip() for row in rows if row.strip())


def edits(source: str, target: str) -> Counter[Edit]:
    """The edits that lead from one flattened text to another."""
    return Counter(_edits(source, target))


def _edits(source: str, target: str) -> Iterator[Edit]:
    for op in Levenshtein.opcodes(source, target):
        start, new = op.src_start, target[op.dest_start : op.dest_end]
        if op.tag == "replace":
            yield from (Edit(start + i, False, char) for i, char in enumerate(new))
        elif op.tag == "delete":
            yield from (Edit(at, False, "") for at in range(start, op.src_end))
        elif op.tag == "insert":
            yield from (Edit(start, True, char) for char in new)


@dataclass(frozen=True, slots=True)
class Score:
    """How many edits are wanted, were made, and are right."""

    wanted: int = 0
    made: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.wanted + other.wanted, self.made + other.made, self.right + other.right)

    @property
    def precision(self) -> float:
        """The share of the edits made that are right; 1 where none were made."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted edits that were made; 1 where none are wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f_half(self) -> float:
        """F0.5: precision counts twice as much as recall."""
        p, r = self.precision, self.recall
        return 1.25 * p * r / (0.25 * p + r) if p + r else 0.0


def same_lines(gold: str, cleaned: str) -> tuple[int, int]:
    """How many lines of the flattened gold the flattened text has verbatim, and how many there are."""
    lines = Counter(gold.split("\n"))
    return (lines & Counter(cleaned.split("\n"))).total(), lines.total()
