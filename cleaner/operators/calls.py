"""Delete the lines at the edges of an article that call for a follow, a scan or a like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cleaner.characters.disguise import plain
from cleaner.lines.passages import LISTED, without
from cleaner.lines.reach import Reach, is_prose
from cleaner.model import Level, Patch
from cleaner.page import Finder, Needed, Page, Pattern
from cleaner.pairs import Wanted
from cleaner.text import BLANKS, STOPS, is_blank, lazy
from cleaner.web.watermark_signs import LETTER, Signs, finder_of, read

_IMAGE = lazy(r"^\W*!?\[[^\[\]]*\]\([^()]*\)\W*$")
_TITLE = lazy(r"\W+")

FOOT = 12
"""Rows from the last one up in which a line with two calls goes, whatever else it says."""

NEAR = 6
"""Filled lines between two calls that may belong to them."""

LISTS = 3
"""Rows of a list, the line with a colon above them and all, that are looked at."""

TITLES = 16
"""Filled rows at the foot in which a heading, the titles below it and the call stand."""

SLOGAN = 30
"""Letters that such a line has at most."""


def calls(
    *,
    words: Needed,
    sure: tuple[Pattern, ...],
    likely: tuple[Pattern, ...] = (),
    proofs: tuple[str, ...] = (),
    headings: tuple[str, ...] = (),
) -> Finder:
    """Delete lines that say nothing but `sure` and `likely` phrases, at the head and the foot of a text.

    The patterns see a line unfolded, as those of `watermark` do. In a text that holds one of `proofs` (an address of
    the platform) a line with a sure phrase goes wherever it stands alone. Short lines and images between
    two such lines go with them (without a proof that is for review), and so does a line next to one that is half made of phrases. For review, in a text with such a proof: likely
    phrases alone; two sure ones in a line at the foot that says something else as well; and one of
    `headings` with nothing but links and images below it to the end. Without one too: such a heading and the short lines
    from it down to a sure call at the end. Lines of lists, headings and tables stay, and so
    does what a line with a colon at its end introduces, in the first rows of a list too.
    """
    finder, wanted = finder_of(sure, likely, ()), Wanted(words)

    def run(page: Page) -> Iterable[Patch]:
        proved, here = page.has(proofs), page.having(wanted)
        spans = Reach(within="text" if proved else "edges").spans(page) if here else []
        found = {
            row: read(plain(page.rows[row]).text, finder)
            for row in sorted(_rows(page, spans, here))
            if _may_go(page, row)
        }
        levels = dict(_levels(page, found, proved))
        if levels:
            _widen(page, levels, found, proved)
        more = [*_links(page, headings), *_listed(page, headings, levels)]
        levels |= {row: "review" for row in more if row not in levels}
        rows = sorted(levels)
        gone = zip(without(page, rows), rows, strict=True)
        return [Patch(start, end, "", levels[row]) for (start, end), row in gone]

    return run


def _rows(page: Page, spans: Iterable[tuple[int, int]], words: Iterable[str]) -> set[int]:
    """The lines within reach in which one of the words stands."""
    rows = set()
    for start, end in spans:
        for word in words:
            place = page.text.find(word, start, end)
            while place >= 0:
                rows.add(page.row_at(place))
                place = page.text.find(word, place + 1, end)
    return rows


def _may_go(page: Page, row: int) -> bool:
    """Whether a line is no prose, none of a list, and not introduced by the line above."""
    text = page.rows[row]
    above = row - 1
    while above >= 0 and is_blank(page.rows[above]):
        above -= 1
    told = above >= 0 and page.rows[above].rstrip(BLANKS).endswith((":", "："))
    told = told or _is_listed(page, row)
    return not (told or "`" in text or is_prose(text) or LISTED.match(text))


def _is_listed(page: Page, row: int) -> bool:
    """Whether a line with a colon at its end stands above the few short lines right above a line."""
    for above in range(row - 1, max(-1, row - 1 - LISTS), -1):
        text = page.rows[above].rstrip(BLANKS)
        if not text or len(text) > SLOGAN or text.endswith(STOPS):
            return False
        if text.endswith((":", "：")):
            return True
    return False


def _levels(page: Page, found: dict[int, Signs], proved: bool) -> Iterator[tuple[int, Level]]:
    """The lines that go by themselves."""
    last = len(page.rows)
    for row, signs in found.items():
        if signs.covered and signs.sure:
            yield row, "safe"
        elif proved and (
            (signs.covered and signs.likely) or (signs.sure > 1 and last - row < FOOT)
        ):
            yield row, "review"


def _widen(page: Page, levels: dict[int, Level], found: dict[int, Signs], proved: bool) -> None:
    """Add what stands between two lines that surely go, and next to one."""
    at = {row: place for place, row in enumerate(page.filled)}
    places = {at[row] for row, level in levels.items() if level == "safe"}
    for row, signs in found.items():
        near = not places.isdisjoint(range(at[row] - 2, at[row] + 3))
        if row not in levels and near and signs.sure and signs.unknown <= signs.known:
            levels[row] = "safe"
    safe = sorted(row for row, level in levels.items() if level == "safe")
    for one, other in pairwise(safe):
        between = page.filled[at[one] + 1 : at[other]]
        if len(between) <= NEAR and all(_is_slogan(page.rows[row]) for row in between):
            levels.update(dict.fromkeys(between, "safe" if proved else "review"))


def _is_slogan(text: str) -> bool:
    if _IMAGE.match(text):
        return True
    short = len(LETTER.findall(text)) <= SLOGAN and not LISTED.match(text)
    return short and "。" not in text and not text.rstrip(BLANKS).endswith((":", "："))


def _listed(page: Page, headings: tuple[str, ...], levels: dict[int, Level]) -> list[int]:
    """A heading, and the titles of other articles below it, down to a sure call at the foot."""
    rows: list[int] = []
    called = False
    for row in reversed(page.filled[-TITLES:]):
        text = page.rows[row]
        if levels.get(row) == "safe":
            called = True
        elif not called or not _is_slogan(text):
            return []
        else:
            rows.append(row)
            if _TITLE.sub("", text) in headings:
                return rows
    return []


def _links(page: Page, headings: tuple[str, ...]) -> list[int]:
    """A heading, and the links and images below it, where nothing else follows; the images at the end stay."""
    rows: list[int] = []
    linked = False
    for row in range(len(page.rows) - 1, -1, -1):
        text = page.rows[row]
        if is_blank(text):
            continue
        if _IMAGE.match(text) or not LETTER.search(text):
            rows.append(row)
            linked = linked or ("](" in text and not text.lstrip(BLANKS).startswith("!"))
            continue
        if linked and _TITLE.sub("", text) in headings:
            return [*rows, row]
        return []
    return []
