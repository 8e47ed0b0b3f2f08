"""The text of a file with all that is needed to make the same bytes again."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from cleaner.clusters import Clusters
from cleaner.decode.coding import ALL_UNDECODABLE, BOMS, exceptions, named, to_bytes, to_text
from cleaner.decode.detect import UNSURE, detect, resolve
from cleaner.decode.ends import (
    Kinds,
    LineEnds,
    cleaned_kinds,
    raw_offsets,
    read_ends,
    text_offsets,
    write_ends,
)  # fmt: skip
from cleaner.errors import DecodeError, OutputError, UsageError
from cleaner.model import Offsets
from cleaner.offsets import offsets
from cleaner.text import UNDECODABLE

MAX_UNDECODABLE = 0.01
"""The share of bytes that may fail to decode; with more, the file is binary."""

_CR = "\r"


class Encoded(NamedTuple):
    """The bytes of a cleaned text, and the header with which they are read and undone again."""

    data: bytes
    header: dict[str, Any]


@dataclass(frozen=True)
class Document:
    """A decoded file. Offsets count code points of `text`, which has one newline per line end and no BOM.

    `margin` says how sure the encoding is, from 0 to 1. `exceptions` are positions in `text` of
    characters that do not encode back the same, with their exact bytes.
    """

    text: str
    encoding: str = "utf-8"
    margin: float = 1.0
    bom: bool = False
    line_ends: LineEnds = "lf"
    exceptions: tuple[tuple[int, bytes], ...] = ()

    @property
    def unsure(self) -> str | None:
        """What to say if the encoding is a guess that may well be wrong. (UTF-8 shows itself.)"""
        if self.margin >= UNSURE or self.encoding == "utf-8":
            return None
        return f"encoding is unsure ({self.encoding}, {self.margin:.2f}); say --encoding"

    def header(self) -> dict[str, Any]:
        """What a record keeps of the file beside its text, as JSON values."""
        mixed = not isinstance(self.line_ends, str)
        return {
            "encoding": self.encoding,
            "margin": self.margin,
            "bom": self.bom,
            "line_ends": [list(run) for run in self.line_ends] if mixed else self.line_ends,
            "exceptions": [[at, raw.hex()] for at, raw in self.exceptions],
        }

    def encode(self, text: str, clusters: Clusters | None = None, to: str | None = None) -> Encoded:
        """The bytes of a cleaned text in this document's encoding, BOM and line ends.

        `clusters` say which spans correspond (`Changes.clusters`); only a text equal to the source
        may come without. With `to="utf-8"` the bytes are UTF-8 without BOM instead; a byte that did
        not decode stays a byte that does not decode. Raises `OutputError` for a character that the
        encoding cannot hold, and with `to` where such bytes would read as characters that nobody wrote;
        `UsageError` for another `to`.
        """
        if to is not None and named(to) != "utf-8":
            raise UsageError(f"cannot convert to {to!r}: only utf-8 is written")
        if clusters is None:
            if text != self.text:
                raise ValueError("a changed text needs the clusters that say what corresponds")
            clusters = Clusters()
        kinds = None
        if not isinstance(self.line_ends, str):
            kinds = cleaned_kinds(self.text, text, self.line_ends, clusters)
        if _CR in text:
            raise OutputError(f"a rule put a carriage return into the text{_place(text, _CR)}")
        encoding = "utf-8" if to else self.encoding
        exact = {} if to else self._surviving(text, clusters, kinds)
        body, loose = _joined(write_ends(text, self.line_ends, kinds), encoding, exact)
        data = BOMS[encoding] + body if self.bom and not to else body
        header = self.header() | ({"to": encoding} if to else {})
        if loose and text_of_cleaned(data, header) != text:
            if to:
                raise OutputError(
                    "has bytes that do not decode and would read as other characters in UTF-8;"
                    " clean it without --to utf-8"
                )
            # Bytes that did not decode came to stand where they would be read as something else.
            header["loose"] = loose
        return Encoded(data, header)

    def _surviving(self, text: str, clusters: Clusters, kinds: Kinds | None) -> dict[int, bytes]:
        """The exceptions outside of changes, by their place in the cleaned text with its line ends."""
        if not self.exceptions:
            return {}
        at = offsets([at for at, _ in self.exceptions])
        kept = np.ones(len(at), dtype=np.bool_)
        shift: Offsets = np.zeros(len(at), dtype=np.int64)
        if len(clusters):
            last = np.searchsorted(clusters.source_starts, at, side="right") - 1
            kept = (last < 0) | (at >= clusters.source_ends[last])
            shift = clusters.delta(last)
        places = raw_offsets(at - shift, text, self.line_ends, kinds).tolist()
        rows = zip(places, kept.tolist(), self.exceptions, strict=True)
        return {place: raw for place, keep, (_, raw) in rows if keep}


def decode(data: bytes, encoding: str = "auto") -> Document:
    """Read the bytes of a file; "auto" finds the encoding.

    Raises `UsageError` for an encoding that is not known, and `DecodeError` for what is no text: more
    than 1% of the bytes do not decode (the rest of a character cut off at the end is not counted), or
    the text is mostly NUL.
    """
    guess = detect(data) if encoding == "auto" else resolve(encoding, data)
    body = data[len(guess.bom) :] if guess.bom else data
    raw = guess.text
    if raw is None:
        raw = to_text(body, guess.encoding)
        _refuse_undecodable(raw, body, guess.encoding, named=encoding != "auto")
    wide = 4 if "32" in guess.encoding else 2 if "16" in guess.encoding else 1
    if raw.count("\0") * wide * 2 > len(body):
        raise DecodeError("binary: most of it is NUL")
    text, ends = read_ends(raw)
    found = exceptions(raw, body, guess.encoding)
    if found:
        places = text_offsets(offsets([at for at, _ in found]), text, ends).tolist()
        found = [(place, exact) for place, (_, exact) in zip(places, found, strict=True)]
    return Document(text, guess.encoding, guess.margin, bool(guess.bom), ends, tuple(found))


def restore_bytes(source: str, header: Mapping[str, Any]) -> bytes:
    """The bytes of the source file, from its text and the header of its record."""
    ends = header["line_ends"]
    document = Document(
        text=source,
        encoding=header["encoding"],
        bom=header["bom"],
        line_ends=ends if isinstance(ends, str) else tuple((name, count) for name, count in ends),
        exceptions=tuple((at, bytes.fromhex(raw)) for at, raw in header["exceptions"]),
    )
    return document.encode(source).data


def text_of_cleaned(data: bytes, header: Mapping[str, Any]) -> str:
    """The cleaned text, from the bytes that `Document.encode` made and the header it gave."""
    encoding = header.get("to", header["encoding"])
    body = data[len(BOMS[encoding]) :] if header["bom"] and "to" not in header else data
    pieces, here = [], 0
    for at in header.get("loose", ()):
        pieces += [to_text(body[here:at], encoding), chr(0xDC80 | body[at])]
        here = at + 1
    pieces.append(to_text(body[here:], encoding))
    return read_ends("".join(pieces))[0]


def _joined(raw: str, encoding: str, exact: dict[int, bytes]) -> tuple[bytes, list[int]]:
    """The bytes of a text with its line ends, and the offsets of those that are no character."""
    try:
        odd = {match.start() for match in UNDECODABLE.finditer(raw)}
        pieces, loose, here, size = [], [], 0, 0
        for at in sorted(odd | exact.keys()):
            before = to_bytes(raw[here:at], encoding)
            size += len(before)
            if at in odd:
                loose.append(size)
            char = exact.get(at) or to_bytes(raw[at], encoding)
            size += len(char)
            pieces += [before, char]
            here = at + 1
        pieces.append(to_bytes(raw[here:], encoding))
    except UnicodeEncodeError:
        raise _unencodable(raw, encoding) from None
    return b"".join(pieces), loose


def _unencodable(raw: str, encoding: str) -> OutputError:
    """The error that names the first character that the encoding cannot hold."""
    text = read_ends(raw)[0]
    for char in dict.fromkeys(text):
        try:
            to_bytes(char, encoding)
        except UnicodeEncodeError:
            break
    return OutputError(
        f"{encoding} cannot hold {char!r} (U+{ord(char):04X}){_place(text, char)};"
        " write the cleaned text with --to utf-8"
    )


def _place(text: str, char: str) -> str:
    at = text.index(char)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return f" at {line}:{column} of the cleaned text"


def _refuse_undecodable(raw: str, body: bytes, encoding: str, *, named: bool) -> None:
    """Raise `DecodeError` if more than 1% of the bytes do not decode."""
    bad = len(UNDECODABLE.findall(raw))
    if bad <= len(body) * MAX_UNDECODABLE:
        return
    bad -= _cut_off(raw, body, encoding)
    if bad > len(body) * MAX_UNDECODABLE:
        say = "is it in another encoding?" if named else "if it is text, say --encoding NAME"
        share = f"{bad / len(body):.1%} of the bytes do not decode as {encoding}"
        raise DecodeError(f"binary: {share} (more than {MAX_UNDECODABLE:.0%}); {say}")


def _cut_off(raw: str, body: bytes, encoding: str) -> int:
    """How many bytes at the end begin a character that the file was cut in."""
    size = len(raw) - len(raw.rstrip(ALL_UNDECODABLE))
    if not 0 < size < min(4, len(body)):
        return 0
    name = "big5hkscs" if encoding == "big5" else encoding
    try:
        codecs.getincrementaldecoder(name)().decode(body[-size:])
    except UnicodeDecodeError:
        return 0
    return size
