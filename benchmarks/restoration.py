"""How well tools restore generated damage, and what they do to undamaged text.

The generator (`benchmarks.generated`) knows nothing of cleaner; here the two meet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.edits import Score
from benchmarks.generated.damage import Edit
from benchmarks.generated.documents import whole_texts
from benchmarks.generated.origins import Part
from benchmarks.generated.runs import ALONE, Document, documents
from benchmarks.generated.scoring import Made, Wrong, edits_between, nonblank, score
from benchmarks.peers import JOINERS, Tool
from cleaner import Level, RuleSet, clean

RUNS = (*ALONE, "combined")
# What the peers that join lines or delete copies could do.
LAYOUT = ("columns", "pages", "furniture", "wraps", "overlaps", "copies", "near copies",
          "headlines", "combined")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool made of a document: its edits, its output, and the spans that it only points out."""

    made: list[Made]
    output: str
    noted: list[tuple[int, int]] = field(default_factory=list)


Judged = Callable[[Document], Answer]


@dataclass
class Row:
    """What one tool did in one run. `total` counts every edit, `classes` those at damage of a class.

    `noted` counts the places that were not repaired and have a flag or a pending repair.
    """

    run: str
    documents: int = 0
    restored: int = 0
    characters: int = 0
    noted: int = 0
    total: Score = field(default_factory=Score)
    classes: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    wrong: list[tuple[Document, Wrong]] = field(default_factory=list)
    missed: list[tuple[Document, Edit]] = field(default_factory=list)

    @property
    def wrong_per_100k(self) -> float:
        """Wrong edits per 100,000 characters of damaged text."""
        return 1e5 * len(self.wrong) / max(1, self.characters)

    @property
    def share_restored(self) -> float:
        """The share of the documents that came out as they were, but for blank lines."""
        return self.restored / max(1, self.documents)


def cleaner_edits(rules: RuleSet, level: Level) -> Judged:
    """The package: its changes are its edits."""

    def run(document: Document) -> Answer:
        source = document.text

        def offset(at: int) -> int:
            """The generator counts a line end as one character."""
            return at - source.count("\r", 0, at)

        result = clean(source, rules, level=level)
        made = [
            Made(offset(c.start), offset(c.end), c.after.replace("\r\n", "\n"), "+".join(c.rules))
            for c in result.changes
            if c.status == "applied"
        ]
        noted = [(offset(c.start), offset(c.end)) for c in (*result.flags, *result.pending)]
        return Answer(made, result.text, noted)

    return run


def peer_edits(tool: Tool) -> Judged:
    """A peer: its edits are found by comparing its output with what it was given."""

    def run(document: Document) -> Answer:
        output = tool(document.text).replace("\r\n", "\n")
        return Answer(edits_between(document.draft.text, output), output)

    return run


def joiners() -> dict[str, Judged]:
    """The peers that join lines or delete copies, where they are installed."""
    tools = {peer.name: peer.tool() for peer in JOINERS}
    return {name: peer_edits(tool) for name, tool in tools.items() if tool}


def measure(
    run: str, judged: Judged, part: Part, folder: Path, *, seed: int, count: int, rate: float = 1.0
) -> Row:
    """One tool over one run."""
    row = Row(run)
    for document in documents(run, part, folder, seed=seed, count=count, rate=rate):
        answer = judged(document)
        verdict = score(document.draft.text, document.draft.edits, answer.made)
        row.documents += 1
        row.restored += nonblank(answer.output) == nonblank(document.clean)
        row.characters += len(document.draft.text)
        for name, found in verdict.classes.items():
            row.classes[name] += found
            row.total += found
        row.wrong += [(document, wrong) for wrong in verdict.wrong]
        row.missed += [(document, edit) for edit in verdict.missed]
        row.noted += sum(
            any(start <= edit.reach[1] and edit.reach[0] <= end for start, end in answer.noted)
            for edit in verdict.missed
        )
    return row


@dataclass(frozen=True, slots=True)
class Harm:
    """What was changed in the undamaged texts of one origin; each edit as a line to read."""

    origin: str
    characters: int
    edits: list[str]


def harm(rules: RuleSet, part: Part, folder: Path, *, sieved: bool) -> list[Harm]:
    """Safe edits in undamaged texts: of the clean blocks alone, or of all that the packages ship."""
    sizes: Counter[str] = Counter()
    found: dict[str, list[str]] = defaultdict(list)
    for origin, text in whole_texts(part, folder, sieved=sieved):
        sizes[origin] += len(text)
        for change in clean(text, rules).changes:
            if change.status == "applied":
                place = shown(text, change.start, change.end, change.after)
                found[origin].append(f"{'+'.join(change.rules)}: {place}")
    return [Harm(name, size, found[name]) for name, size in sizes.items()]


def shown(text: str, start: int, end: int, after: str) -> str:
    """An edit with what stands around it, on one line."""
    left, right = text[max(0, start - 25) : start], text[end : end + 25]
    return repr(f"{left}⟦{text[start:end][:60]}→{after[:60]}⟧{right}")
