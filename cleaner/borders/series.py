"""Rows that are items of one list, by how they open: no sentence goes on from one into the next."""

from __future__ import annotations

from cleaner.page import Page
from cleaner.text import lazy

_ITEM = lazy(r"[A-Za-z][.．、:：）)]|[\[［【〔(（]\d{1,3}[\]］】〕)）]")
"""What numbers an item wherever it stands: `A.`, `[1]`"""

_LABEL = lazy(
    r"(\p{Han}{1,8}(?=[ \u3000]+[\p{Han}“《])|[A-Za-z]{1,8}(?= +\p{Han}[^ ]*$)|[@#][^ \u3000，。]{1,12}(?=[ \u3000])"
    r"|(?=\D{0,3}\d)[^ \u3000，。、；：！？]{1,8}(?=[ \u3000]))[ \u3000]"
)
"""A short word that a blank parts from the rest of its row: `01 `, `20:00 `, `甲组 `, `Bob `, `@somebody `"""

_KINDS = ((lazy(r"\p{Han}+"), "字"), (lazy(r"[A-Za-z]+"), "a"), (lazy(r"\d+"), "0"))

_BLANKS = 3
"""Blanks of a row at most; of more the first is nothing special."""

_PARALLEL = 3
"""Clause marks at the same places of two rows that show them to be made so."""


class Series:
    """The filled rows of a page; rows are numbers in `filled`."""

    def __init__(self, page: Page) -> None:
        self._lines, self._filled = page.lines, page.filled
        self._shapes: dict[int, str] = {}

    def parts(self, right: int) -> bool:
        """Whether a row and the one above it are two items of a list, or two lines of one measure, or a list ends there."""
        if self._are_items(right):
            return True
        if self._are_items(right - 1):  # the items have no stops
            above = (self._lines[self._filled[at]] for at in (right - 1, right - 2))
            return not any(line.stopped for line in above)
        return self._is_parallel(right)

    def _are_items(self, right: int) -> bool:
        """Whether two rows open as items do: numbered alike, or with labels of one kind as the next or the last row has."""
        shape = self._shape(right)
        if not shape or shape != self._shape(right - 1):
            return False
        others = (self._shape(right - 2), self._shape(right + 1))
        return bool(_ITEM.match(self._body(right))) or shape in others

    def _body(self, at: int) -> str:
        return self._lines[self._filled[at]].body if 0 <= at < len(self._filled) else ""

    def _shape(self, at: int) -> str:
        """How a row opens, with all numbers, Latin and Chinese words alike; "": as no item of a list does."""
        shape = self._shapes.get(at)
        if shape is None:
            shape = self._shapes[at] = _shape(self._body(at))
        return shape

    def _is_parallel(self, right: int) -> bool:
        above, below = self._body(right - 1), self._body(right)
        if len(above) != len(below):
            return False
        marks = [at for at, mark in enumerate(above) if mark in "，；"]
        return len(marks) >= _PARALLEL and marks == [
            at for at, mark in enumerate(below) if mark in "，；"
        ]


def _shape(body: str) -> str:
    found = _ITEM.match(body)
    if found:
        return _alike(found.group())
    head = body[:14]
    if not (" " in head or "\u3000" in head) or body.count(" ") + body.count("\u3000") > _BLANKS:
        return ""
    found = _LABEL.match(body)
    return _alike(found.group(1)) + " " if found else ""


def _alike(label: str) -> str:
    """A label with every number, Latin word and Chinese word written alike."""
    for words, kind in _KINDS:
        label = words.sub(kind, label)
    return label
