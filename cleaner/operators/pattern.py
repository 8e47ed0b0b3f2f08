"""Replace what a pattern finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from cleaner.lines.reach import Reach, Within
from cleaner.model import Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import compiled, is_blank, matches

LONG = 2000
"""Characters from which on a text is long enough to show a habit."""

Unit = Literal["text", "line", "paragraph"]


def pattern(
    *,
    find: str,
    replace: str = "",
    unit: Unit = "text",
    first: int = 0,
    last: int = 0,
    within: Within = "text",
    words: Needed = (),
    habit: int = 0,
) -> Finder:
    r"""Replace each match of `find` by `replace`, in which `\1` or `\g<name>` stand for groups.

    Context is given by lookaround, never consumed. `unit`: the pattern sees the whole text, or one line
    or one paragraph at a time and nothing around it (`\A` and `\Z` are then its borders). `first`
    and `last`: a match must lie in the first or last so many filled lines. `within`: in the whole
    text, its head (above the first line of running text), its foot (below the last one), or both edges; or only in the
    `lines` in which one of `words` stands, and without a look at what is below them.
    Nothing is looked for where none of `words` stands there. `habit`: in a text of 2000 characters and more fewer
    places than that are slips, which wait for review.
    """
    finder = compiled(find)
    reach = Reach(first, last, within, words)

    def run(page: Page) -> Iterable[Patch]:
        found = places(page)
        if habit and len(page.text) >= LONG:
            patches = [*found]
            return _reviewed(patches) if len(patches) < habit else patches
        return found

    def places(page: Page) -> Iterator[Patch]:
        for start, end in reach.spans(page):
            if unit == "text":
                for match in matches(finder, page.text, start, end):
                    yield Patch(match.start(), match.end(), match.expand(replace))
                continue
            for low, high in _pieces(page, unit):
                if start <= low and high <= end:
                    for match in matches(finder, page.text[low:high]):
                        begin, behind = low + match.start(), low + match.end()
                        yield Patch(begin, behind, match.expand(replace))

    return run


def _reviewed(patches: Iterable[Patch]) -> Iterator[Patch]:
    for patch in patches:
        yield Patch(patch.start, patch.end, patch.after, "review")


def _pieces(page: Page, unit: Unit) -> Iterator[tuple[int, int]]:
    """The spans of the filled lines, or of the paragraphs, without their last line end."""
    joined = unit == "paragraph" and page.layout.spaced
    begin: int | None = None
    end = 0
    for row, start in zip(page.rows, page.starts, strict=False):
        blank = is_blank(row)
        if begin is not None and (blank or not joined):
            yield begin, end
            begin = None
        if not blank:
            begin = start if begin is None else begin
            end = start + len(row)
    if begin is not None:
        yield begin, end
