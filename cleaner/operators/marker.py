"""Flag markers such as （上接第一版）."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.lines.signs import behind
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, lazy

_MARKER = lazy(r"[（(【][ \u3000]?(?P<word>上接|下转|紧接|转接)第?[^）)】\n]{1,12}[）)】]")
_BLANK = (" ", "\u3000")


def marker(*, alone: bool = False) -> Finder:
    """Flag each marker that names the page where an article began or goes on.

    `alone`: only 上接 and 紧接, and those with nothing else on their line, in a document where at least as
    many stand in front of text: these have lost theirs.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = page.view(_markers)
        return _lonely(page, found) if alone else found

    return run


def _markers(page: Page) -> list[Patch]:
    """All markers; looked for at 接 and 转, the last characters of the words that they begin with."""
    found = []
    for at in sorted(behind(page, "接", "上紧转") + behind(page, "转", "下")):
        start = at - 3 if page.text[at - 2 : at - 1] in _BLANK else at - 2
        match = _MARKER.match(page.text, start) if start >= 0 else None
        if match and match.start("word") == at - 1:
            found.append(Patch(*match.span(), match[0]))
    return found


def _lonely(page: Page, found: Iterable[Patch]) -> list[Patch]:
    """The markers of a beginning that stand alone, unless more do than not."""
    text = page.text
    lonely: list[Patch] = []
    leading = 0
    for patch in found:
        start = text.rfind("\n", 0, patch.start) + 1
        end = text.find("\n", patch.end)
        if text[start : patch.start].strip(BLANKS) or "转" in patch.after[:3]:
            continue
        if text[patch.end : end if end >= 0 else len(text)].strip(BLANKS):
            leading += 1
        else:
            lonely.append(patch)
    return lonely if leading >= len(lonely) else []
