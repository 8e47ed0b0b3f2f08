"""What one rule did to a text, as columns: the engine makes steps, and changes are composed from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.model import Level, Offsets
from cleaner.rule import Rule


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
