"""Whether what stands above the headline of a scraped page is the menu of a site."""

from __future__ import annotations

from cleaner.web.lexicon import STRONG
from cleaner.web.scraped import SHORT, Scraped

MENU = 3
"""Items of menus above a text of which more must stand there, where nothing else speaks for a shell."""

BAR = 6
"""Items of menus there from which on one strong line beside them is enough."""

_FURNITURE = (*STRONG, "lists", "menu", "buttons")


def items(page: Scraped, start: int, end: int) -> int:
    """How many items of menus or weak buttons there are; a bar has several."""
    return sum(
        min(page.lines[at].body.count(" ") + 1, BAR)
        for at in range(start, end)
        if page.kinds[at] in ("menu", "buttons")
    )


def is_bare(page: Scraped, start: int, end: int, *, strict: bool) -> bool:
    """Whether there is little but items; not `strict`: the foot of a shell is certain."""
    count = items(page, start, end)
    strong = sum(kind in STRONG for kind in page.kinds[start:end])
    if 2 < strong == end - start or (strong > 0 and count >= BAR):
        return True
    known = _furniture(page, start, end)
    if known > MENU and page.kinds[end - 1] == "trail" and page.all_short(start, end, SHORT):
        return True
    return not strict and (MENU < count > (end - start) / 2 or 1 < end - start == known)


def is_menu(page: Scraped, start: int, end: int) -> bool:
    """Whether short lines stand above the trail, or above a headline with a dateline: a menu of words unknown."""
    known = _furniture(page, start, end)
    if known < MENU - 1 or not page.all_short(start, end, SHORT):
        return False
    if page.kinds[end - 1] == "trail":
        return True
    long = page.lines[end].size > SHORT and not page.kinds[end]
    dated = any(kind in ("fact", "date") for kind in page.kinds[end + 1 : end + 3])
    return end - start >= BAR and long and dated and _furniture(page, 0, start + 2) > 0


def is_imprint(page: Scraped, start: int, end: int) -> bool:
    """Whether of all that a shell may have only statements of rights stand above a text, as in a book."""
    signs = {*page.kinds[start:end]}.intersection(STRONG)
    return bool(signs) and signs <= {"legal", "owner"} and not items(page, start, end)


def _furniture(page: Scraped, start: int, end: int) -> int:
    """How many lines are what a shell has, by its words."""
    return sum(kind in _FURNITURE for kind in page.kinds[start:end])
