"""Precision, recall and F0.5 on generated damage with known truth, and harm to undamaged text.

usage: python -m benchmarks.accuracy --generated [--part dev|test|sample] [--seed N] [--documents N]
           [--rate R] [--runs NAME ...] [--clean] [--peers] [--check] [--write] [--cache DIR]

The texts of the parts "dev" and "test" are fetched before: `python -m benchmarks.generated.fetch`. The part
"sample" is in the repository. Errors are shown with their places but for the part "test", which nobody reads.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from benchmarks.generated.fetch import default_cache
from benchmarks.generated.origins import Part
from benchmarks.generated.scoring import SOUND
from benchmarks.restoration import (
    LAYOUT,
    RUNS,
    Harm,
    Judged,
    Row,
    cleaner_edits,
    harm,
    joiners,
    measure,
    shown,
)  # fmt: skip
from cleaner import RuleSet, load_rules

FLOORS = Path(__file__).with_name("floors.toml")
DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE, PLOT = "accuracy-generated.md", "accuracy-generated.png"


def percent(share: float) -> str:
    """A share with one decimal."""
    return f"{100 * share:.1f}"


def table(rows: list[Row]) -> str:
    """Rows as a table of Markdown. The figures of a run count every wrong edit in its documents."""
    lines = [
        "| damage | places | precision | recall | F0.5 | pointed out | documents | restored | wrong per 100,000 |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        total = row.total
        figures = " | ".join(map(percent, (total.precision, total.recall, total.f_half)))
        lines.append(
            f"| **{row.run}** | {total.wanted} | {figures} | {row.noted} | {row.documents} |"
            f" {percent(row.share_restored)} | {row.wrong_per_100k:.1f} |"
        )
        kinds = [name for name in sorted(row.classes) if name != SOUND]
        for name in kinds if len(kinds) > 1 else ():
            each = row.classes[name]
            figures = " | ".join(map(percent, (each.precision, each.recall, each.f_half)))
            lines.append(f"| – {name} | {each.wanted} | {figures} | | | | |")
    return "\n".join(lines)


def harm_table(rows: list[Harm]) -> str:
    """What was changed in undamaged text, as a table of Markdown."""
    lines = ["| origin | characters | safe edits | per 100,000 |", "|---|--:|--:|--:|"]
    total = Harm(
        "**together**", sum(r.characters for r in rows), [e for r in rows for e in r.edits]
    )
    for row in [*rows, total]:
        share = 1e5 * len(row.edits) / max(1, row.characters)
        lines.append(f"| {row.origin} | {row.characters} | {len(row.edits)} | {share:.2f} |")
    return "\n".join(lines)


def errors(rows: list[Row], most: int = 10, examples: int = 3) -> str:
    """The commonest kinds of wrong edits, then of repairs not made, with places."""
    wrong: dict[str, list[str]] = defaultdict(list)
    missed: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for document, each in row.wrong:
            made = each.made
            place = shown(document.draft.text, made.start, made.end, made.after)
            name = f"{row.run}: wrong, {made.by or 'the tool'} at {each.kind}"
            wrong[name].append(f"{document.origin}: {place}")
        for document, edit in row.missed:
            place = shown(document.draft.text, edit.start, edit.end, edit.clean)
            missed[f"{row.run}: not repaired, {edit.kind}"].append(f"{document.origin}: {place}")
    out = []
    for found in (wrong, missed):
        for name, places in sorted(found.items(), key=lambda item: -len(item[1]))[:most]:
            out.append(f"{len(places):5} {name}")
            out += [f"        {each}" for each in places[:: -(-len(places) // examples)]]
    return "\n".join(out)


def wrong_by_rule(rows: list[Row]) -> str:
    """Who made the wrong edits in which origin, without a word of their text."""
    counts = Counter(
        (row.run, each.made.by or "the tool", each.kind, document.origin)
        for row in rows
        for document, each in row.wrong
    )
    return "\n".join(f"{count:5} {', '.join(key)}" for key, count in counts.most_common())


def plot(rows: dict[str, list[Row]], path: Path) -> None:
    """F0.5 of each run as bars, a colour for each tool."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - only to write the page

    figure = Figure(figsize=(8, 6), layout="constrained")
    axes = figure.subplots()
    runs = list(reversed([row.run for row in next(iter(rows.values()))]))
    height = 0.8 / len(rows)
    for index, (name, each) in enumerate(rows.items()):
        values = {row.run: 100 * row.total.f_half for row in each}
        places = [runs.index(run) + 0.4 - (index + 0.5) * height for run in values]
        axes.barh(places, list(values.values()), height, label=name)
    axes.set_yticks(range(len(runs)), runs)
    axes.set_xlim(0, 100)
    axes.set_xlabel("F0.5 of the edits, percent")
    axes.set_title("Repairs of generated damage, test origins")
    figure.legend(loc="outside lower center", ncols=len(rows))
    figure.savefig(path, dpi=100, metadata={"Software": None})


