"""What of a scraped page is the site's shell: menus, buttons, lists of links, and the legal lines below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from cleaner.web.feet import BESIDE, foot_of, is_alien, listed, stated
from cleaner.web.headlines import beginning, may_head
from cleaner.web.lessons import is_shown
from cleaner.web.lexicon import STRONG
from cleaner.web.menus import MENU, is_bare, is_imprint, is_menu, items
from cleaner.web.sayings import LABEL, NAMED, NUMBER
from cleaner.web.scraped import SHORT, Scraped

BARS = 30
"""Lines below the headline among which a bar of buttons may stand."""

MUCH = 3
"""Times the text as much Han in unknown lines above or below it: then it may be the text that is not known."""

TEXT = 60
"""Han in paragraphs that follow each other from which on they are a text of their own."""

LISTS = 3
"""Headings of lists of links below a text from which on one strong line among them is enough."""

VERSE = 4
"""Lines of a text without prose from which on a shell may stand around it, which is for review."""


@dataclass
class Shell:
    """The lines of a scraped page that are to go, by what they are."""

    sure: set[int] = field(default_factory=set)
    likely: set[int] = field(default_factory=set)


def shell_of(page: Scraped) -> Shell:
    """What goes. A foot that is certain speaks for a doubtful head, and the other way round."""
    return _Search(page).shell() if page.core[0] < page.core[1] else Shell()


class _Search:
    def __init__(self, page: Scraped) -> None:
        self.page = page
        self.kinds = page.kinds
        self.found = Shell()

    def shell(self) -> Shell:
        first, behind = self.page.core
        foot = self._foot(behind, strict=True)
        if not self.page.has_prose and not (foot and behind - first >= VERSE):
            return Shell()
        head = self._head(strict=not (foot or self._may_end(behind)))
        if head and not foot:
            self._foot(behind, strict=False)
        if head or foot:
            begin = self.page.headline or beginning(self.page)
            self._bars(begin + 1, min(first, begin + BARS))
        text = next((at for at, kind in enumerate(self.kinds) if kind == "prose"), first)
        for run in self.page.known_runs():
            strong = {self.kinds[at] for at in run if self.kinds[at] in STRONG}
            if is_shown(self.page, run[0]):
                continue
            if len(strong) > 1 and (run[-1] < text or run[0] >= behind):
                self.found.sure.update(run)
        self.found.likely -= self.found.sure
        said = {at for at in stated(self.page, behind) if at in self.found.sure}
        said |= set() if self.page.has_prose else self.found.sure
        self.found.sure -= said
        self.found.likely |= said
        return self.found

    def _head(self, *, strict: bool) -> bool:
        """The lines above the headline."""
        headline = self.page.headline
        if headline is None:
            return self._untitled(strict=strict)
        title = self.page.title
        start = title + 1
        if is_imprint(self.page, start, headline):
            return False
        menus = items(self.page, start, headline)
        bare = not strict and (
            (menus > MENU and menus * 2 > headline - title)
            or (menus > 1 and self.page.all_short(start, headline, SHORT))
        )
        if not (bare or self._is_shell(start, headline, strict=False)):
            return False
        self._take(start, headline, above=True, enclosed=True)
        self.found.sure.add(title)
        if self.page.all_short(0, title, SHORT):
            self.found.sure.update(range(title))
        return True

    def _untitled(self, *, strict: bool) -> bool:
        """The same where no title of the page tells the headline: one line close above the text may be it."""
        end = beginning(self.page)
        start = 0 if self.kinds[0] in (*STRONG, "menu", "buttons") else 1
        if "prose" in self.kinds[:end] or end <= start:
            return False
        if is_imprint(self.page, start, end) or self._is_more(start, end):
            return False
        enclosed = not strict and is_menu(self.page, start, end)
        bare = enclosed or is_bare(self.page, start, end, strict=strict)
        if not (bare or self._is_shell(start, end, strict=strict)):
            return False
        if not strict and items(self.page, start, end) > MENU and self.kinds[end - 1] == "trail":
            enclosed = enclosed or self.page.all_short(start, end, 2 * SHORT)
        self._take(start, end, above=True, enclosed=enclosed)
        if start and not self.kinds[0] and not self.kinds[end]:
            (self.found.sure if self._is_site() else self.found.likely).add(0)
        return True

    def _is_site(self) -> bool:
        """Whether the first line is the name of a site: it ends like one, or the shell says it again."""
        name = self.page.lines[0].body
        again = any(name in self.page.lines[at].body for at in self.found.sure)
        return again or bool(NAMED.search(name))

    def _bars(self, start: int, end: int) -> None:
        """Buttons between the headline and the prose: a strong one and what is beside it, or several weak ones."""
        for at in range(start, end):
            if self.kinds[at] in STRONG:
                beside = [*self._beside(at, -1, start, end), *self._beside(at, 1, start, end)]
                self.found.sure.update(
                    [at, *(one for one in beside if not may_head(self.page, one))]
                )
            elif self.kinds[at] == "buttons":
                beside = [*self._beside(at, 1, start, end)]
                if [self.kinds[one] for one in beside].count("buttons") > 1:
                    self.found.sure.update(
                        one for one in (at, *beside) if not may_head(self.page, one)
                    )

    def _beside(self, at: int, way: int, start: int, end: int) -> Iterator[int]:
        """The lines of menus next to one, one way."""
        at += way
        while start <= at < end and self.kinds[at] in BESIDE:
            yield at
            at += way

    def _may_end(self, behind: int) -> bool:
        """Whether the title of the page tells the headline, and what may be a shell stands below the text."""
        start, end = foot_of(self.page, behind)
        return self.page.headline is not None and self._is_shell(start, end, strict=False)

    def _foot(self, behind: int, *, strict: bool) -> bool:
        """Those lines, if they are a shell."""
        start, end = foot_of(self.page, behind)
        if is_shown(self.page, start) or not self._is_shell(start, end, strict=strict):
            return False
        if self._holds_text(start, end):
            return True
        lines = self.page.lines
        if self._is_more(start, end):
            sure = (*STRONG, "lists")
            self.found.sure.update(at for at in range(start, end) if self.kinds[at] in sure)
            return True
        self._take(start, end, above=False, enclosed=False)
        self.found.sure.update(listed(self.page, start, end))
        again = lines[0].body
        self.found.sure.update(at for at in range(start, end) if lines[at].body == again)
        self.found.likely.update(at for at in range(behind, end) if self.kinds[at] == "editor")
        return True

    def _is_more(self, start: int, end: int) -> bool:
        """Whether unknown lines say so much more than the text that they may be the text."""
        lines = self.page.lines
        other = sum(lines[at].han for at in range(start, end) if not self.kinds[at])
        return other > MUCH * sum(line.han for line in lines[slice(*self.page.core)])

    def _holds_text(self, start: int, end: int) -> bool:
        """Whether paragraphs follow each other among lines: then they are another text."""
        for kind, group in groupby(range(start, end), lambda at: self.kinds[at]):
            run = [*group]
            han = sum(self.page.lines[at].han for at in run)
            if kind == "prose" and len(run) > 1 and han >= TEXT:
                return True
        return False

    def _is_shell(self, start: int, end: int, *, strict: bool) -> bool:
        """Whether lines are strong, not all of one kind, enough are known, and the others are no document."""
        kinds = self.kinds[start:end]
        signs = [kind for kind in kinds if kind in STRONG]
        others = {kind for kind in kinds if kind in ("lists", "menu", "buttons")}
        lines = zip(self.page.markup[start:end], self.page.lines[start:end], strict=True)
        prose, marked = kinds.count("prose"), sum(m and "](" not in line.body for m, line in lines)
        known = sum(kind not in ("", "prose", "date") for kind in kinds)
        if prose * 4 > len(kinds) or marked * 5 > len(kinds) or not signs:
            return False
        if strict:
            varied = len({*signs}) > 1 or (bool(others) and len(signs) > 2)
            varied = varied and {*signs} != {"share"}
            numbers = self._numbers(start, end)
            dense = numbers and len(kinds) > MENU and known * 5 >= len(kinds) * 4
            if dense and len({*kinds}) > 2:
                return True
            if kinds.count("lists") >= LISTS and known * 2 >= len(kinds):
                return True
            varied = (varied and (numbers > 0 or not {*signs} <= {"legal", "owner"})) or numbers > 1
            return len(signs) > 1 and varied and known * 4 >= len(kinds)
        return known * 10 >= len(kinds) and known >= min(4, len(kinds) / 2)

    def _numbers(self, start: int, end: int) -> int:
        """How many lines tell the number of a registration."""
        lines = zip(self.kinds[start:end], self.page.lines[start:end], strict=True)
        return sum(kind == "legal" and bool(NUMBER.search(line.body)) for kind, line in lines)

    def _take(self, start: int, end: int, *, above: bool, enclosed: bool) -> None:
        """Sort the lines of a shell; `above` the text its date stays, `enclosed` all the others are sure."""
        unnamed = above and self.page.headline is None and end == self.page.core[0]
        named = [at for at in range(start, end) if unnamed and not self.kinds[at]]
        if unnamed and not named and self.kinds[end - 1] == "lists":
            named = [end - 1]  # a heading of the text, as may be
        if above and end and self.kinds[end - 1] == "noise":
            named.append(end - 1)  # its number
        for at in range(start, end):
            kind = self.kinds[at]
            if kind in ("fact", "editor") or (kind == "date" and above) or at in named[-1:]:
                continue
            if kind == "prose":
                if above or is_alien(self.page, at, start):
                    self.found.likely.add(at)
            elif not kind and above and LABEL.match(self.page.lines[at].body):
                continue
            elif kind or enclosed or self.page.is_among(at, start, end):
                self.found.sure.add(at)
            else:
                self.found.likely.add(at)
