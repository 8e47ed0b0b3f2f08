"""Flag quotation marks and brackets that lack their partner."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from cleaner.lines.kinds import is_coded
from cleaner.lines.structure import fences
from cleaner.model import Offsets, Patch
from cleaner.offsets import merged, offsets
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, count_han, lazy

_NUMBER = lazy(
    r"(?:^|[ \t\u3000。；;，,：:、）)“])[（(]?(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3}|[甲乙丙丁])$"
    r"|[:：;；^=-] ?$"
)
"""In front of a closing bracket: the number of a list (1）), or a face (:)."""


class _Mark(NamedTuple):
    at: int
    row: int
    opens: bool
    leads: bool
    """Whether it is the first character of its row."""


def balance(
    *, opening: str, closing: str, reach: int = 12, repeats: bool = False, habit: int = 5
) -> Finder:
    """Flag a mark of `opening` that none of `closing` closes, and one of `closing` that none opens.

    A pair may span up to `reach` rows. `repeats`: the start of each paragraph may open anew, as in long
    quotations. Not looked at: code, numbers of lists (1）), and half-width marks away from Han. Where more
    than `habit` marks are alone, the document does not set them in pairs: the first is flagged for all.
    """
    if not opening or not closing or set(opening) & set(closing):
        raise ValueError("'opening' and 'closing' must be different characters")

    def run(page: Page) -> Iterable[Patch]:
        lonely = _across(page, _inside(page, opening, closing), reach, opening if repeats else "")
        lonely = [mark for mark in lonely if _counts(page, mark)]
        if lonely and page.has(("```", "~~~")):
            marks = page.view(fences)
            lonely = [mark for mark in lonely if bisect_right(marks, mark.at) % 2 == 0]
        for mark in lonely[: 1 if len(lonely) > habit else None]:
            char = page.text[mark.at]
            what = "is never closed" if mark.opens else "is never opened"
            more = f", like {len(lonely) - 1} more in this document" if len(lonely) > habit else ""
            yield Patch(mark.at, mark.at + 1, char, message=f"{char} {what}{more}")

    return run


def _inside(page: Page, opening: str, closing: str) -> list[_Mark]:
    """The marks that find no partner in their own row, in order."""
    opens, closes = _places(page, opening), _places(page, closing)
    if not len(opens) and not len(closes):
        return []
    breaks = page.places("\n")
    if _is_paired(opens, closes, breaks):
        return []
    places = np.concatenate((opens, closes))
    order = np.argsort(places, kind="stable")
    places, signs = places[order], np.where(order < len(opens), 1, -1)
    rows = np.searchsorted(breaks, places)
    firsts = np.flatnonzero(np.diff(rows, prepend=-1))
    depth = np.cumsum(signs)
    depth -= np.repeat(depth[firsts] - signs[firsts], np.diff(firsts, append=len(places)))
    ends = np.append(firsts[1:], len(places))
    wrong = (depth[ends - 1] != 0) | (np.minimum.reduceat(depth, firsts) < 0)
    out: list[_Mark] = []
    for first, end in zip(firsts[wrong].tolist(), ends[wrong].tolist(), strict=True):
        row = int(rows[first])
        at = zip(places[first:end].tolist(), signs[first:end].tolist(), strict=True)
        out.extend(_unpaired(page, row, at))
    return out


def _is_paired(opens: Offsets, closes: Offsets, breaks: Offsets) -> bool:
    """Whether one pair follows the other, none spanning rows, as nearly everywhere."""
    if len(opens) != len(closes) or (opens > closes).any() or (closes[:-1] > opens[1:]).any():
        return False
    return bool((np.searchsorted(breaks, opens) == np.searchsorted(breaks, closes)).all())


def _places(page: Page, marks: str) -> Offsets:
    """Where one of the marks stands, in order."""
    found = [page.places(mark) for mark in marks if page.has((mark,))]
    if len(found) == 1:
        return found[0]
    return merged(found) if found else offsets([])


def _unpaired(page: Page, row: int, marks: Iterable[tuple[int, int]]) -> list[_Mark]:
    """The marks of one row without a partner in it."""
    # Where the row's own text begins: looked up once, for a row may have very many marks.
    body = page.starts[row + 1] - 1 - len(page.rows[row].lstrip(BLANKS))
    waiting: list[_Mark] = []
    alone: list[_Mark] = []
    for at, sign in marks:
        mark = _Mark(at, row, sign > 0, at <= body)
        if mark.opens:
            waiting.append(mark)
        elif waiting:
            waiting.pop()
        else:
            alone.append(mark)
    return sorted(alone + waiting)


def _across(page: Page, marks: list[_Mark], reach: int, anew: str) -> list[_Mark]:
    """The marks that find no partner in another row, and are not opened anew in the next paragraph."""
    paired: set[_Mark] = set()
    for one, other in pairwise(marks):
        if one.opens and not other.opens and other.row - one.row <= reach:
            paired.update((one, other))
    alone = [mark for mark in marks if mark not in paired]
    if not anew:
        return alone
    return [
        mark for mark in alone if not (mark.leads and mark.opens and _next_opens(page, mark, anew))
    ]


def _next_opens(page: Page, mark: _Mark, anew: str) -> bool:
    """Whether the next filled row starts with an opening mark too."""
    filled = page.filled
    below = bisect_right(filled, mark.row)
    return below < len(filled) and page.rows[filled[below]].strip(BLANKS)[0] in anew


def _counts(page: Page, mark: _Mark) -> bool:
    """Whether a mark stands in text: full-width or beside Han, no list number or face, and not in code."""
    text = page.text
    if not mark.opens and _NUMBER.search(text[max(0, mark.at - 8) : mark.at]):
        return False
    if ord(text[mark.at]) < 0x80 and not count_han(text[max(0, mark.at - 1) : mark.at + 2]):
        return False
    return not is_coded(page.lines[mark.row])
