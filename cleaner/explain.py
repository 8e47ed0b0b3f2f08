"""What a document is taken for, and why its lines were joined or left apart, for people to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast

import numpy as np

from cleaner.borders.told import Told
from cleaner.compose import compose
from cleaner.engine import Cleaned
from cleaner.layout import Layout
from cleaner.lines.zones import Zone, Zones
from cleaner.offsets import offsets
from cleaner.overrides import Paragraphs
from cleaner.page import Page
from cleaner.printed.furniture import Furniture
from cleaner.rule import Rule
from cleaner.steps import Step
from cleaner.taken import paragraphs_of

Outcome = Literal["joined", "pending", "not joined"]


@dataclass(frozen=True)
class Anatomy:
    """How a document is laid out, and what each of its rows (counted from 0) is taken for.

    `paragraphs`: what parts them. `wraps`: the widths in columns at which its lines are cut; `margin`: the indent of
    lines that go on: all three as the joining rule found them. `numbers`, `heads`: rows that are page numbers, running
    heads or feet.
    """

    paragraphs: Paragraphs
    wraps: tuple[int, ...]
    margin: int
    zones: tuple[Zone, ...]
    numbers: tuple[int, ...]
    heads: tuple[int, ...]

    @classmethod
    def of(cls, page: Page) -> Anatomy:
        """The anatomy of a page, the source of a run."""
        layout = cast(Layout, page.profile.used.get("layout") or page.layout)
        zones, furniture = page.view(Zones), page.view(Furniture.of)
        return cls(
            paragraphs_of(layout),
            tuple(wrap.width for wrap in layout.wraps),
            layout.margin,
            tuple(zones),
            tuple(sorted(furniture.numbers)),
            tuple(sorted(furniture.heads)),
        )

    @property
    def wrapped(self) -> str:
        """At which widths its lines are cut, in words, or ""."""
        return f"lines cut at {' or '.join(map(str, self.wraps))} columns" if self.wraps else ""


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A line end between two filled lines of the source (counted from 1), what became of it, by which rule, and why."""

    above: int
    below: int
    outcome: Outcome
    rule: str
    reason: str


class LineEnds:
    """The line ends between filled lines as the joining rule of a run judged them, on the text that the rules before it left."""

    def __init__(self, cleaned: Cleaned) -> None:
        self._cleaned = cleaned
        self._rule = next((rule for rule in cleaned.rules if rule.operator == "join"), None)

    def __iter__(self) -> Iterator[LineEnd]:
        """In order. None if no joining rule ran."""
        if self._rule is None:
            return
        told, filled = Told(self._page), self._page.filled
        for at, left in enumerate(filled[:-1], 1):
            verdict = told.why(at)
            outcome = self._outcomes.get(left, "not joined")
            reason = verdict.reason
            if outcome == "pending" and verdict.level == "safe":
                reason += "; what stood between the halves is not sure"
            yield LineEnd(*self._lines[at - 1], outcome, self._rule.id, reason)

    @cached_property
    def _before(self) -> list[Step]:
        """The steps before the joining rule."""
        rules: list[Rule] = []
        for rule in self._cleaned.rules:
            if rule is self._rule:
                break
            rules.append(rule)
        names = {rule.id for rule in rules}
        return [step for step in self._cleaned.steps if step.rule.id in names]

    @cached_property
    def _page(self) -> Page:
        """The page that the joining rule saw."""
        now = self._cleaned
        page = Page(now.source, now.profile, now.path)
        for step in self._before:
            if len(step.starts):
                page = page.after(step.starts, step.ends, step.afters)
        return page

    @cached_property
    def _outcomes(self) -> dict[int, Outcome]:
        """What the joining rule did behind each row that it touched."""
        found: dict[int, Outcome] = {}
        for step in self._cleaned.steps:
            if step.rule is not self._rule:
                continue
            for start in step.starts.tolist():
                found[self._page.row_at(start)] = "joined"
            for held in step.held:
                found[self._page.row_at(held.start)] = "pending"
        return found

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """For each two filled rows the line of the source on which the one ends, and where the other starts."""
        now, page, filled = self._cleaned, self._page, self._page.filled
        clusters = compose(now.source, page.text, self._before, now.path)[0].clusters
        starts = offsets(page.starts)[filled]
        ends = starts + offsets([len(page.rows[row]) for row in filled])
        _, above = clusters.to_source(ends - 1, ends)
        below, _ = clusters.to_source(starts, starts + 1)
        breaks = np.flatnonzero(now.profile.codes == ord("\n"))
        lasts, firsts = np.searchsorted(breaks, above - 1) + 1, np.searchsorted(breaks, below) + 1
        return [*zip(lasts[:-1].tolist(), firsts[1:].tolist(), strict=True)]
