"""Each bad input gets one clear line and exit code 2, and the other files are still done."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cleaner import text
from tests.cli.running import TRIAL, Ran, config, inside, run, tree

fork = multiprocessing.get_context("fork")

GOOD, CLEANED = "甲,乙", "甲，乙".encode()


@pytest.fixture
def here() -> Iterator[Path]:
    """A folder that other users may enter, too (pytest's own may not be)."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as elsewhere:
        folder = Path(name)
        folder.chmod(0o777)
        config(folder)
        with inside(folder):
            # While everything may still be imported:
            run("apply", "-", "-q", "--record", elsewhere, stdin=GOOD.encode())
            yield folder


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user who is not root, since root may do all."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def put(name: str, content: str | bytes = GOOD) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def told(ran: Ran, *parts: str) -> None:
    """It ended with 2, after one line that has these parts."""
    assert ran.code == 2, ran.err
    assert len(ran.lines) == 1, ran.err
    assert ran.err.startswith("cleaner: ")
    assert all(part in ran.err for part in parts), ran.err


def test_a_directory_without_permission(here: Path):
    put("in/a.txt")
    put("in/shut/b.txt")
    Path("in/shut").chmod(0)
    here.joinpath("out").mkdir(mode=0o777)
    here.joinpath("out").chmod(0o777)
    with without_rights():
        ran = run("apply", "in", "-o", "out", "-q")
    Path("in/shut").chmod(0o755)
    told(ran, "in/shut: permission denied")
    assert tree(here / "out") == {"a.txt": CLEANED}


def test_a_file_without_permission(here: Path):
    put("in/a.txt")
    put("in/b.txt").chmod(0)
    here.joinpath("out").mkdir()
    here.joinpath("out").chmod(0o777)
    with without_rights():
        ran = run("apply", "in", "-o", "out", "-q")
    told(ran, "in/b.txt: cannot be read: Permission denied")
    assert tree(here / "out") == {"a.txt": CLEANED}


def test_an_output_that_cannot_be_written(here: Path):
    put("in/a.txt")
    here.joinpath("out").mkdir(mode=0o555)
    here.joinpath("out").chmod(0o555)
    with without_rights():
        ran = run("apply", "in", "-o", "out", "-q")
    told(ran, "in/a.txt: cannot write out/", "Permission denied")


def test_an_output_below_a_file(here: Path):
    put("in/a.txt")
    put("in/s/b.txt")
    put("out/s", "a file")
    ran = run("apply", "in", "-o", "out", "-q", "--no-record")
    told(ran, "in/s/b.txt: ", "out/s")
    assert tree(here / "out") == {"a.txt": CLEANED, "s": b"a file"}


def test_a_full_output_device(here: Path):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    put("a.txt", "甲,乙\n" * 10)
    root = Path(__file__).parents[1]
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*_PYTHON, "apply", "a.txt"], stdout=full, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(root)}, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2,
        "cleaner: standard output: No space left on device\n",
    )


_PYTHON = [sys.executable, "-m", "cleaner"]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("why:", "wy:", ":8:5: unknown key 'wy'"),
        (r"(?<=\p{Han}),(?=\p{Han})", r"(?<=\p{Han}),(?=\p{Han}", ":11:18: bad pattern"),
        ("id: trial/name", "id: trial/comma", ":18:9: duplicate"),
        ('before: "甲,乙", after: "甲，乙"', 'before: "甲,乙", after: "甲-乙"', ":14:9: "),
        (r"(?<=\p{Han}),(?=\p{Han})", r"(甲+)+,", "hostile"),
    ],
    ids=["unknown key", "bad regex", "duplicate id", "failing example", "hostile regex"],
)
def test_a_broken_rule_file_stops_all_before_any_work(
    here: Path, before: str, after: str, says: str
):
    rules = TRIAL.read_text(encoding="utf-8")
    assert before in rules
    put("broken.yaml", rules.replace(before, after, 1))
    put("a.txt")
    ran = run("apply", "-i", "a.txt", "--rules", "broken.yaml")
    assert ran.code == 2
    assert all(line.startswith("cleaner: broken.yaml:") for line in ran.lines), ran.err
    assert says in ran.err
    assert tree(here) == {"a.txt": GOOD.encode()}


