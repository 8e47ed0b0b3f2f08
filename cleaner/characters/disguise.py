"""A row as it reads once its disguise is off, with the way back to where each letter stood."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from unicodedata import category, normalize

from cleaner.page import Page
from cleaner.text import BLANKS, lazy

_LOOKS = dict(
    zip(
        "авсԁеһіјкӏмноԛрѕтухуԝѡшαβεικνορτυχωс。．・",
        "abcdehijklmhoqpstyxywwwabeiknoptuxwc...",
        strict=True,
    )
)
"""Letters of other scripts, and dots, that stand for Latin ones; traditional Han of such lines."""

_LOOKS |= dict(
    zip(
        "網書請記錄訪問電機閱讀說載發陸關廣彈無節絡導權歸聲學習僅優質體驗歡點擊戶傳內雲夲沵為們閣",
        "网书请记录访问电机阅读说载发陆关广弹无节络导权归声学习仅优质体验欢点击户传内云本你为们阁",
        strict=True,
    )
)

WS = tuple("wWｗＷωѡшԝ")
"""What www is written with."""

_MS = tuple("ｍＭмМⓜ")
_UNSEEN = lazy(r" ?(?:&(?:amp;)*nbsp;? ?)+|</?[a-z]{1,8}>")
_INNER = lazy(r"(?<=(?<![a-z0-9])[a-z0-9])[ _*~|+^-](?=[a-z0-9](?![a-z0-9])|[a-z0-9]\.)")
_SHORT = lazy(
    r"(?<=(?<![a-z0-9])[a-z0-9]{1,2})[ ](?=[a-z0-9]{1,2}(?![a-z0-9])|[.])|(?<=[.])[ ](?=[a-z0-9])"
)
_BORDER = lazy(r"(?<![a-z0-9.:,])[ ]|[ ](?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A row in small letters and half-width marks, without separators between letters.

    `places[i]` is where the character `text[i]` stood in the row, in code points.
    """

    text: str
    places: tuple[int, ...]

    def without(self, found: list[tuple[int, int]]) -> Plain:
        """The same without some spans (sorted)."""
        if not found:
            return self
        text, here = "", 0
        parts: list[tuple[int, ...]] = []
        for start, end in [*found, (len(self.text), len(self.text))]:
            text += self.text[here:start]
            parts.append(self.places[here:start])
            here = end
        return Plain(text, (*chain.from_iterable(parts),))


def plain(row: str) -> Plain:
    """Take the disguise off a row: full-width and other forms, look-alikes, separators, bare tags, what is not seen.

    A blank stays only between words of Latin letters.
    """
    text: list[str] = []
    places: list[int] = []
    for place, char in enumerate(row):
        if char in BLANKS or char in "\u2002\u2003\u2009\u202f":
            seen = " " if text and text[-1] != " " else ""
        elif category(char) == "Cf":
            seen = ""
        else:
            seen = "".join(_LOOKS.get(one, one) for one in normalize("NFKC", char).lower())
            if seen == "." and char == "。" and not _latin(row, place):
                seen = char
        text += seen
        places += [place] * len(seen)
    found = Plain("".join(text), tuple(places))
    for pattern in (_UNSEEN, _BORDER, _SHORT, _INNER):
        found = found.without([match.span() for match in pattern.finditer(found.text)])
    return found


def _latin(row: str, place: int) -> bool:
    """Whether a place is between Latin letters or digits, so that a stop there is a dot."""
    sides = normalize("NFKC", row[max(0, place - 1) : place] + row[place + 1 : place + 2]).lower()
    return len(sides) == 2 and all(
        side.isalnum() and _LOOKS.get(side, side).isascii() for side in sides
    )


def disguised(page: Page) -> set[int]:
    """The rows in which letters like those of www or of .com stand in a disguise, near to each other."""
    chars, new = page.profile.chars, page.inserted
    seen = [char for char in (*WS, *_MS) if char in chars or char in new]
    near = sorted(place for char in seen if char in WS for place in page.find_all(char))
    text = page.text
    triples = [(a, b) for a, b in zip(near, near[2:], strict=False) if 2 < b - a <= 8]
    places = [a for a, b in triples if "\n" not in text[a:b]]
    places += [place for char in seen if not char.isascii() for place in page.find_all(char)]
    return {page.row_at(place) for place in places}
