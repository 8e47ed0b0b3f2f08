"""Rows that stand in a text twice, as paragraphs: no sentence goes on in such a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from cleaner.layout import Line

_COPY = 20
"""Characters from which on a row that stands twice is a copy, and no label or refrain."""

_HEAD = 16
"""Characters by which two paragraphs are known that begin alike."""


class Twins:
    """Which of some rows stand among them twice. What is dear is asked only of rows that begin as others do."""

    def __init__(self, rows: Sequence[Line]) -> None:
        self._rows = rows
        self._paragraphs: dict[str, Counter[str]] = {}

    def repeats(self, at: int) -> bool:
        """Whether row number `at` is a copy, or the first row of one: what begins as a paragraph elsewhere does."""
        line = self._rows[at]
        if line.size < _COPY or len(self._alike[line.body[:_HEAD]]) < 2:
            return False
        paragraphs = self._paragraphs_like(line)
        follows = self._rows[at - 1].open
        return (follows and bool(paragraphs)) or self._is_copy(line, paragraphs, not follows)

    def _is_copy(self, line: Line, paragraphs: Counter[str], itself: bool) -> bool:
        """Whether a row stands elsewhere too, there as a paragraph of its own. `itself`: it is one of these.

        The other one follows no open sentence: so both are whole, and no sentence goes on in this one.
        """
        return line.stopped and paragraphs[line.body] > itself

    def _paragraphs_like(self, line: Line) -> Counter[str]:
        """How often each row that begins like a line opens a paragraph: it stands below a row that is not open."""
        head = line.body[:_HEAD]
        found = self._paragraphs.get(head)
        if found is None:
            rows = self._rows
            found = self._paragraphs[head] = Counter(
                rows[at].body for at in self._alike[head] if not (at and rows[at - 1].open)
            )
        return found

    @cached_property
    def _alike(self) -> dict[str, list[int]]:
        """The numbers of the rows that begin alike."""
        found: dict[str, list[int]] = {}
        for at, row in enumerate(self._rows):
            if row.size >= _COPY:
                found.setdefault(row.body[:_HEAD], []).append(at)
        return found
