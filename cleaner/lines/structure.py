"""Which rows are code, settings, JSON or tables, not prose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from string import ascii_letters

import numpy as np

from cleaner.lines.rows import Mask, Rows, rows_of
from cleaner.model import Offsets
from cleaner.offsets import distinct, offsets
from cleaner.page import Page
from cleaner.text import are_in, count_han, lazy, matches

_HINTS = "\"'{}[]=<>\\|_$`&\t"
_HINTED = frozenset(_HINTS)
"""Signs of tables and code; rows without any of them are not looked at one by one."""

_CITES = r"(?:[ \t]*>)*"
"""The signs before a row that is quoted, as in mails and Markdown."""

_OPENS = lazy(
    _CITES + r"\s*(?:[\[{].*[\]}],?\s*$"  # JSON
    r"|[\w\p{Han}.\[\]-]+\s*=|\|.*\|"  # assignments, tables
    r"|[A-Za-z_][A-Za-z0-9_.]*\(.*\)\s*;?\s*$|//|/\*"
    r"|\$?\s*[a-z][\w.-]* .*(?: \| | > | --)"  # commands
    r"|\[?\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d\S*\s.{0,40}?\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\b"
    r"|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|return|print|import|def|class|var|let|const)\b)"
)
_HOLDS = lazy(
    r"[\"']\s*:\s*[\p{Han}\w]{1,30};\s*[\"'][\p{Han}\w]{1,20}[\"']|"  # 'a':b;'c':d
    r"[\"']\s*:\s*[\"'\d\[{tfn-]|[\"']\s*,\s*[\"'\d\[{]|=[\"']|\{\s*$"  # JSON, attributes
    r"|=>|->|==|!=|&&|\|\||</|/>|:=|\+=|::|\$\{|\\[A-Za-z]+\{|\|.*\||\t.*\t|[A-Za-z_]\w*\(\s*[\"']"
)
_FENCES = ("```", "~~~")
_QUOTED = lazy(r"[\"']\s*[:,]\s*[\"'\d\[{]|=[\"']|\t.*\t|\|[^|]+\|")
_LONG = 30
"""Han of a sentence that is no comment in code."""

_KEYED = lazy(_CITES + r"\s*(?:(?:- )?[\w\p{Han}-]{1,12}:(?: |$)|[\])}]+[,;]?$|#!?\s?[A-Za-z])")
_ENDED = lazy(r"[!-~];\s*(?://.*)?$")
_INLINE = lazy(r"(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^()\s]*\)")

_KEY = 12
"""Characters that a key has at most."""

_FIRST = 400
"""Rows that are not empty which tell whether a text is code."""

_LEAST = 3
"""Rows that a text must have for what most of them are to count."""


def _is_structure(row: str, *, hints: bool) -> bool:
    """Whether a row is a table, JSON or code. `hints`: it has signs of that."""
    return bool(_OPENS.match(row)) or (hints and bool(_HOLDS.search(row)))


def _is_said(row: str) -> bool:
    """Whether a row is a Chinese sentence that only mentions a sign or two of code: 此时 a->b 为空，…。"""
    if "。" not in row or row.lstrip("> ")[:1] in "|\"'{[(/*<$" or _QUOTED.search(row):
        return False
    han = count_han(row)
    return han >= _LONG and han * 2 >= len(row)


def _is_keyed(row: str) -> bool:
    """Whether a row looks like a setting, a turn of a chat or the end of a statement."""
    if any(stop in row for stop in "。！？"):
        return False
    return bool(_KEYED.match(row)) or (";" in row and bool(_ENDED.search(row)))


def fences(page: Page) -> list[int]:
    """The starts of the rows that open or close a fenced block of code, in order. A view of the page."""
    return _fences(page.text) if page.has(_FENCES) else []


def is_code(page: Page) -> bool:
    """Whether a page as a whole is code, settings or a chat. A view of the page."""
    rows = _beginning(page)
    return _is_code(rows, rows.having(_HINTS), page.view(fences))


def is_structure(row: str) -> bool:
    """Whether a row by itself is a table, JSON or code."""
    return _is_structure(row, hints=any(sign in row for sign in _HINTS))


def in_fence(page: Page) -> Iterator[int]:
    """The rows of fenced blocks of code, fences and all. The last fence opens no block if it is never closed."""
    marks = [page.row_at(start) for start in page.view(fences)]
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        yield from range(first, last + 1)


def _fences(text: str) -> list[int]:
    """Where the rows start that open or close a block of code, in order."""
    found = []
    for mark in _FENCES:
        place = text.find(mark)
        while place >= 0:
            line = text.rfind("\n", 0, place) + 1
            if not text[line:place].strip("> \t"):
                found.append(line)
            place = text.find(mark, max(text.find("\n", place), place + 3))
    return sorted(found)


def _beginning(page: Page) -> Rows:
    """The same as `_first` of all rows of a page, of a long one without looking at the others."""
    if len(page.rows) <= _FIRST:
        return page.view(rows_of)
    filled = (at for at, row in enumerate(page.rows) if row)
    last = next(islice(filled, _FIRST - 1, None), len(page.rows) - 1)
    end = page.starts[last] + len(page.rows[last])
    return Rows.of(page.text[:end], page.codes[:end])


def _first(rows: Rows) -> Rows:
    """The first rows of a text, which tell whether it is code: of a long one the others need not be looked at."""
    if len(rows.filled) <= _FIRST:
        return rows
    end = int(rows.ends[rows.filled[_FIRST - 1]])
    return Rows.of(rows.text[:end], rows.codes[:end])


def _is_code(rows: Rows, hints: Mask, fences: list[int]) -> bool:
    """Whether a text that begins so is code, settings or a chat: half of its rows look like that."""
    filled = rows.filled
    if fences:
        filled = filled[np.searchsorted(fences, rows.starts[filled], side="right") % 2 == 0]
    signed = filled[_signed(rows, hints)[filled]]
    if not len(signed) * 2 >= len(filled) >= _LEAST:
        return False
    spare = len(signed) - (len(filled) + 1) // 2  # so many may look otherwise
    for index, hint in zip(signed.tolist(), hints[signed].tolist(), strict=True):
        row = rows.row(index)
        spare -= not (_is_structure(row, hints=hint) or _is_keyed(row))
        if spare < 0:
            return False
    return True


def _signed(rows: Rows, hints: Mask) -> Mask:
    """A first look: the rows that have what `_is_structure` and `_is_keyed` ask for."""
    colons = rows.low[rows.signs == ord(":")]
    lines = rows.row_of(colons)
    found = hints | rows.having(";") | ~rows.han_first & rows.having(ascii_letters + "/:)#")
    found[lines[colons - rows.starts[lines] <= _KEY]] = True
    return found


def outside_code(rows: Rows, places: Offsets) -> Mask:
    """Which of the sorted places are in prose: not in code, JSON or a table."""
    keep = np.ones(len(places), dtype=np.bool_)
    if not len(places):
        return keep
    hints, fenced = rows.having(_HINTS), are_in("`~", rows.signs).any()
    fences = _fences(rows.text) if fenced else []
    first = _first(rows)
    if _is_code(first, hints[: len(first.starts)], fences):
        return ~keep
    if fences:
        inside = np.searchsorted(fences, places) % 2 == 1
        if len(fences) % 2:  # the last fence is open: what follows it is no block
            inside &= places < fences[-1]
        keep &= ~inside
    heads = rows.codes.take(rows.starts, mode="clip")
    odd = hints | ((heads | 0x20) - np.uint32(97) < 26) | (heads == 0x2F) | (heads == 0x20)
    fifths = rows.codes.take(rows.starts + 4, mode="clip")
    odd |= (heads - np.uint32(48) < 10) & are_in("-/", fifths)  # the date of a log
    lines = rows.row_of(places)
    looked = distinct(lines[odd[lines] & keep])
    firsts, lasts = np.searchsorted(lines, looked), np.searchsorted(lines, looked, side="right")
    for line, first, last in zip(looked.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
        row = rows.row(line)
        if _is_structure(row, hints=bool(hints[line])) and not _is_said(row):
            keep[first:last] = False
        elif "`" in row or "](" in row:
            keep[first:last] &= ~_inline(row, places[first:last] - rows.starts[line])
    return keep


def outside_code_in(row: str, places: list[int]) -> list[bool]:
    """The same for places in a single row, which is in no fenced block."""
    hints = not _HINTED.isdisjoint(row)
    if not hints and not _may_open(row):
        return [True] * len(places)
    if _is_structure(row, hints=hints) and not _is_said(row):
        return [False] * len(places)
    if "`" not in row and "](" not in row:
        return [True] * len(places)
    keep: list[bool] = (~_inline(row, offsets(places))).tolist()
    return keep


def _may_open(row: str) -> bool:
    """Whether a row without hints may be code all the same: by a word, a comment, or the date of a log."""
    head = row[:1]
    if head.isascii() and head.isdigit():
        return row[4:5] in ("-", "/")
    return head in (" ", "/") or (head.isascii() and head.isalpha())


def _inline(row: str, places: Offsets) -> Mask:
    """Which places of a row are in code or in the address of a link."""
    inside = np.zeros(len(places), dtype=np.bool_)
    for span in matches(_INLINE, row):
        inside |= (places >= span.start()) & (places < span.end())
    return inside
