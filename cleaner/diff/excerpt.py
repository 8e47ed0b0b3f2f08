"""Excerpts: the few words around a change, neighbours together; deleted blocks row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.diff.glyphs import columns, glyph
from cleaner.diff.paint import Paint
from cleaner.diff.pieces import Mood, Piece, pieces_of
from cleaner.diff.view import View
from cleaner.model import Change
from cleaner.text import BLANKS

_NEAR = 32
"""Columns between two changes of a line up to which they share an excerpt."""
_LEAST, _MOST = 12, 40
"""Columns of context on each side: at least, where the row has room for no more; at most."""
_SHORT = 120
"""Characters of a deleted, inserted or flagged text up to which it is shown whole."""
_HEAD, _TAIL = 48, 24
"""Characters that are shown of a longer one at its beginning and at its end."""
_BLOCK_ROWS = 6
"""Rows of a deleted block up to which all of them are shown."""
_EMPTY = BLANKS + "\n"


@dataclass(frozen=True)
class Excerpt:
    """Some hits that are shown together, as rows of pieces with the line numbers of the source.

    `lines[i]` is the number of `rows[i]`, 0 where there is none.
    """

    hits: tuple[Change, ...]
    rows: tuple[tuple[Piece, ...], ...]
    lines: tuple[int, ...]


def groups(view: View, hits: Sequence[Change]) -> Iterator[list[Change]]:
    """Hits that share an excerpt: near one another on one line, and not overlapping."""
    group: list[Change] = []
    for hit in hits:
        if group and not _share(view, group[-1], hit):
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


def _share(view: View, left: Change, right: Change) -> bool:
    """Whether two hits share an excerpt. A deleted block only with what it touches and joins."""
    gap = right.start - left.end
    blocks = _is_block(view, left), _is_block(view, right)
    if not 0 <= gap <= _NEAR or all(blocks):
        return False
    if any(blocks):
        return gap == 0 and (_is_break(left) or _is_break(right))
    between = view.source[left.end : right.start]
    return "\n" not in between and columns(between) <= _NEAR


def _is_block(view: View, hit: Change) -> bool:
    """Whether a change deletes whole rows, and what stood beside them is not joined by it."""
    text, before = view.source, hit.before
    if hit.after or hit.status == "flagged" or not before.strip("\n"):
        return False
    opens = hit.start == 0 or text[hit.start - 1] == "\n"
    closes = hit.end == len(text) or text[hit.end] == "\n"
    return (opens or before[0] == "\n") and (closes or before[-1] == "\n") and (opens or closes)


def excerpt(view: View, hits: Sequence[Change], paint: Paint, room: int, *, full: bool) -> Excerpt:
    """The excerpt of some neighbouring hits for rows of `room` columns; `full`: nothing left out."""
    first = hits[0]
    if len(hits) == 1 and _is_block(view, first):
        return _block(first, full=full)
    core = list(_core(view, hits, full=full))
    free = _free(paint.width(core), room)
    start, end = _around(view, hits)
    left = _last(list(view.result(start, first.start)), _MOST)
    right = _first(list(view.result(hits[-1].end, end)), _MOST)
    wide_left, wide_right = paint.width(left), paint.width(right)
    half = free // 2
    left = _last(left, max(half, free - wide_right))
    right = _first(right, max(half, free - wide_left))
    pieces = (*left, *core, *right)
    return Excerpt(tuple(hits), (pieces,), (first.line,))


def _free(core: int, room: int) -> int:
    """Columns for context on both sides: what is left of the rows that the core needs anyway."""
    rows = -(-(core + 2 * _LEAST + 4) // room)
    return rows * (room - 2) - core - 2


def _around(view: View, hits: Sequence[Change]) -> tuple[int, int]:
    """Where the context of an excerpt may begin and end: its rows; the next filled rows where only
    line ends change, since there the rows themselves are blank."""
    source = view.source
    start, end = hits[0].start, hits[-1].end
    while _is_break(hits[0]) and start and source[start - 1] in _EMPTY:
        start -= 1
    while _is_break(hits[-1]) and end < len(source) and source[end] in _EMPTY:
        end += 1
    return view.row_start(start), view.row_end(end)


def _is_break(hit: Change) -> bool:
    changed = hit.before + hit.after
    return "\n" in changed and not changed.strip(_EMPTY)


def _core(view: View, hits: Sequence[Change], *, full: bool) -> Iterator[Piece]:
    here = hits[0].start
    for hit in hits:
        yield from view.result(here, hit.start)
        if hit.status == "flagged":
            whole = "".join(piece.text for piece in view.result(hit.start, hit.end))
            yield from _shortened(Piece("flag", whole or "‸"), full=full)
        else:
            for piece in pieces_of(hit):
                yield from _shortened(piece, full=full)
        here = hit.end


def _shortened(piece: Piece, *, full: bool) -> Iterator[Piece]:
    text = piece.text
    if full or len(text) <= _SHORT:
        yield piece
        return
    yield piece._replace(text=text[:_HEAD])
    yield Piece("dim", f" … {len(text) - _HEAD - _TAIL:,} characters … ")
    yield piece._replace(text=text[-_TAIL:])


def _last(pieces: list[Piece], room: int) -> list[Piece]:
    """The end of some pieces, at most `room` columns of it; an ellipsis tells that more stood there."""
    kept = _first([Piece(kind, text[::-1], mood) for kind, text, mood in reversed(pieces)], room)
    return [Piece(kind, text[::-1], mood) for kind, text, mood in reversed(kept)]


def _first(pieces: list[Piece], room: int) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        for at, char in enumerate(piece.text):
            room -= columns(glyph(char))
            if room < 0:
                return [*kept, piece._replace(text=piece.text[:at]), Piece("dim", "…")]
        kept.append(piece)
    return kept


def _block(hit: Change, *, full: bool) -> Excerpt:
    """Whole deleted rows, each with its number; of a long block the first and the last ones.

    Line ends are shown behind the row that they follow; those before the first row behind the last.
    """
    text = hit.before.lstrip("\n")
    leading = len(hit.before) - len(text)
    rows: list[tuple[int, str]] = []
    line = hit.line + leading
    for row in text.split("\n"):
        if row:
            rows.append((line, row))
        line += 1
        if rows:
            number, shown = rows[-1]
            rows[-1] = (number, shown + "\n")
    number, shown = rows[-1]
    ends = shown[len(shown.rstrip("\n")) :][1:] + "\n" * leading
    rows[-1] = (number, shown.rstrip("\n") + ends)
    mood: Mood = "applied" if hit.status == "flagged" else hit.status
    out = [(tuple(_shortened(Piece("del", row, mood), full=full)), number) for number, row in rows]
    if not full and len(out) > _BLOCK_ROWS:
        left_out = rows[3:-2]
        size = sum(len(row.rstrip("\n")) for _, row in left_out)
        note = Piece("dim", f"… {len(left_out)} more lines, {size:,} characters …")
        out[3:-2] = [((note,), 0)]
    return Excerpt((hit,), tuple(row for row, _ in out), tuple(number for _, number in out))
