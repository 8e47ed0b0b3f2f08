"""How the cost of cleaning grows with the document: time and memory at n and at 2n characters.

Each measurement is a process of its own, so that none finds a warm cache and the peak of memory is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.hostile import DOCUMENTS
from benchmarks.speed import full_record, high_water
from cleaner.errors import CleanerError

MOST = 2.6
"""The time at 2n over the time at n that a linear cost stays below, noise and cache misses included."""

FEW = 0.25
"""Seconds below which a ratio of times says nothing."""

CPU = 900
"""Seconds of processor time after which a measurement is given up."""


@dataclass(frozen=True)
class Cost:
    """What cleaning one document took: seconds of processor time, and bytes at the peak."""

    name: str
    size: int
    seconds: float
    peak: int
    said: str = ""


@dataclass(frozen=True)
class Growth:
    """The cost of a document at n and at a larger size."""

    name: str
    small: Cost
    large: Cost

    @property
    def ratio(self) -> float:
        """How many times as long the larger one takes."""
        return self.large.seconds / max(self.small.seconds, 1e-9)

    @property
    def linear(self) -> bool:
        """Whether both were cleaned, and the time grows no faster than the text, but for noise."""
        if self.small.said or self.large.said:
            return False
        factor = self.large.size / self.small.size
        return self.large.seconds < FEW or self.ratio <= MOST / 2 * factor


def measure(name: str, size: int) -> Cost:
    """What cleaning a document of `size` characters takes in this process."""
    text = DOCUMENTS[name](size)
    full_record(DOCUMENTS[name](2000))
    said = ""
    start = time.process_time()
    try:
        full_record(text)
    except CleanerError as error:
        said = str(error)
    return Cost(name, len(text), time.process_time() - start, high_water(), said)


def measured(name: str, size: int) -> Cost:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", name, str(size)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        return Cost(name, size, float(CPU), 0, ran.stderr.strip()[-200:] or "given up")
    return Cost(**json.loads(ran.stdout))


def growths(names: Sequence[str], size: int, factor: int = 2) -> Iterator[Growth]:
    """The cost of each document at `size` characters, and at `factor` times as many."""
    for name in names:
        yield Growth(name, measured(name, size), measured(name, size * factor))


def report(found: Growth) -> str:
    """One row of the table."""
    small, large = found.small, found.large
    mark = " " if found.linear else "!"
    return (
        f"{mark} {found.name:42} {small.size / 1e6:6.2f}M {small.seconds:8.2f} s"
        f" {large.size / 1e6:7.2f}M {large.seconds:8.2f} s  x{found.ratio:5.2f}"
        f"  {large.peak / 1e6:6.0f} MB  {small.said or large.said}"
    ).rstrip()


def main(arguments: list[str] | None = None) -> int:
    """Measure one document, and print what it took as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth")
    parser.add_argument("name", choices=sorted(DOCUMENTS))
    parser.add_argument("size", type=int)
    options = parser.parse_args(arguments)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    print(json.dumps(vars(measure(options.name, options.size))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
