"""Delete keywords for search engines that were put into a text about something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from cleaner.model import Level, Patch
from cleaner.operators.passages import without
from cleaner.operators.reach import Reach, is_prose
from cleaner.page import Finder, Needed, Page, Pattern
from cleaner.text import BLANKS, CLOSERS, compiled, count_han, matches

_URL = r"(?:https?://|www\.)[!-~]+"
_LISTED = compiled(
    r"^[ \t\u3000]*(?:#{1,6} |[-+>|*·•] ?|\d+[.、)）]|[（(]?[一二三四五六七八九十]+[、）)]|第.{1,3}[章节条])"
)
_SAID = compiled(r"[“”‘’「」『』《》（）()：:]")

LEAST = 100
"""Han that a text must have to be about something."""

MOST = 60
"""Places of a word up to which a text may be about something else."""

LONGEST = 24
"""Characters of a line of keywords, without an address, but for one that strings several topics together."""

STRUNG = 3
"""Topics in a line of nothing but keywords from which on it is certain wherever it stands."""


def injected(
    *,
    words: Needed,
    topics: tuple[Pattern, ...],
    goods: tuple[Pattern, ...],
    fields: tuple[Pattern, ...],
) -> Finder:
    """Delete a topic with the goods behind it, in a text that otherwise says nothing of that field.

    `topics`: what is advertised; `goods`: what is offered of it, at most two Han further on. Nothing goes in a
    text in which a topic, or one of `fields`, stands anywhere else. A line of nothing but such keywords (and an
    address) goes; surely so with the address, at the head or the foot, or with three topics. Inside a sentence they are
    for review, and sure only where two topics are strung together. Headings, items of lists, and what stands in
    quotation marks or brackets stay. Nothing is looked for where none of `words` stands.
    """
    topic, good = "|".join(topics), "|".join(goods)
    chain = rf"(?:{topic})\p{{Han}}{{0,2}}?(?:(?:{good})[_\-—| ]*)+"
    keyword = compiled(rf"{chain}(?:[_\-—|,， ]*{chain})*")
    line = compiled(
        rf"^[{BLANKS}]*[\p{{Han}}A-Za-z\d]{{0,8}}?(?:{keyword.pattern})[{BLANKS}]*(?P<url>{_URL})?[{BLANKS}]*$"
    )
    single, field = compiled(topic), compiled("|".join((topic, *fields)))

    def run(page: Page) -> Iterable[Patch]:
        found = [*_found(page, words, keyword)]
        if not found or len(found) > 3 or not _is_alien(page.text, found, field):
            return []
        return sorted(_patches(page, found, line, single), key=lambda patch: patch.start)

    return run


def _found(
    page: Page, words: tuple[str, ...], keyword: regex.Pattern[str]
) -> Iterator[regex.Match[str]]:
    """The keywords in the rows that hold one of the words, if those are few."""
    places = [page.find_all(word) for word in words if page.has((word,))]
    if not places or max(map(len, places)) > MOST:
        return
    for row in sorted({page.row_at(place) for some in places for place in some}):
        start = page.starts[row]
        yield from matches(keyword, page.text, start, start + len(page.rows[row]))


def _is_alien(text: str, found: list[regex.Match[str]], field: regex.Pattern[str]) -> bool:
    """Whether the rest of a text is about something else, and long enough to tell."""
    rest, here = [], 0
    for match in found:
        rest.append(text[here : match.start()])
        here = match.end()
    other = "\n".join([*rest, text[here:]])
    return count_han(other) >= LEAST and not field.search(other)


def _patches(
    page: Page,
    found: list[regex.Match[str]],
    line: regex.Pattern[str],
    single: regex.Pattern[str],
) -> Iterator[Patch]:
    edges = Reach(within="edges").spans(page)
    rows: dict[int, Level] = {}
    for match in found:
        row = page.row_at(match.start())
        text = page.rows[row]
        whole = line.match(text)
        strung = len(single.findall(text)) >= STRUNG
        short = whole and (strung or len(text) - len(whole["url"] or "") <= LONGEST)
        if whole and short and not _LISTED.match(text):
            edge = any(start <= match.start() < end for start, end in edges)
            rows[row] = "safe" if whole["url"] or edge or strung else "review"
        elif is_prose(text) and not _is_said(page.text, match):
            many = len(single.findall(match[0])) > 1
            yield Patch(*match.span(), "", "safe" if many else "review")
    for (start, end), row in zip(without(page, sorted(rows)), sorted(rows), strict=True):
        yield Patch(start, end, "", rows[row])


def _is_said(text: str, match: regex.Match[str]) -> bool:
    """Whether keywords stand in quotation marks or brackets, or behind a colon."""
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(_SAID.match(before)) or behind in tuple(CLOSERS)
