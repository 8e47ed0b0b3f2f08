"""What the lines of a document look like, and how the document separates its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.text import BLANKS, CLOSERS, STOPS, compiled

_HAN = compiled(r"\p{Han}")
_CLAUSE = compiled(r"(?<!\d)[，,；;。！？!?]|[，,；;。！？!?](?!\d)")
_SENTENCE = compiled(r"[。！？；]|(?<=\p{Han}[”’）》)]?)[!?;]")
_CREDIT = compiled(r"[。！？!?”）)] +[\p{Han} ]{2,20}$")
_NAME = compiled(r"^[\p{Han}·]{2,4}$")
_OPENERS: tuple[tuple[str, str], ...] = (
    ("heading", r"^#{1,6} "),
    ("table", r"^\|.*\||\t.*\t|^[+|][-+=|]{3,}|[│┃┆|].*[│┃┆|]"),
    ("code", r"^(```|~~~|    [ -~]|\t[ -~])|^[ -~]*[{};]$|^[ -~]+\(.*\)$"),
    ("quote", r"^>"),
    ("bullet", r"^[-*+•·●○■□◆◇▲△▪►※★☆] ?\S"),
    ("numbered", r"^[（(]?[一二三四五六七八九十百\d]{1,4}[、.．）)]|^第[一二三四五六七八九十百千零〇\d]+[条章节编款项]"),
    ("marker", r"^[（(](上接|下转|接第|紧接)[^）)]{0,12}[）)]"),
    ("dateline", r"^(本报讯|本报综合|新华社|据新华社|中新社|人民网|本报记者|本报[^，。]{0,8}电|据)"),
    ("label", r"^[\p{Han}（）()、／/·]{2,12}[:：]"),
)  # fmt: skip
_OPENER = compiled("|".join(f"(?P<{name}>{find})" for name, find in _OPENERS))


@dataclass(frozen=True, slots=True)
class Line:
    """What one line looks like by itself.

    `opener`: how it opens a block (heading, table, code, quote, bullet, numbered, marker, dateline,
    label) or "". `stopped`: it ends with a stop or a closer. `marks`: clause marks ，；。！？ in either width
    before the last character. `sentences`: marks 。！？； in it. `width`: columns, Han 2 and the rest 1.
    `credit`: after its last sentence stands a blank and a name. `name`: nothing but 2-4 Han.
    """

    blank: bool
    opener: str
    stopped: bool
    marks: int
    sentences: int
    han: int
    width: int
    indent: int
    credit: bool
    name: bool


def read_line(row: str) -> Line:
    """What a line looks like."""
    body = row.strip(BLANKS)
    if not body:
        return Line(True, "", False, 0, 0, 0, 0, len(row), False, False)
    opener = _OPENER.search(body)
    han = len(_HAN.findall(body))
    return Line(
        blank=False,
        opener=(opener.lastgroup or "") if opener else "",
        stopped=body[-1] in STOPS or body[-1] in CLOSERS,
        marks=len(_CLAUSE.findall(body, 0, len(body) - 1)),
        sentences=len(_SENTENCE.findall(body)),
        han=han,
        width=len(body) + han,
        indent=len(row) - len(row.lstrip(BLANKS)),
        credit=bool(_CREDIT.search(body)),
        name=bool(_NAME.match(body)),
    )


def is_prose(row: str) -> bool:
    """Whether a line is running text: sentences, or more Han than a headline has.

    A judgement that no web furniture passes; joining asks for less (see `Line`).
    """
    han = len(_HAN.findall(row))
    return han >= 60 or (han >= 15 and "。" in row) or (han >= 30 and len(_CLAUSE.findall(row)) >= 3)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document separates its paragraphs: by blank lines, or by single newlines."""

    spaced: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Layout:
        """The layout of a sequence of lines.

        Single newlines separate paragraphs where at least a quarter of all borders between two
        filled lines have no blank line and follow a line that ends with a stop.
        """
        tight = wide = 0
        last: Line | None = None
        gap = False
        for line in lines:
            if line.blank:
                gap = True
                continue
            if last is not None:
                wide += gap
                tight += not gap and last.stopped
            last, gap = line, False
        return cls(spaced=tight * 4 < tight + wide)
