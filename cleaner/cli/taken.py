"""What a document is taken for, in words: one line of a table, or a block of lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.cli.output import counted

if TYPE_CHECKING:
    from cleaner.stats import DocumentStats
    from cleaner.taken import Taken

_PUNCTUATION = {
    "full": "full-width",
    "half": "half-width, left as it is",
    "folded": "folded to half-width by a conversion: every mark beside Chinese is restored",
    "mixed": "folded to half-width here and there: restored beside Chinese",
    "none": "none that tells",
}
_BLANKS = {
    "spaced": "set off by blanks",
    "tight": "not set off",
    "mixed": "mixed, blanks of a converter are deleted",
    "unclear": "no habit",
}


def brief(one: DocumentStats) -> str:
    """What is worth knowing of a document among many, in a few words."""
    taken = one.taken
    parts = [
        taken.encoding + (" with BOM" if one.bom else ""),
        f"unsure ({taken.margin:.2f})" if taken.unsure else "",
        "" if one.line_ends == "lf" else one.line_ends,
        taken.script if taken.script in ("traditional", "mixed") else "",
        "verse" if taken.form == "verse" else "",
        _cut(taken) if taken.wraps else "",
        f"marks {taken.punctuation}" if taken.punctuation in ("folded", "mixed", "half") else "",
        "" if one.chinese_marks else "no Chinese marks",
        "blanks beside digits mixed" if taken.digit_blanks == "mixed" else "",
        counted(taken.page_numbers, "page number") if taken.page_numbers else "",
        *taken.sources,
        f"said: {', '.join(taken.overridden)}" if taken.overridden else "",
    ]
    return ", ".join(part for part in parts if part)


def block(one: DocumentStats) -> Iterator[tuple[str, str]]:
    """Each thing that a document is taken for: its name, and what it is; what a person said is marked."""
    taken = one.taken
    sure = "" if taken.margin == 1 else f", margin {taken.margin:.2f}"
    ends = "" if one.line_ends == "lf" else f", line ends {one.line_ends}"
    bom, doubt = " with BOM" if one.bom else "", ": unsure, say --encoding" if taken.unsure else ""
    yield "encoding", f"{taken.encoding}{bom}{sure}{doubt}{ends}" + _said(taken, "encoding")
    yield "script", taken.script + _said(taken, "script")
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in taken.lines.items())
    verse = ", no lines are joined" if taken.form == "verse" else ""
    yield (
        "text",
        f"{taken.form}{verse}" + _said(taken, "form") + (f"; lines: {kinds}" if kinds else ""),
    )
    indent = f", lines that go on are indented by {taken.indent}" if taken.indent else ""
    yield "paragraphs", f"parted by {taken.paragraphs}{indent}" + _said(taken, "paragraphs")
    yield "line width", (_cut(taken) or "not cut at a width") + _said(taken, "wrap")
    yield "punctuation", _PUNCTUATION[taken.punctuation] + _said(taken, "punctuation")
    yield "digits", _blanks(taken.digit_blanks, taken.digit_borders) + _said(taken, "digit_blanks")
    yield "Latin", _blanks(taken.latin_blanks, taken.latin_borders) + _said(taken, "latin_blanks")
    furniture = (
        (taken.page_numbers, "page number"),
        (taken.running_heads, "running head"),
        (taken.form_feeds, "form feed"),
    )
    found = ", ".join(counted(count, name) for count, name in furniture if count)
    yield "page furniture", (found or "none") + _said(taken, "furniture")
    yield "source pack", (", ".join(taken.sources) or "none") + _said(taken, "source")


def _cut(taken: Taken) -> str:
    return f"lines cut at {' or '.join(map(str, taken.wraps))} columns" if taken.wraps else ""


def _blanks(habit: str, borders: tuple[int, int]) -> str:
    spaced, tight = borders
    counts = f" ({spaced:,} with a blank, {tight:,} without)" if spaced or tight else ""
    return f"{_BLANKS[habit]}{counts}"


def _said(taken: Taken, name: str) -> str:
    """The mark of what is said and not found out, with the value if that is not what it reads."""
    return " [said]" if name in taken.overridden else ""
