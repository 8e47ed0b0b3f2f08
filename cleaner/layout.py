"""What the lines of a document look like, and how the document lays them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.kept import kept
from cleaner.openers import aside, opener
from cleaner.overrides import NOTHING, Overrides
from cleaner.text import BLANKS, CLOSERS, STOPS, count_han, lazy
from cleaner.widths import End, Lines, Wrap, columns, lead, wraps

_CELL_SIZE = 10
"""Characters of a cell of comma-separated values at most, on the average."""

SPAN = 40
"""Characters beside a line end in which its last and first words stand, Latin ones too."""

_CLAUSE_MARKS = "，,。；;！？!?"
_MARK = lazy(r"[，,。；;！？!?]")
_CREDIT = lazy(r"(?:[。！？!?][”’）)]* +[\p{Han} ]{2,20}|[）)] +\p{Han}(?: *\p{Han}){1,3})$")
_NAME = lazy(r"^[\p{Han}·]{2,4}$")
_SPREAD = lazy(
    r"[^\s（(](?:\u3000{3,}| {6,}|\t{2,})[^\s）)]|(?:[^\s（(](?:\u3000{2,}| {3,})[^\s）)].*?){2}"
)
_MARKUP_END = lazy(r"(?:\*\*|__|~~|`|</?[A-Za-z][^<>]*>)+$")


class Line:
    """What one line looks like by itself; each view is made when first asked for."""

    def __init__(self, row: str) -> None:
        self.body = row.strip(BLANKS)
        """The line without the blanks at its ends."""
        self.indent = len(row) - len(row.lstrip(BLANKS)) if row[:1] in BLANKS else 0
        """How many blanks it starts with."""
        self._margin = self.indent and self.indent + row.count("\u3000", 0, self.indent)
        self.size = len(self.body)
        """Its length without those blanks."""
        self.tail = self.body[-1:]
        """Its last character but for those blanks."""
        self.blank = not self.body
        """Whether it has nothing but blanks."""
        self._last: Line | None = None

    @kept
    def opener(self) -> str:
        """How it opens a block, or "": heading, table, code, quote, bullet, numbered, marker, dateline, label."""
        return opener(self.body)

    @kept
    def aside(self) -> str:
        """What it is that is no part of the text around it, or "": page, float, fact."""
        return aside(self.body)

    @kept
    def stopped(self) -> bool:
        """Whether it ends with a stop, a closer or closing markup."""
        last = self.body[-1:]
        return last in STOPS or last in CLOSERS or (last in "．.*>`_" and _ends(self.body))

    @kept
    def open(self) -> bool:
        """Whether it looks like prose that stops inside a sentence."""
        if self.stopped or not (self.marked or (self.size >= 30 and self.tail in "，,")):
            return False
        if self.opener in ("bullet", "numbered"):
            return self.sentences > 0 and not self.credit
        return self.opener in ("", "dateline", "marker") and not self.credit

    @kept
    def marked(self) -> bool:
        """Whether it has clause marks ，；。！？ in either width before the last character."""
        return len(self.body) > 1 and _MARK.search(self.body, 0, len(self.body) - 1) is not None

    @kept
    def sentences(self) -> int:
        """Marks 。； in it (a half-width one not before ASCII)."""
        half = _half(self.body, ";") if ";" in self.body else 0
        return self.body.count("。") + self.body.count("；") + half

    @kept
    def exclaims(self) -> int:
        """Marks ！？ in it (half-width ones not before ASCII)."""
        half = _half(self.body, "!?") if "!" in self.body or "?" in self.body else 0
        return self.body.count("！") + self.body.count("？") + half

    @kept
    def han(self) -> int:
        """Han characters."""
        return count_han(self.body)

    @kept
    def width(self) -> int:
        """Columns, its indent too: Han and full-width marks 2, the rest 1."""
        if self._last is not None:
            return self._last.width
        return self._margin + columns(self.body)

    @kept
    def lead(self) -> int:
        """The columns of what cannot be parted at its start."""
        return lead(self.body)

    def end_before(self, below: Line) -> End:
        """How it ends before another line."""
        beside = self.body[-SPAN:], below.body[:SPAN]
        return End(self.width, below.lead, self.marked, self.tail in _CLAUSE_MARKS, beside)

    @kept
    def credit(self) -> bool:
        """Whether a blank and a name stand behind its last sentence."""
        if self._last is not None:
            return self._last.credit
        return bool(_CREDIT.search(self.body, max(0, len(self.body) - 24)))

    @kept
    def spread(self) -> bool:
        """Whether it has no clauses, but parts set wide apart: a running head from margin to margin, a row of a table."""
        return not self.marked and bool(_SPREAD.search(self.body))

    @kept
    def name(self) -> bool:
        """Whether it is nothing but 2-4 Han."""
        return len(self.body) <= 4 and bool(_NAME.match(self.body))


def clause_marks(line: Line) -> int:
    """Those marks that make a line `marked`; not of a line that was joined."""
    end = len(line.body) - 1
    return sum(line.body.count(mark, 0, end) for mark in _CLAUSE_MARKS)


def joined(first: Line, second: Line) -> Line:
    """The line that two make: it opens as the first and ends as the second; its `width` is the second's.

    Only its views are there, not its body, so that long chains of joins stay linear.
    """
    line = Line.__new__(Line)  # there is no row to look at
    inside = first.tail in _CLAUSE_MARKS
    line.__dict__ = {
        "body": "",
        "blank": False,
        "indent": first.indent,
        "size": first.size + second.size,
        "tail": second.tail,
        "_margin": 0,
        "_last": second._last or second,
        "opener": first.opener,
        "stopped": second.stopped,
        "marked": first.marked or second.marked or inside,
        "han": first.han + second.han,
        "sentences": first.sentences + second.sentences,
        "exclaims": first.exclaims + second.exclaims,
        "name": False,
    }
    return line


def _half(text: str, marks: str) -> int:
    """Half-width marks that no ASCII character follows."""
    return sum(
        1
        for mark in marks
        if mark in text
        for at, char in enumerate(text)
        if char == mark and not " " <= text[at + 1 : at + 2] <= "~"
    )


def _ends(body: str) -> bool:
    """Whether a line ends with a dot of its own, or with closing markup."""
    return body[-1] in "．." or bool(_MARKUP_END.search(body))


_MOSTLY = 10
"""All but one in so many borders between lines are alike where a blank line stands below each line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document lays out its lines.

    `spaced`: blank lines separate its paragraphs, not single newlines. `indented`: its paragraphs begin
    with an indent. `margin`: the indent of lines that go on. `wraps`: the widths in columns at which its lines
    are hard-wrapped: mostly one, or none. `stride`: 2 where a blank line stands below each hard-wrapped line, else 1.
    """

    spaced: bool
    indented: bool
    margin: int
    wraps: tuple[Wrap, ...]
    stride: int = 1

    @classmethod
    def of(
        cls, lines: Sequence[Line], said: Overrides = NOTHING, filled: Sequence[int] = ()
    ) -> Layout:
        """The layout of a sequence of lines, but for what is said of it. `filled`: which are, if that is known.

        Single newlines separate paragraphs where at least a quarter of all borders between two
        filled lines have no blank line and follow a line that ends with a stop.
        """
        filled = filled or [row for row, line in enumerate(lines) if line.body]
        borders = _borders(lines, filled, 1)
        wide = len(filled) - len(borders) - (filled[-1:] == [len(lines) - 1])
        widths, stride = _wraps(lines, borders, len(filled), said), 1
        if not widths and len(borders) * _MOSTLY < len(filled) - 1:
            doubled = _borders(lines, filled, 2)
            if len(doubled) * _MOSTLY >= (len(filled) - 1) * (_MOSTLY - 1):
                widths = _wraps(lines, doubled, len(filled), said)
            if widths:
                borders, wide, stride = doubled, 0, 2
        inside = ((line, below) for line, below in borders if not line.stopped)
        margins = Counter(below.indent for line, below in inside if line.marked)  # no headline
        margin = margins.most_common(1)[0][0] if margins else 0
        full = widths[0].width - widths[0].slack if widths else 0
        tight = indents = 0
        for line, following in borders:
            if line.stopped and not (full and line.width >= full):
                tight += 1
                indents += following.indent > margin
        spaced = tight * 4 < tight + wide
        indented = indents >= 2 and indents * (3 if widths else 2) >= tight
        if said.paragraphs:
            indented = said.paragraphs == "indents"
            spaced = spaced if indented else said.paragraphs == "blank lines"
        return cls(spaced, indented, margin, widths, stride)


def _borders(lines: Sequence[Line], filled: Sequence[int], step: int) -> list[tuple[Line, Line]]:
    """Filled lines that stand so many rows apart, with none between them."""
    return [(lines[row], lines[below]) for row, below in pairwise(filled) if below == row + step]


def _are_cells(line: Line, below: Line) -> bool:
    """Whether two lines are rows of comma-separated values: as many short cells in both."""
    commas = line.body.count(",")
    return (
        commas >= 2 and line.size <= _CELL_SIZE * (commas + 1) and commas == below.body.count(",")
    )


def _wraps(
    lines: Sequence[Line], borders: Sequence[tuple[Line, Line]], filled: int, said: Overrides
) -> tuple[Wrap, ...]:
    """The widths at which lines are cut, from where those end that a filled one follows."""
    inside = {
        line.body: line.end_before(following)
        for line, following in borders
        if not line.stopped
        and line.han >= 3
        and line.han * 4 >= line.size
        and not _are_cells(line, following)
    }

    def wider(least: int) -> Iterator[int]:
        wide = (line for line in lines if line.size * 2 > least and line.width > least)
        return (line.width for line in wide if line.han * 4 >= line.size)

    def chinese() -> int:
        return sum(line.han * 4 >= line.size for line in lines if not line.blank)

    return wraps(inside.values(), Lines(filled, chinese, wider), said.wrap)
