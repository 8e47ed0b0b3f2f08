"""The class of an edit: from the table of the gold where it stands there, else from its shape."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from benchmarks.corpora import Source, rows
from benchmarks.edits import Edit, Score, flatten

OTHER = "(elsewhere)"
_SHAPES = {
    ",": "halfwidth-comma", ";": "halfwidth-semicolon", ":": "halfwidth-colon",
    "(": "halfwidth-paren", ")": "halfwidth-paren",
}  # fmt: skip


@cache
def table() -> dict[str, dict[tuple[int, int, bool], str]]:
    """For each document: (line, column, whether something is inserted there) to class; 1-based."""
    out: dict[str, dict[tuple[int, int, bool], str]] = defaultdict(dict)
    for row in rows("classes.tsv"):
        for place in row["places"].split():
            line, span = place.lstrip("+").split(":")
            first, _, last = span.partition("-")
            for column in range(int(first), int(last or first) + 1):
                out[row["document"]][int(line), column, place[0] == "+"] = row["class"]
    return out


def places(source: str) -> Iterator[tuple[int, int]]:
    """Line and column of each offset of the flattened source, and one past its end."""
    line = column = 0
    for number, row in enumerate(source.replace("\r\n", "\n").split("\n"), 1):
        body = flatten(row)
        if not body:
            continue
        if line:
            yield line, column
        line, column = number, len(body) + 1
        yield from ((number, at) for at in range(1, column))
    yield line, column


def by_class(source: Source, wanted: Counter[Edit], made: Counter[Edit]) -> dict[str, Score]:
    """The score of each class; wrong edits count for the class that they look like."""
    known = table()[source.number]
    at = list(places(source.text))
    flat = flatten(source.text)
    out: dict[str, Score] = defaultdict(Score)
    for edit in wanted | made:
        line, column = at[edit.at]
        name = known.get((line, column, edit.inserts)) or _shape(edit, flat)
        right = min(wanted[edit], made[edit])
        out[name] += Score(wanted[edit], made[edit], right)
    return out


def _shape(edit: Edit, flat: str) -> str:
    before = flat[edit.at : edit.at + 1]
    if edit.inserts:
        return "(inserted space)" if edit.after == " " else OTHER
    if edit.after and before in _SHAPES and edit.after in "，；：（）":
        return _SHAPES[before]
    if not edit.after and before == "\n":
        return "wrap-split"
    around = flat[max(0, edit.at - 1) : edit.at + 2]
    if not edit.after and before == " " and any(char.isdigit() for char in around):
        return "cjk-digit-space"
    return OTHER
