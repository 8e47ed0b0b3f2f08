"""Delete the shell of the site that a scraped page stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from cleaner.lines.passages import without
from cleaner.lines.reach import is_prose_line
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.pairs import Wanted
from cleaner.text import HAN, lazy
from cleaner.web.lessons import is_lesson
from cleaner.web.lexicon import BAR, Lexicon, bare, items
from cleaner.web.sayings import NUMBER
from cleaner.web.scraped import Scraped
from cleaner.web.scripts import is_traditional, simplified
from cleaner.web.shell import shell_of

ROWS = 400
"""Rows at the start and at the end of a text among which a known line is looked for."""

EDGE = 20_000
"""Characters at the start and at the end of a text in which a shell must show."""

ALONE = 3
"""Known lines there from which on one strong word is enough."""

PASSES = 5
"""How often a page is looked at again when something of it is gone."""

MENTIONED = 3
"""Words of websites in running text from which on it is about them."""

PAGES = 2
"""Form feeds that make a text one of printed pages, not of the web."""

_PARTS = lazy(r"\p{Han}+")
_BARRED = lazy(r"[|｜】\]┊]")
"""Characters of which one stands in a line of buttons that are set side by side."""


def page_shell(
    *,
    legal: tuple[str, ...],
    owner: tuple[str, ...],
    share: tuple[str, ...],
    tools: tuple[str, ...],
    trail: tuple[str, ...],
    replies: tuple[str, ...],
    lists: tuple[str, ...],
    menu: tuple[str, ...],
    buttons: tuple[str, ...],
    fact: tuple[str, ...],
    editor: tuple[str, ...],
    about: tuple[str, ...] = (),
    signs: tuple[str, ...] = (),
) -> Finder:
    """Delete the shell of a site: menus, buttons, lists of links, comment boxes and legal lines around a text.

    Each option lists what whole lines say; `*` stands for anything; brackets, colons and a count at the end are not
    looked at, and a line of items between bars must have nothing else. `legal`, `owner`, `share`, `tools`, `trail` and
    `replies` hardly stand alone on a line elsewhere; `lists` are headings of lists of links, `menu` and `buttons` words
    that any document may have too (buttons below a headline as well), `fact` and `editor` what belongs to the text and
    stays (the editor below it is for review). The text is the stretch with most prose and fewest of these lines. What
    stands above its headline goes, and what stands below it from the first sign of the shell on, if at least two strong
    lines and two kinds are there and enough lines are known; what is not known among them is for review, unless it is
    short and stands among known lines, or is a title below a heading of `lists`. Words may stand in traditional
    characters. Elsewhere only known lines that follow each other go, two strong ones at least.
    Nothing goes from a text about websites, with three of the words `about`, unless a legal line has a number, and
    none is looked for without one of `signs` or a known line at the edges of a text, or among printed pages.
    """
    kept = {"lists": lists, "editor": editor, "fact": fact}
    strong = {"legal": legal, "owner": owner, "share": share, "tools": tools}
    strong |= {"trail": trail, "replies": replies}
    lexicon = Lexicon({**kept, **strong, "menu": menu, "buttons": buttons})
    gate = _Gate(lexicon, signs)

    def run(page: Page) -> Iterable[Patch]:
        if len(page.places("\f")) >= PAGES or not gate.opens(page):
            return []
        scraped = Scraped(page, lexicon, is_prose_line)
        levels = _levels(scraped)
        if not levels or is_lesson(scraped):
            return []
        mentioned = [word for word in about if page.has((word,))]
        if len(mentioned) >= MENTIONED and _is_about(page, scraped, mentioned):
            return []
        return _patches(page, levels)

    return run


def _levels(scraped: Scraped) -> dict[int, Level]:
    """The rows that go, and how sure that is; what shows as shell only when others are gone is among them."""
    sure: set[int] = set()
    likely: set[int] = set()
    new: set[int] = set()
    left = scraped
    for _ in range(PASSES):
        found = shell_of(left)
        new = {left.rows[at] for at in found.sure}
        likely |= {left.rows[at] for at in found.likely}
        if not new:
            break
        sure |= new
        left = scraped.without(sure)
    likely -= _going_on(scraped, left)
    gone = sure | likely
    for _ in range(PASSES if likely or new else 0):
        left = scraped.without(gone)
        found = shell_of(left)
        new = {left.rows[at] for at in found.sure | found.likely}
        if not new:
            break
        gone |= new
    levels: dict[int, Level] = dict.fromkeys(gone, "review")
    return levels | dict.fromkeys(sure, "safe")


def _going_on(scraped: Scraped, left: Scraped) -> set[int]:
    """The rows of paragraphs right below the text once the lines of the shell between them are gone."""
    last = scraped.rows[scraped.core[1] - 1] if scraped.core[1] else 0
    below = [at for at, row in enumerate(left.rows) if row > last]
    return {left.rows[at] for at in takewhile(lambda at: left.kinds[at] == "prose", below)}


class _Sought:
    """Words of which one is looked for at the edges of a text. Most are not there by their characters, or pairs of such."""

    def __init__(self, words: Iterable[str], *, as_they_are: bool) -> None:
        """`as_they_are`: letters are not looked for in small ones."""
        self._words: dict[str, list[tuple[str, str]]] = {}
        for word in words:
            part = max(_PARTS.findall(word), key=len, default="")
            chars = word if as_they_are else "".join(HAN.findall(word))
            self._words.setdefault(chars, []).append((word, part))
        self._wanted = Wanted(filter(None, self._words))

    def found(self, page: Page, edges: str) -> Iterator[bool]:
        """True for each of the words that stands there."""
        may_hold = page.pairs.may_hold
        for chars in ["", *self._wanted.spelt(page.chars)]:
            for word, part in self._words.get(chars, ()):
                if (len(part) < 2 or may_hold(part)) and word in edges:
                    yield True


class _Gate:
    """A quick look at the edges of a text: whether a shell may stand there."""

    def __init__(self, lexicon: Lexicon, signs: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._signs = _Sought(signs, as_they_are=True)
        self._longest = 2 * max(map(len, lexicon.alone), default=0)
        self._needed = _Sought(lexicon.needed, as_they_are=False)

    def opens(self, page: Page) -> bool:
        """Whether two strong words, or one and several known lines, stand near the edges of the text."""
        text, rows = page.text, page.rows
        ends = rows if len(rows) <= 2 * ROWS else rows[:ROWS] + rows[-ROWS:]
        lines = {bare(row) for row in ends if len(row) <= self._longest}
        edges = text if len(text) <= 2 * EDGE else text[:EDGE] + "\n" + text[-EDGE:]
        if is_traditional(page.chars):
            lines.update([*map(simplified, lines)])
        alone = len(lines & self._lexicon.alone)
        if not alone and not any(self._signs.found(page, edges)):
            return False
        for row in ends:
            if len(row) <= BAR and _BARRED.search(row):
                lines.update(items(row))
        strong = len(lines & self._lexicon.strong)
        least = 1 if alone >= ALONE else 2
        if strong >= least:
            return True
        found = self._needed.found(page, edges.lower())
        return strong + sum(islice(found, least - strong)) >= least


def _is_about(page: Page, scraped: Scraped, words: Iterable[str]) -> bool:
    """Whether a text is about websites: running text has some of the words, and no legal line has a number."""
    legal = (
        line for line, kind in zip(scraped.lines, scraped.kinds, strict=True) if kind == "legal"
    )
    if any(NUMBER.search(line.body) for line in legal):
        return False
    prose = {row for row, kind in zip(scraped.rows, scraped.kinds, strict=True) if kind == "prose"}
    found = (1 for word in words if any(page.row_at(at) in prose for at in page.find_all(word)))
    return sum(islice(found, MENTIONED)) == MENTIONED


def _patches(page: Page, levels: dict[int, Level]) -> list[Patch]:
    """One patch for each stretch of lines of one level."""
    rows = sorted(levels)
    patches: list[Patch] = []
    for row, (start, end) in zip(rows, without(page, rows), strict=True):
        last = patches[-1] if patches else None
        if last is not None and last.end == start and last.level == levels[row]:
            patches[-1] = Patch(last.start, end, "", levels[row])
        else:
            patches.append(Patch(start, end, "", levels[row]))
    return patches
