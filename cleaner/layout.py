"""What the lines of a document look like, and how the document lays them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.text import BLANKS, CLOSERS, STOPS, compiled

_HAN = compiled(r"\p{Han}")
_WIDE = compiled(r"[\p{Han}\u3000-\u303f\uff01-\uff60“”‘’…—·①-⑳℃％]")
_CLAUSE = compiled(r"[，,；;。！？!?]")
_SENTENCE = compiled(r"[。；]|;(?![ -~])")
_EXCLAIM = compiled(r"[！？]|[!?](?![ -~])")
_CREDIT = compiled(r"[。！？!?”）)] +[\p{Han} ]{2,20}$")
_NAME = compiled(r"^[\p{Han}·]{2,4}$")
_MARKUP_END = compiled(r"(?:\*\*|__|~~|`|</?[A-Za-z][^<>]*>)+$")
_OPENERS: tuple[tuple[str, str], ...] = (
    ("heading", r"^#{1,6} "),
    ("table", r'^\|.*\||\t.*\t|^[+|][-+=|]{3,}|[│┃┆|].*[│┃┆|]|",|,"|^"?[A-Za-z0-9.:/_-]*"?,(?=[^ ])'),
    ("code", r"^(```|~~~|    [ -~]|\t[ -~])|^[ -~]*[{};]$|^[ -~]+\(.*\)$|^\.[A-Za-z]{2}|^<[A-Za-z/!]|\\\\-"),
    ("quote", r"^>"),
    ("bullet", r"^[-*+•·●○■□◆◇▲△▪►※★☆] ?\S"),
    ("numbered", r"^[（(]?[一二三四五六七八九十百\d]{1,4}[、.．）)]|^第[一二三四五六七八九十百千零〇\d]+[条章节编款项]"),
    ("marker", r"^[（(](上接|下转|接第|紧接)[^）)]{0,12}[）)]"),
    ("dateline", r"^(本报讯|本报综合|新华社|据新华社|中新社|人民网|本报记者|本报[^，。]{0,8}电|据[^，。]{2,10}报道)"),
    ("label", r"^[\p{Han}（）()、／/·]{2,12}[:：]|^[A-Za-z][\w-]*: "),
)  # fmt: skip
_OPENER = compiled("|".join(f"(?P<{name}>{find})" for name, find in _OPENERS))


@dataclass(frozen=True, slots=True)
class Line:
    """What one line looks like by itself.

    `opener`: how it opens a block (heading, table, code, quote, bullet, numbered, marker, dateline,
    label) or "". `stopped`: it ends with a stop, a closer or closing markup. `marks`: clause marks ，；。！？
    in either width before the last character. `sentences`: 。； in it; `exclaims`: ！？. `width`: columns, Han
    and full-width marks 2, the rest 1. `credit`: after its last sentence stands a blank and a name. `name`: nothing but 2-4
    Han.
    """

    blank: bool
    opener: str
    stopped: bool
    marks: int
    sentences: int
    exclaims: int
    han: int
    width: int
    indent: int
    credit: bool
    name: bool

    def joined(self, other: Line) -> Line:
        """The line that this one and the next make. `width` is the last part's, as seen at the border."""
        return Line(
            blank=False,
            opener=self.opener,
            stopped=other.stopped,
            marks=self.marks + other.marks + 1,
            sentences=self.sentences + other.sentences,
            exclaims=self.exclaims + other.exclaims,
            han=self.han + other.han,
            width=other.width,
            indent=self.indent,
            credit=other.credit,
            name=False,
        )


def read_line(row: str) -> Line:
    """What a line looks like."""
    body = row.strip(BLANKS)
    if not body:
        return Line(True, "", False, 0, 0, 0, 0, 0, len(row), False, False)
    opener = _OPENER.search(body)
    han = len(_HAN.findall(body))
    last = body[-1]
    return Line(
        blank=False,
        opener=(opener.lastgroup or "") if opener else "",
        stopped=last in STOPS or last in CLOSERS or last in "．.*>`_" and _ends(body),
        marks=len(_CLAUSE.findall(body, 0, len(body) - 1)),
        sentences=len(_SENTENCE.findall(body)),
        exclaims=len(_EXCLAIM.findall(body)),
        han=han,
        width=len(body) + len(_WIDE.findall(body)),
        indent=len(row) - len(row.lstrip(BLANKS)),
        credit=bool(_CREDIT.search(body)),
        name=bool(_NAME.match(body)),
    )


def _ends(body: str) -> bool:
    """Whether a line ends with a dot of its own, or with closing markup."""
    return body[-1] in "．." or bool(_MARKUP_END.search(body))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document lays out its lines.

    `spaced`: blank lines separate its paragraphs, not single newlines. `wrap`: the width in columns at
    which its lines are hard-wrapped, 0 where they are not.
    """

    spaced: bool
    wrap: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Layout:
        """The layout of a sequence of lines.

        Single newlines separate paragraphs where at least a quarter of all borders between two
        filled lines have no blank line and follow a line that ends with a stop.
        """
        tight = wide = 0
        widths: Counter[int] = Counter()
        for line, below in zip(lines, lines[1:], strict=False):
            if line.blank:
                continue
            if below.blank:
                wide += 1
            elif line.stopped:
                tight += 1
            elif line.han >= 8:
                widths[line.width] += 1
        return cls(spaced=tight * 4 < tight + wide, wrap=_wrap(widths))


def _wrap(widths: Counter[int], slack: int = 4) -> int:
    """The width that at least 60% of the open lines reach but for `slack` columns; 0 if there is none."""
    total = widths.total()
    if total < 4:
        return 0
    at, most = max(
        ((top, sum(widths[top - low] for low in range(slack + 1))) for top in widths),
        key=lambda pair: (pair[1], pair[0]),
    )
    return at if most * 5 >= total * 3 else 0
