"""Which rule made the characters of a line, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cleaner.changes import Places
from cleaner.diff.glyphs import columns, inline
from cleaner.diff.paint import Paint
from cleaner.diff.pair import Pair
from cleaner.diff.pieces import Piece, pieces_of
from cleaner.errors import UsageError
from cleaner.model import Change


@dataclass(frozen=True)
class Blamed:
    """An applied change and where it stands in the cleaned text (`line` and `column` 1-based)."""

    change: Change
    line: int
    column: int

    def to_json(self) -> dict[str, Any]:
        """The change as JSON, with its place in the cleaned text."""
        place = {"cleaned_line": self.line, "cleaned_column": self.column}
        return self.change.to_json() | place


def blame(pair: Pair, line: int | None = None) -> list[Blamed]:
    """The applied changes of a file, or of one of its lines, in order.

    `line` is a line of the file at hand: of the cleaned text if the pair comes from a record, else of the
    source. Raises `UsageError` for a line that the file does not have.
    """
    places = Places(pair.text)
    found = [Blamed(hit, *places.of(hit.cleaned_start)) for hit in pair.view.applied]
    if line is None:
        return found
    low, high = span_of(pair.text if pair.recorded else pair.source, line)
    return [one for one in found if _touches(*_own(pair, one.change), low, high)]


def _own(pair: Pair, hit: Change) -> tuple[int, int]:
    """Where a change is in the file at hand."""
    return (hit.cleaned_start, hit.cleaned_end) if pair.recorded else (hit.start, hit.end)


def _touches(start: int, end: int, low: int, high: int) -> bool:
    """Whether a span is in the line [low, high]; one that only ends where the line begins is not."""
    return start <= high and (end > low or start == end == low)


def span_of(text: str, line: int) -> tuple[int, int]:
    """Where a line (1-based) begins and ends; raises `UsageError` if there is none of this number."""
    rows = text.split("\n")
    count = len(rows) - (not rows[-1])
    if not 1 <= line <= count:
        raise UsageError(f"there is no line {line}: the file has {count:,}")
    start = sum(len(row) + 1 for row in rows[: line - 1])
    return start, start + len(rows[line - 1])


def blame_lines(pair: Pair, line: int | None, paint: Paint, width: int) -> Iterator[str]:
    """The answer for people: the line itself with its changes marked, and one row for each change."""
    found = blame(pair, line)
    if line is not None:
        yield from paint.rows(_marked_line(pair, found, line), width)
        yield ""
    rows = [(_places(pair, group), group[0].change) for group in _alike(pair, found)]
    wide = max((columns(place) for place, _ in rows), default=0)
    for place, hit in rows:
        what = f"{inline(hit.after)} ← {inline(hit.before)}"
        rules = paint.text("rule", " + ".join(hit.rules))
        yield f"{place:>{wide}}  {what}  {rules}  {paint.text('dim', hit.message)}"


def _alike(pair: Pair, found: list[Blamed]) -> Iterator[list[Blamed]]:
    """Equal changes of one line together."""
    groups: dict[tuple[object, ...], list[Blamed]] = {}
    for one in found:
        hit = one.change
        line = one.line if pair.recorded else hit.line
        groups.setdefault((line, hit.rules, hit.before, hit.after), []).append(one)
    yield from groups.values()


def _places(pair: Pair, group: list[Blamed]) -> str:
    spots = [
        (b.line, b.column) if pair.recorded else (b.change.line, b.change.column) for b in group
    ]
    shown = ",".join(str(column) for _, column in spots[:4])
    return f"{spots[0][0]}:{shown}" + (f" and {len(spots) - 4} more" if len(spots) > 4 else "")


def _marked_line(pair: Pair, found: list[Blamed], line: int) -> list[Piece]:
    text = pair.text if pair.recorded else pair.source
    here, end = span_of(text, line)
    pieces: list[Piece] = []
    for one in found:
        low, high = _own(pair, one.change)
        pieces.append(Piece("same", text[here:low]))
        pieces += pieces_of(one.change)
        here = max(here, high)
    return [*pieces, Piece("same", text[here:end])]
