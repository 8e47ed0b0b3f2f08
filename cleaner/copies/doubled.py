"""Passages that stand right below a passage that says the same."""

from __future__ import annotations

from cleaner.copies.repeats import Passage, above, below, line_of, said
from cleaner.layout import Line
from cleaner.page import Page
from cleaner.text import letters


def is_long(line: Line, least: int) -> bool:
    """Whether a line has so many characters, most of them Han."""
    return line.size >= least and line.han * 5 >= line.size * 3


def is_doubled(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether of two equal passages of prose the second stands right below the first, and no third beside them."""
    line = line_of(page, second)
    leads = line.tail in "：:" and line.marked
    if (
        not is_long(line, least)
        or not (line.sentences or leads)
        or above(page, second.first) != first.last
    ):
        return False
    words = said(page, second)
    around = [row for row in (above(page, first.first), below(page, second.last)) if row >= 0]
    return all(letters(page.rows[row]) != words for row in around)


def is_slip(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether the second of two equal passages is a copy right below the first that nobody writes on purpose."""
    if not is_doubled(page, first, second, least):
        return False
    line = line_of(page, second)
    return line.sentences >= 2 or line.size >= 2 * least or is_certain(page, first, second, least)


def is_certain(page: Page, first: Passage, second: Passage, least: int) -> bool:
    """Whether such a copy is certain by itself, in a document that has no other."""
    if not is_doubled(page, first, second, least):
        return False
    over = above(page, first.first)
    return line_of(page, second).size >= 3 * least or (over >= 0 and page.lines[over].open)
