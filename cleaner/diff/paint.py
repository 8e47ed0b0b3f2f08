"""Pieces as rows of a terminal: colours or marks, wrapped to a number of columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.diff.glyphs import columns, marked, shown
from cleaner.diff.pieces import Piece


class Style(NamedTuple):
    """How a kind of text looks: the SGR code where there are colours, else a mark on each side."""

    code: str
    opening: str = ""
    closing: str = ""


STYLES = {
    "same": Style(""),
    "made": Style("2;32"),
    "dim": Style("2"),
    "number": Style("2"),
    "path": Style("1"),
    "rule": Style("36"),
    "count": Style("1"),
    "flag": Style("35;4", "{!", "!}"),
    "del": Style("9;31", "[-", "-]"),
    "ins": Style("1;32", "{+", "+}"),
    "pending-del": Style("9;33", "[?-", "-]"),
    "pending-ins": Style("1;4;33", "{?+", "+}"),
    "rejected-del": Style("2", "[x-", "-]"),
    "rejected-ins": Style("2;9", "{x+", "+}"),
    "?": Style("1;33"),
    "~": Style("33"),
    "!": Style("1;35"),
    "i": Style("34"),
    "x": Style("2"),
    " ": Style(""),
}

_NOT_FIRST = frozenset("，。、；：！？”’）》」』】,.;:!?)⏎…")
"""Glyphs that do not begin a row if there is another way."""


class _Cell(NamedTuple):
    style: str
    text: str
    width: int


@dataclass(frozen=True)
class Paint:
    """Turns pieces into text, in colours (ANSI) or, without them, between marks."""

    color: bool = False

    def text(self, style: str, text: str) -> str:
        """Our own words in a style; no marks are put around them."""
        code = STYLES[style].code
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and code and text else text

    def width(self, pieces: Iterable[Piece]) -> int:
        """Columns of the pieces on one row."""
        return sum(cell.width for cell in self._cells(pieces))

    def rows(self, pieces: Iterable[Piece], room: int) -> list[str]:
        """The pieces as rows of at most `room` columns; no row starts with a closing mark."""
        rows: list[list[_Cell]] = [[]]
        used = 0
        for cell in self._cells(pieces):
            row = rows[-1]
            if row and used + cell.width > room:
                carried = []
                if cell.text[0] in _NOT_FIRST and len(row) > 1:
                    carried.append(row.pop())
                rows.append(carried)
                used = sum(held.width for held in carried)
                if not carried and cell.style == "dim":
                    cell = _Cell("dim", cell.text.lstrip(), columns(cell.text.lstrip()))
            rows[-1].append(cell)
            used += cell.width
        return [self._joined(row) for row in rows if row]

    def _joined(self, row: Sequence[_Cell]) -> str:
        out: list[str] = []
        at = 0
        while at < len(row):
            style, start = row[at].style, at
            while at < len(row) and row[at].style == style:
                at += 1
            out.append(self.text(style, "".join(cell.text for cell in row[start:at])))
        return "".join(out)

    def _cells(self, pieces: Iterable[Piece]) -> Iterable[_Cell]:
        """One cell for each glyph, and for our own words; without colours the marks stick to the ends."""
        for piece in pieces:
            style = piece.kind
            changed = style in ("del", "ins")
            name = f"{piece.mood}-{style}" if changed and piece.mood != "applied" else style
            glyphs = marked(piece.text) if changed or style == "flag" else shown(piece.text)
            if not glyphs:
                continue
            if style == "dim":
                glyphs = ["".join(glyphs)]
            if not self.color:
                glyphs[0] = STYLES[name].opening + glyphs[0]
                glyphs[-1] += STYLES[name].closing
            for text in glyphs:
                yield _Cell(name, text, columns(text))


def wrapped(text: str, room: int) -> list[str]:
    """Our own words as rows of at most `room` columns, broken at spaces where there are some."""
    rows = [""]
    for word in text.split(" "):
        joined = f"{rows[-1]} {word}" if rows[-1] else word
        if columns(joined) <= room:
            rows[-1] = joined
            continue
        pieces = Paint().rows([Piece("same", word)], room)
        rows.extend(pieces)
    return [row for row in rows if row]
