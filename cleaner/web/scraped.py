"""A scraped page line by line: which lines a site's shell has, where the headline and the text are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from copy import copy
from itertools import groupby

from cleaner.layout import Line
from cleaner.lines.structure import in_fence, is_code
from cleaner.page import Page
from cleaner.text import lazy
from cleaner.web.lexicon import KNOWN, STRONG, Lexicon, bare

NEAR = 6
"""Lines on each side that say what a short line without a known word stands among."""

HEAD = 400
"""Lines at the start in which the headline is looked for."""

TITLE = 3
"""Lines at the start of which one may be the title of the page."""

HEADLINE = 8
"""Characters from which on an unknown line may be a headline by itself."""

INTRODUCES = 5
"""Han in a line with a colon at its end from which on it says what stands below it."""

SHOWN = 2
"""Lines of a shell that are so introduced from which on a text is about such lines."""

SHORT = 12
"""Characters in a line up to which it may be an item of a menu."""

_MARKUP = lazy(r"#{1,6} |[-*+] |> \p{Han}|\|.*\||```|!\[|\d{1,3}[.、] ?\S|\[[^\]]+\]\(|<[a-z]")
_SIGNS = frozenset("#-*+>|`![<")
"""What markup begins with, but for digits."""

LABEL = lazy(r"[\p{Han} \u3000]{2,10}[:：][ \t\u3000]*\S")
"""A field of the data about a document."""

_BELOW = lazy(rf"{LABEL.pattern}|(?:19|20)\d\d ?[年/.-]")
"""What stands below a headline: a field, a date."""

_BUTTON = lazy(r"[ \u3000]*[\[【(（][^\]】)）]{2,6}[\]】)）]$")
_BUTTON_ENDS = "]】)）"

_CHAPTER = lazy(r"^[ \t\u3000]*第[零〇一二三四五六七八九十百千两\d]{1,7}[章回节卷集][ \u3000]+")

_INTRODUCES = lazy(r"如下|点击[：:]$|路径|步骤|这样|例如|比如|写[^，。]{0,4}[：:]$|是[：:]$")

_FILED = lazy(r"(?:标签|標籤|分类|分類|关键[词字]|归档|所属|文章标签|Tags?) ?[:：]")
"""Under what a post is filed: that stands below its headline."""

_LINK = lazy(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_LINKED = lazy(r"(?:[*+-] )?(?:!?\[[^\[\]]*\]\([^()\s]*\)[ |｜·>»/]{0,4})+")
"""A line of nothing but links, as programs write them that turn HTML into Markdown."""
_QUOTED = lazy(r"“([^“”]{4,40})”")

_NEXT = lazy(r"下一[篇期章回]\s?[:：]\s?《[^》]+》")
"""What an author announces; a site names the article before as well."""

CALLS = lazy(r"扫|二维码|公众号|报名|热线|投稿|线索")
"""What a notice may say of itself as well as a site: how to join, where to call."""

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

_CALL = -1.0
_FURNITURE = frozenset((*STRONG, "lists", "menu", "buttons"))
_DATED_BY = ("fact", "date")
_ANNOUNCES = frozenset(("公告", "通知", "通告", "公示", "声明", "启事", "简介", "通报"))
_BAR_SIGNS = lazy(r"[|｜>›»：: ]")
_KNOWN = frozenset(KNOWN)


class Scraped:
    """A page that may have a shell, line by line."""

    def __init__(self, page: Page, lexicon: Lexicon, is_prose: Callable[[Line], bool]) -> None:
        self.rows = page.filled
        lines = page.lines
        self.lines = [lines[row] for row in self.rows]
        code = {*range(len(lines))} if is_code(page) else {*in_fence(page)}
        self.markup = [
            (
                (line.body[0] in _SIGNS or line.body[0].isdecimal())
                and bool(_MARKUP.match(line.body))
            )
            or row in code
            for row, line in zip(self.rows, self.lines, strict=True)
        ]
        alone = not page.has(("上一篇", "上一期", "上一章", "上一条", "前一篇"))
        known = zip(map(lexicon.kind, self.lines), self.markup, self.lines, strict=True)
        self.kinds = [
            kind
            if kind and not (markup or _cites(line, alone=alone))
            else "prose"
            if is_prose(line) or _ends(line)
            else ""
            for kind, markup, line in known
        ]
        self.title = 0
        self._lexicon = lexicon
        for at in (
            at for at, line in enumerate(self.lines) if self.markup[at] and "](" in line.body
        ):
            self._unlink(at)
        self.weights = [
            min(line.han, 150) / 8
            if kind == "prose"
            else _CALL
            if kind == "share" and CALLS.search(line.body)
            else _WEIGHTS.get(kind, 0.0)
            for kind, line in zip(self.kinds, self.lines, strict=True)
        ]
        self.headline, self.core = self._text()

    def _unlink(self, at: int) -> None:
        """Read a line of links as what they say, if a shell says that."""
        body = self.lines[at].body
        said = Line(_LINK.sub(r" \1 ", body) if _LINKED.fullmatch(body) else "")
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
            if not self.markup[at] and _holds(text, self.lines[at].body, title > 0):
                found = at
        return found

    def untitled(self) -> int:
        """Where the document begins if no title of the page tells it: what may be its headline, or the text."""
        first = self.core[0]
        known = [at for at in range(first) if self.kinds[at] in _FURNITURE]
        behind = range(known[-1] + 1 if known else 0, first)
        chosen = min([self._chosen(), *(at for at in behind if not self.kinds[at])])
        line = self.lines[chosen]
        if chosen < first and line.size >= HEADLINE and not _BELOW.match(line.body):
            return chosen
        above = next(
            (at for at in range(chosen - 1, -1, -1) if self.kinds[at] not in _DATED_BY), -1
        )
        return above if above >= 0 and self.may_head(above) else chosen

    def may_head(self, at: int) -> bool:
        """Whether a line that reads like an item of a menu may be a headline: its words are no item, or announce."""
        body = bare(self.lines[at].body)
        if self.kinds[at] not in ("menu", "lists", "buttons") or _BAR_SIGNS.search(body):
            return False
        return body in _ANNOUNCES or body.lower() not in self._lexicon.alone

    def _chosen(self) -> int:
        """What stands below the menus, or is long."""
        first = self.core[0]
        menus = [at for at in range(first) if self._is_section(at)]
        begin = menus[-1] + 1 if menus else 0
        above = [at for at in range(begin, first) if self.kinds[at] in ("", "fact", "date")]
        named = [at for at in above if not self.kinds[at]] or self._dated(begin, first)
        if not menus:
            long = [at for at in named if self.lines[at].size >= HEADLINE]
            return (long or [max(named, key=lambda at: self.lines[at].size, default=first)])[0]
        if above and above[0] == begin and self.kinds[begin] and self.kinds[begin - 1] == "menu":
            return begin - 1
        return min(named[:1] + above[:1], default=first)

    def _dated(self, start: int, end: int) -> list[int]:
        """The line above the dateline, where none is unknown: what it says may be a headline that reads like a button."""
        for at in range(start, end - 1):
            line = self.lines[at]
            weak = self.kinds[at] in ("lists", "menu", "buttons", "replies", "share", "tools")
            if weak and self.kinds[at + 1] in ("fact", "date") and line.han >= HEADLINE:
                return [at]
        return []

    def _is_section(self, at: int) -> bool:
        """Whether a line is an item of a menu among others, or says where the page is."""
        if self.kinds[at] != "menu" or _FILED.match(self.lines[at].body):
            return self.kinds[at] == "trail"
        if "|" in self.lines[at].body:
            return True
        near = self.kinds[max(0, at - 2) : at + 3]
        return sum(kind in ("menu", "trail", "tools") for kind in near) > 2

    def is_shown(self, at: int) -> bool:
        """Whether the line above introduces a line, as manuals show what a page says: 页脚自动显示：, 二、页脚."""
        if not at or self.kinds[at - 1] in KNOWN:
            return False
        above = self.lines[at - 1]
        named = "页脚" in above.body and not above.stopped
        if named or above.tail not in ":：":
            return named
        return above.han >= INTRODUCES or bool(_INTRODUCES.search(above.body))

    def is_lesson(self) -> bool:
        """Whether lines introduce lines of a shell again and again, or running text cites them, as a lesson does."""
        shown = [at for at, kind in enumerate(self.kinds) if kind in KNOWN and self.is_shown(at)]
        return len(shown) >= SHOWN or sum(map(self._is_cited, range(len(self.kinds)))) >= SHOWN

    def _is_cited(self, at: int) -> bool:
        """Whether a sentence puts what a shell says in quotation marks: 字号栏，如“【字体：大 中 小】”；."""
        line = self.lines[at]
        if "“" not in line.body or not (self.kinds[at] == "prose" or self.markup[at]):
            return False
        cited = (Line(words) for words in _QUOTED.findall(line.body))
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
        if line.size > SHORT or line.tail in ":：。！？!?…":
            return False
        around = self.kinds[max(start, at - NEAR) : min(end, at + NEAR + 1)]
        known = sum(kind not in ("", "prose", "noise", "date") for kind in around)
        return "stamp" not in around and known * 2 >= len(around)


def _cites(line: Line, *, alone: bool) -> bool:
    """Whether a line speaks of words, rather than saying them: “上一篇”“下一篇”“版权所有”等，应当删去.

    `alone`: nothing names the article before, so that the next one is announced.
    """
    if line.body.count("“") > 1 or line.body.count("「") > 1 or line.body == "目录":
        return True
    return alone and bool(_NEXT.fullmatch(line.body))


def _ends(line: Line) -> bool:
    """Whether a short line ends as a sentence of a text does, and no headline."""
    return line.tail in "。；" and line.han >= 5


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
