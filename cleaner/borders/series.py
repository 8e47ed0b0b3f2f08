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


_HEAD = 14
"""Characters of a row in which such a word ends."""


class Series:
    """The filled rows of a page; rows are numbers in `filled`."""

    def __init__(self, page: Page) -> None:
        self._lines = page.filled_lines
        self._shapes: dict[int, str] = {}

    def parts(self, right: int) -> bool:
        """Whether a row and the one above it are two items of a list, or two lines of one measure, or a list ends there."""
        above, below = self._lines[right - 1], self._lines[right]
        if above.size == below.size and _is_parallel(above.body, below.body):
            return True
        if not _may_open(above.body):
            return False
        if self._are_items(right):
            return True
        if not self._are_items(right - 1):
            return False
        return not (above.stopped or self._lines[right - 2].stopped)  # the items have no stops

    def _are_items(self, right: int) -> bool:
        """Whether two rows open as items do: numbered alike, or with labels of one kind as the next or the last row has."""
        shape = self._shape(right)
        if not shape or shape != self._shape(right - 1):
            return False
        others = (self._shape(right - 2), self._shape(right + 1))
        return bool(_ITEM.match(self._lines[right].body)) or shape in others

    def _shape(self, at: int) -> str:
        """How a row opens, with all numbers, Latin and Chinese words alike; "": as no item of a list does."""
        shape = self._shapes.get(at)
        if shape is None:
            known = 0 <= at < len(self._lines)
            shape = self._shapes[at] = _shape(self._lines[at].body) if known else ""
        return shape


def _is_parallel(above: str, below: str) -> bool:
    """Whether two rows have several clause marks, all at the same places."""
    marks = [at for at, mark in enumerate(above) if mark in "，；"]
    if len(marks) < _PARALLEL:
        return False
    return marks == [at for at, mark in enumerate(below) if mark in "，；"]


def _may_open(body: str) -> bool:
    """A first look at whether a row opens as an item does."""
    head = body[:_HEAD]
    return " " in head or "\u3000" in head or body[1:2] in ".．、:：)）" or body[0] in "[［【〔(（"


def _shape(body: str) -> str:
    if not _may_open(body):
        return ""
    if found := _ITEM.match(body):
        return _alike(found.group())
    if body.count(" ") + body.count("\u3000") > _BLANKS:
        return ""
    found = _LABEL.match(body)
    return _alike(found.group(1)) + " " if found else ""


def _alike(label: str) -> str:
    """A label with every number, Latin word and Chinese word written alike."""
    for words, kind in _KINDS:
        label = words.sub(kind, label)
    return label
