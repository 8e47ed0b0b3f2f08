"""Readings in brackets inside words, as pages have that were stolen and disguised."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.characters.hanzi import simple_form
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page
from cleaner.text import lazy, matches

_VOWELS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = lazy(rf"(?<=(\p{{Han}}))\(([a-zü]{{0,3}}[{_VOWELS}][a-zü]{{0,4}})\)")


def readings(*, least: int = 6, sure: int = 12) -> Finder:
    """Delete readings in brackets behind single characters, and simplify these: 據(jù)某網(wǎng)站 is 据某网站.

    Programs that disguise stolen pages write some characters in their traditional form, and say how they are read.
    So readings go only where at least `least` stand in the text and nine of ten stand behind a character that
    is nothing but a traditional form; less than `sure` are for review. Readers and glossaries, which explain rare
    characters of either kind, stay. Raises `ValueError` if `least` is below 2.
    """
    if least < 2:
        raise ValueError("'least' must be at least 2")

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(_VOWELS) or not page.has("("):
            return []
        found = [*matches(_READING, page.text)]
        simple = {char: simple_form(char) for char in {match[1] for match in found}}
        shown = [match for match in found if simple[match[1]] != match[1]]
        disguised = len(shown)
        if disguised < least or disguised * 10 < len(found) * 9:
            return []
        level: Level = "safe" if disguised >= sure else "review"
        return [Patch(match.start() - 1, match.end(), simple[match[1]], level) for match in shown]

    return run
