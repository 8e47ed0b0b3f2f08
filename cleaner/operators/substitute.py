"""Replace words by a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from cleaner.characters.hanzi import is_simplified
from cleaner.model import Patch
from cleaner.page import Finder, NeededTable, Page, Pattern
from cleaner.pairs import Wanted
from cleaner.text import TIME_LIMIT, compiled


def substitute(
    *,
    table: NeededTable,
    before: Pattern = "",
    behind: Pattern = "",
    whole: bool = False,
    unless: tuple[str, ...] = (),
    simplified: bool = False,
    least: int = 1,
) -> Finder:
    """Replace each key of `table` by its value, in one pass; where keys overlap, the longest counts.

    `before` and `behind` are patterns of what must stand on the sides. `whole`: not inside a longer run
    of Latin letters and digits. `unless`: not in a document that has one of these words. `simplified`: only in
    a document in simplified characters. `least`: not in a document with fewer of them. Raises `ValueError` for an empty table or key, and for a value that has a key in it: that would never settle.
    """
    if not table or "" in table:
        raise ValueError("the table needs at least one word, and no empty one")
    for key in table:
        for value in table.values():
            if key in value:
                raise ValueError(f"{key!r} stands in the replacement {value!r}")
    head = f"(?<={before})" if before else ""
    tail = f"(?={behind})" if behind else ""
    if whole:
        head, tail = rf"(?<![A-Za-z0-9]){head}", rf"{tail}(?![A-Za-z0-9])"
    compiled(head + tail)
    keys = Wanted(table)

    def run(page: Page) -> Iterable[Patch]:
        if page.has(unless):
            return
        present = sorted(page.having(keys), key=len, reverse=True)
        if not present or (simplified and not is_simplified(page)):
            return
        find = compiled(f"{head}(?:{'|'.join(map(regex.escape, present))}){tail}")
        found = list(_found(page, find, present))
        if len(found) >= least:
            for match in found:
                yield Patch(match.start(), match.end(), table[match.group()])

    return run


def _found(page: Page, find: regex.Pattern[str], keys: list[str]) -> Iterator[regex.Match[str]]:
    """The matches of a pattern that begin where one of the keys stands, in order, none inside another."""
    here = 0
    for at in sorted({at for key in keys for at in page.find_all(key)}):
        match = find.match(page.text, at, timeout=TIME_LIMIT) if at >= here else None
        if match:
            here = match.end()
            yield match
