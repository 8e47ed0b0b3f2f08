"""Text that was read in the wrong encoding: how much comes back, how much is pointed out, what is harmed.

usage: python -m benchmarks.mojibake [--seed N] [--count N] [--sound N] [--misses] [--check]

For each kind of misreading `--count` sentences (250). Where all bytes survive a sentence is to come back as it was;
where bytes are lost it is to be flagged, and to stay. Of the sound sentences (5,000) none is to change. Beside ftfy.
--check compares with benchmarks/floors.toml and exits 1 if anything is below.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import ftfy
import ftfy.bad_codecs  # registers the encodings that pass every byte through

from benchmarks.accuracy import FLOORS
from benchmarks.sound import chinese, sound, traditional
from cleaner import RuleSet, clean, load_rules

LATIN, WESTERN = "latin-1", "sloppy-windows-1252"
NAMES = {LATIN: "Latin-1", WESTERN: "cp1252", "utf-8": "UTF-8", "gbk": "GBK", "gb18030": "GB18030", "big5hkscs": "Big5"}  # fmt: skip
Misread = Callable[[str], str]


@dataclass(frozen=True)
class Kind:
    """A kind of misreading. `whole`: every byte survives. It raises `UnicodeError` for a sentence it cannot treat."""

    name: str
    misread: Misread
    whole: bool = True
    traditional: bool = False


def read(written: str, *readings: str) -> Misread:
    """Written in one encoding, read in another; for each further reading, saved as UTF-8 and read again."""

    def run(text: str) -> str:
        text = text.encode(written).decode(readings[0])
        for reading in readings[1:]:
            text = text.encode().decode(reading)
        return text

    return run


def lossy(written: str, reading: str, errors: str, mark: str = "\ufffd") -> Misread:
    """Bytes that the encoding does not have are left out (`ignore`), or stand as a mark (`replace`)."""

    def run(text: str) -> str:
        found = text.encode(written).decode(reading, errors).replace("\ufffd", mark)
        if found == read(written, WESTERN)(text):
            raise UnicodeError("nothing was lost")
        return found

    return run


def _only_lost(misread: Misread, written: str, reading: str) -> Misread:
    """Only sentences that lose bytes: the others come back."""

    def run(text: str) -> str:
        try:
            text.encode(written).decode(reading)
        except UnicodeDecodeError:
            return misread(text)
        raise UnicodeError("nothing was lost")

    return run


def _kun_jin_kao(text: str) -> str:
    """GBK read as UTF-8, saved with its U+FFFD, and read as GBK."""
    return text.encode("gbk").decode("utf-8", "replace").encode().decode("gbk", "replace")


def kinds() -> Iterator[Kind]:
    """Every kind that is measured."""
    for written in ("utf-8", "gbk", "gb18030", "big5hkscs"):
        for reading in (LATIN, WESTERN):
            name = f"{NAMES[written]} read as {NAMES[reading]}"
            yield Kind(name, read(written, reading), traditional=written == "big5hkscs")
    for reading in (LATIN, WESTERN):
        yield Kind(f"UTF-8 read as {NAMES[reading]} twice", read("utf-8", reading, reading))
        yield Kind(f"GBK, then UTF-8, read as {NAMES[reading]}", read("gbk", reading, reading))
    yield Kind("UTF-8 read as Latin-1, then as GBK", read("utf-8", LATIN, "gb18030"))
    yield Kind("UTF-8 read as GBK, no byte lost", read("utf-8", "gbk"))
    yield Kind("UTF-8 read as Mac Cyrillic", read("utf-8", "mac_cyrillic"))
    for mark, name in (("\ufffd", "U+FFFD"), ("?", "a question mark"), ("", "nothing")):
        run = lossy("utf-8", "gbk", "replace", mark)
        yield Kind(
            f"UTF-8 read as GBK, {name} for lost bytes", _only_lost(run, "utf-8", "gbk"), False
        )
    yield Kind("锟斤拷", _kun_jin_kao, False)
    for mark, name in (("\ufffd", "U+FFFD"), ("?", "a question mark"), ("", "nothing")):
        yield Kind(
            f"GBK read as UTF-8, {name} for lost bytes",
            lossy("gbk", "utf-8", "replace", mark),
            False,
        )
    yield Kind("Big5 read as UTF-8, U+FFFD", lossy("big5hkscs", "utf-8", "replace"), False, True)
    run = lossy("utf-8", "cp1252", "ignore")
    yield Kind(
        "UTF-8 read as cp1252, undefined bytes dropped", _only_lost(run, "utf-8", "cp1252"), False
    )


@dataclass
class Row:
    """What became of the sentences of one kind."""

    sentences: int = 0
    restored: int = 0
    flagged: int = 0
    worse: int = 0
    by_ftfy: int = 0


def measure(kind: Kind, rules: RuleSet, count: int, seed: int, misses: list[str]) -> Row:
    """One kind over sentences that the rules leave as they are when they are sound."""
    chance = random.Random(f"{seed} {kind.name}")
    pool = traditional() if kind.traditional else chinese()
    row = Row()
    for sentence in chance.sample(pool, len(pool)):
        if row.sentences == count:
            break
        try:
            damaged = kind.misread(sentence)
        except UnicodeError:
            continue
        if damaged == sentence or clean(sentence, rules).text != sentence:
            continue
        row.sentences += 1
        result = clean(damaged, rules)
        restored = result.text == sentence
        row.restored += restored
        row.flagged += bool(result.flags)
        row.worse += not restored and result.text != damaged
        row.by_ftfy += (
            ftfy.fix_text(damaged, fix_character_width=False, uncurl_quotes=False) == sentence
        )
        if not restored and (kind.whole or not result.flags or result.text != damaged):
            misses.append(f"{kind.name}: {sentence!r} {damaged!r} {result.text!r}")
    return row


def table(rows: dict[Kind, Row]) -> None:
    """Print one line for each kind."""
    print(
        f"{'kind of misreading':48}{'sentences':>10}{'restored':>10}{'flagged':>9}{'worse':>7}{'ftfy':>7}"
    )
    for kind, row in rows.items():
        print(
            f"{kind.name:48}{row.sentences:10}{row.restored:10}{row.flagged:9}{row.worse:7}{row.by_ftfy:7}"
        )


def harmed(rules: RuleSet, count: int, seed: int) -> tuple[list[str], list[str]]:
    """The sound sentences that the rules change; and those that those of misread text change or flag."""
    changed, own = [], []
    for sentence in sound(count, seed):
        result = clean(sentence, rules)
        if result.text != sentence:
            names = Counter(rule for change in result.changes for rule in change.rules)
            changed.append(f"{'+'.join(names)}: {sentence!r} {result.text!r}")
        if any(rule.startswith("mojibake/") for hit in result.hits for rule in hit.rules):
            own.append(sentence)
    return changed, own


def below(rows: dict[Kind, Row], changed: list[str]) -> list[str]:
    """What is below the floors, in words. They are shares of the sentences of each kind."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["mojibake"]
    out = []
    for kind, row in rows.items():
        name = "restored" if kind.whole else "flagged"
        found = row.restored if kind.whole else row.flagged + row.restored
        if found < floors[name] * row.sentences:
            out.append(f"{kind.name}: {found} of {row.sentences} {name}, below {floors[name]:.0%}")
        if row.worse > floors["worse"]:
            out.append(f"{kind.name}: {row.worse} made worse")
    if len(changed) > floors["changed"]:
        out.append(f"{len(changed)} sound sentences changed")
    return out


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 if `--check` finds something below its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mojibake")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--count", type=int, default=250, metavar="N", help="sentences of a kind")
    parser.add_argument("--sound", type=int, default=5000, metavar="N", help="sound sentences")
    parser.add_argument("--misses", action="store_true", help="show what is not as it should be")
    parser.add_argument("--check", action="store_true", help="compare with floors.toml")
    options = parser.parse_args(arguments)
    rules = load_rules()
    misses: list[str] = []
    rows = {kind: measure(kind, rules, options.count, options.seed, misses) for kind in kinds()}
    table(rows)
    changed, own = harmed(rules, options.sound, options.seed)
    print(
        f"\n{options.sound} sound sentences: {len(changed)} changed, {len(own)} touched or flagged as misread"
    )
    if options.misses:
        print(*misses, *changed, *own, sep="\n")
    found = below(rows, changed) if options.check else []
    for line in found:
        print(f"below the floor: {line}", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
