"""Rows that stand in a text twice, as paragraphs: no sentence goes on in such a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from cleaner.layout import Line

_COPY = 20
"""Characters from which on a row that stands twice is a copy, and no label or refrain."""

_HEAD = 16
"""Characters by which two paragraphs are known that begin alike."""


class Twins:
    """Which of some rows stand among them twice. What is dear is asked only of rows that are not the only ones."""

    def __init__(self, rows: Sequence[Line]) -> None:
        self._rows = rows

    def repeats(self, at: int) -> bool:
        """Whether row number `at` is a copy, or the first row of one: what begins as a paragraph elsewhere does."""
        if self._is_copy(at):
            return True
        line = self._rows[at]
        head = line.body[:_HEAD]
        if line.size < _COPY or self._beginnings[head] < 2 or not self._rows[at - 1].open:
            return False
        return head in self._heads

    def _is_copy(self, at: int) -> bool:
        """Whether a row stands elsewhere too, there as a paragraph of its own.

        The other one follows no open sentence: so both are whole, and no sentence goes on in this one.
        """
        line = self._rows[at]
        if line.size < _COPY or not line.stopped or self._bodies[line.body] < 2:
            return False
        itself = not (at and self._rows[at - 1].open)
        return self._whole[line.body] > itself

    @cached_property
    def _bodies(self) -> Counter[str]:
        """How often each line stands: a first look, that asks nothing of a line."""
        return Counter([row.body for row in self._rows])

    @cached_property
    def _beginnings(self) -> Counter[str]:
        """How often lines begin so: the same."""
        return Counter([row.body[:_HEAD] for row in self._rows])

    @cached_property
    def _heads(self) -> frozenset[str]:
        """How the rows begin that open a paragraph: below a row that is not open."""
        return frozenset(
            line.body[:_HEAD]
            for above, line in pairwise([None, *self._rows])
            if line and line.size >= _COPY and not (above and above.open)
        )

    @cached_property
    def _whole(self) -> Counter[str]:
        """How often each line stands as a paragraph of its own: stopped, and below no open sentence."""
        return Counter(
            line.body
            for above, line in pairwise([None, *self._rows])
            if line and line.size >= _COPY and line.stopped and not (above and above.open)
        )
