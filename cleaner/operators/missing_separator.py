"""Two names of a 、-list that run together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from cleaner.lines.reach import next_line
from cleaner.lines.signs import behind
from cleaner.model import Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import compiled, lazy

_ITEM = lazy(r"\p{Han}{3,}")
_RANK = "省市县区州盟旗镇乡"


def missing_separator(*, labels: Needed) -> Finder:
    """Put 、 between two names that run together in a list on a line that one of `labels` opens.

    Both names must be items of such lists elsewhere in the document, and both must begin with the same
    rank (市人社局|市扶贫中心); exactly one cut is possible, else the item is flagged.
    """
    if not labels:
        raise ValueError("labels must hold at least one word")
    label = compiled(rf"(?<=^[ \t\u3000]*(?:{'|'.join(map(regex.escape, labels))}))[:：]")
    ends = "".join(word[-1] for word in labels)

    def run(page: Page) -> Iterable[Patch]:
        colons = [at for sign in ":：" for at in behind(page, sign, ends)]
        items = [
            (item.start(), item[0])
            for at in sorted(colons)
            if label.match(page.text, at)
            for item in _ITEM.finditer(page.text, at, next_line(page.text, at))
        ]
        known = Counter(name for _, name in items)
        for start, name in items:
            if known[name] > 1:
                continue
            cuts = [at for at in range(3, len(name) - 2) if _cut(name, at, known)]
            if len(cuts) == 1:
                yield Patch(start + cuts[0], start + cuts[0], "、")
            elif cuts:
                after = tuple(f"{name[:at]}、{name[at:]}" for at in cuts)
                yield Patch(start, start + len(name), name, "flag", candidates=after)

    return run


def _cut(name: str, at: int, known: Counter[str]) -> bool:
    left, right = name[:at], name[at:]
    return left[0] in _RANK and left[0] == right[0] and left in known and right in known
