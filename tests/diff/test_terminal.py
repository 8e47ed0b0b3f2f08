"""The diff for people, as it looks: each file of `tests/cases/diff` is a text, its rules and what is shown.

`UPDATE_CASES=1 pytest tests/diff` writes what is shown into the files; look at it before you commit it.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner.diff import Paint, Terminal, View
from cleaner.diff.glyphs import columns
from cleaner.rule import Rule
from tests.diff.helpers import cleaned, rule

CASES = sorted(Path(__file__).parents[1].joinpath("cases", "diff").glob("*.txt"))
ANSI = re.compile(r"\x1b\[[\d;]*m")


def sections(case: Path) -> dict[str, str]:
    """The parts of a case by name: `options`, `rules`, `text`, `shown`."""
    parts = re.split(r"^==== (\w+)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rules_of(text: str) -> Iterator[Rule]:
    """`id | level | find | replace | does`, one a line; a flag's level is its severity."""
    for line in text.splitlines():
        name, level, find, replace, does, *candidates = (
            part.strip(" ") for part in line.split(" | ")
        )
        flag = level in ("warning", "info")
        given: Any = {"level": "flag", "severity": level} if flag else {"level": level}
        yield rule(
            name, find, replace.replace("∅", ""), does=does, candidates=tuple(candidates), **given
        )


def view_of(parts: dict[str, str]) -> tuple[View, dict[str, str]]:
    options = dict(word.split("=") for word in parts.get("options", "").split())
    text = parts["text"].removesuffix("\n").replace("\\t", "\t").replace("\\u00a0", "\u00a0")
    level: Any = options.get("level", "safe")
    run = cleaned(text, *rules_of(parts["rules"]), level=level)
    return View("case.txt", text, run.hits), options


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_what_is_shown(case):
    parts = sections(case)
    view, options = view_of(parts)
    width = int(options.get("width", 60))
    lines = list(Terminal(Paint(), width, "full" in options).lines(view))
    shown = "".join(f"{line}\n" for line in lines)
    if os.environ.get("UPDATE_CASES"):
        parts["shown"] = shown
        case.write_text("".join(f"==== {k}\n{v}" for k, v in parts.items()), encoding="utf-8")
    assert shown == parts["shown"]
    marks = re.compile(r"\[[?x]?-|-\]|\{[?x]?\+|\+\}|\{!|!\}")
    assert all(columns(marks.sub("", line)) <= width for line in lines[1:])


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_colours_show_the_same_characters(case):
    view, _ = view_of(sections(case))
    colored = "\n".join(Terminal(Paint(color=True), 1000).lines(view))
    plain = "\n".join(Terminal(Paint(), 1000).lines(view))
    signs = re.compile(r"\[[?x]?-|-\]|\{[?x]?\+|\+\}|\{!|!\}")
    # Marks take room, so that the plain excerpts are a little shorter: compare what is common.
    assert ANSI.sub("", colored).count("\n") == plain.count("\n")
    assert set(ANSI.sub("", colored)) >= set(signs.sub("", plain))


def test_a_file_without_hits_shows_nothing():
    assert list(Terminal(Paint()).lines(View("a.txt", "甲", []))) == []
