"""Flag a part that is larger than its whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import regex

from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, lazy

_NUMBER = r"\d+(?:\.\d+)?"
_WHOLE = (
    rf"(?<![\d.均每占])(?P<whole>{_NUMBER})"
    r"(?P<unit>人|名|例|户|辆|台|起|家|所|株|亩|公顷|平方米|万元|亿元|元|吨|公斤|公里)"
)
_HEADS = {
    "inside": lazy(rf"{_WHOLE}[，,（(]$"),
    "list": lazy(rf"{_WHOLE}\p{{Han}}{{0,12}}[，,：:]?$"),
    "split": lazy(rf"累计[^，,。；;\n\d]{{0,20}}{_WHOLE}[，,]"),
}
_PART = rf"(?P<part>{_NUMBER})@"
_TAILS = {
    "inside": rf"其中[^，,。；;（()）\n\d]{{0,16}}{_PART}(?![/每])",
    "list": rf"(?:中[，,]|其中)\p{{Han}}{{2,10}}{_PART}(?:、\p{{Han}}{{2,10}}{_PART}){{2,60}}",
    "split": rf"[^。；;\n\d]{{0,12}}已[^。；;\n\d]{{0,16}}{_PART}[，,]"
    rf"(?:现有|现|尚有|还有|仍有|目前有|目前)[^。；;\n\d]{{0,10}}{_PART}",
}
"""What follows the whole; @ stands for its unit."""

_LOOKS = {
    reading: lazy(tail.replace("@", r"\p{Han}{1,3}"))
    for reading, tail in _TAILS.items()
    if reading != "split"
}
"""A first look at what follows, whatever the unit."""

_ANCHORS = {"inside": ("其中",), "list": ("中，", "中,", "其中"), "split": ("累计",)}
_BEFORE = 32
"""Characters in front of an anchor within which the whole stands."""
_BEHIND = 2000
"""Characters behind it in which its parts stand. Without an end each look would search the text to its end."""


def part_whole(*, reading: Literal["inside", "split", "list"]) -> Finder:
    """Flag a statement of numbers whose parts exceed the whole.

    `reading` "inside": N人，其中…M人. "split": 累计…N人，已…M人，现有…K人. "list": N人中，甲市M人、乙市K人、…. Only
    one and the same unit is compared, of those that count one kind of thing.
    """

    def run(page: Page) -> Iterable[Patch]:
        text, here = page.text, 0
        if not page.has(_ANCHORS[reading]):
            return
        look = _LOOKS.get(reading)
        for anchor in sorted(at for word in _ANCHORS[reading] for at in page.find_all(word)):
            if anchor < here or (look and not look.match(text, anchor, anchor + _BEHIND)):
                continue
            head = _head(text, reading, max(here, anchor - _BEFORE), anchor)
            if head is None:
                continue
            tail = compiled(_TAILS[reading].replace("@", head["unit"]))
            match = tail.match(text, head.end(), head.end() + _BEHIND)
            if match is None:
                continue
            parts = match.captures("part")
            if sum(map(float, parts)) > float(head["whole"]):
                start, here = head.start("whole"), match.end()
                message = f"{' + '.join(parts)} is more than {head['whole']}{head['unit']}"
                yield Patch(start, here, text[start:here], message=message)

    return run


def _head(text: str, reading: str, before: int, anchor: int) -> regex.Match[str] | None:
    """The whole and its unit: in front of the anchor, or behind 累计."""
    if reading == "split":
        return _HEADS[reading].match(text, anchor)
    return _HEADS[reading].search(text, before, anchor)
