"""Characters as a terminal shows them: how wide they are, and what stands for those one cannot see."""

from __future__ import annotations

from functools import cache
from unicodedata import category, combining, east_asian_width

NEWLINE = "⏎"
"""What stands for a line end that a change takes away or puts in."""

_NAMED = {"\u00a0": "‹NBSP›", "\u200b": "‹ZWSP›", "\ufeff": "‹BOM›", "\u00ad": "‹SHY›", "\t": "⇥"}
_BLANK = {" ": "␣", "\u3000": "＿"}
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


@cache
def width_of(char: str) -> int:
    """The number of terminal columns of one character: 0, 1 or 2."""
    if east_asian_width(char) in "WF":
        return 2
    if combining(char) or category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 1


def columns(text: str) -> int:
    """The number of terminal columns of a text."""
    if text.isascii():
        return len(text)
    return sum(map(width_of, text))


@cache
def glyph(char: str) -> str:
    """What is shown for a character of running text: itself, or a name if one could not see it.

    Nothing that is returned can steer a terminal: control characters and bytes that did not decode
    are spelt out. A no-break space in running text shows as a space; `marked` names it.
    """
    if char == "\u00a0":
        return " "
    if char == "\n":
        return NEWLINE
    if char in _NAMED:
        return _NAMED[char]
    if 0xDC80 <= ord(char) <= 0xDCFF:
        return f"‹\\x{ord(char) - 0xDC00:02x}›"
    return f"‹U+{ord(char):04X}›" if category(char) in _HIDDEN else char


def shown(text: str) -> list[str]:
    """The glyphs of running text, one for each character."""
    return [glyph(char) for char in text]


def marked(text: str) -> list[str]:
    """The glyphs of a text that a change takes away or puts in.

    Blanks at its ends, and doubled ones, are made visible too, since they may be all that there is.
    """
    glyphs = []
    last = len(text) - 1
    for at, char in enumerate(text):
        if char in _NAMED:
            glyphs.append(_NAMED[char])
        elif char in _BLANK and (at in (0, last) or _is_edge(text[at - 1], text[at + 1])):
            glyphs.append(_BLANK[char])
        else:
            glyphs.append(glyph(char))
    return glyphs


def _is_edge(left: str, right: str) -> bool:
    return left in " \u3000\t\u00a0\n" or right in " \u3000\t\u00a0\n"


def inline(text: str, most: int = 40) -> str:
    """A text on one line, short enough to be quoted: invisible ones named, the middle left out."""
    if len(text) > most:
        keep = most // 2 - 1
        return "".join(shown(text[:keep])) + " … " + "".join(shown(text[-keep:]))
    return "".join(marked(text)) if text else "∅"
