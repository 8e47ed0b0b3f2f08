"""Where the document begins on a scraped page of which no title tells the headline."""

from __future__ import annotations

from cleaner.web.lexicon import STRONG, bare
from cleaner.web.sayings import ARROW, BARRED, BELOW, FILED, NAMED, NEIGHBOURS
from cleaner.web.scraped import Scraped

HEADLINE = 8
"""Characters from which on an unknown line may be a headline by itself."""

TITLE = 6
"""Characters of an unknown line right above the dateline from which on it is the headline, below short ones."""

ITEM = 4
"""Characters of such short lines."""

NAME = 3
"""Han from which on a line that reads like an item of a menu may be one."""

_WEAK = ("lists", "menu", "buttons")
_FURNITURE = frozenset((*STRONG, *_WEAK))
_ANNOUNCES = frozenset(("公告", "通知", "通告", "公示", "声明", "启事", "简介", "通报"))


def beginning(page: Scraped) -> int:
    """The line that may be the headline, or the first one of the text."""
    first = page.core[0]
    known = [at for at in range(first) if page.kinds[at] in _FURNITURE]
    behind = range(known[-1] + 1 if known else 0, first)
    shown = (at for at in range(first) if _heads(page, at))
    chosen = min([_chosen(page), *(at for at in behind if not page.kinds[at]), *shown])
    line = page.lines[chosen]
    if chosen < first and line.size >= HEADLINE and not BELOW.match(line.body):
        return chosen
    higher = (at for at in range(chosen - 1, -1, -1) if page.kinds[at] not in ("fact", "date"))
    above = next(higher, -1)
    return above if above >= 0 and may_head(page, above) else chosen


def _heads(page: Scraped, at: int) -> bool:
    """Whether a long unknown line stands right below the trail, or right above the dateline."""
    if page.kinds[at] or page.lines[at].size < HEADLINE or BELOW.match(page.lines[at].body):
        return False
    trail = at > 0 and page.kinds[at - 1] == "trail"
    trail |= at > 1 and page.kinds[at - 1] == "menu" and bool(ARROW.match(page.lines[at - 2].body))
    dated = page.kinds[at + 1] == "fact" and bool(BELOW.match(page.lines[at + 1].body))
    return (trail and not NEIGHBOURS.match(page.lines[at - 1].body)) or dated


def may_head(page: Scraped, at: int) -> bool:
    """Whether a line that reads like an item of a menu may be a headline: its words are no item, or announce."""
    body = bare(page.lines[at].body)
    if body in _ANNOUNCES:
        return True
    if page.kinds[at] not in _WEAK or page.lines[at].han < NAME or BARRED.search(body):
        return False
    return not page.is_exact(at)


def _chosen(page: Scraped) -> int:
    """What stands below the menus, or is long."""
    first = page.core[0]
    menus = [at for at in range(first) if _is_section(page, at)]
    begin = menus[-1] + 1 if menus else 0
    above = [at for at in range(begin, first) if page.kinds[at] in ("", "fact", "date")]
    named = [at for at in above if not (page.kinds[at] or (at == 0 and _is_site(page)))]
    titles = _titles(page, named)
    above = above if titles == named else [at for at in above if at >= titles[0]]
    named = titles or _dated(page, begin, first)
    if not menus:
        long = [at for at in named if page.lines[at].size >= HEADLINE]
        return (long or [max(named, key=lambda at: page.lines[at].size, default=first)])[0]
    if above and above[0] == begin and page.kinds[begin] and page.kinds[begin - 1] == "menu":
        return begin - 1
    return min(named[:1] + above[:1], default=first)


def _titles(page: Scraped, named: list[int]) -> list[int]:
    """Unknown lines that may be the headline: below items of a menu as short as 两岸 one that is above the dateline."""
    told = [at for at in named if page.kinds[at + 1] in ("fact", "date")]
    if not told or page.lines[told[0]].size < TITLE:
        return named
    first = next(at for at in named if page.lines[at].size > ITEM)
    return [at for at in named if at >= first]


def _is_site(page: Scraped) -> bool:
    """Whether the first line is the name of a site above its menu."""
    return page.kinds[1:2] in (["menu"], ["tools"]) and bool(NAMED.search(page.lines[0].body))


def _dated(page: Scraped, start: int, end: int) -> list[int]:
    """The line above the dateline, where none is unknown: what it says may be a headline that reads like a button."""
    for at in range(start, end - 1):
        weak = page.kinds[at] in (*_WEAK, "replies", "share", "tools")
        if weak and page.kinds[at + 1] in ("fact", "date") and page.lines[at].han >= HEADLINE:
            return [at]
    return []


def _is_section(page: Scraped, at: int) -> bool:
    """Whether a line is an item of a menu among others, or says where the page is."""
    if page.kinds[at] != "menu" or FILED.match(page.lines[at].body):
        dated = "fact" in page.kinds[:at]  # the headline is above
        return page.kinds[at] == "trail" and not (dated and NEIGHBOURS.match(page.lines[at].body))
    if "|" in page.lines[at].body:
        return True
    near = page.kinds[max(0, at - 2) : at + 3]
    return sum(kind in ("menu", "trail", "tools") for kind in near) > 2
