"""Delete what a site for e-books or novels wrote into a text about itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import regex

from cleaner.disguise import Plain, disguised, plain
from cleaner.model import Level, Patch
from cleaner.operators.passages import without
from cleaner.operators.watermark_signs import LETTER, Signs, finder_of, proofs, read
from cleaner.page import Finder, Page, Pattern
from cleaner.structure import in_fence, is_code
from cleaner.text import BLANKS, TIME_LIMIT, count_han, is_blank, lazy

_CUTS = lazy(r"(?<=[。！？!?…~～”’』」）)\]】])(?=[^。！？!?…~～”’』」）)\]】])|(?=[\[【(（<])")
_STOP = lazy(r"[。！？!?…]")
_LABELLED = lazy(r"\W*\p{Han}{1,8}:(?=[^\p{Han}]*$)")
_BRACKETS = lazy(r"\[[^\[\]]*\]|【[^【】]*】|\([^()]*\)|（[^（）]*）|<[^<>]*>")

SHORT = 80
"""Characters that a row has less than for a word of Latin letters to count."""

_INTRODUCES = tuple(":\"“‘「『《'(")
LINKED = 12
"""Han that a line may have that goes because it names a site or an account that others have proved."""


_Found: TypeAlias = "tuple[tuple[int, int] | None, Signs, Level]"


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
    names a host or an account of a safe one goes with it. Nothing goes in code, in lines with links of Markdown, nor below a line that ends with a colon,
    nor where nothing else is left.
    """
    if not words or not sure:
        raise ValueError("words and sure must hold at least one item each")
    found = finder_of(sure, likely, names)

    def run(page: Page) -> Iterable[Patch]:
        rows = disguised(page)
        for word in words:
            if page.has((word,)):
                here = map(page.row_at, page.find_all(word))
                rows.update(
                    row for row in here if not word.isascii() or len(page.rows[row]) < SHORT
                )
        if not rows or page.view(is_code):
            return []
        fenced = set(in_fence(page))
        marks = list(_marks(page, sorted(rows - fenced), found))
        marks = _settled(marks, often)
        marks += _linked(page, marks, fenced, found)
        gone = {mark.row for mark in marks if mark.span is None}
        if all(row in gone or is_blank(page.rows[row]) for row in range(len(page.rows))):
            return []
        return _patches(page, sorted(marks, key=lambda mark: (mark.row, mark.span or (0, 0))))

    return run


def _marks(page: Page, rows: list[int], finder: regex.Pattern[str]) -> Iterator[_Mark]:
    gone: set[int] = set()
    known: dict[str, tuple[_Found, ...]] = {}
    for row in rows:
        text = page.rows[row]
        if text not in known:
            known[text] = tuple(_judged(text, finder))
        found = known[text]
        if not found or _is_quoted(page, row, gone):
            continue
        if found[0][0] is None:
            gone.add(row)
        for span, signs, level in found:
            named = span is None and level == "review" and not (signs.sure or signs.likely)
            yield _Mark(row, span, signs, "flag" if named and not _at_edge(page, row) else level)


def _judged(text: str, finder: regex.Pattern[str]) -> Iterator[_Found]:
    """What a row holds, whatever stands around it."""
    if is_blank(text) or "`" in text or "](" in text:
        return
    folded = plain(text)
    signs = read(folded.text, finder)
    if (signs.level or signs.bare) and not _tells(folded.text, finder):
        yield None, signs, signs.level or "flag"
    elif signs.sure or signs.likely > 2 or (signs.hosts and signs.likely + signs.names):
        yield from _inline(text, folded, finder)


def _tells(text: str, finder: regex.Pattern[str]) -> bool:
    """Whether one of several sentences has no sign: then only a part of the row may go."""
    pieces = [piece for piece in _STOP.split(text) if LETTER.search(piece)]
    return len(pieces) > 1 and not all(finder.search(piece) for piece in pieces)


def _at_edge(page: Page, row: int) -> bool:
    """Whether nothing stands above a row, or nothing below it."""
    start, end = page.starts[row], page.starts[row + 1]
    return is_blank(page.text[:start].replace("\n", "")) or is_blank(
        page.text[end:].replace("\n", "")
    )


def _is_quoted(page: Page, row: int, gone: set[int]) -> bool:
    """Whether the line above ends with a colon, so that this one is what it speaks of."""
    above = row - 1
    while above >= 0 and (above in gone or is_blank(page.rows[above])):
        above -= 1
    return above >= 0 and page.rows[above].rstrip(BLANKS).endswith((":", "："))


def _inline(text: str, folded: Plain, finder: regex.Pattern[str]) -> Iterator[_Found]:
    """The end of a row behind a sentence, and brackets."""
    end = len(text)
    taken: list[tuple[int, int]] = []
    for cut in [match.start() for match in _CUTS.finditer(text)]:
        at = _first(folded, cut)
        if cut == 0 or at == len(folded.text):
            continue
        signs = read(folded.text[at:], finder)
        if signs.level:
            end = cut
            yield (cut, len(text)), signs, signs.level
            break
    for match in _BRACKETS.finditer(text):
        if match.end() > end:
            continue
        inner = folded.text[_first(folded, match.start()) : _first(folded, match.end())]
        signs = read(inner, finder)
        if signs.level and signs.hosts and (signs.sure or signs.likely or match[0][0] in "[【"):
            yield match.span(), signs, signs.level
            taken.append(match.span())
    for start, behind in _runs(folded, finder):
        span = _closed(text, folded.places[start], folded.places[behind - 1] + 1)
        signs = read(folded.text[start:behind], finder)
        free = all(span[1] <= low or high <= span[0] for low, high in taken)
        if free and span[1] <= end and signs.sure and (signs.hosts or signs.sure > 1):
            yield span, signs, "review"


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span, with the bracket that closes one inside it."""
    inner = text[start:end]
    opened = sum(map(inner.count, "([（【")) > sum(map(inner.count, ")]）】"))
    return start, end + (opened and text[end : end + 1] in tuple(")]）】"))


def _runs(folded: Plain, finder: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Stretches inside a row with nothing but signs, that no quotation mark or colon introduces."""
    text, start, end = folded.text, -1, -1
    for match in finder.finditer(text, timeout=TIME_LIMIT):
        if start >= 0 and LETTER.search(text, end, match.start()):
            yield start, end
            start = -1
        if start < 0 and text[max(0, match.start() - 1) : match.start()] in _INTRODUCES:
            continue
        start, end = (match.start() if start < 0 else start), match.end()
    if start >= 0:
        yield start, end


def _first(folded: Plain, place: int) -> int:
    """The first character of an unfolded row that stood at a place or behind it."""
    for at, where in enumerate(folded.places):
        if where >= place:
            return at
    return len(folded.places)


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


def _patches(page: Page, marks: list[_Mark]) -> list[Patch]:
    """What goes, sorted. A probable line next to a safe one is of the same block, and safe."""
    whole = {mark.row: mark.level for mark in marks if mark.span is None}
    for rows in (sorted(whole), sorted(whole, reverse=True)):
        for near, row in pairwise(rows):
            between = range(min(near, row) + 1, max(near, row))
            if whole[near] == "safe" and all(is_blank(page.rows[one]) for one in between):
                whole[row] = "safe"
    rows = sorted(whole)
    spans = zip(without(page, rows), rows, strict=True)
    patches = [Patch(start, end, "", whole[row]) for (start, end), row in spans]
    for mark in marks:
        if mark.span is not None:
            start, end = (page.starts[mark.row] + at for at in mark.span)
            patches.append(Patch(start, end, "", mark.level))
    return sorted(patches, key=lambda patch: patch.start)
