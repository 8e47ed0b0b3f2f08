"""Flag markers such as （上接第一版）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, compiled, table_of

_MARKER = compiled(r"[（(【][ \u3000]?(?:上接|下转|紧接|转接)第?[^）)】\n]{1,12}[）)】]")


def marker(*, alone: bool = False) -> Finder:
    """Flag each marker that names the page where an article began or goes on.

    `alone`: only 上接 and 紧接, and those with nothing else on their line, in a document where at least as
    many stand in front of text: these have lost theirs.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = _markers(page)
        return _lonely(page, found) if alone else found

    return run


def _markers(page: Page) -> Iterator[Patch]:
    """All markers; looked for at the brackets that have 上, 下, 紧 or 转 behind them."""
    codes = page.codes
    if not len(codes):
        return
    brackets = np.flatnonzero((codes == 0xFF08) | (codes == 0x28) | (codes == 0x3010))
    first = codes[np.minimum(brackets + 1, len(codes) - 1)]
    for at in brackets[table_of("上下紧转 \u3000")[first]].tolist():
        if match := _MARKER.match(page.text, at):
            yield Patch(*match.span(), match[0])


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
