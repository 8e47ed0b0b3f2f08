"""What each rule costs: processor time per million characters, the dearest rules first; and how costs grow.

usage: python -m benchmarks.costs [--size MB] [--top N]
       python -m benchmarks.costs --growth [--characters N] [--factor K] [--only NAME ...] [--check]

A view of the text (its lines, its code points) is paid for by the rule that asks for it first. `--growth`: the
time and the memory of prose and of hostile documents at n characters and at K times as many (2); with `--check`
the exit code is 1 where the time grows faster than the text. `--only prose --factor 10 --characters 1700000`
compares documents of 5 and 50 MB.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.growth import growths, report
from benchmarks.hostile import DOCUMENTS
from benchmarks.speed import corpora
from cleaner import RuleSet, load_rules
from cleaner.engine import apply_rule
from cleaner.page import Page


def costs(rules: RuleSet, texts: Sequence[str]) -> dict[str, float]:
    """Seconds that each rule takes over the texts, as the engine runs them."""
    found: dict[str, float] = defaultdict(float)
    for text in texts:
        page = Page.of(text)
        for rule in rules.for_document(text):
            start = time.process_time()
            step = None
            if not rule.needs or page.has(rule.needs):
                step = apply_rule(rule, page, "safe")
            if step is not None and len(step.starts):
                page = page.after(step.starts, step.ends, step.afters)
            found[rule.id] += time.process_time() - start
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print the dearest rules for each corpus of `benchmarks.speed`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.costs")
    parser.add_argument("--size", type=float, default=2.0, metavar="MB", help="of each corpus")
    parser.add_argument("--top", type=int, default=10, metavar="N")
    parser.add_argument("--growth", action="store_true", help="how the cost grows with the text")
    parser.add_argument("--characters", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--factor", type=int, default=2, metavar="K")
    parser.add_argument("--only", nargs="+", choices=sorted(DOCUMENTS), default=list(DOCUMENTS))
    parser.add_argument("--check", action="store_true", help="exit with 1 if a cost is not linear")
    options = parser.parse_args(arguments)
    if options.growth:
        return _growth(options)
    rules = load_rules()
    for corpus in corpora(int(options.size * 1e6)):
        found = costs(rules, corpus.texts)
        millions = sum(map(len, corpus.texts)) / 1e6
        print(
            f"\n{corpus.name}: {sum(found.values()) * 1e3 / millions:.0f} ms per million characters"
        )
        dearest = sorted(found.items(), key=lambda item: -item[1])
        for name, seconds in dearest[: options.top]:
            print(f"  {seconds * 1e3 / millions:9.1f}  {name}")
    return 0


def _growth(options: argparse.Namespace) -> int:
    """Print the growth of each document; 1 if one is not linear and that is asked for."""
    steep = 0
    for found in growths(options.only, options.characters, options.factor):
        print(report(found), flush=True)
        steep += not found.linear
    print(f"{steep} of {len(options.only)} grow faster than the text")
    return int(bool(steep) and options.check)


if __name__ == "__main__":
    sys.exit(main())
