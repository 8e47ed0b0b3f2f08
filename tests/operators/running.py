"""Runs a finder over a text."""

from __future__ import annotations

from cleaner.model import Patch, Patches
from cleaner.page import Finder, Page


def patches(finder: Finder, text: str) -> list[Patch]:
    """The patches of a finder, flags too."""
    found = finder(Page.of(text))
    assert not isinstance(found, Patches)
    return list(found)


def applied(finder: Finder, text: str) -> str:
    """The text after all patches but the flags."""
    for patch in reversed(patches(finder, text)):
        if patch.level != "flag":
            text = text[: patch.start] + patch.after + text[patch.end :]
    return text


def levels(finder: Finder, text: str) -> list[tuple[str, str | None]]:
    """What each patch takes away or repairs, and its level."""
    return [(text[at.start : at.end], at.level) for at in patches(finder, text)]


def flagged(finder: Finder, text: str) -> list[str]:
    """The texts of the places that are flagged."""
    return [text[at.start : at.end] for at in patches(finder, text) if at.level == "flag"]
