"""What each line of a document is taken for: prose, verse, list, table, code, heading, label, dialogue, signature.

Derived once a page, for who asks: the lines one by one (`layout.Line`), fences of code, then the lines around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from cleaner.kept import kept
from cleaner.lines.kinds import Kind, cells, has_cells, is_bare, metre, own
from cleaner.lines.structure import in_fence, is_code, is_structure
from cleaner.page import Page
from cleaner.text import lazy

_VERSE = 24
"""Han that a line of verse has at most, but for regular verse of two clauses."""

_VERSE_LINE = 36
"""Characters that a line of verse has at most, its marks and regular verse of two clauses too."""

_POEM = 5
"""Filled lines from which on a document can be taken for verse."""

_STANZA = 3
"""Lines of verse that stand together at least, unless they are regular."""

_SIGNED = 6
"""Filled lines at the end of a text, or above a heading, that can be a signature block."""

_SIGNABLE: tuple[Kind, ...] = ("prose", "label", "list", "dialogue", "verse", "table", "signature")
_NAMES = 12
"""Han in the first line of a signature block inside a text: a name or a greeting, no headline."""

_TURN = lazy(
    r"(?P<who>[\p{Han}A-Za-z·]{1,8}(?:[（(][^（）()]{1,12}[）)])?)[:：\u3000](?=[^:：\s\u3000].*)"
)
_SPOKEN: tuple[Kind, ...] = ("label", "line", "prose", "dialogue")
_DAY = lazy(
    r"[\d〇零○一二三四五六七八九十]{4}年.{1,3}月(?:.{1,3}日)?$|(?:19|20)\d\d[-./]\d\d?[-./]\d\d?$|[\p{Han}]{2,4}年.{1,3}月.{1,4}$"
)


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines of one kind that follow each other, blank ones between them too: rows `first` to `last`, inclusive."""

    kind: Kind
    first: int
    last: int


