"""A change as pieces, character by character: what stays, what goes, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from cleaner.model import Change

Kind = Literal["same", "del", "ins", "flag", "made", "dim"]
"""`made`: text that another change, shown elsewhere or folded, has put here. `dim`: our own words."""

Mood = Literal["applied", "pending", "rejected"]


class Piece(NamedTuple):
    """A stretch of text of one kind. `mood`: whether its change is done, or only proposed."""

    kind: Kind
    text: str
    mood: Mood = "applied"


_LONGEST = 80
"""Characters up to which two texts are compared inside; longer ones differ from first to last."""


def compared(before: str, after: str) -> Iterator[tuple[Kind, str]]:
    """`before` and `after` as kept, deleted and inserted stretches, deletions first.

    Where less than half of the shorter text is common, all of it counts as changed: a salad of single
    common characters would be harder to read.
    """
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    a = before[head : len(before) - tail]
    b = after[head : len(after) - tail]
    if head:
        yield "same", before[:head]
    yield from _middle(a, b)
    if tail:
        yield "same", before[len(before) - tail :]


def _common(a: str, b: str) -> int:
    """The length of the common beginning."""
    for at, (left, right) in enumerate(zip(a, b, strict=False)):
        if left != right:
            return at
    return min(len(a), len(b))


def _middle(a: str, b: str) -> Iterator[tuple[Kind, str]]:
    if a and b and max(len(a), len(b)) <= _LONGEST:
        matcher = SequenceMatcher(None, a, b, autojunk=False)
        common = sum(block.size for block in matcher.get_matching_blocks())
        if common * 2 >= min(len(a), len(b)):
            for tag, a0, a1, b0, b1 in matcher.get_opcodes():
                if tag == "equal":
                    yield "same", a[a0:a1]
                    continue
                if a0 < a1:
                    yield "del", a[a0:a1]
                if b0 < b1:
                    yield "ins", b[b0:b1]
            return
    if a:
        yield "del", a
    if b:
        yield "ins", b


def pieces_of(hit: Change) -> list[Piece]:
    """The pieces of a change. A flag is one piece, and so is a text that a change swaps whole."""
    if hit.status == "flagged":
        return [Piece("flag", hit.before)]
    return [Piece(kind, text, hit.status) for kind, text in compared(hit.before, hit.after)]
