"""Letters that recognition has put in the place of digits: 3l5家, 1O.5万亩."""

from __future__ import annotations

from collections.abc import Iterable
from string import digits

from cleaner.lines.signs import beside
from cleaner.model import Level, Patch
from cleaner.page import Finder, Needed, Page
from cleaner.text import TIME_LIMIT, compiled, lazy

_MEANT = {"l": "1", "I": "1", "O": "0", "o": "0"}
_SIGNS = frozenset([*_MEANT, *digits, *".,．"])
_TOKEN = r"(?<![A-Za-z\d.,．_/\\=#+\-])(?=[\d.,．]*[lIOo])(?=[lIOo.,．]*\d)[\dlIOo]{1,9}(?:[.,．][\dlIOo]{1,4})*"
_SHAPE = lazy(r"(?!O[\dlOo]|I(?!\d))(?:I?(?:[\dlO]|(?<=\d)o(?=\d))*)(?:[.,．][\dlO]+)*")
_NUMBER = lazy(r"(?:0|[1-9]\d*)(?:\.\d+)?|[1-9]\d{0,2}(?:,\d{3})+")


def number_letters(*, units: str, words: Needed, habit: int = 3) -> Finder:
    """Write 1 for l and I, and 0 for O, inside a number before one of `units`, a pattern.

    The whole is a number then, with a point or with groups of three digits; a code that begins with O or with two
    letters is none, and neither is what follows a Latin letter. Fewer than `habit` such numbers in a text are for
    review. Nothing is looked for where none of `words` stands.
    """
    finder = compiled(f"{_TOKEN}(?={units})")

    def run(page: Page) -> Iterable[Patch]:
        if not page.has(words):
            return
        tokens = (finder.match(page.text, start, timeout=TIME_LIMIT) for start in _starts(page))
        found = [match for match in tokens if match and _is_number(match[0])]
        level: Level | None = None if len(found) >= habit else "review"
        for match in found:
            for at, char in enumerate(match[0], match.start()):
                if char in _MEANT:
                    yield Patch(at, at + 1, _MEANT[char], level)

    return run


def _starts(page: Page) -> list[int]:
    """Where runs of digits, points and such letters begin that have both: a token begins nowhere else."""
    text, found = page.text, set[int]()
    for letter in _MEANT:
        for place in beside(page, letter, digits + ".,．"):
            start = place
            while start and text[start - 1] in _SIGNS:
                start -= 1
            found.add(start)
    return sorted(found)


def _is_number(token: str) -> bool:
    """Whether a token is a number once its letters are digits."""
    meant = "".join(_MEANT.get(char, char) for char in token).replace("．", ".")
    return bool(_SHAPE.fullmatch(token) and _NUMBER.fullmatch(meant))
