"""diff and blame on more than one file can show as a case: records, processes, real patches."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import run

TEXT = "（上接第一版）好\n甲,乙在锦市\n丙,丁\n"


def lines_of(out: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.decode().splitlines()]


def test_a_cleaned_file_shows_what_its_record_says(here: Path):
    (here / "a.txt").write_text(TEXT)
    before = run("diff", "a.txt", "--format", "jsonl").out
    assert run("apply", "a.txt", "-i", "-q").code == 0
    after = run("diff", "a.txt", "--format", "jsonl")
    assert after.out == before
    shown = run("diff", "a.txt").out.decode()
    assert "a.txt  2 applied · 1 pending (?)" in shown
    assert "as recorded in " in shown
    assert "[-,-]{+，+}" in shown
    assert "1 file: 2 applied earlier · 1 pending (?)" in shown


def test_what_was_applied_earlier_is_not_left_to_be_applied(here: Path):
    (here / "a.txt").write_text("甲,乙\n")
    run("apply", "a.txt", "-i", "-q")
    assert run("diff", "a.txt", "-q").code == 0
    assert run("diff", "a.txt", "--no-record").out == b"1 file: nothing to change\n"


def test_a_patch_of_a_cleaned_file_is_what_was_done(here: Path):
    (here / "a.txt").write_text(TEXT)
    patch = run("diff", "a.txt", "--format", "unified").out
    run("apply", "a.txt", "-i", "-q")
    assert run("diff", "a.txt", "--format", "unified").out == patch


def test_records_in_another_folder_are_found_when_named(here: Path):
    (here / "a.txt").write_text("甲,乙\n")
    run("apply", "a.txt", "-i", "-q", "--record", "kept")
    assert b"1 applied" in run("diff", "a.txt", "--record", "kept").out


def test_a_damaged_record_is_told(here: Path):
    (here / "a.txt").write_text("甲,乙\n")
    run("apply", "a.txt", "-i", "-q")
    record = next((here / ".cleaner").glob("*.jsonl"))
    record.write_bytes(record.read_bytes()[:-9])
    ran = run("diff", "a.txt")
    assert ran.code == 2
    assert "is cut off" in ran.err


def test_blame_of_a_cleaned_file_counts_its_own_lines(here: Path):
    (here / "trial.yaml").write_text(PACK, encoding="utf-8")
    (here / "cleaner.toml").write_text("rules = ['trial.yaml']\nbuiltin = false\n")
    (here / "a.txt").write_text("删掉\n好\n甲,乙\n")
    run("apply", "a.txt", "-i", "-q")
    (one,) = lines_of(run("blame", "a.txt:2", "--format", "jsonl").out)
    assert (one["line"], one["cleaned_line"], one["before"], one["after"]) == (3, 2, ",", "，")
    ran = run("blame", "a.txt:2").out.decode()
    assert ran.splitlines()[1:] == ["甲[-,-]{+，+}乙", "", "2:2  ， ← ,  drop/comma  widen"]


PACK = """\
pack: drop
title: 删
version: 1
rules:
  - id: drop/line
    does: drop the first line
    why: test
    evidence: [test]
    operator: pattern
    with: {find: '删掉\\n'}
    level: safe
    examples:
      - {before: "删掉\\n甲", after: "甲"}
      - {before: "乙删掉\\n甲", after: "乙甲"}
      - {keep: "甲"}
      - {keep: "乙"}
  - id: drop/comma
    does: widen
    why: test
    evidence: [test]
    operator: pattern
    with: {find: ',', replace: '，'}
    level: safe
    examples:
      - {before: ",", after: "，"}
      - {before: "甲,", after: "甲，"}
      - {keep: "甲"}
      - {keep: "乙"}
"""


@pytest.mark.parametrize("form", ["text", "unified", "jsonl"])
def test_two_processes_write_the_same_as_one(here: Path, form: str):
    for name in "abcd":
        (here / f"{name}.txt").write_text(TEXT * 3)
    one = run("diff", ".", "--format", form)
    two = run("diff", ".", "--format", form, "-j", "2")
    assert one == two
    assert one.code == 1


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_git_apply_does_what_apply_does(here: Path):
    folder = here / "名 字"
    folder.mkdir()
    for number, text in enumerate([TEXT, TEXT.replace("\n", "\r\n"), TEXT[:-1], "", "好\n"]):
        (folder / f"文件 {number}.txt").write_bytes(text.encode())
    patch = run("diff", "名 字", "--format", "unified").out
    run("apply", "名 字", "-o", "out", "-q", "--no-record")
    done = subprocess.run(
        ["git", "apply", "-"], cwd=here, input=patch, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for file in folder.iterdir():
        assert file.read_bytes() == (here / "out" / file.name).read_bytes()


def test_full_shows_mass_edits_one_by_one(here: Path):
    (here / "a.txt").write_text("甲,乙\n" * 8)
    folded, full = run("diff", "a.txt").out.decode(), run("diff", "a.txt", "-v").out.decode()
    assert "8× , → ，" in folded
    assert folded.count("[-,-]") == 2
    assert full.count("[-,-]") == 8


def test_output_can_be_cut_off(here: Path):
    (here / "a.txt").write_text("甲,乙\n")
    script = "import sys; from cleaner.cli import main; sys.exit(main(['diff', 'a.txt']))"
    import sys

    ran = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
    )  # fmt: skip
    assert ran.stdout is not None
    ran.stdout.close()
    _, err = ran.communicate()
    assert b"Traceback" not in err
    assert ran.returncode not in (0, 1)


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_lines_are_as_wide_as_the_terminal(here: Path, columns: str, monkeypatch):
    from cleaner.diff.glyphs import columns as columns_of

    monkeypatch.setenv("COLUMNS", columns)
    (here / "a.txt").write_text("一二三四五六七八九十" * 20 + "甲,乙" + "一二三四五六七八九十" * 20)
    shown = run("diff", "a.txt").out.decode().splitlines()
    assert max(map(columns_of, shown)) <= int(columns)


def test_full_says_what_a_document_is_taken_for_and_why_lines_were_joined(here: Path):
    (here / "cleaner.toml").write_text("select = ['joins']\n")
    cut = "各地要及早动手，组织农户清沟沥水，防止渍害，把损失降到最低限度，确保今年夏"
    (here / "a.txt").write_text(f"{cut}\n\n粮丰收到手。\n")
    (here / "b.txt").write_text("好。\n\n好。\n")
    ran = run("diff", "a.txt", "b.txt", "-v", "--no-record").out.decode()
    first, second = ran.split("b.txt  nothing to change")
    assert "layout" in first
    assert "1–3 prose" in first
    assert "1|3             joined (joins/broken-sentence): the sentence goes on" in first
    assert "1|3             not joined: the line above ends with a stop" in second
    assert "joined" not in run("diff", "a.txt", "b.txt", "--no-record").out.decode()


def test_what_comes_next_for_standard_input_is_a_command_that_takes_it(here: Path):
    text = "今天,市政府召开了会议,要求加强领导。\n".encode()
    shown = run("diff", "-", stdin=text)
    assert shown.code == 1
    assert shown.out.decode().splitlines()[-1] == "Next: cleaner apply -"
    assert run("apply", "-", stdin=text).out.decode() == "今天，市政府召开了会议，要求加强领导。\n"
