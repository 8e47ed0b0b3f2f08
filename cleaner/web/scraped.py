"""A scraped page line by line: which lines a site's shell has, where the headline and the text are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from copy import copy
from itertools import compress, groupby

from cleaner.layout import Line
from cleaner.lines.structure import in_fence, is_code
from cleaner.page import Page
from cleaner.text import lazy
from cleaner.web.lexicon import KNOWN, STRONG, Lexicon, bare
from cleaner.web.sayings import ANNOUNCED, CALLS, IMAGE, LINK, LINKED, QUOTED, STATEMENT

NEAR = 6
"""Lines on each side that say what a short line without a known word stands among."""

HEAD = 400
"""Lines at the start in which the headline is looked for."""

TITLE = 3
"""Lines at the start of which one may be the title of the page."""

SHORT = 12
"""Characters in a line up to which it may be an item of a menu."""

_MARKUP = lazy(r"#{1,6} |[-*+] |> \p{Han}|\|.*\||```|!\[|\d{1,3}[.、] ?\S|\[[^\]]+\]\(|<[a-z]")
_SIGNS = frozenset("#-*+>|`![<")
"""What markup begins with, but for digits."""

_BUTTON = lazy(r"[ \u3000]*[\[【(（][^\]】)）]{2,6}[\]】)）]$")
_BUTTON_ENDS = "]】)）"

_BOXES = "□☐☑☒"
"""What an option of a questionnaire, or an item of a list of things to do, begins with."""

_CHAPTER = lazy(r"^[ \t\u3000]*第[零〇一二三四五六七八九十百千两\d]{1,7}[章回节卷集][ \u3000]+")

_SITE = lazy(r"[^\n_|｜—–-]{0,12}(?:[_|｜]| ?[—–-] ?)[^\n]{2,}")
"""What stands behind the headline in the title of a page."""

_WEIGHTS = {
    **dict.fromkeys(STRONG, -6.0),
    "lists": -15.0,
    "menu": -2.0,
    "buttons": -2.0,
    "noise": -0.5,
    "stamp": -0.5,
    "date": -0.5,
    "": -0.3,
}

_ENDS, _SAID = "。；", 5
"""How a sentence of a text ends and no headline, and how many Han it has at least."""

_CALL = -1.0
_MUCH = 150
"""Han in a line of prose beyond which it weighs no more."""
_VERSE = 0.5
"""What a line without a known word weighs where no line is prose: a song, a list."""
_WORDED = frozenset((*STRONG, "menu", "buttons"))
_KNOWN = frozenset(KNOWN)


class Scraped:
    """A page that may have a shell, line by line."""

    def __init__(self, page: Page, lexicon: Lexicon, is_prose: Callable[[Line], bool]) -> None:
        self.rows = page.filled
        self.lines = page.filled_lines
        bodies = [line.body for line in self.lines]
        self.markup = [
            ((first := body[0]) in _SIGNS or first.isdecimal()) and bool(_MARKUP.match(body))
            for body in bodies
        ]
        code = {*range(len(page.lines))} if is_code(page) else {*in_fence(page)}
        for at in (at for at, row in enumerate(self.rows if code else ()) if row in code):
            self.markup[at] = True
        alone = not page.has(("上一篇", "上一期", "上一章", "上一条", "前一篇"))
        known = zip(lexicon.kinds(bodies), self.markup, self.lines, strict=True)
        self.kinds = [
            kind
            if kind and not (markup or _cites(line, alone=alone))
            else "prose"
            if (line.tail in _ENDS and line.han >= _SAID) or is_prose(line)
            else ""
            for kind, markup, line in known
        ]
        self.title = 0
        self._lexicon = lexicon
        for at in compress(range(len(bodies)), self.markup):
            if "](" in bodies[at] or "凡本" in bodies[at] or bodies[at].count(">") > 1:
                self._unlink(at)
        self.has_prose = "prose" in self.kinds
        weights = _WEIGHTS if self.has_prose else {**_WEIGHTS, "": _VERSE}
        self.weights = [
            (line.han if line.han < _MUCH else _MUCH) / 8
            if kind == "prose"
            else _CALL
            if kind == "share" and CALLS.search(line.body)
            else weights.get(kind, 0.0)
            for kind, line in zip(self.kinds, self.lines, strict=True)
        ]
        self.headline, self.core = self._text()

    def _unlink(self, at: int) -> None:
        """Read a line of links, a trail behind an arrow, or a numbered statement of a site, as what it says."""
        body = IMAGE.sub("", self.lines[at].body)
        said = Line(LINK.sub(r" \1 ", body) if LINKED.fullmatch(body) else "")
        if numbered := STATEMENT.match(body):
            said = Line(body[numbered.end() :])
        if body.startswith("> "):
            said = Line(body[2:])
        kind = "" if said.blank else self._lexicon.kind(said)
        if kind in _KNOWN and kind not in ("noise", "stamp", "date"):
            self.kinds[at], self.markup[at] = kind, False

    def without(self, rows: Set[int]) -> Scraped:
        """The same page when some of its rows are gone."""
        left = copy(self)
        kept = [at for at, row in enumerate(self.rows) if row not in rows]
        left.rows = [self.rows[at] for at in kept]
        left.lines = [self.lines[at] for at in kept]
        left.markup = [self.markup[at] for at in kept]
        left.kinds = [self.kinds[at] for at in kept]
        left.weights = [self.weights[at] for at in kept]
        left.title = 0
        left.headline, left.core = left._text() if kept else (None, (0, 0))
        return left

    def _text(self) -> tuple[int | None, tuple[int, int]]:
        """The headline, if the title of the page above tells it, and where the text is: first line, behind the last."""
        whole, span = self._core(0)
        headline = self._headline()
        if headline is None:
            return None, span
        part, below = self._core(headline + 1)
        return (headline, below) if 10 * part >= whole > 0 else (None, span)

    def _core(self, start: int) -> tuple[float, tuple[int, int]]:
        """The stretch with most prose and least shell from a line on, and its weight; empty where there is no prose."""
        best, span, total, first = 0.0, (0, 0), 0.0, start
        for at, weight in enumerate(self.weights[start:], start):
            if total <= 0:
                total, first = 0.0, at
            total += weight
            if total > best:
                best, span = total, (first, at + 1)
        return best, span

    def _headline(self) -> int | None:
        """The line with which the title of the page begins, one of the first lines; the last of those near each other."""
        for title in range(min(TITLE, len(self.lines))):
            found = self._below_title(title)
            if found:
                self.title = title
                return found
        return None

    def _below_title(self, title: int) -> int:
        """The headline that a title tells, or 0."""
        text = bare(self.lines[title].body)
        found = 0
        for at in range(title + 1, min(len(self.lines), HEAD)):
            if found and (at > found + NEAR or "fact" in self.kinds[found:at]):
                break
            if self.kinds[at - 1] == "fact" and self.lines[at - 1].tail in ":：":
                continue  # the value of a field: 发布机构：
            if not self.markup[at] and _holds(text, self.lines[at].body, title > 0):
                found = at
        return found

    def is_exact(self, at: int) -> bool:
        """Whether a line is a word of the lexicon without a star."""
        return bare(self.lines[at].body).lower() in self._lexicon.alone

    def cites(self, at: int) -> bool:
        """Whether a sentence puts what a shell says in quotation marks: 字号栏，如“【字体：大 中 小】”；."""
        line = self.lines[at]
        if "“" not in line.body or not (self.kinds[at] == "prose" or self.markup[at]):
            return False
        cited = (Line(words) for words in QUOTED.findall(line.body))
        return any(self._lexicon.kind(words) in STRONG for words in cited)

    def known_runs(self) -> Iterator[list[int]]:
        """Known lines that follow each other, from the first one that is strong to the last one."""
        known = [at for at, kind in enumerate(self.kinds) if kind in _KNOWN]
        for _, group in groupby(enumerate(known), lambda one: one[1] - one[0]):
            strong = [at for _, at in group if self.kinds[at] in STRONG]
            if strong:
                yield [*range(strong[0], strong[-1] + 1)]

    def all_short(self, start: int, end: int, most: int) -> bool:
        """Whether lines that are not known are as short as items of menus, and none has a mark or a stop."""
        return not any(
            not self.kinds[at] and (line.size > most or line.marked or line.stopped)
            for at, line in enumerate(self.lines[start:end], start)
        )

    def is_among(self, at: int, start: int, end: int) -> bool:
        """Whether a short line without a known word stands among known ones, and is no comment of a reader."""
        line = self.lines[at]
        if line.tail in ":：。！？!?…":
            return False
        if line.size > SHORT:
            beside = self.kinds[max(start, at - 1) : at] + self.kinds[at + 1 : min(end, at + 2)]
            enclosed = len(beside) > 1 and all(kind in _WORDED for kind in beside)
            return enclosed and line.size <= 2 * SHORT and not (line.marked or line.stopped)
        around = self.kinds[max(start, at - NEAR) : min(end, at + NEAR + 1)]
        known = sum(kind not in ("", "prose", "noise", "date") for kind in around)
        return "stamp" not in around and known * 2 >= len(around)


def _cites(line: Line, *, alone: bool) -> bool:
    """Whether a line speaks of words, rather than saying them: “上一篇”“下一篇”“版权所有”等，应当删去.

    `alone`: nothing names the article before, so that the next one is announced.
    """
    if line.body.count("“") > 1 or line.body.count("「") > 1:
        return True
    if line.body in ("目录", "目　录", "目  录") or line.tail in ";{}" or line.body[0] in _BOXES:
        return True
    return alone and bool(ANNOUNCED.fullmatch(line.body))


def _holds(title: str, body: str, sited: bool) -> bool:
    """Whether the title of a page is a headline, or begins with it, or is for the most part it.

    `sited`: the name of the site must stand behind it.
    """
    body = _BUTTON.sub("", body) if body[-1] in _BUTTON_ENDS else body
    body = bare(_CHAPTER.sub("", body) if "第" in body else body)
    if len(body) < 6:
        return False
    if sited:
        return title.startswith(body) and bool(_SITE.match(title, len(body)))
    return title.startswith(body) or (len(body) * 2 > len(title) and body in title)
