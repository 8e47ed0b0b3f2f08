"""The small sample in the repository: what may be committed of the development origins.

usage: python -m benchmarks.generated.sample [--cache DIR]

Licences: fixtures/clean/README.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generated.documents import SAMPLE, load
from benchmarks.generated.fetch import default_cache
from benchmarks.generated.readers import Block
from benchmarks.generated.sieve import clean_blocks

KEEP = SAMPLE.parent / "keep"
VERSES = 30


def _own() -> list[list[Block]]:
    """The prose that this project wrote for fixtures/keep."""
    with (KEEP / "SOURCES.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    names = [
        row["file"] for row in rows
        if row["origin"] == "written here" and row["encoding"] == "utf-8" and row["file"].endswith(".txt")
    ]  # fmt: skip
    texts = [(KEEP / name).read_text(encoding="utf-8") for name in names]
    documents = [[Block("text", line.strip("　 ")) for line in text.split("\n")] for text in texts]
    # Prose alone: a document of which the sieve leaves nearly nothing is a table, a form or a list.
    kept = [clean_blocks(blocks) for blocks in documents]
    return [blocks for blocks in kept if sum(len(block.text) for block in blocks) >= 60]


def _classics(documents: Sequence[Sequence[Block]]) -> list[list[Block]]:
    """Sayings of the Analects and some Tang poems."""
    blocks = [block for document in documents for block in document]
    sayings = clean_blocks(b for b in blocks if re.match(r"(?:孔?子|曾子|子夏|子贡)曰：“", b.text))
    return [sayings, [block for block in blocks if block.kind == "verse"][-VERSES:]]


def sample(cache: Path) -> dict[str, list[list[Block]]]:
    """What is committed, by the name of its origin."""
    lipsum = load(cache / "lipsum.jsonl")
    return {
        "analects-and-poems": _classics(load(cache / "fortunes.jsonl")),
        "debmake-doc": [clean_blocks(blocks) for blocks in load(cache / "debmake-doc.jsonl")],
        "keep": _own(),
        "new-year-sacrifice": [d for d in lipsum if any("祥林嫂" in block.text for block in d)],
    }


def main(arguments: list[str] | None = None) -> int:
    """Write fixtures/clean/*.jsonl."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generated.sample")
    parser.add_argument("--cache", type=Path, default=default_cache(), metavar="DIR")
    options = parser.parse_args(arguments)
    SAMPLE.mkdir(exist_ok=True)
    for name, documents in sample(options.cache).items():
        lines = [json.dumps(blocks, ensure_ascii=False) + "\n" for blocks in documents if blocks]
        (SAMPLE / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {sum(map(len, lines))} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
