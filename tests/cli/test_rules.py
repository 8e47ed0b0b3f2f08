"""rules list, show, check and test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import TRIAL, run


def test_every_rule_is_listed_as_json(here: Path):
    rules = [
        json.loads(line) for line in run("rules", "list", "--format", "jsonl").out.splitlines()
    ]
    assert [rule["id"] for rule in rules] == [
        "trial/comma",
        "trial/name",
        "trial/doubt",
        "trial/note",
    ]
    comma = rules[0]
    assert comma["with"]["find"] == r"(?<=\p{Han}),(?=\p{Han})"
    assert comma["examples"][0]["before"] == "甲,乙"
    assert comma["examples"][0]["after"] == "甲，乙"
    assert comma["examples"][2]["keep"] == "a,b"


def test_the_list_can_be_narrowed(here: Path):
    shown = run("rules", "list", "--ignore", "trial/name", "--select", "trial").out.decode()
    assert "trial/comma" in shown
    assert "trial/name" not in shown


def test_show_says_what_the_rule_file_says_and_renders_examples(here: Path):
    shown = run("rules", "show", "trial/name").out.decode()
    assert shown.startswith("trial/name  review  ")
    for part in ("restore the name", "the tests need a probable repair", "pattern", "runs 2 of 4"):
        assert part in shown
    assert "- 在锦[-市-]{+州+}" in shown
    assert "= 锦州市" in shown


def test_show_takes_families(here: Path):
    shown = run("rules", "show", "trial").out.decode()
    assert shown.count("  operator ") == 4
    assert "{!（？）!}" in shown
    assert "flag, info" in shown


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_sound_pack_passes(here: Path, command: str):
    ran = run("rules", command, str(TRIAL))
    assert (ran.code, ran.out) == (0, b"")
    assert len(ran.lines) == 1


def test_test_counts_examples(here: Path):
    ran = run("rules", "test", str(TRIAL))
    assert ran.err == "4 rules, 16 examples (8 keep their text): 0 failed\n"


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_failing_example_is_told_with_its_place(here: Path, command: str):
    pack = TRIAL.read_text(encoding="utf-8").replace('keep: "a,b"', 'keep: "甲,b乙,丙"')
    (here / "bad.yaml").write_text(pack, encoding="utf-8")
    ran = run("rules", command, "bad.yaml")
    assert ran.code == 1
    (line,) = ran.out.decode().splitlines()
    assert line.startswith("bad.yaml:16:")
    assert "trial/comma" in line


def test_check_tells_every_fault(here: Path):
    pack = (
        TRIAL.read_text(encoding="utf-8")
        .replace("does:", "dose:")
        .replace("level: flag", "level: flagged")
    )
    (here / "bad.yaml").write_text(pack, encoding="utf-8")
    ran = run("rules", "check", "bad.yaml")
    assert ran.code == 1
    assert ran.out.decode().count("did you mean 'does'?") == 4
    assert ran.out.decode().count("flagged") == 2
    assert ran.lines[-1] == f"{len(ran.out.splitlines())} findings"


def test_test_does_not_run_a_broken_pack(here: Path):
    (here / "bad.yaml").write_text("pack: bad\nrulez: []\n")
    ran = run("rules", "test", "bad.yaml")
    assert ran.code == 2
    assert any("bad.yaml:2:1" in line for line in ran.lines)
