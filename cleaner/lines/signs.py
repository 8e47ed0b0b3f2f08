"""Where a sign stands right behind certain characters: most rules look at few of the places of a common sign."""

from __future__ import annotations

from cleaner.page import SHORT, Page
from cleaner.text import are_in


def behind(page: Page, sign: str, before: str) -> list[int]:
    """The places of a character that stands right behind one of others, as offsets, in order."""
    if sign not in page.chars:
        return []
    text = page.text
    if len(text) < SHORT:
        return [at for at in page.find_all(sign) if at and text[at - 1] in before]
    places = page.places(sign)
    places = places[places > 0]
    return [*places[are_in(before, page.codes[places - 1])].tolist()]
