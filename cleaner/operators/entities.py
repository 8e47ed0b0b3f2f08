"""Decode the entities of HTML in a text that is none."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from unicodedata import category

from cleaner.exempt.markup import TAG, is_about_markup
from cleaner.model import Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import lazy, matches

_ENTITY = lazy(r"&(?:amp;|#38;)*(?:(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});|nbsp(?![\w;]))")
_INDENT = lazy(r"^[ \t\u3000\u00a0]*(?:&(?:amp;)*nbsp;?[ \t\u3000\u00a0]*)+")
_IN_TAG = lazy(
    r"(?<=^[ \t]{0,16}(?:<(?:p|div|span|td)(?:\s[^<>\n]{0,80})?>[ \t]{0,4}){1,3})(?:&(?:amp;)*nbsp;?[ \t\u3000\u00a0]*)+"
)
_TRAIL = lazy(r"[ \t\u3000\u00a0]*(?:&(?:amp;)*nbsp;?[ \t\u3000\u00a0]*)+$")
_SPACED = lazy(r"\u3000[ \t]*(?:&(?:amp;)*nbsp;?[ \t]*)+|(?:&(?:amp;)*nbsp;?[ \t]*)+(?=\u3000)")
_SET_OFF = lazy(r"(?<=[：，。；！？、）】”])&(?:amp;)*nbsp;?(?=[\p{Han}“（《【])")
_ADDRESS = lazy(r"(?:[?&=/][\w.%-]*|\w=[\w.%-]+)$")
_NBSP = "&nbsp"
_AGAIN = lazy(r"&(?:amp;|#38;)+")


def entities(*, words: Needed) -> Finder:
    """Replace each entity by its character, `&nbsp;` by a blank, in a text that is not about markup.

    What was written twice over (`&amp;lt;`) is read to its end. `&nbsp;` at the start of a line, or of a paragraph's tag, is its
    indentation (two ideographic spaces), at the end of one, or beside an ideographic space, nothing; so is a single one behind a full-width mark. Entities stay
    that no one knows, those inside tags and addresses, and all of them in code, in a text with tags or
    entities in backticks or a fence, and in one that names HTML or XML. Nothing is looked for where none of `words` stands.
    """

    def run(page: Page) -> Iterable[Patch]:
        text = page.text
        if not page.has(words) or not _ENTITY.search(text) or is_about_markup(page):
            return
        kept = [match.span() for match in matches(TAG, text)]
        here = tag = 0
        blanks = _blanks(text)
        for match in matches(_ENTITY, text):
            start, end = match.span()
            while tag < len(kept) and kept[tag][1] <= start:
                tag += 1
            if start < here or (tag < len(kept) and kept[tag][0] <= start):
                continue
            if start in blanks:
                low, here, after = blanks[start]
                yield Patch(low, here, after)
                continue
            char = _decoded(match[0])
            if char is None or (char == "&" and _in_address(text, start, end)):
                continue
            here = end
            yield Patch(start, end, char)

    return run


def _blanks(text: str) -> dict[int, tuple[int, int, str]]:
    """The runs of blanks with `&nbsp;` that are no blanks inside a line, by where the first entity starts."""
    found: dict[int, tuple[int, int, str]] = {}
    for pattern in (_SET_OFF, _SPACED, _TRAIL, _IN_TAG, _INDENT):
        for match in matches(pattern, text):
            after = (
                "\u3000\u3000"
                if pattern in (_INDENT, _IN_TAG) and match[0].count("nbsp") > 1
                else ""
            )
            wide = match[0].count("\u3000")
            if match.end() == len(text) or text[match.end()] == "\n":
                after = ""
            elif wide:
                after = "\u3000" * wide
            found[match.start() + match[0].index("&")] = (match.start(), match.end(), after)
    return found


def _decoded(entity: str) -> str | None:
    """The character of an entity, or None for one that nobody knows or sees."""
    plain = _AGAIN.sub("&", entity) if _AGAIN.fullmatch(entity) is None else "&amp;"
    if plain.startswith(_NBSP) or plain == "&emsp;":
        return " " if plain.startswith(_NBSP) else "\u3000"
    char = unescape(plain)
    if char == plain or len(char) > 2 or category(char[0]) in ("Cc", "Cs", "Co", "Cn"):
        return None
    return " " if category(char[0]) == "Zs" and char != "\u3000" else char


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether an ampersand parts the values of an address."""
    return text[end : end + 1].isalnum() and bool(_ADDRESS.search(text[max(0, start - 60) : start]))
