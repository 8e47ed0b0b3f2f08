"""A text under damage: what it is now, and every edit that would restore it, with its exact span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from benchmarks.generated.readers import Kind


class Patch(NamedTuple):
    """A piece of damage: text[start:end] becomes `after`. `kind` is the class of the damage.

    `twin`: the span that `after` is an adjacent copy of; deleting the one or the other is the same repair.
    `also`: a half of the repair that does no harm.
    """

    start: int
    end: int
    after: str
    kind: str
    twin: tuple[int, int] | None = None
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair: text[start:end] of the damaged text was `clean`. The damage reaches over `reach`.

    `also` is what a careful tool may leave in its place: no repair, and no harm.
    """

    start: int
    end: int
    clean: str
    kind: str
    reach: tuple[int, int]
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Where a block stands. `kind` is "copy" for what damage added."""

    start: int
    end: int
    kind: Kind | str


@dataclass(frozen=True, slots=True)
class Style:
    """How blocks are set: what divides them, and what opens a paragraph."""

    name: str
    separator: str
    indent: str


@dataclass
class Draft:
    """A text that is being damaged. Edits are sorted and do not overlap."""

    text: str
    style: Style
    spans: list[Span]
    edits: list[Edit] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Numbers of the spans that a copy was made of, or put into."""

    def apply(self, patches: Sequence[Patch]) -> int:
        """Do damage where no other damage stands; how many patches were done.

        Inside of what was added as a whole (a copy) damage is allowed: it is deleted with it.
        """
        fit: list[Patch] = []
        for patch in sorted(patches):
            clear = not fit or fit[-1].end < patch.start or fit[-1].end == patch.start < patch.end
            if clear and self._place(patch) is not None:
                fit.append(patch)
        if fit:
            self._do(fit)
        return len(fit)

    def is_clear(self, at: int) -> bool:
        """Whether no damage stands at a place."""
        return self._place(Patch(at, at, "", "")) is False

    def _place(self, patch: Patch) -> bool | None:
        """True: inside of an added edit; False: on clean ground; None: neither."""
        low = bisect_left(self.edits, patch.start, key=lambda edit: edit.end)
        for edit in self.edits[low:]:
            if edit.start > patch.end:
                break
            if edit.start < patch.start and patch.end < edit.end:
                return True if not edit.clean else None
            if edit.start <= patch.end and patch.start <= edit.end:
                return None
        return False

    def _do(self, patches: Sequence[Patch]) -> None:
        inside = [bool(self._place(patch)) for patch in patches]
        starts = [patch.start for patch in patches]
        ends = [patch.end for patch in patches]
        grown = [0, *accumulate(len(p.after) - (p.end - p.start) for p in patches)]

        def opening(at: int) -> int:
            return at + grown[bisect_right(ends, at)]

        def closing(at: int) -> int:
            return at + grown[bisect_left(starts, at)]

        old = self.text
        self.edits = [
            replace(
                edit, start=opening(edit.start), end=closing(edit.end),
                reach=(opening(edit.reach[0]), closing(edit.reach[1])),
            )
            for edit in self.edits
        ]  # fmt: skip
        self.spans = [replace(s, start=opening(s.start), end=closing(s.end)) for s in self.spans]
        parts, at = [], 0
        for index, patch in enumerate(patches):
            parts += [old[at : patch.start], patch.after]
            at = patch.end
            if inside[index]:
                continue
            start = patch.start + grown[index]
            end = start + len(patch.after)
            reach = (start, end)
            if patch.twin:
                reach = (
                    min(start, opening(patch.twin[0])), max(end, closing(patch.twin[1])),
                )  # fmt: skip
            clean = old[patch.start : patch.end]
            self.edits.append(Edit(start, end, clean, patch.kind, reach, patch.also))
        self.text = "".join([*parts, old[at:]])
        self.edits.sort(key=lambda edit: (edit.start, edit.end))

    def restored(self) -> str:
        """The text with every edit made."""
        parts, at = [], 0
        for edit in self.edits:
            parts += [self.text[at : edit.start], edit.clean]
            at = edit.end
        return "".join([*parts, self.text[at:]])