class Zones:
    """The kinds of the lines of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._lines = page.lines

    @kept
    def kinds(self) -> list[Kind]:
        """One kind for each row."""
        known = {line: own(line) for line in set(self._lines)}
        kinds: list[Kind] = [known[line] for line in self._lines]
        coded = range(len(kinds)) if is_code(self._page) else self._coded(kinds)
        for row in coded:
            if kinds[row] not in ("", "table"):
                kinds[row] = "code"
        self._dialogue(kinds)
        for block in _blocks(self._page):
            self._verse(kinds, block)
            self._table(kinds, block)
        self._around(kinds)
        return kinds

    def __iter__(self) -> Iterator[Zone]:
        """The zones in order."""
        filled = [(row, kind) for row, kind in enumerate(self.kinds) if kind]
        for kind, rows in groupby(filled, key=lambda pair: pair[1]):
            here = [row for row, _ in rows]
            yield Zone(kind, here[0], here[-1])

    @kept
    def shares(self) -> Counter[Kind]:
        """How many lines there are of each kind."""
        return Counter(kind for kind in self.kinds if kind)

    def _coded(self, kinds: list[Kind]) -> Iterator[int]:
        """The rows that are code: in fences, or by themselves."""
        yield from in_fence(self._page)
        for row, kind in enumerate(kinds):
            if kind not in ("", "table", "prose") and is_structure(self._page.rows[row]):
                yield row

    def _dialogue(self, kinds: list[Kind]) -> None:
        """Turns of named speakers that follow each other, three at least, one of them speaking twice."""
        turns: dict[int, str] = {}
        for at, row in enumerate(self._page.filled):
            found = _TURN.match(self._lines[row].body) if kinds[row] in _SPOKEN else None
            if found is not None:
                turns[at] = found["who"]
        for _, pairs in groupby(turns.items(), key=_place()):
            run = list(pairs)
            names = Counter(name for _, name in run)
            if len(run) >= 3 and len(names) > 1 and len(names) < len(run):
                for at, _ in run:
                    kinds[self._page.filled[at]] = "dialogue"

    def _verse(self, kinds: list[Kind], block: Sequence[int]) -> None:
        """Lines of a block without a blank one that are cut by sense and short, or regular."""
        for _, rows in groupby(block, key=lambda row: metre(self._lines[row])):
            run = list(rows)
            beat = metre(self._lines[run[0]])
            if beat and len(run) >= 2 and (beat[0] > 4 or len(beat) > 1):
                _put(kinds, run, "verse", over=("line", "prose", "label", "heading"))
        for short, rows in groupby(block, key=lambda row: self._is_short(kinds, row)):
            run = list(rows)
            if short and len(run) >= _STANZA and self._sings(run):
                _put(kinds, run, "verse", over=("line", "prose"))

    def _is_short(self, kinds: list[Kind], row: int) -> bool:
        line = self._lines[row]
        fits = kinds[row] in ("line", "verse") or (kinds[row] == "prose" and line.sentences <= 1)
        return fits and 2 <= line.han <= _VERSE and not has_cells(line)

    def _sings(self, run: Sequence[int]) -> bool:
        """Whether some of the lines end inside a sentence, and they are no names or cells."""
        lines = [self._lines[row] for row in run]
        cut = sum(not line.stopped for line in lines)
        names = sum(line.name for line in lines)
        return cut * 2 >= len(lines) and names * 2 < len(lines)

    def _table(self, kinds: list[Kind], block: Sequence[int]) -> None:
        """Lines of a block with cells set apart by wide blanks, or nothing but names: at least three."""
        for celled, rows in groupby(block, key=lambda row: bool(cells(self._lines[row]))):
            run = list(rows)
            if celled and len(run) >= 3:
                _put(kinds, run, "table", over=("line", "label", "list", "heading"))

    def _around(self, kinds: list[Kind]) -> None:
        """Short lines by what stands around them: headings above prose, signatures below the text."""
        filled = self._page.filled
        for at, row in enumerate(filled):
            above = kinds[filled[at - 1]] if at else ""
            below = kinds[filled[at + 1]] if at + 1 < len(filled) else ""
            line = self._lines[row]
            if kinds[row] == "list" and "list" not in (above, below) and is_bare(line) and below:
                kinds[row] = "heading"
            if kinds[row] == "line" and self._signs(kinds, at):
                kinds[row] = "signature"
            elif kinds[row] == "line" and is_bare(line) and below not in ("", "line"):
                kinds[row] = "heading"
        for at in range(len(filled) - 2, -1, -1):  # a headline of several lines
            row, under = filled[at], filled[at + 1]
            if kinds[row] == "line" and kinds[under] == "heading" and is_bare(self._lines[row]):
                kinds[row] = "heading"

    def _signs(self, kinds: list[Kind], at: int) -> bool:
        """Whether a short line stands with a date below the text, where nothing goes on."""
        filled, lines = self._page.filled, self._lines
        if at == 0 or kinds[filled[at - 1]] not in _SIGNABLE:
            return False
        if kinds[filled[at - 1]] == "signature":
            return True
        last = at
        while last + 1 < len(filled) and kinds[filled[last + 1]] in ("line", "label"):
            last += 1
            if last - at >= _SIGNED:
                return False
        run = [lines[filled[one]] for one in range(at, last + 1)]
        ends = last + 1 == len(filled) or (_DAY.search(run[-1].body) and run[0].han <= _NAMES)
        return bool(ends) and any(_DAY.search(line.body) for line in run)


def is_verse(page: Page) -> bool:
    """Whether the document is verse: more than half of its lines, and not cut at a width. Found once a run, or said."""
    if said := page.profile.overrides.form:
        return said == "verse"
    known = page.profile.used.get("verse")
    if not isinstance(known, bool):
        known = page.profile.used["verse"] = _is_verse(page)
    return known


def _is_verse(page: Page) -> bool:
    lines, filled = page.lines, page.filled
    short = {row for row in filled if lines[row].size <= _VERSE_LINE}
    if len(filled) < _POEM or len(short) * 2 <= len(filled):
        return False
    beside = sum(row - 1 in short or row + 1 in short for row in short)
    if beside * 2 <= len(filled):  # no line is verse by itself
        return False
    return not page.layout.wraps and page.view(Zones).shares["verse"] * 2 > len(filled)


def _place() -> Callable[[tuple[int, str]], int]:
    """A key that is the same for numbers that follow each other."""
    steps = count()
    return lambda pair: pair[0] - next(steps)


def _put(kinds: list[Kind], rows: Sequence[int], kind: Kind, over: tuple[Kind, ...]) -> None:
    for row in rows:
        if kinds[row] in over:
            kinds[row] = kind


def _blocks(page: Page) -> Iterator[list[int]]:
    """The filled rows between blank ones."""
    block: list[int] = []
    for row, line in enumerate(page.lines):
        if not line.blank:
            block.append(row)
        elif block:
            yield block
            block = []
    if block:
        yield block
