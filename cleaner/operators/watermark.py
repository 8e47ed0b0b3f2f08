"""Delete what a site for e-books or novels wrote into a text about itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import regex

from cleaner.characters.disguise import disguised, plain
from cleaner.layout import Line
from cleaner.lines.passages import without
from cleaner.lines.reach import is_prose
from cleaner.lines.structure import in_fence, is_code
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page, Pattern
from cleaner.pairs import Wanted
from cleaner.text import BLANKS, STOPS, count_han, is_blank, lazy
from cleaner.web.watermark_signs import NOTHING, Signs, finder_of, proofs, read
from cleaner.web.watermark_spans import judged, stands_out

_LABELLED = lazy(r"\W*\p{Han}{1,8}:(?=[^\p{Han}]*$)")

SHORT = 80
"""Characters that a row has less than for a word of Latin letters to count."""

MOST = 100
"""Rows at the end of a text that may be a site's own."""

LINKED = 12
"""Han that a line may have that goes because it names a site or an account that others have proved."""


_SAID = lazy(r"\p{Han}[:：，,]?[“「『](?<=[:：道说着是念即][，,]?.)")
"""Who says it, or where it stands written, and the mark that opens the quotation."""
_OPENS, _CLOSES = "“「『", "”」』"
_NAME = lazy(r"\p{Han}{2,8}")
_QUOTES = lazy(f"[{_OPENS}{_CLOSES}]")
_CONTACTS = lazy(
    rf"[{BLANKS}]*\W?(?!本[站书网])(?:\p{{Han}}{{0,4}}电话|传真|邮编|邮政编码|\p{{Han}}{{0,4}}地址|\p{{Han}}{{0,2}}邮箱|联系人|(?:开放|营业|服务)时间)[:：][^a-z\n]*\p{{N}}"
)
_NEAR = 2
"""Rows to both sides of one that may be of the same list."""
_ABOVE, _BELOW = 4, 3
"""Rows above and below one that a quotation in wrapped lines may have."""


@dataclass(frozen=True, slots=True)
class _Mark:
    row: int
    span: tuple[int, int] | None
    signs: Signs
    level: Level


def watermark(
    *,
    words: tuple[str, ...],
    sure: tuple[Pattern, ...],
    likely: tuple[Pattern, ...] = (),
    names: tuple[Pattern, ...] = (),
    often: int = 3,
) -> Finder:
    """Delete what a site wrote about itself: lines, ends of lines, and brackets inside a sentence.

    A row is looked at that holds one of `words` (a short one, if the word is Latin), or letters in the disguise of www or .com. The patterns see
    it unfolded: small letters, half-width marks, look-alikes of other scripts as Latin letters, no
    blanks beside Han, no separators inside a name of a host; tags count for nothing. `sure`: what nobody but
    such a site says. `likely`: what it says as well as others. `names`: how such sites are called.
    Next to nothing else may be said. Safe: two signs together with a sure one, or a host (none of
    an office or a school) and two others; or what is probable and stands `often` times. A short line that
    names a host or an account of a safe one goes with it; short lines to the end of the text below two safe ones are for
    review. Nothing goes in code, in lines with links of Markdown, nor below a line that ends with a colon,
    nor where nothing else is left.
    """
    if not words or not sure:
        raise ValueError("words and sure must hold at least one item each")
    found, wanted = finder_of(sure, likely, names), Wanted(words)

    def run(page: Page) -> Iterable[Patch]:
        rows = disguised(page)
        for word in page.having(wanted):
            here = map(page.row_at, page.find_all(word))
            rows.update(row for row in here if not word.isascii() or len(page.rows[row]) < SHORT)
        if not rows or page.view(is_code):
            return []
        fenced = set(in_fence(page))
        marks = list(_marks(page, sorted(rows - fenced), found))
        marks = _settled(marks, often)
        marks += _linked(page, marks, fenced, found)
        marks += _below(page, marks)
        gone = {mark.row for mark in marks if mark.span is None}
        if all(row in gone or is_blank(page.rows[row]) for row in range(len(page.rows))):
            return []
        return _patches(page, sorted(marks, key=lambda mark: (mark.row, mark.span or (0, 0))))

    return run


def _marks(page: Page, rows: list[int], finder: regex.Pattern[str]) -> Iterator[_Mark]:
    gone: set[int] = set()
    for row in rows:
        text = page.rows[row]
        found = judged(text, finder)
        if not found or _is_quoted(page, row, gone):
            continue
        cited = found[0][0] is None and _cited(page, row)
        if cited == "own" or (found[0][0] is None and _is_contact(page, row)):
            continue
        if found[0][0] is None:
            gone.add(row)
        for span, signs, level in found:
            if cited and level == "safe":
                level = "review"
            named = span is None and level == "review" and not (signs.sure or signs.likely)
            alone = named and not (stands_out(text) or _at_edge(page, row))
            alone = alone or (named and _is_listed(page, row))
            yield _Mark(row, span, signs, "flag" if alone else level)


def _cited(page: Page, row: int) -> Literal["", "own", "below"]:
    """Whether somebody cites what a row says; if so, whether the quotation ends in this row or below it.

    It opens in this row behind a colon or a verb, or in one above of which the sentence goes on.
    """
    text = page.rows[row]
    if (said := _SAID.search(text)) and _QUOTES.search(text, said.end()):
        return "own"
    if row == 0 or not page.rows[row - 1].strip(BLANKS) or Line(page.rows[row - 1]).tail in STOPS:
        return ""
    above = _QUOTES.findall("".join(page.rows[max(0, row - _ABOVE) : row]))
    if not above or above[-1] not in _OPENS:
        return ""
    for at, body in enumerate(page.rows[row : row + _BELOW]):
        if mark := _QUOTES.search(body):
            return "" if mark[0] in _OPENS else "below" if at else "own"
    return ""


