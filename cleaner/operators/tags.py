"""Delete the tags of HTML in a text that is none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import regex

from cleaner.exempt.markup import (
    MANY,
    MARKDOWN,
    PARTS,
    REMAINS,
    TAG,
    UNREAD,
    is_about_markup,
    is_closed,
    is_in_html,
)
from cleaner.lines.passages import without
from cleaner.lines.reach import is_prose
from cleaner.model import Level, Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import BLANKS, CLOSERS, STOPS, is_blank, lazy, matches

_CUT = lazy(
    r"(?<!<a\s{1,9}href\s{0,9}=[^<>\s\p{Han}]{0,200})<a\s+href\s*=(?:[^<>\s\p{Han}]|</?[a-z]{1,8}>)*$"
)
_STOPPED = lazy(r"[。！？]<br")
_AT_END = lazy(r"<br\s*/?>[ \t\u3000\u00a0]*\Z")
_BETWEEN = lazy(r"(?:<br\s*/?>|[ \t\u3000\u00a0])*</p>[ \t\u3000\u00a0]*(?:<p>[ \t\u3000\u00a0]*)+")
_BREAK = lazy(r"[ \t\u00a0]*(?:<br\s*/?>[ \t\u3000\u00a0]*)+")
_SOURCE = lazy(
    r"^#{1,6} \S|\]\(|^```|^\|.*\|[ \t]*$|^\.\. [\w-]+::|::\n\n[ \t]+\S|^\S.*\n(?:={3,}|~{4,}|\^{4,})[ \t]*$"
    r"|(?:^[^\n。，；|]{1,40}\n-{3,}[ \t]*$[\s\S]*?){2}"
)
"""What stands in a source of Markdown or reStructuredText and hardly in a scraped text; such a source may have tags."""
_LOOK = {"font", "a"}
"""Tags that nobody types into a text, but in Markdown."""
_INLINE = {"strong", "b", "i", "em", "u", "span"}
"""The same inside sentences."""
_BLANK_ROW = lazy(r"[ \t\u3000\u00a0]*(?:<br\s*/?>[ \t\u3000\u00a0]*)+")

_CELLS = {"td", "th", "tr", "table", "tbody"}
_PLACEHOLDER = 2
"""Letters of a name up to which what looks like an opening tag may be a symbol: <a>, <b>."""

_BARE, _OPENED = lazy(r"<p>"), lazy(r"<p(?:\s[^<>]*)?>")


def tags(*, words: Needed) -> Finder:
    """Delete the tags of running text that stayed behind; what stands between them stays.

    Where lines are wrapped in bare `<p>…</p>`, or most paragraphs in `<p style=…>`, `<div>`, `<span>` and the like, the tags go from
    them: a paragraph that starts inside a line gets a line of its own, `<br>` breaks the line unless the sentence goes on. The same in lines
    wrapped in `<figcaption>` without a `<figure>`, and lines that are a script, a style or a remark go. Elsewhere only what stands alone goes: a closing
    tag of which there is no opening one, and an anchor that was cut off; an opening one that is never closed is for review, as are `<strong>` and the like inside sentences. Rows of nothing but breaks go. Other tags in pairs, and those with
    attributes, are meant and stay; so do all in code and in a text about markup, or with tags of another kind
    than of HTML text. In a source of Markdown or reStructuredText only such lines are touched, and only if most of its prose is so wrapped. Nothing is looked for where none of `words` stands.
    """

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(words) or is_about_markup(page):
            return []
        found = [*matches(TAG, page.text)]
        names = {match[1].lower() for match in found}
        if names - set(PARTS) - set(REMAINS):
            return []
        is_source, is_html = bool(_SOURCE.search(page.text)), is_in_html(page, found)
        patches: list[Patch] = []
        unread = [] if is_source else [page.row_at(at.end()) for at in matches(UNREAD, page.text)]
        taken: set[int] = set(unread)
        for row in _wrapped(page, found, is_source=is_source, is_html=is_html):
            taken.add(row)
            patches += _unwrapped(page, row)
        if is_source:
            return patches
        if not MARKDOWN.search(page.text):
            patches += [
                patch for row in _broken(page, found, taken) for patch in _breaks(page, row)
            ]
            patches += () if is_html else _pairs(page, found, taken)
            patches += _blank_rows(page, found, sure=bool(patches))
        lone = [match for match in found if page.row_at(match.start()) not in taken]
        patches += _alone(page, _all(lone) if is_html else _orphans(lone, found))
        return _apart(patches + [Patch(*span, "") for span in without(page, unread)])

    return run


def _apart(patches: list[Patch]) -> list[Patch]:
    """Sorted patches without those that begin inside another one: blanks between two tags go with one of them."""
    kept: list[Patch] = []
    for patch in sorted(patches, key=lambda patch: (patch.start, -patch.end)):
        if not kept or patch.start >= kept[-1].end:
            kept.append(patch)
        elif patch.end > kept[-1].end:
            kept.append(patch._replace(start=kept[-1].end))
    return kept


def _wrapped(
    page: Page, found: list[regex.Match[str]], *, is_source: bool, is_html: bool
) -> list[int]:
    """The rows that are paragraphs, or captions, of HTML."""
    rows = sorted({page.row_at(match.start()) for match in found})
    bodies = {row: page.rows[row].strip(BLANKS).lower() for row in rows}
    paragraphs = []
    if is_closed(found) and not (is_source and not _is_mostly(page, bodies)):
        begins = _OPENED if is_html else _BARE
        paragraphs = [
            row for row in rows if begins.match(bodies[row]) and bodies[row].endswith("</p>")
        ]
    return sorted({*paragraphs, *(row for row in rows if _is_caption(bodies[row]))})


def _is_caption(body: str) -> bool:
    return body.startswith("<figcaption>") and body.endswith("</figcaption>")


def _is_mostly(page: Page, bodies: dict[int, str]) -> bool:
    """Whether half of the rows with sentences and more are paragraphs of HTML."""
    told = [row for row, text in enumerate(page.rows) if "。" in text]
    return sum(bodies.get(row, "").startswith("<p>") for row in told) * 2 >= len(told)


def _unwrapped(page: Page, row: int) -> Iterator[Patch]:
    """The repairs of one row: paragraphs and lines of their own, all other tags gone."""
    text, start = page.rows[row], page.starts[row]
    apart = "\n\n" if page.layout.spaced else "\n"
    here, shown = 0, _shown(text)
    spans = (
        [(*match.span(), apart) for match in _BETWEEN.finditer(text)]
        + [(*match.span(), _line_end(text, shown, match)) for match in _BREAK.finditer(text)]
        + [(*match.span(), "") for match in TAG.finditer(text)]
    )
    spans = sorted(spans, key=lambda span: (span[0], -span[1]))
    for low, high, after in spans:
        if low >= here:
            yield Patch(start + low, start + high, after)
            here = high


def _broken(page: Page, found: list[regex.Match[str]], taken: set[int]) -> set[int]:
    """The rows of running text with breaks, but for those of tables."""
    rows = {page.row_at(match.start()) for match in found if match[1].lower() == "br"} - taken
    cells = {page.row_at(match.start()) for match in found if match[1].lower() in _CELLS}
    texts = {row: page.rows[row] for row in rows - cells}
    prose = {row for row, text in texts.items() if is_prose(text) or _STOPPED.search(text)}
    # Where paragraphs end with a break, so do headings, and blank lines are nothing else.
    ended = {row for row, text in texts.items() if _AT_END.search(text)}
    ended -= {row for row in ended if _BLANK_ROW.fullmatch(texts[row])}
    return prose | ended if prose & ended else prose


def _breaks(page: Page, row: int) -> Iterator[Patch]:
    """The line ends that breaks stand for: two of them part paragraphs."""
    text, start = page.rows[row], page.starts[row]
    shown = _shown(text)
    for match in _BREAK.finditer(text):
        after = _line_end(text, shown, match)
        many = match[0].lower().count("<br") > 1 and page.layout.spaced
        yield Patch(start + match.start(), start + match.end(), "\n\n" if after and many else after)


def _blank_rows(page: Page, found: list[regex.Match[str]], *, sure: bool) -> Iterator[Patch]:
    """Rows that are nothing but breaks. `sure`: other tags go as well."""
    rows = sorted({page.row_at(match.start()) for match in found if match[1].lower() == "br"})
    rows = [row for row in rows if _BLANK_ROW.fullmatch(page.rows[row])]
    level: Level = "safe" if sure or len(rows) > 1 else "review"
    apart = {row for row in rows if all(map(_is_filled, _around(page, row)))}
    for row in apart:  # a blank row is left between two filled ones
        yield Patch(page.starts[row], page.starts[row] + len(page.rows[row]), "", level)
    for start, end in without(page, [row for row in rows if row not in apart]):
        yield Patch(start, end, "", level)


def _around(page: Page, row: int) -> list[str]:
    """The rows above and below one, as far as there are any."""
    return [page.rows[at] for at in (row - 1, row + 1) if 0 <= at < len(page.rows)]


def _is_filled(text: str) -> bool:
    return not is_blank(TAG.sub("", text))


def _pairs(page: Page, found: list[regex.Match[str]], taken: set[int]) -> Iterator[Patch]:
    """Tags of looks, in a text without Markdown: probable remains, attributes and all; some only inside sentences."""
    opened = {match[1].lower() for match in found if match[0][1] != "/"}
    closed = {match[1].lower() for match in found if match[0][1] == "/"}
    for match in found:
        row, name = page.row_at(match.start()), match[1].lower()
        inside = name in _INLINE and any(mark in page.rows[row] for mark in "，。")
        if row not in taken and name in opened & closed and (name in _LOOK or inside):
            yield Patch(*match.span(), "", "review")


def _shown(text: str) -> list[int]:
    """The places in a row at which something stands that is neither a blank nor part of a tag."""
    shown, here = [], 0
    for low, high in [*(match.span() for match in TAG.finditer(text)), (len(text), len(text))]:
        shown += [at for at in range(here, low) if text[at] not in BLANKS]
        here = high
    return shown


def _line_end(text: str, shown: list[int], match: regex.Match[str]) -> str:
    """What a break becomes: nothing at the ends of a line, or inside a sentence."""
    before, behind = bisect_left(shown, match.start()) - 1, bisect_left(shown, match.end())
    if before < 0 or behind == len(shown):
        return ""
    goes_on = text[shown[before]] in "，、,；;" or text[shown[behind]] in STOPS + CLOSERS + "，、,"
    return "" if goes_on else "\n"


def _orphans(
    lone: list[regex.Match[str]], found: list[regex.Match[str]]
) -> Iterator[tuple[int, int, Level]]:
    """Bare tags of a name of which only closing, or only opening ones stand in the text."""
    opened = {match[1].lower() for match in found if match[0][1] != "/"}
    closed = {match[1].lower() for match in found if match[0][1] == "/"}
    begun = [match for match in found if match[0].lower() == "<p>" and _begins(match)]
    for match in lone:
        name, closes = match[1].lower(), match[0][1] == "/"
        if name == "br" or name in (opened & closed):
            continue
        if name == "p" and len(begun) >= MANY:
            yield *match.span(), "safe"
            continue
        if closes or len(name) > _PLACEHOLDER or (match[2].strip() and name in ("p", "a")):
            sure = closes and not match[2].strip()
            yield *match.span(), "safe" if sure else "review"


def _begins(match: regex.Match[str]) -> bool:
    """Whether nothing stands in front of a tag in its row."""
    text, at = match.string, match.start()
    while at and text[at - 1] in BLANKS:
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _all(lone: list[regex.Match[str]]) -> Iterator[tuple[int, int, Level]]:
    """Every tag of running text but breaks."""
    for match in lone:
        if match[1].lower() != "br":
            yield *match.span(), "safe"


def _alone(page: Page, orphans: Iterable[tuple[int, int, Level]]) -> Iterator[Patch]:
    """What goes with tags that stand alone: the line, if nothing else is on it; blanks at its end."""
    text = page.text
    lines: dict[int, Level] = {}
    cut = [match.span() for match in matches(_CUT, text)]
    spans: list[tuple[int, int, Level]] = [(start, end, "safe") for start, end in cut]
    spans += [span for span in orphans if not any(low <= span[0] < high for low, high in cut)]
    for start, end, level in spans:
        row = page.row_at(start)
        first, last = page.starts[row], page.starts[row] + len(page.rows[row])
        before, behind = start, end
        while before > first and text[before - 1] in BLANKS:
            before -= 1
        while behind < last and text[behind] in BLANKS:
            behind += 1
        if (before, behind) == (first, last):
            lines[row] = level
        elif behind == last:
            yield Patch(before, last, "", level)
        else:
            yield Patch(start, end, "", level)
    for (start, end), row in zip(without(page, sorted(lines)), sorted(lines), strict=True):
        yield Patch(start, end, "", lines[row])
