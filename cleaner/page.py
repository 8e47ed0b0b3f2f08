"""What a rule sees: the current text and views of it, made when first asked for and kept.

`Page` is made anew whenever a rule changed the text; `Profile`, the habits of the document, is derived
once, from the source, and stays the same for all rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from operator import attrgetter
from typing import Annotated, Any, TypeAlias, TypeVar, cast

import numpy as np
import numpy.typing as npt

from cleaner.kept import kept
from cleaner.layout import Layout, Line
from cleaner.model import Offsets, Patch, Patches
from cleaner.offsets import characters, is_one_to_one, offsets, replaced, splice
from cleaner.pairs import Pairs, Wanted
from cleaner.profile import Profile
from cleaner.text import Codes, are_han, codes_of, looked_up, text_of
from cleaner.touched import touched_rows

_NOWHERE: Offsets = np.zeros(0, dtype=np.intp)
SHORT = 20_000
"""Characters up to which `str` finds faster than the array of code points does."""

_FEW = 4
"""Characters up to which each is looked for by itself more quickly than all in a table."""

_BODY = attrgetter("body")
View = TypeVar("View")
Finder = Callable[["Page"], Iterable[Patch] | Patches]
"""What an operator makes: takes a page, yields sorted patches that do not overlap."""

Pattern: TypeAlias = Annotated[str, "pattern"]
"""An option of an operator that is a pattern of the `regex` module: it is judged when a rule is loaded."""

Needed: TypeAlias = Annotated[tuple[str, ...], "needed"]
"""An option of an operator that finds nothing in a text in which none of these words stands."""

NeededTable: TypeAlias = Annotated[dict[str, str], "needed"]
"""The same for a table: none of its keys."""


class Lines(dict[str, Line]):
    """What rows look like, each found out when it is first looked up: a long text has tens of thousands of them."""

    def __missing__(self, row: str) -> Line:
        line = self[row] = Line(row)
        return line


@dataclass
class Page:
    """The text as the rules before left it. Offsets are code points in `text`.

    `memo` holds what one run found out once and every later page of that run may use.
    """

    text: str
    profile: Profile
    path: str | None = None
    inserted: frozenset[str] = frozenset()
    known: Lines = field(default_factory=Lines, repr=False)
    memo: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, text: str, path: str | None = None) -> Page:
        """A page of a text that is its own source."""
        return cls(text, Profile(text), path)

    def after(self, starts: Offsets, ends: Offsets, afters: Sequence[str]) -> Page:
        """The page of the text that a rule makes of this one: spans sorted, and what replaces them.

        Where few rows are touched, the others are taken over, with what is known of them.
        """
        codes = None
        if is_one_to_one(starts, ends, afters):
            codes = replaced(self.codes, starts, afters)
            text = text_of(codes)
        else:
            text = splice(self.text, starts, ends, afters)
        inserted = self.inserted | characters(afters)
        page = Page(text, self.profile, self.path, inserted, self.known, self.memo)
        if codes is not None:
            page.__dict__["codes"] = codes
        page.__dict__["pairs"] = self.pairs.follow(text, starts, ends, afters, codes)
        if "lines" in self.__dict__ and 0 < len(starts) * 4 < len(self.rows):
            rows, lines = self._patched(text, starts, ends, afters)
            page.__dict__.update(rows=rows, lines=lines)
        return page

    def _patched(
        self, text: str, starts: Offsets, ends: Offsets, afters: Sequence[str]
    ) -> tuple[list[str], list[Line]]:
        """Rows and lines after some edits; only the rows that an edit touches are read again."""
        rows: list[str] = []
        lines: list[Line] = []
        kept = 0
        touched = touched_rows(self.places("\n"), len(self.rows), starts, ends, afters)
        for first, last, before, moved in touched:
            rows += self.rows[kept:first]
            lines += self.lines[kept:first]
            kept = last + 1
            start = self.starts[first] + before
            if kept < len(self.rows):
                new = text[start : self.starts[kept] - 1 + moved].split("\n")
            else:
                new = _rows(text[start:])
            rows += new
            lines += map(self.known.__getitem__, new)
        return rows + self.rows[kept:], lines + self.lines[kept:]

    def row_at(self, offset: int) -> int:
        """The index of the row in which an offset is; its newline belongs to it. 0 in an empty text."""
        return max(0, min(bisect_right(self.starts, offset), len(self.rows)) - 1)

    def has(self, words: Iterable[str]) -> bool:
        """Whether one of the words occurs. Looks at the set of characters before it searches."""
        chars = self.chars
        for word in words:  # noqa: SIM110  asked for each word of each rule: a generator costs more
            if chars.issuperset(word) and self._holds(word):
                return True
        return False

    def having(self, words: Wanted) -> list[str]:
        """Those of the words that occur, sorted."""
        return [word for word in sorted(words.spelt(self.chars)) if self._holds(word)]

    @kept
    def chars(self) -> frozenset[str]:
        """The characters that can stand in the text: those of the source, and those that rules put in."""
        known = self.profile.chars
        return known if known.issuperset(self.inserted) else known | self.inserted

    def _holds(self, word: str) -> bool:
        """Whether a word stands in the text. An array is searched faster than a long text, and only once."""
        if len(word) > 1 and not self.pairs.may_hold(word):
            return False
        if len(self.text) < SHORT:
            return word in self.text
        return self.text.find(word, 0, SHORT) >= 0 or len(self.places(word)) > 0

    @kept
    def pairs(self) -> Pairs:
        """Which characters may stand side by side."""
        return Pairs(self.text)

    def places(self, word: str) -> Offsets:
        """Where a word stands, in order; those of one character are kept. They may overlap (哈哈 in 哈哈哈)."""
        found = self._places.get(word[0])
        if found is None:
            is_known = word[0] in self.chars
            found = (self.codes == ord(word[0])).nonzero()[0] if is_known else _NOWHERE
            self._places[word[0]] = found
        if len(word) > 1:
            found = found[: found.searchsorted(len(self.codes) - len(word), side="right")]
        for step, char in enumerate(word[1:], 1):
            found = found[self.codes[found + step] == ord(char)]
        return found

    def find_all(self, word: str) -> list[int]:
        """The same as a list, for rules that look at each place by itself: faster in short texts."""
        if len(self.text) >= SHORT:
            return [*self.places(word).tolist()]
        found, at = [], self.text.find(word)
        while at >= 0:
            found.append(at)
            at = self.text.find(word, at + 1)
        return found

    @kept
    def _places(self) -> dict[str, Offsets]:
        return {}

    def standing(self, table: npt.NDArray[np.bool_]) -> Offsets:
        """Where those characters stand, in order, that a table of code points names."""
        points = self.profile.points
        few = [*map(chr, points[table.take(points)].tolist())]
        few += [char for char in self.inserted - self.profile.chars if table[ord(char)]]
        if len(self.text) < SHORT or len(few) > _FEW:
            return looked_up(table, self.codes).nonzero()[0]
        return np.sort(np.concatenate([_NOWHERE, *map(self.places, few)]))

    def view(self, make: Callable[[Page], View]) -> View:
        """What `make` makes of this page, made once however many rules ask for it."""
        if make not in self._views:
            self._views[make] = make(self)
        return cast(View, self._views[make])

    @kept
    def _views(self) -> dict[object, object]:
        return {}

    def close(self) -> None:
        """Forget the views. Some of them know the page, so that they would keep each other in memory."""
        self._views.clear()

    @kept
    def codes(self) -> Codes:
        """The code points of the text as an array. Not to be written to."""
        if self.text is self.profile.source:
            return self.profile.codes
        return codes_of(self.text)

    @kept
    def rows(self) -> list[str]:
        """The lines of the text without their line ends; a final newline gives no line of its own."""
        return _rows(self.text)

    @kept
    def starts(self) -> list[int]:
        """The offset at which each row starts, and one more: where a next row would start."""
        starts = [0, *(self.places("\n") + 1).tolist()]
        if self.text and self.text[-1] != "\n":
            starts.append(len(self.text) + 1)
        return starts

    @kept
    def lines(self) -> list[Line]:
        """What each row looks like (kind, marks, width); see `layout.Line`."""
        before = len(self.known)
        lines = [*map(self.known.__getitem__, self.rows)]
        if (len(self.known) - before) * 4 > len(lines):  # many are new: all are counted at once
            starts = offsets(self.starts[:-1])
            counts = np.add.reduceat(are_han(self.codes), starts, dtype=np.int32)
            for line, count in zip(lines, counts.tolist(), strict=True):
                line.han = count
        return lines

    @kept
    def filled(self) -> list[int]:
        """The indices of the rows that are not blank."""
        return [*compress(range(len(self.lines)), map(_BODY, self.lines))]

    @kept
    def filled_lines(self) -> list[Line]:
        """What the rows that are not blank look like. Not to be written to."""
        return [line for line in self.lines if line.body]

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

    @kept
    def layout(self) -> Layout:
        """How the document is laid out: what separates its paragraphs."""
        return Layout.of(self.lines, self.profile.overrides, self.filled)


def _rows(text: str) -> list[str]:
    rows = text.split("\n")
    if not rows[-1]:
        rows.pop()
    return rows
