"""What a line is by itself: prose, a list item, a row of cells, a heading, a line of regular verse."""

from __future__ import annotations

from typing import Literal

from cleaner.layout import Line
from cleaner.text import BLANKS, lazy

Kind = Literal[
    "", "prose", "verse", "list", "table", "code", "heading", "label", "dialogue", "signature",
    "quote", "line",
]  # fmt: skip
"""`""` is a blank line; `line` is a short one that nothing tells apart."""

_PROSE = 30
"""Characters in a line with a clause mark from which on it is prose."""

_CHAPTER = lazy(r"第[一二三四五六七八九十百千零〇\d]+[章节编回卷]")
_QUOTED = lazy(r"(?:[“「『‘]|[-—–]{1,2}(?=[\p{Han}“「]))")
_CELLS = lazy(rf"[^{BLANKS}](?:\u3000+|\t[ \t]*|[ \t]{{2,}})[^{BLANKS}]")
_CLAUSES = lazy(r"[\p{Han}]+")
_MARKS = lazy(r"[^\p{Han}]+")
_REGULAR = (3, 4, 5, 6, 7)


def tells(line: Line) -> bool:
    """Whether a line has a sentence, and is no row of a table or of code."""
    return line.sentences > 0 and not is_coded(line)


def is_coded(line: Line) -> bool:
    """Whether a line by itself is a row of a table or of code."""
    return line.opener in ("code", "table")


def own(line: Line) -> Kind:
    """What a line is by itself."""
    if line.blank:
        return ""
    opener = line.opener
    if opener in ("code", "table", "heading", "quote"):
        return opener  # type: ignore[return-value]
    if opener == "numbered" and _CHAPTER.match(line.body) and is_bare(line):
        return "heading"
    if opener in ("bullet", "numbered"):
        return "prose" if line.sentences > 1 and line.size >= 2 * _PROSE else "list"
    if _QUOTED.match(line.body) and (line.stopped or line.marked):
        return "dialogue"
    if opener == "label" and line.size < _PROSE and not line.sentences:
        return "label"
    if line.sentences or line.exclaims or (line.marked and line.size >= _PROSE) or line.han > 45:
        return "prose"
    return "line"


def is_bare(line: Line) -> bool:
    """Whether a line has no mark inside and no stop at its end, as headings have none."""
    return not line.stopped and not line.marked and line.han >= 2


def metre(line: Line) -> tuple[int, ...]:
    """The Han in each clause of a line, where all have as many, and nothing else is there but marks; else ()."""
    if not 3 <= line.han <= 28 or line.size > line.han + 8:
        return ()
    clauses = [len(found) for found in _CLAUSES.findall(line.body)]
    odd = sum(map(len, _MARKS.findall(line.body))) > len(clauses) + 1
    if odd or len(set(clauses)) > 1 or clauses[0] not in _REGULAR:
        return ()
    return tuple(clauses)


def cells(line: Line) -> int:
    """The cells of a line that wide blanks set apart, or 0."""
    found = len(_CELLS.findall(line.body)) if line.size <= 120 else 0
    return found + 1 if found else 0


def has_cells(line: Line) -> bool:
    """Whether wide blanks set something apart in a line."""
    return bool(_CELLS.search(line.body))
