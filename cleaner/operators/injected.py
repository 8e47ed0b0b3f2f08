"""Delete keywords for search engines that were put into a text about something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

import regex

from cleaner.lines.passages import LISTED, without
from cleaner.lines.reach import Reach, is_prose
from cleaner.model import Level, Patch
from cleaner.page import Finder, Needed, Page, Pattern
from cleaner.pairs import Wanted
from cleaner.text import BLANKS, CLOSERS, count_han, lazy, matches

_URL = r"(?:https?://|www\.)[!-~]+"
_LETTER = lazy(r"[\p{L}\p{N}]")
_SENTENCE = lazy(r"[。！？；《》“”]")
_LAST = lazy(r"^.*[。！？!?…][”’」』）)]*")
"""A row up to its last sentence end."""
_SAID = lazy(r"[“”‘’「」『』《》（）()：:]")

_OPENERS = tuple("“‘「『")

LEAST = 100
"""Han that a text must have to be about something."""

MOST = 60
"""Places of a word up to which a text may be about something else."""

LONGEST = 24
"""Characters of a line of keywords, without an address, but for one that strings several topics together."""

LINE = 90
"""Characters of a line up to which it may string keywords."""

MOST_SPANS = 6
"""Places up to which a text may be about something else."""

RUN = 3
"""Lines of nothing but keywords below each other from which on they are certain wherever they stand."""

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
    address), or strung from topics and goods with next to nothing between them, goes; surely so with the address, at the head or the foot, or with three topics.
    What is strung so behind the last sentence of a row goes, too, and for review a line of a topic alone beside such lines. Inside a sentence they are
    for review, and sure only where two topics are strung together, or each in braces. Three such lines below each other are
    sure, and count as one place. Headings, items of lists, and what stands in
    quotation marks or brackets stay, with the rest of their row. Nothing is looked for where none of `words` stands.
    """
    topic, good = "|".join(topics), "|".join(goods)
    chain = rf"(?:{topic})+\p{{Han}}{{0,2}}?(?:(?:{good})[_\-—| ]*)+"
    braces = rf"(?:[{{｛][^{{}}｛｝\n]{{0,6}}?(?:{topic})[^{{}}｛｝\n]{{0,10}}[}}｝]){{2,9}}"
    keyword = lazy(rf"{chain}(?:[_\-—|,， ]*{chain})*|{braces}")
    line = lazy(
        rf"^[{BLANKS}]*[\p{{Han}}A-Za-z\d]{{0,8}}?(?:{keyword.pattern})[{BLANKS}]*(?P<url>{_URL})?[{BLANKS}]*$"
    )
    said = lazy(rf"(?P<topic>{topic})|(?P<good>{good})|{_URL}")
    single, field = lazy(topic), lazy("|".join((topic, *fields)))
    bare = lazy(rf"[{BLANKS}]*(?:{topic})+[{BLANKS}]*")
    wanted = Wanted(words)

    def run(page: Page) -> Iterable[Patch]:
        rows = [row for row in _rows(page, wanted) if any(matches(single, page.rows[row]))]
        if not rows:
            return []
        tails = {row: _tail(page.rows[row], said) for row in rows}
        lines = {row: count for row, (at, count) in tails.items() if not at}
        spans = [
            (page.starts[row] + at, page.starts[row] + len(page.rows[row]))
            for row, (at, count) in tails.items()
            if count
        ]
        found = [
            match
            for row in rows
            if not tails[row][1]
            for match in matches(keyword, page.text, page.starts[row], page.starts[row + 1])
        ]
        if any(page.text[match.start() - 1 : match.start()] in _OPENERS for match in found):
            return []  # what somebody calls so the text is about
        spans = sorted([*spans, *(match.span() for match in found)])
        alone = [row for row in rows if spans and bare.fullmatch(page.rows[row])]
        ends = [(page.starts[row], page.starts[row] + len(page.rows[row])) for row in alone]
        spans = sorted([*spans, *ends])
        if not spans or _places(page, spans) > MOST_SPANS or not _is_alien(page.text, spans, field):
            return []
        level = _Levels(page, line, single)
        whole = {row: level.strung(row, count) for row, count in lines.items() if count}
        whole |= dict.fromkeys(alone, "review")
        tail = (
            Patch(
                page.starts[row] + at,
                page.starts[row] + len(page.rows[row]),
                "",
                level.tail(row, at),
            )
            for row, (at, count) in tails.items()
            if at and count
        )
        return sorted([*_patches(page, found, level, whole), *tail], key=lambda patch: patch.start)

    return run


