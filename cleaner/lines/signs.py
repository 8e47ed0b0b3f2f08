"""Where a sign stands beside certain characters: most rules look at few of the places of a common sign."""

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


def beside(page: Page, sign: str, near: str) -> list[int]:
    """The places of a character that stands right behind one of others, or right in front of one."""
    if sign not in page.chars:
        return []
    text = page.text
    if len(text) < SHORT:
        return [
            at
            for at in page.find_all(sign)
            if text[at + 1 : at + 2] in near or (at and text[at - 1] in near)
        ]
    places = page.places(sign)
    left, right = (page.codes.take(places + step, mode="clip") for step in (-1, 1))
    return [*places[are_in(near, left) | are_in(near, right)].tolist()]
