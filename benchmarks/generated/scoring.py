"""What a tool did to a damaged text, against the edits that would restore it, place by place.

An edit of a tool belongs to the damage that it meets. The damage is repaired where the text over both comes out
as it was; blank lines cost nothing. What meets no damage is a wrong edit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from benchmarks.edits import Score
from benchmarks.generated.damage import Edit

SOUND = "(no damage)"
_LINES = re.compile(r"[ \t\u3000]*\n\s*\n")


class Made(NamedTuple):
    """An edit of a tool: text[start:end] became `after`. `by` says who did it."""

    start: int
    end: int
    after: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong edit: the class of the damage it meets, the edit, and what the place should be."""

    kind: str
    made: Made
    wanted: str


@dataclass
class Verdict:
    """The score of each class in one document, the wrong edits, and the repairs that were not made."""

    classes: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    wrong: list[Wrong] = field(default_factory=list)
    missed: list[Edit] = field(default_factory=list)
    restored: bool = False


def nonblank(text: str) -> list[str]:
    """The lines that are compared."""
    return [row.rstrip() for row in text.replace("\r\n", "\n").split("\n") if row.strip()]


def _collapsed(text: str) -> str:
    return re.sub(r"\n(?:[ \t\u3000]*\n)+", "\n", text)


def edits_between(before: str, after: str) -> list[Made]:
    """The edits of a tool that only gives its output."""
    return [
        Made(op.src_start, op.src_end, after[op.dest_start : op.dest_end])
        for op in Levenshtein.opcodes(before, after)
        if op.tag != "equal"
    ]


def _idle(text: str, made: Made) -> bool:
    """Whether an edit does nothing but add or take blank lines."""
    before, after = text[made.start : made.end], made.after
    if before.strip("\n") or after.strip("\n"):
        return False
    left = text[: made.start][-1:] == "\n"
    right = text[made.end : made.end + 1] == "\n"
    return (bool(before) or left or right) and (bool(after) or left or right)


def _slid(text: str, start: int, end: int, after: str) -> tuple[int, int]:
    """How far a deletion could stand elsewhere with the same result."""
    if after or start == end:
        return start, end
    low, high = start, end
    while low > 0 and text[low - 1] == text[low - 1 + end - start]:
        low -= 1
    while high < len(text) and text[high] == text[high - (end - start)]:
        high += 1
    return low, high


def _after(text: str, start: int, end: int, edits: Iterable[tuple[int, int, str]]) -> str:
    """A stretch of text with edits made, blank lines left out."""
    parts, at = [], start
    for first, last, after in sorted(edits):
        parts += [text[at:first], after]
        at = last
    return _collapsed("".join([*parts, text[at:end]]))


def _hull(text: str, low: int, high: int) -> tuple[int, int]:
    """A stretch with the line ends beside it."""
    while low > 0 and text[low - 1] == "\n":
        low -= 1
    while high < len(text) and text[high] == "\n":
        high += 1
    return low, high


@dataclass
class _Group:
    low: int
    high: int
    wanted: list[Edit] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)


def _groups(text: str, wanted: Sequence[Edit], made: Sequence[Made]) -> list[_Group]:
    """Edits and repairs that meet, together. Touching is meeting for line ends alone."""
    items: list[tuple[int, int, Edit | Made]] = []
    for edit in wanted:
        low, high = _slid(text, edit.start, edit.end, edit.clean)
        low, high = min(low, edit.reach[0]), max(high, edit.reach[1])
        items.append((*_hull(text, low, high), edit))
    items += [(*_slid(text, m.start, m.end, m.after), m) for m in made]
    items.sort(key=lambda item: item[:2])
    out: list[_Group] = []
    for low, high, item in items:
        last = out[-1] if out else None
        if last is None or low > last.high or (low == last.high and low < high and last.low < low):
            last = _Group(low, high)
            out.append(last)
        last.high = max(last.high, high)
        if isinstance(item, Edit):
            last.wanted.append(item)
        else:
            last.made.append(item)
    return out


def _triples(edits: Iterable[Edit]) -> list[tuple[int, int, str]]:
    return [(edit.start, edit.end, edit.clean) for edit in edits]


def score(text: str, wanted: Sequence[Edit], made: Sequence[Made]) -> Verdict:
    """Judge a tool's edits of one damaged text."""
    verdict = Verdict()
    active = [each for each in made if not _idle(text, each)]
    for group in _groups(text, wanted, active):
        low, high = _hull(text, group.low, group.high)
        got = _after(text, low, high, (m[:3] for m in group.made))
        if group.made and got == _after(text, low, high, _triples(group.wanted)):
            for edit in group.wanted:
                verdict.classes[edit.kind] += Score(1, 1, 1)
        else:
            _judge_each(text, group, verdict)
    return verdict


def _harmless(text: str, edit: Edit, made: Made) -> bool:
    """Whether an edit repairs something inside of a copy that should go: neither right nor wrong.

    A copy copies the damage that stood in its paragraph.
    """
    body = text[edit.start : edit.end]
    low = edit.start + len(body) - len(body.lstrip("\n\u3000"))
    high = edit.end - (len(body) - len(body.rstrip("\n")))
    return not edit.clean and high - low >= 15 and low <= made.start and made.end <= high


def _judge_each(text: str, group: _Group, verdict: Verdict) -> None:
    """A group that did not come out right as a whole: each repair with the edits at its own place."""
    left = list(group.made)
    missed = []
    for edit in group.wanted:
        near = [m for m in left if m.start <= edit.end and edit.start <= m.end]
        low = min([edit.start, *(m.start for m in near)])
        high = max([edit.end, *(m.end for m in near)])
        low, high = _hull(text, *_slid(text, low, high, ""))
        got = _after(text, low, high, (m[:3] for m in near))
        inside = [e for e in group.wanted if low <= e.start and e.end <= high]
        if near and got == _after(text, low, high, _triples(inside)):
            verdict.classes[edit.kind] += Score(1, 1, 1)
            left = [m for m in left if m not in near]
            continue
        half = [] if edit.also is None else [(edit.start, edit.end, edit.also)]
        if half and near and got == _after(text, low, high, half):
            left = [m for m in left if m not in near]
        left = [m for m in left if not _harmless(text, edit, m)]
        missed.append(edit)
    for edit in missed:
        verdict.classes[edit.kind] += Score(1)
        verdict.missed.append(edit)
    for each in left:
        near_kinds = [
            e for e in group.wanted if each.start <= e.reach[1] and e.reach[0] <= each.end
        ]
        kind = near_kinds[0].kind if near_kinds else SOUND
        verdict.classes[kind] += Score(0, 1)
        wanted = _triples(near_kinds)
        low = min([each.start, *(e[0] for e in wanted)])
        high = max([each.end, *(e[1] for e in wanted)])
        verdict.wrong.append(Wrong(kind, each, _after(text, low, high, wanted)))
