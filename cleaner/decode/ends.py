"""Line ends: CR, LF and CRLF become one newline each, and come back as they were."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import numpy.typing as npt
import regex

from cleaner.clusters import Clusters
from cleaner.model import Offsets
from cleaner.offsets import offsets

LineEnds = str | tuple[tuple[str, int], ...]
"""The one line end of a text ("lf", "crlf" or "cr"), or (line end, how many in a row) for mixed ones."""

Kinds = npt.NDArray[np.uint8]
"""For each newline of a text which line end it is, as an index of `ENDS`."""

ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
_NAMES = list(ENDS)
_LF, _CRLF, _CR = range(3)
_NAME_OF = {end: name for name, end in ENDS.items()}
_END = regex.compile(r"\r\n|\r|\n")


def read_ends(raw: str) -> tuple[str, LineEnds]:
    """A text with one newline per line end, and which line ends those were."""
    if "\r" not in raw:
        return raw, "lf"
    crlf = raw.count("\r\n")
    cr, lf = raw.count("\r") - crlf, raw.count("\n") - crlf
    if not cr and not lf:
        return raw.replace("\r\n", "\n"), "crlf"
    if not crlf and not lf:
        return raw.replace("\r", "\n"), "cr"
    runs = groupby(_END.findall(raw))
    ends = tuple((_NAME_OF[end], sum(1 for _ in run)) for end, run in runs)
    return raw.replace("\r\n", "\n").replace("\r", "\n"), ends


def write_ends(text: str, ends: LineEnds, kinds: Kinds | None = None) -> str:
    """A text with its line ends; `kinds` names that of each newline where they are mixed."""
    if isinstance(ends, str):
        return text if ends == "lf" else text.replace("\n", ENDS[ends])
    kinds = kinds_of(ends) if kinds is None else kinds
    rows = text.split("\n")
    tails = [ENDS[_NAMES[kind]] for kind in kinds.tolist()]
    return "".join(row + tail for row, tail in zip(rows, [*tails, ""], strict=True))


def kinds_of(ends: LineEnds) -> Kinds:
    """The line end of each newline of a text whose ends are mixed."""
    runs = () if isinstance(ends, str) else ends
    names = [_NAMES.index(name) for name, _ in runs]
    return np.repeat(np.array(names, np.uint8), [count for _, count in runs])


def newlines(text: str) -> Offsets:
    """The offset of each newline."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return offsets(np.flatnonzero(codes == 0x0A))


def cleaned_kinds(source: str, text: str, ends: LineEnds, clusters: Clusters) -> Kinds:
    """The line end of each newline of a cleaned text: a newline that survived keeps its own.

    Outside of changes newlines correspond one to one. Within a change the first of the source are the
    first of the cleaned text; those that are left over there are new and get the commonest end.
    """
    kinds, olds, news = kinds_of(ends), newlines(source), newlines(text)
    at = np.searchsorted(clusters.starts, news, side="right") - 1
    nth = np.searchsorted(olds, news + clusters.delta(at))
    known = np.ones(len(news), dtype=np.bool_)
    if len(clusters):
        inside = (at >= 0) & (news < clusters.ends[at])
        first_new = np.searchsorted(news, clusters.starts[at])
        first_old = np.searchsorted(olds, clusters.source_starts[at])
        rank = first_old + np.arange(len(news)) - first_new
        nth = np.where(inside, rank, nth)
        known = ~inside | (rank < np.searchsorted(olds, clusters.source_ends[at]))
    usual = np.argmax(np.bincount(kinds, minlength=len(ENDS)))
    out = np.where(known, kinds[np.minimum(nth, len(kinds) - 1)], usual).astype(np.uint8)
    # A lone CR that came to stand before a lone LF would read as one line end: make it a CRLF.
    close = (np.diff(news) == 1) & (out[:-1] == _CR) & (out[1:] == _LF)
    out[:-1][close] = _CRLF
    return out


def raw_offsets(at: Offsets, text: str, ends: LineEnds, kinds: Kinds | None = None) -> Offsets:
    """Offsets in `text` as offsets in the same text with its line ends written out."""
    return at + np.searchsorted(_long_ends(text, ends, kinds), at)


def text_offsets(at: Offsets, text: str, ends: LineEnds) -> Offsets:
    """The inverse of `raw_offsets`, for offsets that are not those of a line end."""
    longer = _long_ends(text, ends)
    return at - np.searchsorted(longer + np.arange(len(longer)), at)


def _long_ends(text: str, ends: LineEnds, kinds: Kinds | None = None) -> Offsets:
    """The offsets of the newlines that are written as two characters."""
    if ends in ("lf", "cr"):
        return np.zeros(0, dtype=np.int64)
    if ends == "crlf":
        return newlines(text)
    return offsets(newlines(text)[(kinds_of(ends) if kinds is None else kinds) == _CRLF])
