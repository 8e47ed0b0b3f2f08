"""Clean documents: runs of consecutive blocks of one origin, laid out in one of the usual ways."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.generated.damage import Draft, Span, Style
from benchmarks.generated.origins import ORIGINS, Part
from benchmarks.generated.readers import Block
from benchmarks.generated.sieve import clean_blocks, digit_borders

SAMPLE = Path(__file__).resolve().parent.parent.parent / "fixtures" / "clean"
LEAST, MOST = 1500, 6000


STYLES = (
    Style("blank line", "\n\n", ""),
    Style("indented", "\n", "　　"),
    Style("line by line", "\n", ""),
    Style("indented, blank line", "\n\n", "　　"),
)
_WEIGHTS = (5, 3, 1, 1)


@cache
def load(path: Path) -> list[list[Block]]:
    """The documents of one origin as they were read."""
    with path.open(encoding="utf-8") as stream:
        return [[Block(*block) for block in json.loads(line)] for line in stream]


def files(part: Part, folder: Path) -> dict[str, Path]:
    """The files of a part by the name of their origin; what was not fetched is left out.

    The part "sample" is what the repository has of the part "dev".
    """
    if part == "sample":
        return {path.stem: path for path in sorted(SAMPLE.glob("*.jsonl"))}
    paths = {each.name: folder / f"{each.name}.jsonl" for each in ORIGINS if each.part == part}
    return {name: path for name, path in paths.items() if path.is_file()}


@cache
def prose(path: Path) -> tuple[Block, ...]:
    """The clean paragraphs and headings of an origin in a row."""
    blocks = (block for document in load(path) for block in clean_blocks(document))
    return tuple(block for block in blocks if block.kind != "verse")


def lay_out(blocks: Sequence[Block], style: Style) -> Draft:
    """Blocks as one text, with the place of each."""
    parts: list[str] = []
    spans = []
    at = 0
    for block in blocks:
        if parts:
            parts.append(style.separator)
            at += len(style.separator)
        if block.kind == "text":
            parts.append(style.indent)
            at += len(style.indent)
        parts.append(block.text)
        spans.append(Span(at, at + len(block.text), block.kind))
        at += len(block.text)
    return Draft("".join([*parts, "\n"]), style, spans)


def window(blocks: Sequence[Block], rng: random.Random) -> list[Block]:
    """Consecutive blocks of LEAST to MOST characters from a random place, each text once.

    A paragraph that stands twice on purpose is no test of whether copies are found; a text that writes
    digits now with blanks and now without is none of whether blanks are.
    """
    wanted = rng.randint(LEAST, MOST - 500)
    at = rng.randrange(len(blocks))
    out: list[Block] = []
    seen: set[str] = set()
    habit: bool | None = None
    size = 0
    for step in range(len(blocks)):
        block = blocks[(at + step) % len(blocks)]
        if block.text in seen or size + len(block.text) > MOST:
            continue
        spaced, tight = digit_borders(block.text)
        if spaced or tight:
            habit = spaced > 0 if habit is None else habit
            if (tight if habit else spaced) > 0:
                continue
        seen.add(block.text)
        out.append(block)
        size += len(block.text)
        if size >= wanted and block.kind == "text":
            break
    return out


def clean_documents(part: Part, folder: Path, rng: random.Random) -> Iterator[tuple[str, Draft]]:
    """Documents without end, the origins in turn: the name of the origin, and the text."""
    found = {name: prose(path) for name, path in files(part, folder).items()}
    found = {name: each for name, each in found.items() if sum(len(b.text) for b in each) > LEAST}
    if not found:
        raise FileNotFoundError(f"no origins of part {part} in {folder}")
    while True:
        for name, blocks in found.items():
            style = rng.choices(STYLES, _WEIGHTS)[0]
            yield name, lay_out(window(blocks, rng), style)


def whole_texts(part: Part, folder: Path, *, sieved: bool) -> Iterator[tuple[str, str]]:
    """The undamaged texts, a document each: the name of its origin, and the text with blank lines."""
    for name, path in files(part, folder).items():
        for blocks in load(path):
            kept = clean_blocks(blocks) if sieved else blocks
            texts = [re.sub(r"\n{2,}", "\n", block.text) for block in kept]
            if texts:
                yield name, "\n\n".join(texts) + "\n"
