"""The judgement of `cleaner.borders.breaks` with its reasons kept, for those who ask why."""

from __future__ import annotations

from cleaner.borders.border import Border
from cleaner.borders.breaks import Breaks
from cleaner.borders.evidence import REVIEW, SAFE, Around, reasons
from cleaner.borders.obstacles import BY_CHOICE, IS_COPY, WEIGHED, obstacle
from cleaner.borders.verdicts import IS_ITEM
from cleaner.layout import Line
from cleaner.model import Level, Verdict
from cleaner.page import Page

PASSED = Verdict(None, "the line above is short, or without a mark: no prose that could be cut")

PRIOR = "few borders stand inside a sentence"
"""What is true of every border."""

_WEIGHED = (*WEIGHED.values(), IS_COPY, BY_CHOICE)
"""The verdicts for which the evidence was weighed."""

_MOST = 4
"""Pieces of evidence that are named: those with the greatest weight."""


class Told(Breaks):
    """The same judgement of the same borders; it remembers what it said last of each.

    That is what counts: a border is judged again whenever something changed that it depends on.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._said: dict[int, Verdict] = {}

    def why(self, right: int) -> Verdict:
        """What was said of the border above filled row number `right`, from 1 on.

        A border that was passed over has an obstacle, or too little above it that could be cut.
        """
        list(self)
        if right not in self._said:
            first, second = self._lines[self._above[right]], self._lines[right]
            found = obstacle(first, second, self._borders.above(right))
            self._said[right] = found or (IS_ITEM if self._borders.in_series(right) else PASSED)
        return self._said[right]

    def _say(self, right: int, verdict: Verdict) -> Level | None:
        self._said[right] = verdict
        return super()._say(right, verdict)

    def _weigh(self, first: Line, second: Line, border: Border, near: Around) -> Verdict:
        verdict = super()._weigh(first, second, border, near)
        if verdict in _WEIGHED:
            found = reasons(first, second, border, near, self._words)
            verdict = Verdict(verdict.level, f"{verdict.reason}: {_spelt(found)}")
        self._said[border.right] = verdict
        return verdict


def _spelt(evidence: dict[str, float]) -> str:
    """The greatest weights with their signs, and what all come to."""
    named = sorted(evidence.items(), key=lambda item: -abs(item[1]))
    parts = [f"{name} {weight:+.1f}" for name, weight in named if weight and name != PRIOR]
    total = sum(evidence.values())
    return f"{', '.join(parts[:_MOST])}; {total:+.1f} in all, {_needed(total)}"


def _needed(total: float) -> str:
    if total >= SAFE:
        return f"certain from {SAFE:+.1f} on"
    return f"probable from {REVIEW:+.1f} on" if total >= REVIEW else f"less than {REVIEW:+.1f}"
