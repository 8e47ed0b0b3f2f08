"""Delete the copy of an article's end that stands between other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cleaner.borders.evidence import halts
from cleaner.cohesion import cohesion
from cleaner.copies.repeats import Repeats, above, is_proven, prove
from cleaner.layout import Line
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, HAN, STOPS, lazy, letters

_REACH = 4
"""Rows above the end of a paragraph in which its first half is looked for."""

_OVERLAP = 4
"""Letters at most that stand on both sides of a border by mistake."""

_GRAM = 8
"""Letters by which the first half is known."""

_TAIL = 4
"""Han by which the ends of paragraphs are looked up."""

_MANY = 8
"""Rows with equal ends up to which these are looked at."""


def misplaced_tail(*, least: int = 20) -> Finder:
    """Delete rows that are the end of another paragraph, cut off inside a sentence.

    The first row is the end of another paragraph, from the middle of a sentence on; the row before it ends
    with a stop or is no prose, so that it continues nothing there. The copy that continues its sentence is
    the one that stays. It is a row of at least `least` letters of which there is one; or a block
    between blank rows of so many, whose other rows equal those behind that paragraph, in order.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = dict(_copied_blocks(page, least))
        lone = dict(
            fragment
            for group in page.view(Repeats).tails
            for fragment in _fragments(page, group, least)
        )
        if found or any(lone.values()):
            prove(page)
        found.update((row, row) for row, sure in lone.items() if sure or is_proven(page))
        done = -1
        for first, last in sorted(found.items()):
            start, end = page.cut(first, last)
            yield Patch(max(start, done), end, "")
            done = end

    return run


def _copied_blocks(page: Page, least: int) -> Iterator[tuple[int, int]]:
    """First and last row of each block that is the end of a paragraph and what stands behind that paragraph."""
    blocks = [block for block in _blocks(page) if _continues_nothing(page, block[0])]
    ends = _paragraph_ends(page, {_end(page, first) for first, _ in blocks}) if blocks else {}
    for first, last in blocks:
        found = any(_is_copy(page, first, last, row) for row in ends[_end(page, first)])
        if found and sum(len(letters(row)) for row in page.rows[first : last + 1]) >= least:
            yield first, last


def _fragments(page: Page, group: list[int], least: int) -> Iterator[tuple[int, bool]]:
    """The rows of a group that are the end of another one of it, and whether they surely begin inside a sentence.

    That is not sure where most of a paragraph stands right beside it: they may be two versions of one text.
    """
    lines = page.lines
    said = {row: letters(page.rows[row]) for row in group}
    for row in group:
        line, over = lines[row], above(page, row)
        if line.size < least or not line.stopped or line.opener or line.body[0] in _DASHES:
            continue
        if not (line.sentences or line.exclaims or line.tail in STOPS):
            continue  # a label that ends with a bracket
        if over >= 0 and not lines[over].stopped and (lines[over].open or lines[over].marked):
            continue  # an article of a law may go on here, in words that another one has too
        if list(said.values()).count(said[row]) > 1:
            continue  # said on purpose, or another rule's business
        for whole in group:
            fits = len(said[row]) < len(said[whole]) and said[whole].endswith(said[row])
            if not fits or _goes_on(page, row, said[whole], len(said[row])):
                continue
            sure = _cuts_a_sentence(page, line.body, lines[whole].body, len(said[row]))
            if sure is not None:
                beside = over == whole or above(page, whole) == row
                yield row, sure and not (beside and len(said[row]) * 3 >= len(said[whole]) * 2)
                break


def _goes_on(page: Page, row: int, whole: str, size: int) -> bool:
    """Whether what stands before the end in the whole paragraph stands not far above the row too.

    Then something parts the two halves, and it is the whole paragraph that is the copy. A few letters may stand
    in both. `whole`: the letters of the paragraph, of which the last `size` are its end.
    """
    before = whole[:-size]
    border = whole[max(0, len(whole) - size - _GRAM) : len(whole) - size + _OVERLAP]
    for _ in range(_REACH):
        row = above(page, row)
        if row < 0:
            return False
        said = letters(page.rows[row])
        if said and (said[-_GRAM:] in border or said.endswith(before[-_GRAM:])):
            return True
    return False


def _cuts_a_sentence(page: Page, end: str, whole: str, size: int) -> bool | None:
    """Whether the last `size` letters of a paragraph begin inside a word or a phrase; None: they begin a sentence.

    False where somebody may have taken them for a sentence of their own: behind a comma or a blank, and where
    the words do not run on (他说|乡村要振兴). That counts only where the document is known to have been read twice,
    and not where a line end stood in the source: the two parts may have been joined by mistake.
    """
    at = len(whole)
    while size:
        at -= 1
        size -= bool(_LETTER.match(whole[at]))
    if not (_LETTER.match(end[0]) and _LETTER.match(whole[at - 1])):
        at = len(whole) - len(end) if whole.endswith(end) else at
        return None if halts(Line(whole[:at])) else False
    if cohesion(whole[:at], whole[at:]) > _SURE or _REST.match(whole, at - 1):
        return True
    return False if whole[max(0, at - _BESIDE) : at + _BESIDE] in page.profile.source else None


_SURE = 3.0
"""Nats by which words must rather run on than begin anew."""

_BESIDE = 2
"""Characters on each side of a place that stood together in the source if no line end stood there."""

_REST = lazy(r"\d\d|\p{Han}[上中下内外里间后前时来了着过][，,]")
"""Where something is cut for sure: a number, and a word of place or time that ends a phrase."""

_DASHES = "—–"
"""What items of a list may begin with, beside what any line may."""

_LETTER = lazy(r"[\p{Han}\p{L}\p{N}]")


def _end(page: Page, row: int) -> str:
    return page.lines[row].body[-_TAIL:]


def _paragraph_ends(page: Page, wanted: set[str]) -> dict[str, list[int]]:
    """Rows by their last characters, if these are wanted. A row with many equal ends is boilerplate and is left out."""
    ends: dict[str, list[int]] = {end: [] for end in wanted}
    for row, line in zip(page.filled, page.filled_lines, strict=True):
        end = line.body[-_TAIL:]
        if end in wanted and len(ends[end]) < _MANY:
            ends[end].append(row)
    return ends


def _blocks(page: Page) -> Iterator[tuple[int, int]]:
    """First and last row of each run of two filled rows and more without a blank row between them."""
    first = last = -1
    for row, below in pairwise(page.filled):
        if below > row + 1:
            continue
        if row != last:
            if first >= 0:
                yield first, last
            first = row
        last = below
    if first >= 0:
        yield first, last


def _continues_nothing(page: Page, first: int) -> bool:
    above = first - 1
    while above >= 0 and page.lines[above].blank:
        above -= 1
    return above < 0 or page.lines[above].stopped


def _is_copy(page: Page, first: int, last: int, there: int) -> bool:
    """Whether rows first..last repeat the end of row `there` and the rows behind it."""
    rows = page.rows
    head, whole = rows[first].strip(BLANKS), rows[there].rstrip(BLANKS)
    if first <= there <= last or len(head) >= len(whole) or not whole.endswith(head):
        return False
    before = whole[-len(head) - 1]
    if before in STOPS or before in "，," or not HAN.match(head) or not HAN.match(before):
        return False
    behind = rows[there + 1 : there + 1 + last - first]
    return behind == rows[first + 1 : last + 1]
