"""What a rule sees: the current text and views of it, made when first asked for and kept.

`Page` is made anew whenever a rule changed the text; `Profile`, the habits of the document, is derived
once, from the source, and stays the same for all rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Annotated, TypeAlias, TypeVar, cast

import numpy as np

from cleaner.layout import Layout, Line
from cleaner.model import Patch, Patches
from cleaner.profile import Profile
from cleaner.text import Codes, codes_of, han_table

View = TypeVar("View")
Finder = Callable[["Page"], Iterable[Patch] | Patches]
"""What an operator makes: takes a page, yields sorted patches that do not overlap."""

Pattern: TypeAlias = Annotated[str, "pattern"]
"""An option of an operator that is a pattern of the `regex` module: it is judged when a rule is loaded."""

Needed: TypeAlias = Annotated[tuple[str, ...], "needed"]
"""An option of an operator that finds nothing in a text in which none of these words stands."""

NeededTable: TypeAlias = Annotated[dict[str, str], "needed"]
"""The same for a table: none of its keys."""


@dataclass
class Page:
    """The text as the rules before left it. Offsets are code points in `text`.

    `memo` holds what one run found out once and every later page of that run may use.
    """

    text: str
    profile: Profile
    path: str | None = None
    inserted: frozenset[str] = frozenset()
    known: dict[str, Line] = field(default_factory=dict, repr=False)
    memo: dict[str, object] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, text: str, path: str | None = None) -> Page:
        """A page of a text that is its own source."""
        return cls(text, Profile(text), path)

    def after(self, text: str, inserted: Iterable[str]) -> Page:
        """The page of the text that a rule made of this one by inserting these pieces."""
        new = self.inserted.union(*set(inserted))
        return Page(text, self.profile, self.path, new, self.known, self.memo)

    def has(self, words: Iterable[str]) -> bool:
        """Whether one of the words occurs. Looks at the set of characters before it searches."""
        chars, new = self.profile.chars, self.inserted
        return any(
            all(char in chars or char in new for char in word) and word in self.text
            for word in words
        )

    def view(self, make: Callable[[Page], View]) -> View:
        """What `make` makes of this page, made once however many rules ask for it."""
        if make not in self._views:
            self._views[make] = make(self)
        return cast(View, self._views[make])

    @cached_property
    def _views(self) -> dict[object, object]:
        return {}

    @cached_property
    def codes(self) -> Codes:
        """The code points of the text as an array. Not to be written to."""
        codes = codes_of(self.text)
        codes.flags.writeable = False
        return codes

    @cached_property
    def rows(self) -> list[str]:
        """The lines of the text without their line ends; a final newline gives no line of its own."""
        rows = self.text.split("\n")
        if not rows[-1]:
            rows.pop()
        return rows

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each row starts, and one more: where a next row would start."""
        return list(accumulate((len(row) + 1 for row in self.rows), initial=0))

    @cached_property
    def lines(self) -> list[Line]:
        """What each row looks like (kind, marks, width); see `layout.Line`."""
        known = self.known
        lines = []
        for row, han in zip(self.rows, self._han, strict=True):
            line = known.get(row)
            if line is None:
                line = known[row] = Line(row, han)
            lines.append(line)
        return lines

    @cached_property
    def _han(self) -> list[int]:
        """The number of Han of each row."""
        until = np.concatenate(([0], np.cumsum(han_table()[self.codes])))
        at = until[np.minimum(self.starts, len(self.codes))]
        counts: list[int] = np.diff(at).tolist()
        return counts

    @cached_property
    def filled(self) -> list[int]:
        """The indices of the rows that are not blank."""
        return [index for index, line in enumerate(self.lines) if not line.blank]

    def cut(self, first: int, last: int) -> tuple[int, int]:
        """The span to delete for the rows `first` to `last` to go (inclusive), with their separator.

        Where blank rows stand on both sides, those behind go too, so that one separator is left; at the
        start and at the end of the text none is left. The final newline stays as it is.
        """
        lines, starts = self.lines, self.starts
        above, below = first - 1, last + 1
        while above >= 0 and lines[above].blank:
            above -= 1
        while below < len(lines) and lines[below].blank:
            below += 1
        if below == len(lines):
            start = starts[above] + len(self.rows[above]) if above >= 0 else starts[first]
            return start, starts[last] + len(self.rows[last])
        if above < 0:
            return starts[first], starts[below]
        spaced = above < first - 1
        return starts[first], starts[below] if spaced else starts[last + 1]

    @cached_property
    def layout(self) -> Layout:
        """How the document is laid out: what separates its paragraphs."""
        return Layout.of(self.lines)
