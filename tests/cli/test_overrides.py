"""What a person says of files in `cleaner.toml`: it is done, shown, recorded, and its faults are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cleaner.overrides import NAMES
from tests.cli.running import records, run

FOLDED = "各地要及早动手,组织农户清沟沥水,防止渍害。供销部门要备足化肥,保证供应。\n"
STRAY = "商业使用被認為是合理的,这个说法还有待说明,商业用户说得对,但是没有人来认真过问。\n"
SAID = "[paths.'books/**']\npunctuation = 'half'\nencoding = 'gb18030'\n"


@pytest.fixture
def books(here: Path) -> Path:
    (here / "cleaner.toml").write_text(SAID, encoding="utf-8")
    (here / "books").mkdir()
    (here / "books" / "a.txt").write_text(STRAY, encoding="gb18030")
    (here / "a.txt").write_text(STRAY, encoding="gb18030")
    return here


def test_the_record_says_it_and_leads_back(books: Path) -> None:
    assert run("apply", "books", "-o", "out").code == 0
    data = (books / "out" / "a.txt").read_bytes()
    assert "被认為是合理的,这个" in data.decode("gb18030")
    (name,) = records(books)
    header = json.loads((books / name).read_text(encoding="utf-8").split("\n")[0])
    assert header["profile"]["overridden"] == {"encoding": "gb18030", "punctuation": "half"}
    assert header["profile"]["punctuation"] == "half"
    assert run("undo", "out/a.txt").code == 0
    assert (books / "out" / "a.txt").read_text(encoding="gb18030") == STRAY


def test_the_figures_mark_it(books: Path) -> None:
    said = run("stats", "books/a.txt").out.decode()
    assert "punctuation     half-width, left as it is [said]\n" in said
    assert "encoding        gb18030 [said]\n" in said
    assert "script          simplified\n" in said
    both = run("stats", "a.txt", "books/a.txt").out.decode()
    assert "said: encoding, punctuation\n" in both
    assert both.count("said") == 1
    (first, *_) = run("stats", "a.txt", "--format", "jsonl").out.decode().split("\n")
    assert json.loads(first)["profile"]["punctuation"] == "folded"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("punctuation = 'none'", "cleaner.toml:2: 'punctuation' must be full, half, folded or mixed, not 'none'"),
        ("punctuaton = 'half'", "cleaner.toml:2: unknown setting 'punctuaton' (did you mean 'punctuation'?)"),
        ("source = 'nosuch'", "no source pack 'nosuch' (one of: fengcheng"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line(here: Path, line: str, says: str) -> None:
    (here / "cleaner.toml").write_text(f"[paths.'*.txt']\n{line}\n", encoding="utf-8")
    (here / "a.txt").write_text(FOLDED, encoding="utf-8")
    ran = run("check", "a.txt")
    assert ran.code == 2
    assert ran.out == b""
    assert says in ran.err
    assert len(ran.lines) == 1


def test_the_guide_names_every_setting() -> None:
    guide = Path(__file__).parents[2] / "docs" / "what-a-document-is-taken-for.md"
    named = re.findall(r"^\| `(\w+)` \|", guide.read_text(encoding="utf-8"), re.MULTILINE)
    assert named == ["encoding", *NAMES]
