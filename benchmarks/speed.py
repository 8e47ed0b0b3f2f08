"""Speed and memory on 5 MB of damaged and of sound text, against the peers, in one run on one core.

usage: python -m benchmarks.speed [--size MB] [--rounds N] [--all-peers] [--check]

What is timed for cleaner is clean(), its changes composed, undo() giving the source again and replay() giving
the cleaned text again: the whole record, kept in memory. Writing it as JSON is timed apart. Seconds are
processor time of this process, no tool has more than one thread, the tools take turns in every round, and the
median of the rounds counts: a busy machine disturbs little, and all alike.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.accuracy import FLOORS
from benchmarks.corpora import damaged, kept, sound, sources
from benchmarks.peers import PEERS, missing
from cleaner import Cleaned, clean, load_rules

UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Under this a checkout compiles all its modules anew at every start; an installed package does not."""

MAIN_PEERS = ("ftfy", "autocorrect")
Run = Callable[[Sequence[str]], object]


@dataclass(frozen=True)
class Corpus:
    """Texts that one measurement runs over, one after the other. `kind` is its name in floors.toml."""

    name: str
    kind: str
    texts: list[str]

    @property
    def megabytes(self) -> float:
        """Its size in UTF-8."""
        return sum(len(text.encode()) for text in self.texts) / 1e6


def corpora(size: int) -> list[Corpus]:
    """What is measured: damaged and sound text of `size` bytes, as one string and one by one."""
    return [
        Corpus("damaged, one string", "damaged", ["\n\n".join(damaged(size))]),
        Corpus("damaged, documents", "damaged_documents", damaged(size)),
        Corpus("sound, one string", "sound", ["\n\n".join(sound(size))]),
        Corpus("sound, documents", "sound_documents", sound(size)),
        Corpus("kept, small documents", "kept", kept(size)),
    ]


def full_record(text: str) -> Cleaned:
    """Clean a text and have every answer that its record gives; raises if one of them is wrong."""
    result = clean(text)
    len(result.changes)
    if result.undo() != text or result.changes.replay(text) != result.text:
        raise AssertionError("undo or replay is wrong")
    return result


def cleaner_run(texts: Sequence[str]) -> int:
    """The whole of cleaner's work on texts; the number of changes made."""
    return sum(len(full_record(text).changes) for text in texts)


def tools(every_peer: bool) -> dict[str, Run]:
    """What takes turns, by name; cleaner first."""
    out: dict[str, Run] = {"cleaner": cleaner_run}
    for peer in PEERS:
        tool = peer.tool() if every_peer or peer.name in MAIN_PEERS else None
        if tool is not None:
            out[peer.name] = lambda texts, tool=tool: [tool(text) for text in texts]  # type: ignore[misc]
    return out


def times(runs: dict[str, Run], corpus: Corpus, rounds: int) -> dict[str, float]:
    """Seconds of each tool over a corpus: the median of the rounds, in which the tools take turns."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            run(corpus.texts)
            found[name].append(time.process_time() - start)
    return {name: median(values) for name, values in found.items()}


def json_seconds(texts: Sequence[str]) -> float:
    """Seconds that writing all changes as JSON lines takes, beside the cleaning."""
    results = [clean(text) for text in texts]
    for result in results:
        len(result.changes)
    start = time.process_time()
    for result in results:
        for change in result.changes:
            json.dumps(change.to_json(), ensure_ascii=False)
    return time.process_time() - start


PEAK = """
import sys
from benchmarks.speed import corpora, full_record, high_water
index, size = int(sys.argv[1]), int(sys.argv[2])
texts = corpora(size)[index].texts
full_record(corpora(1)[index].texts[0])
before = high_water()
for text in texts:
    full_record(text)
print(high_water() - before)
"""


def high_water() -> int:
    """The most memory that this process has held so far, in bytes."""
    status = Path("/proc/self/status")
    if status.is_file():  # on Linux getrusage also counts the process that started this one
        line = next(row for row in status.read_text().split("\n") if row.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def peak_bytes(index: int, size: int) -> int:
    """How much the peak of a process grows by while it works through a corpus, in bytes."""
    command = [sys.executable, "-c", PEAK, str(index), str(size)]
    return int(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def start_seconds(*words: str) -> float:
    """Seconds that `python -m cleaner` takes with these arguments: the median of five, behind one that is not timed.

    With its modules compiled and its rules kept, as they are in an installation that has run once.
    """
    environment = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    found = []
    for _ in range(6):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "cleaner", *words],
            check=True,
            capture_output=True,
            env=environment,
        )
        found.append(time.perf_counter() - start)
    return median(found[1:])


def report(corpus: Corpus, found: dict[str, float], index: int, size: int) -> None:
    """Print one corpus."""
    changes = cleaner_run(corpus.texts)
    count = len(corpus.texts)
    print(f"\n{corpus.name}: {corpus.megabytes:.1f} MB in {count} text{'s' * (count > 1)},"
          f" {changes} changes")  # fmt: skip
    for name, seconds in found.items():
        ratio = f"cleaner is {seconds / found['cleaner']:.1f}x as fast" if name != "cleaner" else ""
        print(f"  {name:20}{corpus.megabytes / seconds:9.2f} MB/s {seconds:8.3f} s  {ratio}")
    if changes:
        print(f"  {'the record as JSON':20}{json_seconds(corpus.texts):23.3f} s more")
    peak = peak_bytes(index, size)
    share = f", {peak / 1e6 / corpus.megabytes:.1f}x the text" if count == 1 else ""
    print(f"  peak memory of cleaner: {peak / 1e6:.0f} MB more{share}")


def start_up() -> None:
    """Print how long the command line takes to start."""
    print("\nstart")
    print(f"  cleaner --help      {start_seconds('--help'):6.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.txt"
        path.write_text(sources()[0].text, encoding="utf-8")
        seconds = start_seconds("apply", str(path), "-q")
    print(f"  one small file      {seconds:6.3f} s")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 if `--check` finds cleaner below its floors."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    parser.add_argument("--size", type=float, default=5.0, metavar="MB", help="of each corpus")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--all-peers", action="store_true", help="also the slow ones")
    parser.add_argument("--check", action="store_true", help="compare with floors.toml")
    options = parser.parse_args(arguments)
    size = int(options.size * 1e6)
    load_rules()
    runs = tools(options.all_peers)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["speed"]
    faults = []
    for index, corpus in enumerate(corpora(size)):
        found = times(runs, corpus, options.rounds)
        report(corpus, found, index, size)
        ratio = found["ftfy"] / found["cleaner"]
        if ratio < floors[corpus.kind]:
            faults.append(f"{corpus.name}: {ratio:.1f}x ftfy is below {floors[corpus.kind]}x")
    start_up()
    if missing():
        print(f"\nmissing: {', '.join(missing())} (pip install '.[bench]')")
    for fault in faults if options.check else ():
        print(f"FLOOR: {fault}", file=sys.stderr)
    return 1 if options.check and faults else 0


if __name__ == "__main__":
    sys.exit(main())
