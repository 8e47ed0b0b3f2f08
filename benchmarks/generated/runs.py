"""The runs of the benchmark: each class of damage alone, and several of them together."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.generated import characters, layout, repeats
from benchmarks.generated.characters import datelines
from benchmarks.generated.damage import Draft
from benchmarks.generated.documents import clean_documents
from benchmarks.generated.origins import Part

# Each takes a draft, a source of chance, and a factor on how many places are damaged.
Damage = Callable[[Draft, random.Random, float], None]


@dataclass(frozen=True, slots=True)
class Document:
    """A damaged document: its origin, the text, the draft that knows the truth, its line end."""

    origin: str
    clean: str
    draft: Draft
    crlf: bool = False

    @property
    def text(self) -> str:
        """What a tool is given."""
        return self.draft.text.replace("\n", "\r\n") if self.crlf else self.draft.text


ALONE: dict[str, Damage] = {
    "columns": layout.columns,
    "pages": layout.pages,
    "furniture": layout.furniture,
    "wraps": layout.wraps,
    "overlaps": repeats.overlap,
    "overlaps with a full stop": repeats.long_overlap,
    "copies": repeats.copies,
    "near copies": repeats.near_copies,
    "headlines": repeats.headline,
    "folded marks": characters.fold,
    "traditional characters": characters.traditional,
    "digit spaces": characters.digit_spaces,
    "break spaces": characters.break_spaces,
    "dates": characters.dates,
}

# What is repaired with certainty in the five sources; of these five at once. Characters first, layout last:
# a copy copies what is damaged already.
TOGETHER: tuple[tuple[str, Damage], ...] = (
    ("dates", characters.dates),
    ("folded marks", characters.fold),
    ("traditional characters", characters.traditional),
    ("digit spaces", characters.digit_spaces),
    ("copies", repeats.copies),
    ("headlines", repeats.headline),
    ("overlaps with a full stop", repeats.long_overlap),
    ("columns", layout.columns),
)
AT_ONCE, PLACES = 5, 3


def _kinds(draft: Draft) -> dict[str, int]:
    counts: dict[str, int] = {}
    for edit in draft.edits:
        kind = edit.kind.split(",")[0]
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def combined(draft: Draft, rng: random.Random, rate: float) -> None:
    """Five classes at once, at least three places of each; the draft stays clean where that fails."""
    others = rng.sample([name for name, _ in TOGETHER[:-1]], AT_ONCE - 1)
    for name, damage in TOGETHER:
        if name in others or name == "columns":
            damage(draft, rng, rate)


def _enough(name: str, draft: Draft) -> bool:
    counts = _kinds(draft).values()
    if name == "combined":
        return len(counts) == AT_ONCE and min(counts) >= PLACES
    return bool(counts)


def documents(
    name: str, part: Part, folder: Path, *, seed: int, count: int, rate: float = 1.0
) -> Iterator[Document]:
    """Damaged documents of one run. The same arguments and the same cache give the same documents."""
    rng = random.Random(f"{name} {part} {seed}")
    damage = combined if name == "combined" else ALONE[name]
    made = 0
    tries = islice(clean_documents(part, folder, rng), 60 * count + 200)
    for origin, draft in tries:
        if name in ("dates", "combined"):
            draft = datelines(draft, rng)
        clean = draft.text
        damage(draft, rng, rate)
        crlf = name == "wraps" and rng.random() < 0.25
        if not _enough(name, draft):
            continue
        restored = draft.restored()
        if name == "wraps" and restored.replace(" ", "") == clean.replace(" ", ""):
            clean = restored  # but for blanks that line ends hide
        if restored != clean:
            raise AssertionError(f"{name}: the truth does not restore the text")
        yield Document(origin, clean, draft, crlf)
        made += 1
        if made == count:
            return