def below(rows: list[Row], changed: list[Harm], floors: dict[str, Any]) -> list[str]:
    """What is below the floors, in words."""
    out = []
    for row in rows:
        for figure, floor in floors.get(row.run, {}).items():
            value = row.share_restored if figure == "restored" else getattr(row.total, figure)
            if value < floor:
                out.append(f"{row.run}: {figure} {value:.4f} is below {floor}")
    edits = [edit for row in changed for edit in row.edits]
    if len(edits) > floors["clean"]["changed"]:
        out.append(f"{len(edits)} edits in undamaged text: {'; '.join(edits[:3])}")
    return out


class Bench:
    """The measurements of one call."""

    def __init__(self, options: argparse.Namespace, rules: RuleSet) -> None:
        self.options = options
        self.rules = rules

    def rows(self, part: Part) -> list[Row]:
        """This package on the runs that are asked for."""
        judged = cleaner_edits(self.rules, "safe")
        return [self._measure(run, judged, part) for run in self.options.runs]

    def peers(self, part: Part) -> dict[str, list[Row]]:
        """The peers on the runs that are about layout."""
        runs = [run for run in self.options.runs if run in LAYOUT]
        return {
            name: [self._measure(run, judged, part) for run in runs]
            for name, judged in joiners().items()
        }

    def changed(self, part: Part, *, sieved: bool) -> list[Harm]:
        """Safe edits in undamaged text."""
        return harm(self.rules, part, self.options.cache, sieved=sieved)

    def _measure(self, run: str, judged: Judged, part: Part) -> Row:
        wanted = self.options
        return measure(
            run, judged, part, wanted.cache, seed=wanted.seed, count=wanted.documents, rate=wanted.rate
        )  # fmt: skip


HEAD = """# Accuracy on generated damage

Written by `python -m benchmarks.accuracy --generated --write{arguments}`; how the damage is made and where the clean
text comes from: `benchmarks/generated/ORIGINS.md`. Safe level. A run damages every document with one class;
"combined" damages with five at once, at least three places each. A repair counts as right where the text over
it comes out as it was; blank lines cost nothing. "Pointed out" are places that were not repaired and have a
flag or wait for a decision. The origins of the test part are never read to write a rule.
"""


def page(bench: Bench) -> str:
    """The page of documentation; writes the plot beside it."""
    options = bench.options
    arguments = f" --seed {options.seed} --documents {options.documents}"
    parts = [HEAD.format(arguments=arguments)]
    own = bench.rows("test")
    peers = bench.peers("test")
    plot({"cleaner": own, **peers}, DOCS / PLOT)
    parts += [f"![F0.5 of each run]({PLOT})\n", "## Test origins\n", table(own) + "\n"]
    for name, rows in peers.items():
        parts += [f"## Test origins, {name}\n", table(rows) + "\n"]
    parts += ["## Development origins\n", table(bench.rows("dev")) + "\n"]
    both: tuple[Part, ...] = ("dev", "test")
    for sieved, title in ((True, "Undamaged text"), (False, "All that the packages ship")):
        changed = [row for part in both for row in bench.changed(part, sieved=sieved)]
        note = (
            "" if sieved else "Much of it mixes full and half width: a change is not always harm.\n"
        )
        parts += [
            f"## {title}: safe edits\n",
            *([note] if note else []),
            harm_table(changed) + "\n",
        ]
    return "\n".join(parts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy --generated")
    parser.add_argument("--part", choices=("dev", "test", "sample"), default="sample")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--documents", type=int, default=40, metavar="N", help="of each run")
    parser.add_argument("--rate", type=float, default=1.0, metavar="R", help="how much damage")
    parser.add_argument("--runs", nargs="+", choices=RUNS, default=RUNS, metavar="NAME")
    parser.add_argument("--cache", type=Path, default=default_cache(), metavar="DIR")
    parser.add_argument("--clean", action="store_true", help="undamaged texts: every edit")
    parser.add_argument("--peers", action="store_true", help="the peers as well")
    parser.add_argument("--check", action="store_true", help="compare with floors.toml")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE} and the plot")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Print or write the tables; 1 if `--check` finds something below its floor."""
    options = _parser().parse_args(arguments)
    bench = Bench(options, load_rules())
    if options.write:
        (DOCS / PAGE).write_text(page(bench), encoding="utf-8")
        return 0
    if options.clean:
        for sieved in (True, False):
            changed = bench.changed(options.part, sieved=sieved)
            title = "clean blocks" if sieved else "all that is shipped"
            print(f"\n{title}\n{harm_table(changed)}")
            for row in changed if options.part != "test" else ():
                print("\n".join(f"  {row.origin} {edit}" for edit in row.edits))
        return 0
    rows = bench.rows(options.part)
    print(table(rows))
    for name, others in bench.peers(options.part).items() if options.peers else ():
        print(f"\n{name}\n{table(others)}")
    if not options.check:
        print("\n" + (wrong_by_rule(rows) if options.part == "test" else errors(rows)))
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["generated"]
    faults = below(rows, bench.changed(options.part, sieved=True), floors)
    for fault in faults:
        print(f"FLOOR: {fault}", file=sys.stderr)
    print("floors: " + ("not kept" if faults else "kept"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
