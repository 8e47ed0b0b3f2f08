"""Precision, recall and F0.5 on the five sources, and harm to sound texts, against the peers.

usage: python -m benchmarks.accuracy [--check] [--no-classes]
       python -m benchmarks.accuracy --generated [...]     see benchmarks/restoration_report.py

--check compares with benchmarks/floors.toml, names what is below, and exits 1 if anything is.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import restoration_report
from benchmarks.classes import by_class
from benchmarks.corpora import Gold, keeps, rows, sources
from benchmarks.edits import Score, edits, flatten, same_lines
from benchmarks.peers import PEERS, Tool, missing
from cleaner import Change, Level, RuleSet, clean, load_rules

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass
class Result:
    """How one tool did."""

    name: str
    total: Score = field(default_factory=Score)
    classes: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    lines: tuple[int, int] = (0, 0)
    harmed: list[str] = field(default_factory=list)


def measure(name: str, tool: Tool, gold: Gold) -> Result:
    """Run a tool over the sources and the sound texts."""
    result = Result(name)
    for source in sources():
        flat, wanted_text = flatten(source.text), flatten(source.gold(gold))
        cleaned = flatten(tool(source.text))
        wanted, made = edits(flat, wanted_text), edits(flat, cleaned)
        result.total += Score(wanted.total(), made.total(), (wanted & made).total())
        for name_of_class, score in by_class(source, wanted, made).items():
            result.classes[name_of_class] += score
        same, lines = same_lines(wanted_text, cleaned)
        result.lines = (result.lines[0] + same, result.lines[1] + lines)
    result.harmed = [name for name, text in keeps().items() if tool(text) != text]
    return result


def cleaner_tool(rules: RuleSet, level: Level) -> Tool:
    """This package as one function from text to text."""
    return lambda text: clean(text, rules, level=level).text


@dataclass(frozen=True)
class Flags:
    """Which of the grave defects are raised at their place, and what else warns."""

    raised: list[str]
    missed: list[str]
    others: list[str]


def measure_flags(rules: RuleSet) -> Flags:
    """Warnings, and repairs that wait for a decision, at the places of the grave defects.

    A defect of several lines (three names) counts where each of them is raised.
    """
    wanted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    others = []
    for source in sources():
        result = clean(source.text, rules)
        raised = [flag for flag in result.flags if flag.severity == "warning"]
        grave = [row for row in rows("flags.tsv") if row["document"] == source.number]
        for row in grave:
            key = (row["document"], row["class"] + _group(row))
            wanted[key].append(any(_stands(flag, row) for flag in [*raised, *result.pending]))
        others += [
            f"{source.number}:{flag.line} {flag.rules[0]} {flag.before!r:.60}"
            for flag in raised
            if not any(_stands(flag, row) for row in grave)
        ]
    raised_names = [" ".join(key) for key, found in wanted.items() if all(found)]
    missed_names = [" ".join(key) for key, found in wanted.items() if not all(found)]
    return Flags(raised_names, missed_names, others)


def _group(row: dict[str, str]) -> str:
    return "" if row["class"] == "orphan-byline" else f":{row['line']}"


def _stands(flag: Change, row: dict[str, str]) -> bool:
    """Whether a flag overlaps the row's text on its line."""
    source = next(source for source in sources() if source.number == row["document"])
    lines = source.text.split("\n")
    line = int(row["line"])
    start = sum(len(text) + 1 for text in lines[: line - 1]) + lines[line - 1].index(row["text"])
    return flag.start < start + len(row["text"]) and start < max(flag.end, flag.start + 1)


def cell(score: Score) -> str:
    """Precision/recall/F0.5 in percent; "·" where nothing was made."""
    if not score.made:
        return "·"
    if not score.wanted:
        return f"{score.made} wrong"
    figures = (score.precision, score.recall, score.f_half)
    return "/".join(f"{100 * figure:.0f}" for figure in figures)


