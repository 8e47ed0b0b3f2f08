"""Traditional characters that stand astray in a simplified document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import regex

from cleaner.characters.hanzi import (
    ALSO,
    SIMPLIFIED,
    STRANGE,
    is_common,
    is_usual,
    kinds_of,
    simplified_only,
    strange_forms,
)
from cleaner.characters.mentioned import mentioned_near
from cleaner.lines.rows import rows_of
from cleaner.lines.structure import outside_code
from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page, Pattern
from cleaner.text import compiled, han_table, lazy

LONG = 2000
"""Characters from which on a text is long enough to show a habit."""

_RARE, _PLAINLY = 2, 100
_CODE = ("`", "{", "=", "|", "//", "~~~", '":')
"""Signs without one of which there is no code."""
_LINKS = "为作同即与和（(/、→=＝"

_CLAUSE = lazy(r"[\p{Han}·]+")
_TITLE = lazy(
    r"《[^《》\n]*》|“[^“”\n]*”|「[^「」\n]*」|〔[^〔〕\n]*〕|（[^（）\n]*）|\([^()\n]*\)"
)
_CELL = lazy(r"(?<=^|[,\t|\"])[ ]?\p{Han}{2,4}[ ]?(?=[,\t|\"]|$)")
"""A cell of a table that may be the name of a person: it stays, as its owner writes it."""
_USER = lazy(r"@[\w-]*\Z")
_USER_NAME = 16
_ABOUT = ("繁简", "简繁", "繁体", "繁體", "简化字", "正体字", "异体字")
_DESCRIBED = lazy(r"〈[^〈〉\n]{1,5}〉|[⿰-⿻].{1,3}")


def script(*, keep: tuple[Pattern, ...] = ()) -> Finder:
    """Simplify stray traditional characters, one by one; `keep` are patterns of words that stay.

    Only characters that are nothing but traditional forms; only in a document that is simplified; not in
    a clause or title that is wholly traditional (a quotation), in code, in a description of a character
    〈口賴〉, nor in Japanese, nor one that stands by itself. Where the document never writes the simplified
    form, the repair is for review, and only if that form is common; but a form that stands once or twice
    among a hundred simplified ones and more is repaired for sure. A single 於, 後 or 麽 may be meant, and an editor
    may have let a single character stand in a long text: for review. So is all in a row that speaks of the two scripts,
    and near to a traditional character that stands by itself in quotation marks; near to two of them, all stays.
    """
    kept = compiled("|".join(sorted(keep, key=len, reverse=True))) if keep else None

    def run(page: Page) -> Iterable[Patch]:
        strange = strange_forms(page)
        if not strange:
            return
        text, shown, slips = page.text, dict[str, bool](), dict[str, bool]()
        found = np.flatnonzero(page.view(kinds_of) == STRANGE)
        places = np.array(list(_stray(page, strange, found)), dtype=np.int64)
        if page.has(_CODE):
            places = places[outside_code(page.view(rows_of), places)]
        lone = len(places) == 1
        about = page.has(_ABOUT)
        mentioned = mentioned_near(page, found, places)
        for place, near in zip(places.tolist(), mentioned, strict=True):
            simple = strange[text[place]]
            if (
                near > 1
                or _is_mentioned(text, place, simple)
                or (kept and _is_kept(kept, text, place))
            ):
                continue
            if _is_cell(text, place):
                continue
            if simple not in shown:
                shown[simple] = simple in text
            sure = not lone or len(text) < LONG
            if text[place] in ALSO:
                sure = not lone
            elif not shown[simple]:
                if not is_common(simple):
                    continue
                if simple not in slips:
                    slips[simple] = is_usual(text[place], simple) and _is_rare(page, text[place])
                sure = sure and slips[simple]
            sure = sure and not near and not (about and _speaks_of_scripts(text, place))
            yield Patch(place, place + 1, simple, None if sure else "review")

    return run


def _speaks_of_scripts(text: str, place: int) -> bool:
    """Whether the row of a place names the two scripts: what it shows may be meant."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    row = text[start : end if end >= 0 else len(text)]
    return any(word in row for word in _ABOUT)


def _stray(page: Page, strange: dict[str, str], found: Offsets) -> Iterator[int]:
    """The places of the traditional characters that stand among simplified ones."""
    text, codes, kinds = page.text, page.codes, page.view(kinds_of)
    beside = han_table()[codes.take([found - 1, found + 1], mode="clip")]
    beside[0] &= found > 0
    beside[1] &= found < len(codes) - 1
    lines: dict[int, list[int]] = {}
    for place in found[beside.any(axis=0)].tolist():
        lines.setdefault(text.rfind("\n", 0, place) + 1, []).append(place)
    for line, places in lines.items():
        end = text.find("\n", line)
        row = text[line : end if end >= 0 else len(text)]
        if np.count_nonzero(kinds[line : line + len(row)] == SIMPLIFIED) < len(places):
            continue
        quoted = [
            (line + span.start(), line + span.end())
            for find_span, least in ((_CLAUSE, 3), (_TITLE, 2))
            if len(places) >= least
            for span in find_span.finditer(row)
            if _is_quotation(span.group(), strange, least)
        ]
        quoted += [(line + span.start(), line + span.end()) for span in _DESCRIBED.finditer(row)]
        for place in places:
            if not any(start <= place < end for start, end in quoted):
                yield place


def _is_rare(page: Page, char: str) -> bool:
    """Whether a character stands once or twice in a text that is plainly simplified: a slip, no habit."""
    return page.text.count(char) <= _RARE and page.view(_simplified_in) >= _PLAINLY


def _simplified_in(page: Page) -> int:
    """How many characters of a text are nothing but simplified forms."""
    return int(np.count_nonzero(page.view(kinds_of) == SIMPLIFIED))


def _is_kept(kept: regex.Pattern[str], text: str, place: int) -> bool:
    """Whether the place is inside a word that stays; such words are shorter than nine characters."""
    near = kept.finditer(text, max(0, place - 8), place + 9)
    return any(match.start() <= place < match.end() for match in near)


def _is_mentioned(text: str, place: int, simple: str) -> bool:
    """Whether the text speaks of both characters, `以閒为闲`, or the place is in a name as `@阿錦`."""
    if _USER.search(text, max(0, place - _USER_NAME), place):
        return True
    behind, before = text[place + 1 : place + 3], text[max(0, place - 2) : place]
    return (behind[1:] == simple and behind[0] in _LINKS) or (
        before[:1] == simple and before[1:] in _LINKS
    )


def _is_cell(text: str, place: int) -> bool:
    """Whether the place begins a short cell in a row of three cells and more."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    row = text[start : end if end >= 0 else len(text)]
    if max(map(row.count, ",\t|")) < 2 or "。" in row:
        return False
    return any(match.start() <= place - start <= match.start() + 1 for match in _CELL.finditer(row))


def _is_quotation(words: str, strange: dict[str, str], least: int) -> bool:
    """Whether a piece is written in traditional characters throughout."""
    odd = sum(char in strange for char in words)
    return odd >= least and not any(map(simplified_only, words))
