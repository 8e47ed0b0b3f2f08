"""What the lines of a document look like, and how the document lays them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from cleaner.text import BLANKS, CLOSERS, STOPS, compiled, count_han

_CLAUSE_MARKS = "，,。；;！？!?"
_WIDE_RUN = compiled(r"[\p{Han}\u3000-\u303f\uff01-\uff60“”‘’…—·①-⑳℃％]+")
_CREDIT = compiled(r"[。！？!?”）)] +[\p{Han} ]{2,20}$")
_NAME = compiled(r"^[\p{Han}·]{2,4}$")
_MARKUP_END = compiled(r"(?:\*\*|__|~~|`|</?[A-Za-z][^<>]*>)+$")
_OPENERS: tuple[tuple[str, str], ...] = (
    ("heading", r"#{1,6} "),
    ("table", r'\||[+|][-+=|]{3,}|"?[A-Za-z0-9.:/_-]*"?,(?=[^ ])'),
    ("code", r"```|~~~|[ -~]*[{};]$|[ -~]+\(.*\)$|\.[A-Za-z]{2}|<[A-Za-z/!]"),
    ("quote", r">"),
    ("bullet", r"[-*+•·●○■□◆◇▲△▪►※★☆] ?\S"),
    ("numbered", r"[（(]?[一二三四五六七八九十百\d]{1,4}[、.．）)]|第[一二三四五六七八九十百千零〇\d]+[条章节编款项]"),
    ("marker", r"[（(](上接|下转|接第|紧接)[^）)]{0,12}[）)]"),
    ("dateline", r"本报讯|本报综合|新华社|据新华社|中新社|人民网|本报记者|本报[^，。]{0,8}电|据[^，。]{2,10}报道"),
    ("label", r"[\p{Han}（）()、／/·]{2,12}[:：]|[A-Za-z][\w-]*: "),
)  # fmt: skip
_OPENER = compiled("|".join(f"(?P<{name}>{find})" for name, find in _OPENERS))
_OPENS = compiled(r"[^\p{Han}]|[本新据中人第一二三四五六七八九十百]|.{1,12}[:：]")
"""A first look: a line that starts otherwise opens no block."""

_CELL = compiled(r"[│┃┆|\t].*[│┃┆|\t]|\",|,\"|\\\\-")
"""What only tables and code have inside a line."""


SLACK = 4
"""Columns by which a hard-wrapped line may be shorter or longer than the wrap width."""


class Line:
    """What one line looks like by itself; each view is made when first asked for."""

    def __init__(self, row: str) -> None:
        self.body = row.strip(BLANKS)
        """The line without the blanks at its ends."""
        self.indent = len(row) - len(row.lstrip(BLANKS)) if row[:1] in BLANKS else 0
        """How many blanks it starts with."""
        self._margin = self.indent + row.count("\u3000", 0, self.indent)
        self.size = len(self.body)
        """Its length without those blanks."""
        self.tail = self.body[-1:]
        """Its last character but for those blanks."""
        self.blank = not self.body
        """Whether it has nothing but blanks."""

    @cached_property
    def opener(self) -> str:
        """How it opens a block, or "": heading, table, code, quote, bullet, numbered, marker, dateline, label."""
        found = _OPENS.match(self.body) and _OPENER.match(self.body)
        if found:
            return found.lastgroup or ""
        return "table" if _CELL.search(self.body) else ""

    @cached_property
    def stopped(self) -> bool:
        """Whether it ends with a stop, a closer or closing markup."""
        last = self.body[-1:]
        return last in STOPS or last in CLOSERS or (last in "．.*>`_" and _ends(self.body))

    @cached_property
    def open(self) -> bool:
        """Whether it looks like prose that stops inside a sentence."""
        if self.stopped or not (self.marked or (self.size >= 30 and self.tail in "，,")):
            return False
        if self.opener in ("bullet", "numbered"):
            return self.sentences > 0 and not self.credit
        return self.opener in ("", "dateline", "marker") and not self.credit

    @cached_property
    def marks(self) -> int:
        """Clause marks ，；。！？ in either width before the last character."""
        end = len(self.body) - 1
        return sum(self.body.count(mark, 0, end) for mark in _CLAUSE_MARKS)

    @cached_property
    def marked(self) -> bool:
        """Whether it has any of those marks."""
        end = len(self.body) - 1
        return any(self.body.find(mark, 0, end) >= 0 for mark in _CLAUSE_MARKS)

    @cached_property
    def sentences(self) -> int:
        """Marks 。； in it (a half-width one not before ASCII)."""
        return self.body.count("。") + self.body.count("；") + _half(self.body, ";")

    @cached_property
    def exclaims(self) -> int:
        """Marks ！？ in it (half-width ones not before ASCII)."""
        return self.body.count("！") + self.body.count("？") + _half(self.body, "!?")

    @cached_property
    def han(self) -> int:
        """Han characters."""
        return count_han(self.body)

    @cached_property
    def width(self) -> int:
        """Columns, its indent too: Han and full-width marks 2, the rest 1."""
        wide = sum(map(len, _WIDE_RUN.findall(self.body)))
        return self._margin + len(self.body) + wide

    @cached_property
    def credit(self) -> bool:
        """Whether a blank and a name stand behind its last sentence."""
        return bool(_CREDIT.search(self.body, max(0, len(self.body) - 24)))

    @cached_property
    def name(self) -> bool:
        """Whether it is nothing but 2-4 Han."""
        return len(self.body) <= 4 and bool(_NAME.match(self.body))


def joined(first: Line, second: Line) -> Line:
    """The line that two make: it opens as the first and ends as the second; its `width` is the second's.

    Only its views are there, not its body, so that long chains of joins stay linear.
    """
    line = Line("")
    line.blank = False
    line.size = first.size + second.size
    line.tail = second.tail
    inside = first.tail in _CLAUSE_MARKS
    line.indent = first.indent
    line.__dict__.update(
        opener=first.opener,
        stopped=second.stopped,
        marks=first.marks + second.marks + inside,
        marked=first.marked or second.marked or inside,
        han=first.han + second.han,
        sentences=first.sentences + second.sentences,
        exclaims=first.exclaims + second.exclaims,
        width=second.width,
        credit=second.credit,
        name=False,
    )
    return line


def _half(text: str, marks: str) -> int:
    """Half-width marks that no ASCII character follows."""
    if not any(mark in text for mark in marks):
        return 0
    return sum(
        1
        for at, char in enumerate(text)
        if char in marks and not " " <= text[at + 1 : at + 2] <= "~"
    )


def _ends(body: str) -> bool:
    """Whether a line ends with a dot of its own, or with closing markup."""
    return body[-1] in "．." or bool(_MARKUP_END.search(body))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document lays out its lines.

    `spaced`: blank lines separate its paragraphs, not single newlines. `indented`: its paragraphs begin
    with an indent. `margin`: the indent of lines that go on. `wraps`: the widths in columns at which its lines
    are hard-wrapped: mostly one, or none.
    """

    spaced: bool
    indented: bool
    margin: int
    wraps: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Layout:
        """The layout of a sequence of lines.

        Single newlines separate paragraphs where at least a quarter of all borders between two
        filled lines have no blank line and follow a line that ends with a stop.
        """
        tight = wide = indents = 0
        filled = 0
        rows: dict[str, Line] = {}
        margins: Counter[int] = Counter()
        for line, below in pairwise(lines):
            if line.blank:
                continue
            filled += 1
            if below.blank:
                wide += 1
            elif line.stopped:
                tight += 1
                indents += below.indent > 0
            else:
                margins[below.indent] += 1
                if line.han >= 5 and line.han * 5 >= line.size * 2:
                    rows[line.body] = line
        margin = margins.most_common(1)[0][0] if margins else 0
        return cls(
            spaced=tight * 4 < tight + wide,
            indented=not margin and indents >= 2 and indents * 2 >= tight,
            margin=margin,
            wraps=_wraps([*rows.values()], filled),
        )


