"""Unwrap tables of HTML that stand on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.exempt.markup import is_about_markup
from cleaner.model import Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import BLANKS, lazy

_TABLE = lazy(r"(?i)[ \t\u3000]*<table[ >][^\n]*</table>[ \t\u3000]*")
_STYLED = lazy(r"(?i)<(?:table|t[dhr]|p|span)\s[^<>\n]*(?:style|width|valign|align)=")
_TAG = lazy(r"(?i)</?[a-z][a-z0-9]*(?:\s[^<>\n]*)?/?>")
_BETWEEN = lazy(
    r"(?i)(?P<row></tr>\s*(?:</t(?:head|body)>\s*)?(?:<t(?:head|body)[^<>\n]*>\s*)?<tr[ >])"
    r"|(?P<cell></t[dh]>\s*<t[dh][ >])|(?P<line>(?:</p>\s*)?<br\s*/?>|</p>\s*<p[ >])"
)


def html_table(*, words: Needed) -> Finder:
    """Unwrap a table of HTML that stands on one line and says how it is to look: each row becomes a line.

    Its cells are set apart by a bar. What a cell says stays. A table in a table stays as it is, and so does any in a text about
    markup or in code. Nothing is looked for where none of `words` stands.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(words) or is_about_markup(page):
            return
        for row, text in enumerate(page.rows):
            if text.lower().count("<table") != 1:
                continue
            if _TABLE.fullmatch(text) and _STYLED.search(text):
                yield from _unwrapped(text, page.starts[row])

    return run


def _unwrapped(text: str, start: int) -> Iterator[Patch]:
    """The tags of a row go; between rows, cells and the lines of a cell stands what parts them."""
    apart = {"row": "\n", "cell": " | ", "line": " "}
    borders = {found.start(): apart[found.lastgroup or "line"] for found in _BETWEEN.finditer(text)}
    for tag in _TAG.finditer(text):
        after = borders.get(tag.start(), "")
        if after == " ":
            cell = text.rfind("<t", 0, tag.start()), text.find("</t", tag.end())
            said = _said(text[cell[0] : tag.start()]) and _said(text[tag.end() : cell[1]])
            after = " " if said else ""
        yield Patch(start + tag.start(), start + tag.end(), after)


def _said(text: str) -> bool:
    """Whether the cell says something on this side of a border of lines."""
    return bool(_TAG.sub("", text).strip(BLANKS))
