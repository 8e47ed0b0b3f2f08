"""Mass edits: which hits of a file are folded into one line per rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.model import Change
from cleaner.text import lazy

FROM = 6
"""How many alike hits of a rule make a mass."""

_WORD = lazy(r"[\p{L}\p{N}]")


@dataclass(frozen=True)
class Fold:
    """The hits of one chain of rules that are shown as one line."""

    rules: tuple[str, ...]
    hits: tuple[Change, ...]

    @property
    def is_note(self) -> bool:
        """Whether these are flags worth knowing, not changes."""
        return self.hits[0].status == "flagged"

    @property
    def pairs(self) -> list[tuple[tuple[str, str], int]]:
        """Each pair of before and after with its number, the most frequent first."""
        return Counter((hit.before, hit.after) for hit in self.hits).most_common()

    @property
    def samples(self) -> list[Change]:
        """Two hits to show: of the two most frequent pairs, in source order."""
        best = [pair for pair, _ in self.pairs[:2]]
        first = [next(hit for hit in self.hits if (hit.before, hit.after) == pair) for pair in best]
        if len(first) == 1:
            first.append(self.hits[len(self.hits) // 2])
        return sorted(first, key=lambda hit: hit.start)


def fold(hits: Sequence[Change]) -> tuple[list[Change], list[Fold]]:
    """Hits to be shown one by one, and the mass edits among them.

    Folded are, of one chain of rules, at least `FROM` safe changes of marks and blanks; at least
    `FROM` times the same safe change of a short word; and at least `FROM` notes.
    """
    groups: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    for hit in hits:
        if _is_dull(hit):
            groups[hit.rules].append(hit)
    folds = []
    folded: set[int] = set()
    for rules, members in groups.items():
        alike = Counter((hit.before, hit.after) for hit in members)
        marks = [hit for hit in members if not _WORD.search(hit.before + hit.after)]
        kept = [
            hit
            for hit in members
            if hit.status == "flagged"
            or (len(marks) >= FROM and not _WORD.search(hit.before + hit.after))
            or alike[hit.before, hit.after] >= FROM
        ]
        if len(kept) >= FROM:
            folds.append(Fold(rules, tuple(kept)))
            folded.update(map(id, kept))
    folds.sort(key=lambda one: (one.is_note, -len(one.hits)))
    return [hit for hit in hits if id(hit) not in folded], folds


def _is_dull(hit: Change) -> bool:
    if hit.status == "flagged":
        return hit.severity == "info"
    if hit.status != "applied" or hit.level != "safe" or "\n" in hit.before + hit.after:
        return False
    return len(hit.before) <= 4 and len(hit.after) <= 4
