"""Which characters stand in a text, and which side by side: most words that are not there are told without a search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from cleaner.kept import kept
from cleaner.model import Offsets
from cleaner.text import BLOCK, Codes, codes_of

_SMALL, _LARGE = (1 << 16, 41), (1 << 20, 4099)
"""Sizes of the table, in pairs, and what parts their numbers: other pairs may have the same one, but few of a text do."""

_LONG = 20_000
"""Characters from which on a text gets the large table."""

_READ = 100
"""Characters that are read as quickly as one edit is followed."""


class Wanted:
    """Words that are looked for together, by their first characters: most texts have few of those."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for word in dict.fromkeys(words):
            self._by_first.setdefault(word[0], []).append((word, frozenset(word)))
        self._firsts = frozenset(self._by_first)

    @kept
    def _by_char(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for words in self._by_first.values():
            for word, needed in words:
                for char in needed:
                    found.setdefault(char, []).append((word, needed))
        return found

    def newly_spelt(self, chars: frozenset[str], new: frozenset[str]) -> list[str]:
        """Those that can be spelt with `chars`, and not without the `new` ones among these; some twice."""
        near = (self._by_char[char] for char in new & self._by_char.keys())
        return [word for words in near for word, needed in words if needed <= chars]

    def spelt(self, chars: frozenset[str]) -> list[str]:
        """Those whose characters are all there, in no order."""
        near = (self._by_first[first] for first in self._firsts & chars)
        return [word for words in near for word, needed in words if needed <= chars]


class Pairs:
    """The pairs of neighbours of a text, and of the texts that edits make of it.

    It only ever grows, so that a page and the pages made of it may share one. Nothing is read before the first question.
    """

    def __init__(self, text: str) -> None:
        self._unread: list[Codes | str] = [text]
        self._size, self._spread = _SMALL if len(text) < _LONG else _LARGE
        self._seen = bytearray()

    def may_hold(self, word: str) -> bool:
        """Whether all that stands side by side in a word may do so in the text."""
        if self._unread:
            self._read()
        seen, spread, last = self._seen, self._spread, self._size - 1
        if not seen[(ord(word[0]) * spread + ord(word[1])) & last]:
            return False
        if len(word) < 3:
            return True
        if not seen[(ord(word[-2]) * spread + ord(word[-1])) & last]:
            return False
        if len(word) < 4:
            return True
        inner = pairwise(map(ord, word[1:-1]))
        return all(seen[(one * spread + two) & last] for one, two in inner)

    def follow(
        self, text: str, starts: Offsets, ends: Offsets, afters: Sequence[str], codes: Codes | None
    ) -> Pairs:
        """The pairs of `text`, which those edits made; `codes` if each put one character in the place of one."""
        if codes is not None:
            around = (starts[:, None] + np.arange(-1, 2)).ravel()
            self._unread.append(codes.take(around, mode="clip"))
            return self
        if len(starts) * _READ > len(text):
            return Pairs(text)
        moved = 0
        for start, end, after in zip(starts.tolist(), ends.tolist(), afters, strict=True):
            begin, size = start + moved, len(after)
            self._unread.append(text[max(0, begin - 1) : begin + size + 1])
            moved += size - (end - start)
        return self

    def _read(self) -> None:
        if not self._seen:
            self._seen = bytearray(self._size)
        seen = np.frombuffer(self._seen, dtype=np.bool_)
        texts = [piece for piece in self._unread if isinstance(piece, str)]
        for codes in (
            codes_of("\n".join(texts)),
            *(piece for piece in self._unread if not isinstance(piece, str)),
        ):
            for start in range(0, len(codes), BLOCK):
                part = codes[start : start + BLOCK + 1]  # the last one begins the next block, too
                numbers = (part[:-1] * np.uint32(self._spread) + part[1:]) & np.uint32(
                    self._size - 1
                )
                seen[numbers.astype(np.intp)] = True  # the type of an index: twice as fast
        self._unread.clear()
