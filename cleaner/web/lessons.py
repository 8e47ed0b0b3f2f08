"""Whether a page teaches what pages have: lines that it introduces or cites are meant."""

from __future__ import annotations

from cleaner.web.lexicon import KNOWN
from cleaner.web.sayings import BARRED, INTRODUCES, NUMBERED
from cleaner.web.scraped import Scraped

LONG = 5
"""Han in a line with a colon at its end from which on it says what stands below it."""

_OPTIONS = ("share", "menu", "buttons")
"""Kinds of lines that a questionnaire may offer: 三、您从哪里知道本店, 微信公众号."""

SHOWN = 2
"""Lines of a shell that are so introduced, or cited, from which on a text is about such lines."""


def is_lesson(page: Scraped) -> bool:
    """Whether lines introduce lines of a shell again and again, or running text cites them."""
    shown = [at for at, kind in enumerate(page.kinds) if kind in KNOWN and is_shown(page, at)]
    shown = [at for at in shown if not _is_filed(page, at)]
    return len(shown) >= SHOWN or sum(map(page.cites, range(len(page.kinds)))) >= SHOWN


def is_shown(page: Scraped, at: int) -> bool:
    """Whether the line above introduces a line, as manuals show what a page says: 页脚自动显示：, 二、页脚."""
    if not at or page.kinds[at - 1] in KNOWN:
        return False
    above = page.lines[at - 1]
    named = "页脚" in above.body and not above.stopped
    offered = at < len(page.kinds) and page.kinds[at] in _OPTIONS
    if offered and not (page.kinds[at - 1] or above.stopped):
        named |= bool(NUMBERED.match(above.body))
    if named or above.tail not in ":：":
        return named
    return above.han >= LONG or bool(INTRODUCES.search(above.body))


def _is_filed(page: Scraped, at: int) -> bool:
    """Whether a line is the one item of a menu that a label stands above: 部落格全站分類：, 休閒旅遊."""
    one = page.kinds[at] == "menu" and not BARRED.search(page.lines[at].body)
    return one and not INTRODUCES.search(page.lines[at - 1].body)
