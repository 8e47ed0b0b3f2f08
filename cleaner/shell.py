"""What of a scraped page is the site's shell: menus, buttons, lists of links, and the legal lines below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from cleaner.layout import Line
from cleaner.lexicon import KNOWN, STRONG, Lexicon, bare
from cleaner.page import Page
from cleaner.structure import in_fence, is_code
from cleaner.text import compiled

NEAR = 6
"""Lines on each side that say what a short line without a known word stands among."""

HEAD = 400
"""Lines at the start in which the headline is looked for."""

BARS = 30
"""Lines below the headline among which a bar of buttons may stand."""

MUCH = 3
"""Times the text as much Han in unknown lines below it: then it may be the text that is not known."""

TEXT = 60
"""Han in paragraphs that follow each other from which on they are a text of their own."""

INTRODUCES = 6
"""Han in a line with a colon at its end from which on it says what stands below it."""

SHORT = 12
"""Characters in a line up to which it may be an item of a menu."""

_MARKUP = compiled(r"#{1,6} |[-*+] |> \p{Han}|\|.*\||```|!\[|\d{1,3}[.、] ?\S|\[[^\]]+\]\(|<[a-z]")

_LABEL = compiled(r"[\p{Han} \u3000]{2,10}[:：][ \t\u3000]*\S")
"""A field of the data about a document."""

_BUTTON = compiled(r"[ \u3000]*[\[【(（][^\]】)）]{2,6}[\]】)）]$")

_WEIGHTS = {"lists": -15.0, "menu": -2.0, "noise": -0.5, "stamp": -0.5, "date": -0.5, "": -0.3}
_STRONG = -6.0


@dataclass
class Shell:
    """The rows that are to go, by what they are."""

    sure: set[int] = field(default_factory=set)
    likely: set[int] = field(default_factory=set)


class Scraped:
    """A page that may have a shell, line by line."""

    def __init__(self, page: Page, lexicon: Lexicon, is_prose: Callable[[Line], bool]) -> None:
        self.rows = page.filled
        lines = page.lines
        self.lines = [lines[row] for row in self.rows]
        code = {*range(len(lines))} if is_code(page) else {*in_fence(page)}
        self.markup = [row in code or bool(_MARKUP.match(lines[row].body)) for row in self.rows]
        self.kinds = [
            ("" if self.markup[at] else lexicon.kind(line))
            or ("prose" if is_prose(line) or _ends(line) else "")
            for at, line in enumerate(self.lines)
        ]
        self.headline, self.core = self._text()

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
        for at in range(start, len(self.rows)):
            if total <= 0:
                total, first = 0.0, at
            total += self._weight(at)
            if total > best:
                best, span = total, (first, at + 1)
        return best, span

    def _weight(self, at: int) -> float:
        kind = self.kinds[at]
        if kind == "prose":
            return min(self.lines[at].han, 150) / 8
        return _STRONG if kind in STRONG else _WEIGHTS.get(kind, 0.0)

    def _headline(self) -> int | None:
        """The line with which the title of the page, the first line, begins; the last of those near each other."""
        title = bare(self.lines[0].body)
        found = 0
        for at in range(1, min(len(self.lines), HEAD)):
            if found and (at > found + NEAR or "fact" in self.kinds[found:at]):
                break
            if not self.markup[at] and _holds(title, self.lines[at].body):
                found = at
        return found or None

    def shell(self) -> Shell:
        """What goes. A foot that is certain speaks for a doubtful head, and the other way round."""
        found = Shell()
        first, behind = self.core
        if first == behind:
            return found
        foot = self._foot(found, behind, strict=True)
        head = self._head(found, first, strict=not foot)
        if head and not foot:
            self._foot(found, behind, strict=False)
        text = next((at for at, kind in enumerate(self.kinds) if kind == "prose"), first)
        for run in self._runs():
            strong = {self.kinds[at] for at in run if self.kinds[at] in STRONG}
            if self._is_shown(run[0]):
                continue
            if len(strong) > 1 and (run[-1] < text or run[0] >= behind):
                found.sure.update(run)
        found.likely -= found.sure
        return found

    def _is_shown(self, at: int) -> bool:
        """Whether the line above introduces a line, as manuals show what a page says: 页脚自动显示：."""
        above = self.lines[at - 1] if at else None
        return (
            above is not None
            and above.tail in ":："
            and above.han >= INTRODUCES
            and self.kinds[at - 1] not in KNOWN
        )

    def _runs(self) -> Iterator[list[int]]:
        """Known lines that follow each other, from the first one that is strong to the last one."""
        for is_known, group in groupby(range(len(self.rows)), lambda at: self.kinds[at] in KNOWN):
            run = [*group]
            strong = [at for at in run if self.kinds[at] in STRONG]
            if is_known and strong:
                yield [*range(strong[0], strong[-1] + 1)]

    def _bars(self, start: int, end: int) -> Iterator[int]:
        """Lines of buttons between the headline and the prose: a strong one and known ones beside it."""
        for at in range(start, end):
            if self.kinds[at] in STRONG:
                yield at
                for way in (-1, 1):
                    beside = at + way
                    while start <= beside < end and self.kinds[beside] in ("menu", "noise"):
                        yield beside
                        beside += way

    def _head(self, found: Shell, first: int, *, strict: bool) -> bool:
        """The lines above the headline; below it nothing but bars of buttons."""
        headline = self.headline
        if headline is not None:
            menus = sum(self.kinds[at] == "menu" for at in range(1, headline))
            bare = not strict and menus > 4 and menus * 2 > headline
            if not (bare or self._is_shell(1, headline, strict=False)):
                return False
            self._take(found, 1, headline, above=True, enclosed=True)
            found.sure.add(0)
            found.sure.update(self._bars(headline + 1, min(first, headline + BARS)))
            return True
        facts = (at for at in range(1, first) if self.kinds[at] == "fact")
        behind = next(facts, first)
        strong = [at for at in range(behind) if self.kinds[at] in STRONG]
        end = strong[-1] + 1 if strong else 0
        start = 0 if strong and strong[0] == 0 else 1
        if "prose" in self.kinds[:end] or not self._is_shell(start, end, strict=strict):
            return False
        enclosed = not strict and self.kinds[end - 1] == "trail" and self._is_menu(start, end)
        self._take(found, start, end, above=True, enclosed=enclosed)
        found.sure.update(self._bars(end, min(first, end + BARS)))
        return True

    def _is_menu(self, start: int, end: int) -> bool:
        """Whether five lines and more are items of menus, and all the others as short."""
        menus = sum(self.kinds[at] == "menu" for at in range(start, end))
        return menus > 4 and not any(
            not self.kinds[at] and (line.size > 2 * SHORT or line.marked or line.stopped)
            for at, line in enumerate(self.lines[start:end], start)
        )

    def _foot(self, found: Shell, behind: int, *, strict: bool) -> bool:
        """The lines from the first sign of the shell below the prose to the end."""
        end = len(self.rows)
        start = next((at for at in range(behind, end) if self.kinds[at] in (*STRONG, "lists")), end)
        if not self._is_shell(start, end, strict=strict):
            return False
        if self._holds_text(start, end):
            return True
        other = sum(self.lines[at].han for at in range(start, end) if not self.kinds[at])
        if other > MUCH * sum(line.han for line in self.lines[slice(*self.core)]):
            sure = (*STRONG, "lists")
            found.sure.update(at for at in range(start, end) if self.kinds[at] in sure)
            return True
        self._take(found, start, end, above=False, enclosed=False)
        again = self.lines[0].body
        found.sure.update(at for at in range(start, end) if self.lines[at].body == again)
        found.likely.update(at for at in range(behind, end) if self.kinds[at] == "editor")
        return True

    def _holds_text(self, start: int, end: int) -> bool:
        """Whether paragraphs follow each other among lines: then they are another text."""
        for kind, group in groupby(range(start, end), lambda at: self.kinds[at]):
            run = [*group]
            if kind == "prose" and len(run) > 1 and sum(self.lines[at].han for at in run) >= TEXT:
                return True
        return False

    def _is_shell(self, start: int, end: int, *, strict: bool) -> bool:
        """Whether lines are strong, not all of one kind, enough are known, and the others are no document."""
        kinds = self.kinds[start:end]
        signs = [kind for kind in kinds if kind in STRONG]
        others = {kind for kind in kinds if kind in ("lists", "menu")}
        prose, marked = kinds.count("prose"), sum(self.markup[start:end])
        known = sum(kind not in ("", "prose", "date") for kind in kinds)
        if prose * 4 > len(kinds) or marked * 5 > len(kinds) or not signs:
            return False
        if strict:
            return len(signs) > 1 and len({*signs, *others}) > 1 and known * 4 >= len(kinds)
        return known * 10 >= len(kinds) and known >= min(4, len(kinds) / 2)

    def _take(self, found: Shell, start: int, end: int, *, above: bool, enclosed: bool) -> None:
        """Sort the lines of a shell; `above` the text its date stays, `enclosed` all the others are sure."""
        for at in range(start, end):
            kind = self.kinds[at]
            if kind in ("fact", "editor") or (kind == "date" and above):
                continue
            if kind == "prose":
                found.likely.add(at)
            elif not kind and above and _LABEL.match(self.lines[at].body):
                continue
            elif kind or enclosed or self._is_among(at, start, end):
                found.sure.add(at)
            else:
                found.likely.add(at)

    def _is_among(self, at: int, start: int, end: int) -> bool:
        """Whether a short line without a known word stands among known ones, and is no comment of a reader."""
        line = self.lines[at]
        if line.size > SHORT or line.tail in ":：。！？!?…":
            return False
        around = self.kinds[max(start, at - NEAR) : min(end, at + NEAR + 1)]
        known = sum(kind not in ("", "prose", "noise", "date") for kind in around)
        return "stamp" not in around and known * 2 >= len(around)


def _ends(line: Line) -> bool:
    """Whether a short line ends as a sentence of a text does, and no headline."""
    return line.tail in "。；" and line.han >= 5


def _holds(title: str, body: str) -> bool:
    """Whether the title of a page is a headline, or begins with it, or is for the most part it."""
    body = bare(_BUTTON.sub("", body))
    if len(body) < 6:
        return False
    return title.startswith(body) or (len(body) * 2 > len(title) and body in title)