RUNAWAY = """
pack: far
title: 远
version: 1
rules:
  - id: far/chain
    does: join what stands far apart
    why: a pattern that no check of its form refuses and that takes cubic time
    evidence: ["tests"]
    operator: pattern
    with: {find: '甲[^丁]*乙[^丁]*丙[^丁]*丁', replace: ''}
    level: safe
    examples:
      - {before: "甲乙丙丁", after: ""}
      - {before: "子甲乙丙丁", after: "子"}
      - {keep: "甲乙丙"}
      - {keep: "丁"}
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_regex_that_runs_away(here: Path, monkeypatch: pytest.MonkeyPatch, jobs: str):
    monkeypatch.setattr(text, "TIME_LIMIT", 0.2)
    put("far.yaml", RUNAWAY)
    hostile = ("丁" + "甲乙丙" * 20_000).encode()
    put("a.txt", hostile)
    put("b.txt", "甲乙丙丁")
    ran = run("apply", "-i", "a.txt", "b.txt", "-q", "-j", jobs, "--rules", "far.yaml")
    told(ran, "a.txt: ", "far/chain", "time limit")
    assert tree(here) == {"a.txt": hostile, "b.txt": b""}
    assert run("apply", "-", "--rules", "far.yaml", stdin=hostile).out == hostile


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bug_in_one_file(here: Path, monkeypatch: pytest.MonkeyPatch, jobs: str):
    from cleaner.corpus import result

    decode = result.decode  # type: ignore[attr-defined]

    def broken(data: bytes, encoding: str = "auto") -> object:
        if data == b"bug":
            raise ZeroDivisionError("no one thought of this")
        return decode(data, encoding)

    monkeypatch.setattr(result, "decode", broken)
    put("a.txt", "bug")
    put("b.txt")
    ran = run("apply", "-i", "a.txt", "b.txt", "-q", "-j", jobs)
    told(ran, "a.txt: a bug in cleaner, please report it: ZeroDivisionError")
    assert tree(here) == {"a.txt": b"bug", "b.txt": CLEANED}
    ran = run("apply", "-", "-q", stdin=b"bug")
    assert (ran.code, ran.out) == (2, b"bug")


def test_a_bug_outside_of_files_is_one_line_and_two(here: Path, monkeypatch: pytest.MonkeyPatch):
    from cleaner import corpus

    def broken(*_: object) -> None:
        raise RuntimeError("no one\nthought of this")

    monkeypatch.setattr(corpus, "find_sources", broken)
    told(run("check", "a.txt"), "a bug in cleaner, please report it: RuntimeError: no one thought")


def test_an_interrupt_is_no_finding(here: Path, monkeypatch: pytest.MonkeyPatch):
    from cleaner import corpus

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(corpus, "find_sources", interrupted)
    ran = run("check", "a.txt")
    assert (ran.code, ran.err) == (130, "cleaner: interrupted\n")


def test_a_character_that_the_encoding_cannot_hold(here: Path):
    put("euro.yaml", RUNAWAY.replace("'甲[^丁]*乙[^丁]*丙[^丁]*丁', replace: ''", "'歐元', replace: '€\\U0001F4B6'")
        .replace("甲乙丙丁", "歐元").replace('after: ""', 'after: "€\\U0001F4B6"').replace('after: "子"', 'after: "子€\\U0001F4B6"'))  # fmt: skip
    put(
        "euro.yaml",
        Path("euro.yaml").read_text(encoding="utf-8").replace("'€\\U0001F4B6'", '"€\\U0001F4B6"'),
    )
    data = "一百歐元，這是一個測試。".encode("big5")
    put("a.txt", data)
    put("b.txt", "歐元")
    ran = run("apply", "-i", "a.txt", "b.txt", "-q", "--rules", "euro.yaml", "--encoding", "big5")
    assert ran.code == 2
    assert "a.txt: big5 cannot hold" in ran.err
    assert Path("a.txt").read_bytes() == data


def _limited(size: int, *arguments: str) -> Ran:
    """A run that may write no file of more than `size` bytes, as on a disk that is full."""
    reader, writer = fork.Pipe(duplex=False)

    def child() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        writer.send(run(*arguments))

    process = fork.Process(target=child)
    process.start()
    ran: Ran = reader.recv()
    process.join()
    return ran


def test_a_write_that_fails_in_the_middle(here: Path):
    put("big.txt", "甲,乙\n" * 2000)
    put("small.txt")
    before = tree(here)
    ran = _limited(10_000, "apply", "-i", "big.txt", "small.txt", "-q")
    told(ran, "big.txt: cannot write ", "File too large")
    assert tree(here) == before | {"small.txt": CLEANED}
    ran = _limited(10_000, "apply", "-i", "big.txt", "-q", "--no-record")
    told(ran, "big.txt: cannot write ", "File too large")
    assert tree(here) == before | {"small.txt": CLEANED}
    assert not list(here.rglob(".*.cleaner-tmp"))


@pytest.mark.slow
def test_a_full_disk(here: Path):
    disk = here / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted only by root")
    try:
        config(disk)
        big = "甲,乙\n" * 20_000
        put("disk/big.txt", big)
        put("disk/small.txt")
        ran = run("apply", "-i", "disk/big.txt", "disk/small.txt", "-q", "--no-record")
        told(ran, "disk/big.txt: cannot write ", "No space left on device")
        assert tree(disk) == {"big.txt": big.encode(), "small.txt": CLEANED}
        ran = run("apply", "-i", "disk/big.txt", "-q")
        told(ran, "disk/big.txt: cannot write ", "No space left on device")
        assert tree(disk)["big.txt"] == big.encode()
        assert not list(disk.rglob(".*.cleaner-tmp"))
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.slow
def test_one_line_of_fifty_megabytes(here: Path):
    Path("cleaner.toml").unlink()
    line = ("中国,人民在2020年1月1日说：“好”（一）。" * 1_000_000).encode()[:50_000_000]
    put("a.txt", line)
    ran = run("apply", "-i", "a.txt", "-q")
    assert (ran.code, ran.err) == (0, "")
    assert run("undo", "a.txt", "-q").code == 0
    assert Path("a.txt").read_bytes() == line


def test_a_link_that_leads_nowhere_ends_the_run(here: Path):
    put("in/a.txt")
    Path("gone").symlink_to(here / "no" / "where")
    told(run("apply", "in", "-o", "gone", "-q"), "in/a.txt: cannot write", "leads nowhere")
    told(run("apply", "in", "-o", "gone", "-q", "--no-record"), "cannot write", "leads nowhere")
    told(run("apply", "in", "-o", "out", "--record", "gone", "-q"), "cannot write", "leads nowhere")
    Path("in/.cleaner").symlink_to(here / "no" / "where")
    told(run("apply", "-i", "in", "-q"), "in/a.txt: cannot write", "leads nowhere")
    told(run("apply", "in/a.txt", "--record", "gone", "-q"), "cannot write", "leads nowhere")
    assert tree(here / "in") == {"a.txt": GOOD.encode()}


def test_a_record_that_is_a_link_to_nowhere_is_left_alone(here: Path):
    put("a.txt")
    run("apply", "-i", "a.txt", "-q")
    record = next(Path(".cleaner").iterdir())
    record.unlink()
    record.symlink_to("nowhere")
    put("a.txt")
    assert run("apply", "-i", "a.txt", "-q").code == 0
    assert record.is_symlink()
    assert len(list(Path(".cleaner").iterdir())) == 2


def test_a_name_that_is_always_taken_ends_the_run(here: Path, monkeypatch: pytest.MonkeyPatch):
    put("a.txt")
    monkeypatch.setattr("cleaner.corpus.records.add_file", lambda *_: False)
    told(run("apply", "-i", "a.txt", "-q"), "a.txt: cannot write", "taken")
    assert tree(here) == {"a.txt": GOOD.encode()}


@pytest.mark.parametrize("command", [("apply", "-i"), ("undo",), ("diff",), ("blame",)])
def test_a_record_folder_without_permission(here: Path, command: tuple[str, ...]):
    put("a.txt")
    put(".cleaner/x").parent.chmod(0)
    here.chmod(0o777)
    with without_rights():
        ran = run(*command, "a.txt", "-q") if command != ("blame",) else run("blame", "a.txt")
    Path(".cleaner").chmod(0o755)
    told(ran, "a.txt: ", ".cleaner", "ermission denied")


@pytest.mark.parametrize("depth", ["[" * 100_000, "{a: " * 100_000, "- " * 50_000 + "a"])
def test_rules_that_are_nested_too_deep(here: Path, depth: str):
    Path("deep.yaml").write_text(depth, encoding="utf-8")
    ran = run("rules", "check", "deep.yaml")
    assert ran.code == 1
    assert "deep.yaml:1:" in ran.out.decode()
    assert "a bug" not in ran.out.decode() + ran.err
