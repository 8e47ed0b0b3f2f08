"""Finding the encoding, against charset-normalizer, chardet and cchardet: whole documents, paragraphs, speed.

usage: python -m benchmarks.encodings [FOLDER ...]

The texts are those of fixtures/ and of the folders given. Each is encoded in every way, without BOM, as it is and
(OpenCC, s2t) in traditional characters; Big5 without the few that it lacks. A guess is right if it gives the text back.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from benchmarks.corpora import FIXTURES
from cleaner.decode import decode
from cleaner.decode.coding import to_bytes
from cleaner.errors import CleanerError
from cleaner.text import count_han

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
LENGTHS = {"document": 0, "30 Han or more": 30, "15 to 29 Han": 15, "8 to 14 Han": 8}
PARAGRAPHS = 10
"""How many paragraphs of each length are taken from a document."""

FEW = 0.02
"""The share of characters that an encoding may lack: they are left out."""

PEERS = {
    "charset-normalizer": "charset_normalizer", "chardet": "chardet", "faust-cchardet": "cchardet",
}  # fmt: skip
"""The peers: the package, and the module in it that has `detect`."""

Detector = Callable[[bytes], str | None]


@dataclass(frozen=True)
class Sample:
    """A text in one encoding, without carriage returns."""

    kind: str
    encoding: str
    text: str
    data: bytes


def texts(folders: list[Path]) -> list[str]:
    """The texts of the folders, what does not decode left out."""
    every = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    return [re.sub("[\ud800-\udfff]", "", decode(path.read_bytes()).text) for path in every]


def samples(plain: list[str]) -> Iterator[Sample]:
    """Each text and some of its paragraphs, in every encoding that holds them."""
    traditional = import_module("opencc").OpenCC("s2t").convert
    chance = random.Random(7)
    for original in plain:
        for text in dict.fromkeys((original, traditional(original))):
            for kind, piece in [("document", text), *paragraphs(text, chance)]:
                for encoding in ENCODINGS:
                    fitting = fit(piece, encoding)
                    data = encoded(fitting, encoding)
                    if not data.isascii():
                        yield Sample(kind, encoding, fitting, data)


def paragraphs(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Some lines of each length, with the name of the length."""
    rows = [(count_han(row), row) for row in text.split("\n")]
    for kind, least in LENGTHS.items():
        most = {8: 14, 15: 29}.get(least, sys.maxsize)
        fit = [row for han, row in rows if least and least <= han <= most]
        for row in chance.sample(fit, min(PARAGRAPHS, len(fit))):
            yield kind, row


def fit(text: str, encoding: str) -> str:
    """A text without the few characters that an encoding lacks; nothing where they are more than a few."""
    if encoded(text, encoding):
        return text
    lacking = {ord(char): None for char in set(text) if not encoded(char, encoding)}
    known = text.translate(lacking)
    return known if len(known) >= len(text) * (1 - FEW) else ""


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a text, or none if the encoding cannot hold it."""
    try:
        return to_bytes(text, encoding)
    except UnicodeEncodeError:
        return b""


def own(data: bytes) -> str | None:
    """The text as this package reads it, or None where it refuses."""
    try:
        return decode(data).text
    except CleanerError:
        return None


def named(find: Callable[[bytes], str | None]) -> Detector:
    """A detector that reads the bytes in the encoding that a peer names."""

    def read(data: bytes) -> str | None:
        name = find(data)
        try:
            return data.decode(name).replace("\r\n", "\n").lstrip("\ufeff") if name else None
        except (LookupError, UnicodeDecodeError):
            return None

    return read


def _encoding_of(detect: Callable[[bytes], Mapping[str, str | None]]) -> Detector:
    """The name of the encoding in what a peer finds."""
    return lambda data: detect(data)["encoding"]


def detectors() -> dict[str, Detector]:
    """This package and the peers that are installed."""
    out: dict[str, Detector] = {"cleaner": own}
    for name, module in PEERS.items():
        try:
            detect = import_module(module).detect
        except ImportError:
            print("not installed:", name, file=sys.stderr)
            continue
        out[name] = named(_encoding_of(detect))
    return out


def main() -> None:
    """Print a table: for each detector, length and encoding how many were right."""
    folders = [FIXTURES / "sources", FIXTURES / "keep", *map(Path, sys.argv[1:])]
    every = list(samples(texts(folders)))
    print(f"{'':20}{'':16}" + "".join(f"{name:>16}" for name in ENCODINGS) + f"{'MB/s':>8}")
    for name, detector in detectors().items():
        for kind in LENGTHS:
            print(f"{name:20}{kind:16}" + row(detector, [s for s in every if s.kind == kind]))


def row(detector: Detector, chosen: list[Sample]) -> str:
    """How many of the samples are right in each encoding, and how fast."""
    right: dict[str, list[bool]] = {name: [] for name in ENCODINGS}
    start = time.perf_counter()
    for sample in chosen:
        right[sample.encoding].append(detector(sample.data) == sample.text)
    seconds = time.perf_counter() - start
    cells = [f"{sum(hits)}/{len(hits)}" for hits in right.values()]
    speed = sum(len(sample.data) for sample in chosen) / 1e6 / seconds
    return "".join(f"{cell:>16}" for cell in cells) + f"{speed:8.1f}"


if __name__ == "__main__":
    main()
