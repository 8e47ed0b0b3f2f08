"""Words in which `*` stands for anything: which texts they take as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

STOPS = ("。", "！", "？", "；")


class Wildcards:
    """Words with stars, in small letters.

    A word that ends with `*` takes no text with a final stop, one that ends with `*。` does. Where `most` is given, a
    star in front of a word stands for so many characters at most.
    """

    def __init__(self, words: Iterable[str], most: int | None = None) -> None:
        self._words = [word.lower() for word in words]
        self._most = most

    @cached_property
    def _open(self) -> _Shapes:
        return _Shapes([*map(_bare, self._words)], self._most)

    @cached_property
    def _stopped(self) -> _Shapes:
        closed = [word for word in self._words if not word.endswith("*")]
        return _Shapes([*map(_bare, closed)], self._most)

    def take(self, text: str) -> bool:
        """Whether one of the words takes a text (small letters)."""
        return (self._stopped if text.endswith(STOPS) else self._open).take(text)


def _bare(word: str) -> str:
    return word[:-1] if word.endswith("*。") else word


class _Shapes:
    """Words by where they have stars: those of one shape are looked up together."""

    def __init__(self, words: Iterable[str], most: int | None) -> None:
        split = [word.split("*") for word in words]
        self._most = most
        self._starts = tuple(parts[0] for parts in split if _is(parts, "x "))
        self._ends = tuple(parts[1] for parts in split if _is(parts, " x"))
        self._last = frozenset(self._ends)
        inner = [parts for parts in split if most is None and _is(parts, " x ")]
        self._inner = tuple(parts[1] for parts in inner)
        simple = ("x ", " x") if most is not None else ("x ", " x", " x ")
        others = [parts for parts in split if not any(_is(parts, form) for form in simple)]
        self._others = [(max(parts, key=len), parts) for parts in others]

    def take(self, text: str) -> bool:
        if text.startswith(self._starts):
            return True
        if self._most is None:
            if text.endswith(self._ends) or any(part in text for part in self._inner):
                return True
        elif any(text[at:] in self._last for at in range(self._most + 1)):
            return True
        return any(key in text and _fit(parts, text, self._most) for key, parts in self._others)


def _is(parts: list[str], form: str) -> bool:
    """Whether parts are empty where a form has a blank, and only there."""
    return [bool(part) for part in parts] == [sign == "x" for sign in form]


def _fit(parts: list[str], text: str, most: int | None) -> bool:
    """Whether the parts between the stars stand in a text one behind the other, the first and the last at its ends."""
    first, last = parts[0], parts[-1]
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return False
    here, end = len(first), len(text) - len(last)
    for number, part in enumerate(parts[1:-1]):
        limited = most is not None and not first and not number
        behind = end if not limited else min(end, (most or 0) + len(part))
        found = text.find(part, here, behind)
        if found < 0:
            return False
        here = found + len(part)
    return True
