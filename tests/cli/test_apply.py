"""`apply`, `undo` and `check` where a case file would not do: several runs, processes, git, broken pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.record import parse
from tests.cli.running import CONFIG, records, run, tree

ROOT = Path(__file__).parents[2]


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_records_of_equal_names_do_not_meet(here: Path):
    put("in/a/x.txt", "甲,乙")
    put("in/b/x.txt", "甲,乙")
    assert run("apply", "in", "-o", "out").code == 0
    found = records(here)
    assert [Path(name).parent.as_posix() for name in found] == ["out/.cleaner/a", "out/.cleaner/b"]
    for name in ("a", "b"):
        assert run("undo", f"out/{name}/x.txt").code == 0
        assert Path(f"out/{name}/x.txt").read_text(encoding="utf-8") == "甲,乙"


def test_undo_goes_back_all_the_way_or_one_step(here: Path):
    file = put("a.txt", "甲,乙在锦市")
    run("apply", "-i", "a.txt")
    run("apply", "-i", "a.txt", "--level", "review")
    assert file.read_text(encoding="utf-8") == "甲，乙在锦州"
    assert len(records(here)) == 2
    ran = run("undo", "a.txt", "--one")
    assert (ran.code, ran.err) == (0, "a.txt: restored (1 step back)\n")
    assert file.read_text(encoding="utf-8") == "甲，乙在锦市"
    run("apply", "-i", "a.txt", "--level", "review")
    assert run("undo", "a.txt").err == "a.txt: restored (2 steps back)\n"
    assert file.read_text(encoding="utf-8") == "甲,乙在锦市"
    ran = run("undo", "a.txt")
    assert (ran.code, ran.err) == (0, "a.txt: already the original\n")


def test_undo_of_what_was_renamed_says_so(here: Path):
    put("a.txt", "甲,乙")
    run("apply", "-i", "a.txt")
    Path("a.txt").rename("b.txt")
    assert "there is no record of it, but one of a.txt" in run("undo", "b.txt").err


def test_what_was_changed_after_it_was_written_is_not_overwritten(here: Path):
    put("in/a.txt", "甲,乙")
    run("apply", "in", "-o", "out")
    put("out/a.txt", "甲，乙，丙")
    ran = run("apply", "in", "-o", "out")
    assert ran.code == 2
    assert "out/a.txt was changed after we wrote it; --force overwrites it" in ran.err


def test_undo_of_what_was_changed_since_is_refused(here: Path):
    file = put("a.txt", "甲,乙")
    run("apply", "-i", "a.txt")
    file.write_text("甲，乙！", encoding="utf-8")
    ran = run("undo", "a.txt")
    assert ran.code == 2
    assert ran.lines == [
        "cleaner: a.txt: was changed after it was cleaned: its record is of another state"
    ]
    assert file.read_text(encoding="utf-8") == "甲，乙！"


def test_undo_says_that_older_records_are_out_of_reach(here: Path):
    file = put("a.txt", "甲,乙")
    run("apply", "-i", "a.txt")
    file.write_text("甲，乙,丙", encoding="utf-8")
    run("apply", "-i", "a.txt")
    ran = run("undo", "a.txt")
    assert file.read_text(encoding="utf-8") == "甲，乙,丙"
    assert ran.lines == [
        "a.txt: restored (1 step back); 1 older record of it before it was changed by hand"
    ]


def test_two_sources_of_one_cleaned_text_are_told_apart(here: Path):
    file = put("a.txt", "甲,乙，丙")
    run("apply", "-i", "a.txt")
    file.write_text("甲，乙,丙", encoding="utf-8")
    run("apply", "-i", "a.txt")
    assert len(records(here)) == 2
    run("undo", "a.txt")
    assert file.read_text(encoding="utf-8") == "甲，乙,丙"


@pytest.mark.parametrize("harm", ["cut", "line", "garble", "empty"])
def test_a_damaged_record_is_one_line(here: Path, harm: str):
    put("a.txt", "甲,乙\n丙,丁")
    run("apply", "-i", "a.txt")
    record = here / records(here)[0]
    data = record.read_bytes()
    harmed = {
        "cut": data[:-20],
        "line": data[: data[:-1].rindex(b"\n") + 1],
        "garble": data.replace(b'"before": ","', b'"before": "!"'),
        "empty": b"",
    }
    record.write_bytes(harmed[harm])
    ran = run("undo", "a.txt")
    assert ran.code == 2
    assert len(ran.lines) == 1
    assert ran.err.startswith("cleaner: a.txt: ")
    assert record.name in ran.err
    assert Path("a.txt").read_text(encoding="utf-8") == "甲，乙\n丙，丁"


def test_the_record_suffices_for_replay(here: Path):
    source = put("in/a.txt", "甲,乙\r\n丙,丁").read_bytes()
    run("apply", "in", "-o", "out")
    record = parse((here / records(here)[0]).read_bytes(), "record")
    assert record.replay(source) == Path("out/a.txt").read_bytes()
    assert record.header["path"] == "in/a.txt"


def test_records_in_a_folder_of_their_own_and_none(here: Path):
    put("in/a.txt", "甲,乙")
    run("apply", "in", "-o", "out", "--record", "kept")
    assert records(here) == []
    assert len(list(Path("kept").iterdir())) == 1
    assert run("undo", "out/a.txt").code == 2
    assert run("undo", "out/a.txt", "--record", "kept").code == 0
    run("apply", "in", "-o", "other", "--no-record")
    assert records(here) == []
    assert run("apply", "in", "-o", "x", "--no-record", "--record", "y").code == 2


def test_the_filter_keeps_a_record_only_on_demand(here: Path):
    run("apply", "-", stdin="甲,乙".encode())
    assert records(here) == []
    ran = run("apply", "-", "--record", "kept", stdin="甲,乙".encode())
    assert ran.out.decode() == "甲，乙"
    assert [path.name.split(".")[0] for path in Path("kept").iterdir()] == ["stdin"]


def test_a_second_run_replaces_what_the_first_one_wrote(here: Path):
    put("in/a.txt", "甲,乙在锦市")
    put("in/b.txt", "好")
    assert run("apply", "in", "-o", "out").code == 0
    assert run("apply", "in", "-o", "out").code == 0
    assert run("apply", "in", "-o", "out", "--level", "review").code == 0
    assert Path("out/a.txt").read_text(encoding="utf-8") == "甲，乙在锦州"
    Path("out/a.txt").write_text("mine", encoding="utf-8")
    assert run("apply", "in", "-o", "out").code == 2
    assert Path("out/a.txt").read_text(encoding="utf-8") == "mine"


def test_several_processes_give_the_same_files_records_and_messages(here: Path):
    for number in range(12):
        put(f"in/{number % 3}/{number}.txt", f"甲,乙{number}在锦市")
    put("in/bad.txt", "\0" * 50)
    one = run("apply", "in", "-o", "one", "-v")
    many = run("apply", "in", "-o", "many", "-v", "-j", "4")
    assert one.err == many.err.replace("many/", "one/")
    names = [name.removeprefix("one/") for name in records(here) if name.startswith("one/")]
    assert len(names) == 12
    for name in [*names, *tree(here / "one")]:
        assert Path("one", name).read_bytes() == Path("many", name).read_bytes()
    checks = [run("check", "in", "-j", jobs) for jobs in ("1", "4")]
    assert checks[0] == checks[1]


def test_apply_check_and_diff_tell_the_same_changes(here: Path):
    put("in/a.txt", "甲,乙在锦市（？）")
    run("apply", "in", "-o", "out")
    kept = (here / records(here)[0]).read_bytes().split(b"\n", 1)[1]
    checked = run("check", "in", "--format", "jsonl").out
    assert kept == checked
    assert [json.loads(line)["status"] for line in checked.splitlines()] == [
        "applied", "pending", "flagged",
    ]  # fmt: skip


UNSETTLED = """
pack: grow
title: 生长
version: 1
rules:
  - id: grow/shorten
    does: shorten a run one by one
    why: a rule that a second run would go on with
    evidence: ["tests"]
    operator: pattern
    with: {find: '丑丑寅', replace: '丑寅'}
    level: safe
    examples:
      - {before: "丑丑寅", after: "丑寅"}
      - {before: "子丑丑寅", after: "子丑寅"}
      - {keep: "丑寅"}
      - {keep: "丑丑"}
