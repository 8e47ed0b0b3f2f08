"""What a document is taken for, and why its lines were joined or not, as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cleaner.diff.glyphs import columns
from cleaner.diff.paint import Paint, wrapped
from cleaner.explain import Anatomy, LineEnd

_PARAGRAPHS = {
    "blank lines": "blank lines part the paragraphs",
    "indents": "an indent opens each paragraph",
    "line ends": "each line end parts two paragraphs",
}
_KEY = 14
"""Columns of the names at the left."""


def explained(found: Anatomy, ends: Iterable[LineEnd], paint: Paint, width: int) -> Iterator[str]:
    """The layout of a document and its line ends, as lines of at most `width` columns."""
    layout = [_PARAGRAPHS[found.paragraphs], found.wrapped]
    if found.margin:
        layout.append(f"lines that go on are indented by {found.margin}")
    yield from _field("layout", ", ".join(filter(None, layout)), paint, width)
    zones = (f"{_span(zone.first + 1, zone.last + 1)} {zone.kind}" for zone in found.zones)
    yield from _field("lines", ", ".join(zones), paint, width)
    yield from _field("page numbers", _rows(found.numbers), paint, width)
    yield from _field("running heads", _rows(found.heads), paint, width)
    yield from _line_ends(ends, paint, width)


def _line_ends(ends: Iterable[LineEnd], paint: Paint, width: int) -> Iterator[str]:
    """One line for each line end; those that follow each other and are alike in all as one."""
    for (outcome, rule, reason), same in groupby(
        ends, key=lambda end: (end.outcome, end.rule, end.reason)
    ):
        run = list(same)
        by = "" if outcome == "not joined" else f" ({rule})"
        name = f"{run[0].above}|{run[0].below}"
        if len(run) > 1:
            name += f" … {run[-1].above}|{run[-1].below}"
        text = f"{outcome}{by}: {reason}" + (f" ({len(run):,} times)" if len(run) > 1 else "")
        yield from _field(name, text, paint, width, style="number")


def _field(name: str, text: str, paint: Paint, width: int, *, style: str = "rule") -> Iterator[str]:
    if not text:
        return
    indent = max(_KEY, columns(name)) + 4
    head = "  " + paint.text(style, name) + " " * (indent - 2 - columns(name))
    for row in wrapped(text, width - indent):
        yield head + paint.text("dim", row)
        head = " " * indent


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _rows(rows: Sequence[int]) -> str:
    return ", ".join(str(row + 1) for row in rows)
