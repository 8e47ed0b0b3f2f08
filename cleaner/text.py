r"""The one module that knows lines, blanks, Han and marks; the rest asks it.

Python's own helpers are wrong for Chinese archives: `str.strip` eats U+3000, `splitlines` cuts at
U+0085 and U+2028, `\s` matches NBSP, `\w` and `\b` take Han for letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar, cast

import numpy as np
import numpy.typing as npt
import regex

BLANKS = " \t\u3000\u00a0\r"
"""Characters that make a line blank: space, tab, ideographic space, no-break space.

And CR, for texts whose line ends `decode` has not seen.
"""

STOPS = "。！？；：…!?;:"
"""Marks that end a sentence or announce what follows, in both widths."""

CLOSERS = "”’）》〉」』】〕］)]}\"'"
"""Closing brackets and quotation marks that may follow a stop."""

HAN_RANGES = (
    (0x2E80, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9),
    (0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2FA1D), (0x30000, 0x33479),
)  # fmt: skip

Codes = npt.NDArray[np.uint32]
Entry = TypeVar("Entry", bound=np.generic)


def codes_of(text: str) -> Codes:
    """The code points of `text` as an array, not to be written to."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def text_of(codes: Codes) -> str:
    """The text of an array of code points; the inverse of `codes_of`."""
    return str(codes.astype("<u4", copy=False).data, "utf-32-le", "surrogatepass")


@cache
def han_table() -> npt.NDArray[np.bool_]:
    """For each code point whether its script is Han (as `\\p{Han}`, and the unassigned ones between), to index with `Page.codes`."""
    table = np.zeros(0x110000, dtype=np.bool_)
    for first, last in HAN_RANGES:
        table[first : last + 1] = True
    return table


@cache
def table_of(chars: str) -> npt.NDArray[np.bool_]:
    """For each code point whether it is one of `chars`."""
    table = np.zeros(0x110000, dtype=np.bool_)
    table[[ord(char) for char in chars]] = True
    return table


def are_han(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which of these code points are Han."""
    return looked_up(han_table(), codes)


def are_in(chars: str, codes: Codes) -> npt.NDArray[np.bool_]:
    """Which of these code points are one of `chars`."""
    return looked_up(table_of(chars), codes)


BLOCK = 1 << 16
"""Characters that are looked up at once: numpy widens them to 64 bits, which of a long text is much."""


def looked_up(table: npt.NDArray[Entry], codes: Codes) -> npt.NDArray[Entry]:
    """The entries of a table of code points."""
    # All code points are inside of the table: to check that (mode "raise") takes twice as long.
    if len(codes) <= BLOCK:
        return table.take(codes, mode="clip")
    found = np.empty(codes.shape, dtype=table.dtype)
    for start in range(0, len(codes), BLOCK):
        part = slice(start, start + BLOCK)
        table.take(codes[part], mode="clip", out=found[part])
    return found


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """A compiled pattern of the `regex` module (multiline: ^ and $ are line borders), kept.

    Raises `regex.error` for a pattern that is none.
    """
    return regex.compile(pattern, regex.MULTILINE | regex.VERSION1)


class _Lazy:
    """Stands for a compiled pattern, which is made when the first of its methods is asked for."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        found = self.__dict__[name] = getattr(compiled(self.pattern), name)
        return found


def lazy(pattern: str) -> regex.Pattern[str]:
    """The same as `compiled`, compiled when it is first used: no text needs all the patterns there are.

    For patterns of the program itself: a faulty one is noticed only then.
    """
    return cast("regex.Pattern[str]", _Lazy(pattern))


def is_blank(line: str) -> bool:
    """Whether a line has nothing but blanks."""
    return not line.strip(BLANKS)


HAN = lazy(r"\p{Han}")
_HAN_RUN = lazy(r"\p{Han}+")
_SHORT = 40
"""Characters up to which a pattern counts faster than an array does."""


def count_han(text: str) -> int:
    """The number of Han characters."""
    if len(text) > _SHORT:
        return int(np.count_nonzero(are_han(codes_of(text))))
    return sum(map(len, _HAN_RUN.findall(text)))


_LETTERS = lazy(r"[\p{Han}\p{L}\p{N}]+")


def letters(text: str) -> str:
    """The Han, letters and digits of a text, without its blanks and punctuation."""
    return "".join(_LETTERS.findall(text))


TIME_LIMIT = 2.0
"""Seconds that one pattern may take on a text of up to a million characters; more for longer ones."""


def matches(
    pattern: regex.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[regex.Match[str]]:
    """All matches of a pattern, one after the other; raises `TimeoutError` if it runs away.

    Only between `start` and `end`; the pattern may look at what stands before, not at what stands behind.
    """
    limit = TIME_LIMIT * max(1.0, len(text) / 1e6)
    return pattern.finditer(text, start, end, timeout=limit)


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands, in order; a hit does not overlap the one before."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


UNDECODABLE = lazy(r"[\udc80-\udcff]")
"""A byte that did not decode, as `decode` puts it into the text."""

NO_TEXT = lazy(r"[\x00\udc80-\udcff]")
"""The same, and NUL, which a failed write leaves: what stays where it is."""


def undecodable(text: str) -> list[tuple[int, int]]:
    """The spans (code points, end exclusive) of bytes that did not decode, neighbours as one."""
    return [match.span() for match in compiled(r"[\udc80-\udcff]+").finditer(text)]
