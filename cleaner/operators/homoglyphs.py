"""Letters of other scripts inside Latin words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from cleaner.model import Patch
from cleaner.page import Finder, NeededTable, Page
from cleaner.text import compiled, lazy, matches

_ABOUT = lazy(
    r"西里尔|基里尔|俄文|俄语|俄罗斯|希腊|同形|形近|相似字符|欺骗|Cyrillic|Greek|homo(?:glyph|graph)|[Pp]unycode"
)

_LATIN = 2
"""Latin letters that show a Latin word; a single one may stand beside what was misread."""


def homoglyphs(*, table: NeededTable) -> Finder:
    """Write Latin letters for the letters of `table` that look like them, inside words that have Latin letters too.

    A word of Russian or Greek has none, and one Latin letter alone is no word. Lines that speak of such letters stay. Raises `ValueError` for a table
    that maps anything but one letter to one of a-z or A-Z.
    """
    if not table or any(
        len(key) != 1 or not compiled("[A-Za-z]").fullmatch(value) for key, value in table.items()
    ):
        raise ValueError("the table maps one letter to a Latin one")
    odd = "".join(map(regex.escape, table))
    word = compiled(rf"[A-Za-z][A-Za-z]*[{odd}][A-Za-z{odd}]*|[{odd}]+[A-Za-z][A-Za-z{odd}]*")
    other = compiled(r"[\p{L}\p{M}--\p{Latin}--\p{Han}]")

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(table):
            return
        text = page.text
        speaks = cache(lambda row: _ABOUT.search(page.rows[row]) is not None)
        for found in matches(word, text):
            start, end = found.span()
            if other.match(text, end) or (start and other.match(text, start - 1)):
                continue
            if sum(char.isascii() for char in found[0]) < _LATIN or speaks(page.row_at(start)):
                continue
            for place in range(start, end):
                if text[place] in table:
                    yield Patch(place, place + 1, table[text[place]])

    return run
