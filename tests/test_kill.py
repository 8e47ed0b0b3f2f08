"""A killed `apply -i` leaves the old file, or the new one with its record; undo gives the old one back."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest

from cleaner.corpus import writing
from cleaner.corpus.records import record_of
from tests.cli.running import config, inside, run

fork = multiprocessing.get_context("fork")

OLD = "甲,乙在锦市。\n".encode() * 100
NEW = "甲，乙在锦市。\n".encode() * 100
NEWER = "甲，乙在锦州。\n".encode() * 100
FILES = 4


@pytest.fixture
def folder(tmp_path: Path):
    config(tmp_path)
    with inside(tmp_path):
        run("check", "-", "-q")  # what is imported here need not be imported in each child
        yield tmp_path


def put() -> list[str]:
    names = [f"{number}.txt" for number in range(FILES)]
    for name in names:
        Path(name).write_bytes(OLD)
    return names


def undone(name: str) -> bytes:
    """What undo makes of a file, which must be willing."""
    ran = run("undo", name)
    assert ran.code == 0, ran.err
    assert ("restored" in ran.err) or ("already the original" in ran.err)
    return Path(name).read_bytes()


def check_whole(names: list[str]) -> None:
    """Each file is the old one, or the new one with a record that leads back."""
    for name in names:
        data = Path(name).read_bytes()
        if data == OLD:
            continue
        assert data == NEW
        record = record_of(Path(name))
        assert record is not None
        assert record.undo(data) == OLD
        assert undone(name) == OLD


def killed_at(number: int, *arguments: str) -> bool:
    """Run the command in a child that kills itself at the n-th moment; False if it had fewer."""

    def child() -> None:
        left = number

        def checkpoint(_: str) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        writing.checkpoint = checkpoint
        os._exit(run(*arguments).code)

    process = fork.Process(target=child)
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL


def test_killed_at_every_moment_of_writing(folder: Path):
    names = put()
    moments = 0
    while killed_at(moments, "apply", "-i", *names, "-q"):
        check_whole(names)
        for name in names:
            Path(name).write_bytes(OLD)
        for record in folder.glob(".cleaner/*"):
            record.unlink()
        moments += 1
    assert moments >= FILES * 8  # the record and the file: opened, half, written, placed
    assert all(Path(name).read_bytes() == NEW for name in names)


def test_a_second_run_killed_at_every_moment_keeps_the_first_record(folder: Path):
    name = put()[0]
    moments = 0
    while True:
        Path(name).write_bytes(OLD)
        assert run("apply", "-i", name, "-q").code == 0
        first = sorted(folder.glob(".cleaner/*.jsonl"))
        killed = killed_at(moments, "apply", "-i", name, "-q", "--level", "review")
        assert Path(name).read_bytes() in (NEW, NEWER)
        assert set(first) <= set(folder.glob(".cleaner/*.jsonl"))
        assert undone(name) == OLD
        if not killed:
            break
        moments += 1
    assert moments >= 4


def kill_at_random(tries: int, jobs: str) -> None:
    """Kill a run at random moments of the time that it takes, and look after each."""
    names = put()

    def child() -> None:
        # As a session of its own, so that the kill reaches its processes too.
        os.setsid()
        os._exit(run("apply", "-i", *names, "-q", "-j", jobs).code)

    chance = random.Random(2026)
    whole = 0.02
    hit = 0
    for turn in range(tries):
        process = fork.Process(target=child)
        start = time.monotonic()
        process.start()
        if turn == 0:
            process.join()
            whole = time.monotonic() - start
        else:
            time.sleep(chance.uniform(0, whole))
            assert process.pid is not None
            for kill in (os.killpg, os.kill):
                try:
                    kill(process.pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            process.join()
            hit += process.exitcode == -signal.SIGKILL
        check_whole(names)
        for name in names:
            assert undone(name) == OLD
    assert hit


def test_killed_at_random(folder: Path):
    kill_at_random(20, "1")


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_random_two_hundred_times(folder: Path, jobs: str):
    kill_at_random(200, jobs)


def test_leftovers_of_killed_runs_are_no_input(folder: Path):
    names = put()
    assert killed_at(1, "apply", "-i", *names, "-q")
    assert list(folder.glob(".cleaner/.*.cleaner-tmp"))
    ran = run("apply", ".", "-i")
    assert ran.err.startswith(f"{FILES} files, ")