def _is_contact(page: Page, row: int) -> bool:
    """Whether a row stands beside telephone numbers, addresses or opening hours, in a list of how to reach somebody."""
    near = page.rows[max(0, row - _NEAR) : row + _NEAR + 1]
    return any(_CONTACTS.match(text) for text in near)


def _at_edge(page: Page, row: int) -> bool:
    """Whether nothing stands above a row, or nothing below it."""
    start, end = page.starts[row], page.starts[row + 1]
    return is_blank(page.text[:start].replace("\n", "")) or is_blank(
        page.text[end:].replace("\n", "")
    )


def _is_quoted(page: Page, row: int, gone: set[int]) -> bool:
    """Whether the line above ends with a colon, so that this one is what it speaks of.

    A few Han without a mark between may be the first line of what is read there.
    """
    above = _above(page, row, gone)
    if above >= 0 and _NAME.fullmatch(page.rows[above].strip(BLANKS)):
        above = _above(page, above, gone)
    return above >= 0 and page.rows[above].rstrip(BLANKS).endswith((":", "："))


def _above(page: Page, row: int, gone: set[int]) -> int:
    """The filled row above one that stays, or -1."""
    above = row - 1
    while above >= 0 and (above in gone or is_blank(page.rows[above])):
        above -= 1
    return above


def _is_listed(page: Page, row: int) -> bool:
    """Whether a line with a colon at its end opens the list that a row is in."""
    above = row
    while above >= 0 and 0 < len(page.rows[above].strip(BLANKS)) < SHORT // 2:
        if _is_quoted(page, above, set()):
            return True
        above -= 1
    return False


def _settled(marks: list[_Mark], often: int) -> list[_Mark]:
    """The marks; those that are only probable are safe where they stand often, bare hosts probable."""
    count = Counter(mark.signs.key for mark in marks)
    better: dict[Level, Level] = {"flag": "review", "review": "safe", "safe": "safe"}
    found = []
    for mark in marks:
        comes_back = count[mark.signs.key] >= often and bool(mark.signs.hosts or mark.signs.sure)
        level = better[mark.level] if comes_back else mark.level
        if level != "flag":
            found.append(_Mark(mark.row, mark.span, mark.signs, level))
    return found


def _linked(
    page: Page, marks: list[_Mark], fenced: set[int], finder: regex.Pattern[str]
) -> Iterator[_Mark]:
    """Short lines that name a host or an account which safe marks name."""
    proved = {host for mark in marks if mark.level == "safe" for host in proofs(mark.signs)}
    gone = {mark.row for mark in marks if mark.span is None}
    taken = fenced | {mark.row for mark in marks}
    rows = {page.row_at(place) for proof in proved for place in page.find_all(proof)}
    for row in sorted(rows - taken):
        text = page.rows[row]
        if "`" in text or "](" in text or count_han(text) > 4 * LINKED:
            continue
        folded = plain(text).text
        signs = read(folded, finder)
        alone = signs.covered or signs.ids or _LABELLED.match(folded)
        if alone and signs.unknown <= LINKED and not _is_quoted(page, row, gone):
            yield _Mark(row, None, signs, "safe")


def _below(page: Page, marks: list[_Mark]) -> Iterator[_Mark]:
    """Short lines to the end of a text, below its last sentence and the first of two safe marks or more: a site's own."""
    whole = {mark.row: mark.level for mark in marks if mark.span is None}
    known = {mark.row for mark in marks}
    rows: list[int] = []
    for row in range(len(page.rows) - 1, -1, -1):
        text = page.rows[row]
        if row not in whole and (len(rows) > MOST or len(text) > SHORT // 2 or is_prose(text)):
            break
        rows.append(row)
    safe = [row for row in rows if whole.get(row) == "safe"]
    if len(safe) > 1 and len(rows) < len(page.rows):
        for row in reversed(rows):
            if row > safe[-1] and row not in known and not is_blank(page.rows[row]):
                yield _Mark(row, None, NOTHING, "review")


def _patches(page: Page, marks: list[_Mark]) -> list[Patch]:
    """What goes, sorted. A probable line next to a safe one is of the same block, and safe."""
    whole = {mark.row: mark.level for mark in marks if mark.span is None}
    lists = {mark.row for mark in marks if mark.signs is NOTHING}
    for rows in (sorted(whole), sorted(whole, reverse=True)):
        for near, row in pairwise(rows):
            between = range(min(near, row) + 1, max(near, row))
            if (
                row not in lists
                and whole[near] == "safe"
                and all(is_blank(page.rows[one]) for one in between)
            ):
                whole[row] = "safe"
    rows = sorted(whole)
    spans = zip(without(page, rows), rows, strict=True)
    patches = [Patch(start, end, "", whole[row]) for (start, end), row in spans]
    for mark in marks:
        if mark.span is not None:
            start, end = (page.starts[mark.row] + at for at in mark.span)
            patches.append(Patch(start, end, "", mark.level))
    return sorted(patches, key=lambda patch: patch.start)