"""


def test_what_does_not_settle_is_not_written(here: Path):
    put("grow.yaml", UNSETTLED)
    text = "好\n丑丑丑丑丑丑丑寅"
    put("a.txt", text)
    put("b.txt", "甲,乙")
    ran = run("apply", "-i", "a.txt", "b.txt", "-q", "--rules", "grow.yaml")
    assert ran.code == 2
    why = "rule grow/shorten at 2:3 of the cleaned text: “丑丑寅” → “丑寅”; --ignore grow/shorten leaves it out"
    assert ran.err == f"cleaner: a.txt: not written, another run would change it again: {why}\n"
    assert Path("a.txt").read_text(encoding="utf-8") == text
    ran = run("apply", "a.txt", "--rules", "grow.yaml")
    assert (ran.code, ran.out.decode()) == (2, text)


def test_what_settles_in_a_further_run_is_one_change_with_one_record(here: Path):
    put("grow.yaml", UNSETTLED)
    put("a.txt", "好\n丑丑丑寅\n")
    assert run("apply", "-i", "a.txt", "-q", "--rules", "grow.yaml").code == 0
    assert Path("a.txt").read_text(encoding="utf-8") == "好\n丑寅\n"
    shown = run("diff", "a.txt", "--format", "jsonl").out.decode().splitlines()
    changes = [json.loads(line) for line in shown]
    assert [(each["before"], each["after"]) for each in changes] == [("丑丑丑寅", "丑寅")]
    assert run("undo", "a.txt", "-q").code == 0
    assert Path("a.txt").read_text(encoding="utf-8") == "好\n丑丑丑寅\n"


def test_settings_for_a_path(here: Path):
    Path("cleaner.toml").write_text(
        CONFIG + "[paths.'new/*']\nlevel = 'review'\n", encoding="utf-8"
    )
    put("new/a.txt", "锦市")
    put("old/a.txt", "锦市")
    run("apply", "-i", "new", "old", "-q")
    assert tree(here) == {"new/a.txt": "锦州".encode(), "old/a.txt": "锦市".encode()}


def git(*arguments: str) -> None:
    name = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True)


def test_check_since_a_revision(here: Path):
    git("init", "-q")
    for name in ("same.txt", "edited.txt", "编辑.txt", "staged.txt"):
        put(f"d/{name}", "好")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    for name in ("edited.txt", "编辑.txt", "staged.txt", "new.txt"):
        put(f"d/{name}", "甲,乙")
    git("add", "d/staged.txt")
    ran = run("check", "d", "--since", "HEAD")
    assert ran.code == 1
    assert [line.split(":")[0] for line in ran.out.decode().splitlines()] == [
        "d/edited.txt", "d/new.txt", "d/staged.txt", "d/编辑.txt",
    ]  # fmt: skip
    os.chdir("d")
    assert run("check", ".", "--since", "HEAD").out.count(b"\n") == 4
    for revision in ("nowhere", "--output=x"):
        ran = run("check", ".", "--since", revision)
        assert ran.code == 2
        assert len(ran.lines) == 1


def piped(*arguments: str, **options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "cleaner", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **options},
    )  # fmt: skip


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", [["apply"], ["check"], ["diff", "-v"]], ids=" ".join)
def test_a_broken_pipe_is_quiet(here: Path, command: list[str], unbuffered: str):
    put("a.txt", "甲,乙\n" * 12_000)
    process = piped(*command, "a.txt", PYTHONUNBUFFERED=unbuffered, PYTHONPATH=str(ROOT))
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        process.stdout.read(5)
        process.stdout.close()
        said = process.stderr.read()
    assert (process.wait(), said) == (141, b"")