def _rows(page: Page, words: Wanted) -> list[int]:
    """The rows that hold one of the words, if those are few."""
    places = [page.find_all(word) for word in page.having(words)]
    if not places or max(map(len, places)) > MOST:
        return []
    return sorted({page.row_at(place) for some in places for place in some})


def _places(page: Page, spans: list[tuple[int, int]]) -> int:
    """At how many places spans stand: those in filled rows that follow each other are one."""
    rows = [page.row_at(start) for start, _ in spans]
    order = {row: at for at, row in enumerate(page.filled)}
    apart = sum(order[row] - order[last] > 1 for last, row in pairwise(rows))
    return 1 + apart + sum(row == last for last, row in pairwise(rows))


def _strung(row: str, said: regex.Pattern[str]) -> int:
    """How many topics and goods a line strings that says next to nothing else; 0 if it says more, or offers nothing."""
    if len(row) > LINE or _SENTENCE.search(row) or LISTED.match(row):
        return 0
    kinds = [found.lastgroup for found in said.finditer(row)]
    topics, goods = kinds.count("topic"), kinds.count("good")
    letters = len(_LETTER.findall(said.sub("", row)))
    whole = len(_LETTER.findall(row))
    offered = goods or (topics >= STRUNG and not {"|", "_", "｜"}.isdisjoint(row))
    return (
        topics + goods if topics and offered and topics + goods > 2 and letters * 4 <= whole else 0
    )


def _tail(row: str, said: regex.Pattern[str]) -> tuple[int, int]:
    """Where in a row the keywords start, behind its last sentence or at 0, and how many it strings."""
    if count := _strung(row, said):
        return 0, count
    last = _LAST.match(row)
    return (last.end(), _strung(row[last.end() :], said)) if last else (0, 0)


def _is_alien(text: str, spans: list[tuple[int, int]], field: regex.Pattern[str]) -> bool:
    """Whether the rest of a text is about something else, and long enough to tell."""
    rest, here = [], 0
    for start, end in spans:
        rest.append(text[here:start])
        here = end
    other = "\n".join([*rest, text[here:]])
    return count_han(other) >= LEAST and not field.search(other)


class _Levels:
    """How sure it is that keywords go."""

    def __init__(self, page: Page, line: regex.Pattern[str], single: regex.Pattern[str]) -> None:
        self._page = page
        self._line = line
        self._single = single
        self._edges = Reach(within="edges").spans(page)

    def topics(self, text: str) -> int:
        return len(self._single.findall(text))

    def strung(self, row: int, count: int) -> Level:
        """Of a line that strings so many topics and goods."""
        text = self._page.rows[row]
        sure = (
            self.topics(text) >= STRUNG or "://" in text or (count > STRUNG and self._at_edge(row))
        )
        return "safe" if sure else "review"

    def tail(self, row: int, at: int) -> Level:
        """Of keywords behind the last sentence of a row."""
        return "safe" if self.topics(self._page.rows[row][at:]) >= STRUNG else "review"

    def whole(self, row: int) -> Level | None:
        """Of a line with one keyword; None where it says more."""
        text = self._page.rows[row]
        found = self._line.match(text)
        strung = self.topics(text) >= STRUNG
        if not found or LISTED.match(text):
            return None
        if not strung and len(text) - len(found["url"] or "") > LONGEST:
            return None
        return "safe" if found["url"] or strung or self._at_edge(row) else "review"

    def _at_edge(self, row: int) -> bool:
        return any(start <= self._page.starts[row] < end for start, end in self._edges)


def _patches(
    page: Page, found: list[regex.Match[str]], level: _Levels, rows: dict[int, Level]
) -> Iterator[Patch]:
    """The lines that go, and the keywords inside sentences."""
    said = {page.row_at(match.start()) for match in found if _is_said(page.text, match)}
    for match in found:
        row = page.row_at(match.start())
        alone = level.whole(row)
        if alone:
            rows[row] = alone
        elif is_prose(page.rows[row]) and row not in said:
            many = level.topics(match[0]) > 1
            yield Patch(*match.span(), "", "safe" if many else "review")
    for goes, group in groupby(page.filled, rows.__contains__):
        run = [*group]
        if goes and len(run) >= RUN:
            rows |= dict.fromkeys(run, "safe")
    for (start, end), row in zip(without(page, sorted(rows)), sorted(rows), strict=True):
        yield Patch(start, end, "", rows[row])


def _is_said(text: str, match: regex.Match[str]) -> bool:
    """Whether keywords stand in quotation marks or brackets, or behind a colon."""
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(_SAID.match(before)) or behind in tuple(CLOSERS)