def print_totals(results: list[Result]) -> None:
    """One line for each tool."""
    print(f"{'tool':32}{'wanted':>7}{'made':>7}{'right':>7}{'P':>8}{'R':>8}{'F0.5':>8}"
          f"{'lines':>10}{'keeps harmed':>14}")  # fmt: skip
    for result in results:
        score = result.total
        print(f"{result.name:32}{score.wanted:7}{score.made:7}{score.right:7}"
              f"{score.precision:8.4f}{score.recall:8.4f}{score.f_half:8.4f}"
              f"{result.lines[0]:>6}/{result.lines[1]}"
              f"{len(result.harmed):>8} of {len(keeps())}")  # fmt: skip


def print_classes(results: list[Result]) -> None:
    """One line for each class of damage, one column for each tool."""
    names = {name for result in results for name in result.classes}
    wanted = {name: max(result.classes[name].wanted for result in results) for name in names}
    print("\nclass by class: precision/recall/F0.5 in percent; · where the tool does nothing")
    print(f"{'class':24}{'wanted':>7}" + "".join(f"{r.name[:18]:>20}" for r in results))
    for name in sorted(names, key=lambda name: (-wanted[name], name)):
        cells = (f"{cell(result.classes[name]):>20}" for result in results)
        print(f"{name:24}{wanted[name]:7}" + "".join(cells))


def below(own: dict[str, Result], flags: Flags) -> list[str]:
    """What is below the floors, in words."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    out = []
    for kind, result in own.items():
        for figure, floor in floors[kind].items():
            value = getattr(result.total, figure)
            if value < floor:
                out.append(f"{kind} {figure} {value:.4f} is below {floor}")
    if len(flags.raised) < floors["flags"]["raised"]:
        out.append(f"{len(flags.raised)} grave flags raised, below {floors['flags']['raised']}")
    if len(flags.others) > floors["flags"]["other_warnings"]:
        most = floors["flags"]["other_warnings"]
        out.append(f"{len(flags.others)} other warnings, above {most}")
    harmed = own["review"].harmed
    if len(harmed) > floors["keep"]["changed"]:
        out.append(f"texts that must stay are changed: {', '.join(harmed)}")
    return out


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 if `--check` finds something below its floor."""
    words = sys.argv[1:] if arguments is None else arguments
    if "--generated" in words:
        return restoration_report.main([word for word in words if word != "--generated"])
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy")
    parser.add_argument("--check", action="store_true", help="compare with floors.toml")
    parser.add_argument("--no-classes", action="store_true", help="leave the classes out")
    parser.add_argument("--generated", action="store_true", help="on generated damage instead")
    options = parser.parse_args(words)
    rules = load_rules()
    general = load_rules(ignore=[name for name, pack in rules.packs.items() if pack.is_source])
    own = {
        "safe": measure("cleaner, safe (safe gold)", cleaner_tool(rules, "safe"), "safe"),
        "review": measure("cleaner, review", cleaner_tool(rules, "review"), "full"),
        "general": measure("cleaner, no source packs", cleaner_tool(general, "review"), "full"),
    }
    tools = {peer.name: peer.tool() for peer in PEERS}
    others = [measure(name, tool, "full") for name, tool in tools.items() if tool]
    print("The five sources against the full gold, and the texts that must stay")
    print_totals([*own.values(), *others])
    if missing():
        print(f"missing: {', '.join(missing())} (pip install '.[bench]')")
    if not options.no_classes:
        print_classes([own["review"], *others])
    flags = measure_flags(rules)
    count = len(flags.raised) + len(flags.missed)
    print(f"\nflags: {len(flags.raised)} of {count} grave defects raised at their place;"
          f" {len(flags.others)} other warnings")  # fmt: skip
    for missed in flags.missed:
        print(f"  not raised: {missed}")
    for other in flags.others:
        print(f"  other: {other}")
    if not options.check:
        return 0
    faults = below(own, flags)
    for fault in faults:
        print(f"FLOOR: {fault}", file=sys.stderr)
    print("floors: " + ("not kept" if faults else "kept"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
