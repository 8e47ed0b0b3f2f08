"""Paths, targets, writing, records on disk, and many files at once."""

from __future__ import annotations

import os
import stat
from functools import partial
from pathlib import Path

import pytest

from cleaner.config import Settings
from cleaner.corpus import Source, Trouble, each, find_sources, plan_targets
from cleaner.corpus.records import keep_record, record_folders, undo_file
from cleaner.corpus.writing import add_file, replace_file
from cleaner.errors import CleanerError, OutputError, UsageError
from tests.cli.running import inside


@pytest.fixture
def here(tmp_path: Path):
    with inside(tmp_path):
        yield tmp_path


def put(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("甲", encoding="utf-8")


def found(*arguments: str, settings: Settings | None = None) -> list[tuple[str, str]]:
    sources = find_sources(arguments, settings or Settings())
    return [(source.path, source.below) for source in sources.files]


def test_a_directory_gives_its_texts_in_order(here: Path):
    put("d/b.txt", "d/a.md", "d/c.text", "d/x.csv", "d/.h.txt", "d/.cleaner/r.txt", "d/s/a.txt")
    assert found("d") == [
        ("d/a.md", "a.md"), ("d/b.txt", "b.txt"), ("d/c.text", "c.text"), ("d/s/a.txt", "s/a.txt"),
    ]  # fmt: skip
    assert found(".")[0] == ("./d/a.md", "d/a.md")


def test_several_arguments_have_a_common_parent(here: Path):
    put("p/d/a.txt", "p/e/a.txt")
    assert found("p/d", "p/e/a.txt") == [("p/d/a.txt", "d/a.txt"), ("p/e/a.txt", "e/a.txt")]


def test_globs_reach_down_and_skip_the_hidden(here: Path):
    put("d/a.txt", "d/s/b.txt", "d/.h.txt", "d/[x].txt")
    assert [path for path, _ in found("d/**/*.txt")] == ["d/[x].txt", "d/a.txt", "d/s/b.txt"]
    assert found("d/[x].txt") == [("d/[x].txt", "[x].txt")]


def test_links(here: Path):
    put("d/a.txt", "other/b.txt")
    Path("d/link.txt").symlink_to("a.txt")
    Path("d/loop").symlink_to(".")
    Path("d/other").symlink_to("../other")
    Path("d/broken.txt").symlink_to("nowhere")
    Path("circle").symlink_to("circle")
    sources = find_sources(["d", "circle"], Settings())
    assert [source.path for source in sources.files] == ["d/a.txt", "d/link.txt"]
    assert [trouble.path for trouble in sources.troubles] == ["d/broken.txt", "circle"]
    assert found("d/other/b.txt") == [("d/other/b.txt", "b.txt")]


def test_no_pipe_is_opened_in_a_directory(here: Path):
    put("d/a.txt")
    os.mkfifo("d/b.txt")
    sources = find_sources(["d"], Settings())
    assert [trouble.path for trouble in sources.troubles] == ["d/b.txt"]


def test_include_and_exclude(here: Path):
    put("d/a.txt", "d/b.csv", "d/s/c.csv")
    settings = Settings(include=("*.csv",), exclude=("d/s/*",))
    assert found("d", settings=settings) == [("d/b.csv", "b.csv")]
    assert found("d/a.txt", settings=settings) == [("d/a.txt", "a.txt")]


def plans(*arguments: str, out: str | None, records: str | None = None) -> list[tuple[str, str]]:
    jobs = plan_targets(find_sources(arguments, Settings()), out, records=records)
    return [
        (os.path.relpath(job.target), os.path.relpath(job.records) if job.records else "")
        for job in jobs
    ]


def test_targets_and_the_places_of_records(here: Path):
    put("d/a.txt", "d/s/a.txt")
    assert plans("d", out="o") == [("o/a.txt", "o/.cleaner"), ("o/s/a.txt", "o/.cleaner/s")]
    assert plans("d", out=None) == [("d/a.txt", "d/.cleaner"), ("d/s/a.txt", "d/s/.cleaner")]
    assert plans("d", out="o", records="r") == [("o/a.txt", "r"), ("o/s/a.txt", "r/s")]


def test_two_sources_with_one_target(here: Path):
    put("d/a.txt")
    Path("d/link.txt").symlink_to("a.txt")
    with pytest.raises(UsageError, match=r"d/a\.txt and d/link\.txt have one target"):
        plans("d", out=None)
    Path("o").mkdir()
    Path("o/x").symlink_to("y")
    put("p/x/a.txt", "p/y/a.txt")
    Path("o/y").mkdir()
    with pytest.raises(UsageError, match="have one target"):
        plans("p", out="o")


def test_an_output_inside_an_input_through_a_link(here: Path):
    put("d/s/a.txt")
    Path("o").symlink_to("d/s")
    with pytest.raises(UsageError, match="inside the input"):
        plans("d", out="o")


def test_a_link_is_written_through(here: Path):
    put("real/a.txt")
    Path("a.txt").symlink_to("real/a.txt")
    assert plans("a.txt", out=None) == [("real/a.txt", "real/.cleaner")]


def test_permissions_stay(here: Path):
    put("a.txt", "b.txt")
    Path("a.txt").chmod(0o640)
    Path("b.txt").chmod(0o600)
    replace_file(Path("a.txt"), b"new", Path("b.txt"))
    assert (Path("a.txt").read_bytes(), stat.S_IMODE(Path("a.txt").stat().st_mode)) == (
        b"new",
        0o640,
    )
    replace_file(Path("new/c.txt"), b"new", Path("b.txt"))
    assert stat.S_IMODE(Path("new/c.txt").stat().st_mode) == 0o600


def test_what_cannot_be_written_leaves_nothing_behind(here: Path):
    put("a.txt")
    with pytest.raises(OutputError, match=r"cannot write a\.txt/b\.txt: "):
        replace_file(Path("a.txt/b.txt"), b"new", Path("a.txt"))
    Path("d").mkdir()
    with pytest.raises(OutputError, match="cannot write d: "):
        replace_file(Path("d"), b"new", Path("a.txt"))
    assert sorted(here.iterdir()) == [here / "a.txt", here / "d"]


def test_a_file_is_added_but_never_replaced(here: Path):
    assert add_file(Path("a"), b"1")
    assert not add_file(Path("a"), b"2")
    assert Path("a").read_bytes() == b"1"
    assert list(here.iterdir()) == [here / "a"]


def header(source: str, cleaned: str) -> bytes:
    keys = '"encoding": "utf-8", "bom": false, "line_ends": "lf", "exceptions": [], "changes": 0'
    line = f'{{"record": 1, "source_sha256": "{source}", "cleaned_sha256": "{cleaned}", {keys}}}\n'
    return line.encode()


def test_records_are_kept_once_and_numbered_by_source(here: Path):
    cleaned = "c" * 64
    keep = partial(keep_record, Path("r"), "a.txt")
    assert keep(header("s1", cleaned)).name == "a.txt.cccccccccccc.jsonl"
    assert keep(header("s1", cleaned)).name == "a.txt.cccccccccccc.jsonl"
    assert keep(header("s2", cleaned)).name == "a.txt.cccccccccccc.2.jsonl"
    assert keep(header("s1", cleaned)).name == "a.txt.cccccccccccc.3.jsonl"
    Path("r/a.txt.cccccccccccc.3.jsonl").write_bytes(b"cut o")
    assert keep(header("s1", cleaned)).name == "a.txt.cccccccccccc.4.jsonl"


def test_a_long_name_leaves_room_for_the_record(here: Path):
    name = "长" * 83 + ".txt"
    assert keep_record(Path("r"), name, header("s", "c" * 64)).name.startswith("长" * 70)


def test_record_folders_mirror_the_folders_above(here: Path):
    put("o/.cleaner/s/x", "o/s/.cleaner/x", "o/s/a.txt")
    real = here.resolve()
    folders = record_folders(Path("o/s/a.txt"))
    assert folders[:2] == [real / "o/s/.cleaner", real / "o/.cleaner/s"]


def test_undo_of_what_cannot_be_read(here: Path):
    with pytest.raises(UsageError, match="cannot be read"):
        undo_file("missing.txt")


def worked(source: Source) -> str:
    """Module level, so that other processes find it."""
    if source.path == "bad":
        raise CleanerError("one\ntwo")
    if source.path == "bug":
        raise ZeroDivisionError("division by zero")
    if source.path == "dead":
        os._exit(9)
    return source.path


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_keeps_the_order_and_turns_errors_into_troubles(jobs: int):
    sources = [Source(name, name) for name in ("c", "bad", "a", "bug", "b")]
    outcomes = [outcome for _, outcome in each(sources, worked, jobs)]
    assert outcomes[0::2] == ["c", "a", "b"]
    assert str(outcomes[1]) == "bad: one two"
    assert isinstance(outcomes[3], Trouble)
    assert "bug: a bug in cleaner, please report it: ZeroDivisionError" in str(outcomes[3])


def test_a_process_that_dies_is_told():
    outcomes = [outcome for _, outcome in each([Source("dead", ""), Source("dead", "")], worked, 2)]
    assert all(isinstance(outcome, Trouble) and "died" in outcome.message for outcome in outcomes)