def _wraps(rows: list[Line], filled: int) -> tuple[int, ...]:
    """The widths at which rows are cut: the first, then what the rest would show once those are joined."""
    wraps: list[int] = []
    while width := _wrap(rows, filled):
        wraps.append(width)
        rest = [line for line in rows if abs(line.width - width) > SLACK]
        filled -= len(rows) - len(rest)
        rows = rest
    return tuple(wraps)


def _wrap(rows: Sequence[Line], filled: int) -> int:
    """The width at which rows (all different) that stop inside a sentence are cut, or 0.

    At least four of them, 60%, and a quarter of all filled ones, are that wide but for `SLACK` columns. Cut by width and not by sense
    they are where marks stand inside many of them (a third) and at the end of few (at most 40%): verse, lists
    and tables have their marks at the ends, or none.
    """
    if len(rows) < 4:
        return 0
    widths = Counter(line.width for line in rows)
    at, most = max(
        ((top, sum(widths[top - low] for low in range(SLACK + 1))) for top in widths),
        key=lambda pair: (pair[1], pair[0]),
    )
    full = [line for line in rows if at - SLACK <= line.width <= at]
    inside = sum(line.marked for line in full)
    ending = sum(line.tail in _CLAUSE_MARKS for line in full)
    cut = most >= 4 and most * 4 >= filled and inside * 3 >= most and ending * 5 <= most * 2
    return at if cut and most * 5 >= len(rows) * 3 else 0
