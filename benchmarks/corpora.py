"""The texts that are measured: the five sources, their gold, and the texts that must stay."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Literal

from cleaner.decode import decode

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
Gold = Literal["safe", "full"]


@dataclass(frozen=True, slots=True)
class Source:
    """A damaged document. `number` is the first part of its name: 000 to 004."""

    name: str
    text: str

    @property
    def number(self) -> str:
        """What the tables of fixtures/gold/ call the document."""
        return self.name.split("_")[0]

    def gold(self, kind: Gold) -> str:
        """The wanted text: certain repairs alone ("safe"), or the probable ones too ("full")."""
        path = FIXTURES / "gold" / f"{self.name}.{kind}.txt"
        return path.read_text(encoding="utf-8")


@cache
def sources() -> list[Source]:
    """The five damaged documents."""
    paths = sorted((FIXTURES / "sources").glob("*.txt"))
    return [Source(path.stem, path.read_text(encoding="utf-8")) for path in paths]


@cache
def keeps() -> dict[str, str]:
    """The texts that must stay, by file name."""
    paths = sorted((FIXTURES / "keep").iterdir())
    return {
        path.name: decode(path.read_bytes()).text for path in paths if path.name != "SOURCES.tsv"
    }


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of fixtures/gold/."""
    with (FIXTURES / "gold" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def repeated(texts: list[str], size: int) -> list[str]:
    """The texts over and over, until together they have `size` bytes of UTF-8."""
    out: list[str] = []
    have = 0
    for text in cycle(texts):
        if have >= size:
            return out
        out.append(text)
        have += len(text.encode())
    raise ValueError("nothing to repeat")


def damaged(size: int) -> list[str]:
    """The five sources repeated."""
    return repeated([source.text for source in sources()], size)


def sound(size: int) -> list[str]:
    """Texts that need nothing: the full gold of the five sources, repeated."""
    return repeated([source.gold("full") for source in sources()], size)


def kept(size: int) -> list[str]:
    """The small texts of many kinds (tables, code, verse, chats) that must stay, repeated."""
    return repeated(list(keeps().values()), size)
