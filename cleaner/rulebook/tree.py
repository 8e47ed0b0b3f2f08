"""What a pattern is made of, as a tree: only as much as is needed to reason about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class One:
    """Exactly one character out of a set. `chars`: the set if it is small, "" if it is not known.

    `source`: the set as a pattern.
    """

    source: str
    chars: str


@dataclass(frozen=True, slots=True)
class Some:
    """Something of unknown length: a reference to a group, a grapheme, a line end."""


@dataclass(frozen=True, slots=True)
class Border:
    """A place without width: ^ $ \\b \\K."""

    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """One part after the other."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of some branches."""

    branches: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part `low` to `high` times (None: without limit). `kept`: possessive, never given back."""

    part: Tree
    low: int
    high: int | None
    kept: bool


@dataclass(frozen=True, slots=True)
class Atomic:
    """A part of which nothing is given back."""

    part: Tree


@dataclass(frozen=True, slots=True)
class Look:
    """A part that must stand, or (`negative`) must not stand, ahead of this place or `behind` it."""

    part: Tree
    behind: bool
    negative: bool


Tree: TypeAlias = One | Some | Border | Row | Either | Repeat | Atomic | Look
