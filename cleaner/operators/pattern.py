"""Replace what a pattern finds."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, matches


def pattern(*, find: str, replace: str = "") -> Finder:
    r"""Replace each match of `find` by `replace`, in which `\1` or `\g<name>` stand for groups.

    Context is given by lookaround, never consumed.
    """
    finder = compiled(find)

    def run(page: Page) -> Iterable[Patch]:
        for match in matches(finder, page.text):
            yield Patch(match.start(), match.end(), match.expand(replace))

    return run
