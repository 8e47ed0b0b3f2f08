"""What is said beside the results: what to do next, what was left out, what is unsure, odd names."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import run, tree

DAMAGED, CLEANED = "甲,乙".encode(), "甲，乙".encode()
JAPANESE = ("日本語の文章です。これは東京都の新しい建物についての記事です。\n" * 9).encode(
    "shift_jis"
)


def put(name: str, data: bytes = DAMAGED) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def commands(said: str) -> list[list[str]]:
    """The commands of a summary, as bash divides them into words."""
    parts = said.splitlines()[0].rstrip(")").split("cleaner ")[1:]
    echo = 'printf "%s\\0" '
    return [
        subprocess.run(
            ["bash", "-c", echo + part.removesuffix(" (back: ")], capture_output=True, check=True
        ).stdout.decode().split("\0")[:-1]
        for part in parts
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["in", "a b", "-dash", "it's $HOME", "esc\x1b[31m", "new\nline", "back\\slash\t'x"]
)
@pytest.mark.parametrize("extra", [(), ("--record", "-kept here")])
def test_the_commands_of_the_summary_work(here: Path, name: str, extra: tuple[str, ...]):
    put(f"{name}/a.txt")
    put(f"{name}/sub/b.txt")
    put(f"{name}/same.txt", CLEANED)
    extra = tuple(f"--record={extra[1]}" for _ in extra[:1])
    ran = run("apply", "-i", *extra, "--", name)
    assert ran.code == 0
    forward, back = commands(ran.err)
    assert run(*forward).code in (0, 1)
    assert run(*back).code == 0, ran.err
    assert tree(here / name) == {"a.txt": DAMAGED, "sub/b.txt": DAMAGED, "same.txt": CLEANED}
    (forward,) = commands(run("check", "--", name).err)
    assert run(*forward).code == 1


@pytest.mark.parametrize("arguments", [["a.txt", "b.txt", "same.txt"], ["*.txt"], ["gone", "."]])
def test_the_way_back_names_what_was_changed(here: Path, arguments: list[str]):
    for name in ("a.txt", "b.txt"):
        put(name)
    put("same.txt", CLEANED)
    ran = run("apply", "-i", *arguments)
    (back,) = commands(
        "cleaner " + next(line for line in ran.lines if "back" in line).split("(back: cleaner ")[1]
    )
    assert run(*back).code == 0
    assert tree(here) == {"a.txt": DAMAGED, "b.txt": DAMAGED, "same.txt": CLEANED}


def test_undo_of_a_folder_takes_what_has_a_record(here: Path):
    put("in/a.txt")
    put("in/page.html")
    put("in/.hidden.txt")
    put("in/sub/b.txt", CLEANED)
    run("apply", "-i", "in/a.txt", "in/page.html", "-q")
    ran = run("undo", "in")
    assert (ran.code, ran.lines) == (
        0,
        ["in/a.txt: restored (1 step back)", "in/page.html: restored (1 step back)"],
    )
    assert run("undo", "in/sub").lines == ["cleaner: in/sub: no file in this folder has a record"]
    put("in/a.txt", b"mine")
    ran = run("undo", "in")
    assert ran.code == 2
    assert len(ran.lines) == 2
    assert "in/a.txt: was changed after it was cleaned" in ran.lines[0]


@pytest.mark.parametrize(
    "command", [("check",), ("diff",), ("blame",), ("stats",), ("apply", "-i", "-v")]
)
@pytest.mark.parametrize("name", ["a\x1b[31m.txt", "a\n.txt", "a\x9b.txt", "a\u202e.txt"])
def test_names_do_not_steer_the_terminal(here: Path, command: tuple[str, ...], name: str):
    put(name)
    ran = run(*command, name)
    said = ran.out.decode() + ran.err
    char = next(char for char in name if not char.isprintable())
    assert f"a‹U+{ord(char):04X}›" in said
    assert char not in said or char == "\n"
    if command[0] == "apply":
        assert f"a‹U+{ord(char):04X}›" in run("undo", name).err
    missing = run("check", "no" + name).err
    assert missing.startswith(f"cleaner: noa‹U+{ord(char):04X}›")
    assert len(missing.splitlines()) == 2


def test_an_unsure_encoding_is_said_and_not_converted(here: Path):
    put("a.txt")
    put("j.txt", JAPANESE)
    line = "cleaner: j.txt: encoding is unsure (gb18030, 0."
    for command in (["check"], ["apply", "-o", "out"], ["apply", "-i", "-j", "2"]):
        ran = run(*command, "a.txt", "j.txt", "-q")
        assert ran.code == int(command == ["check"])
        assert len(ran.lines) == 1
        assert ran.err.startswith(line)
        assert "say --encoding" in ran.err
    assert run("apply", "j.txt", "-q").err.startswith(line)
    put("a.txt")
    ran = run("apply", "-o", "utf", "--to", "utf-8", "a.txt", "j.txt", "-q")
    assert ran.code == 2
    assert ran.err.startswith(line)
    assert tree(here / "utf") == {"a.txt": CLEANED}
    assert run("apply", "j.txt", "--to", "utf-8", "-q").out == JAPANESE
    assert run("apply", "j.txt", "--to", "utf-8", "-q", "--encoding", "gbk").code == 0


def test_stray_bytes_are_not_converted_to_characters(here: Path):
    data = ("国" * 300).encode("gb18030") + b"\xff\n" + ("国" * 300).encode("gb18030")
    put("a.txt", data)
    ran = run("apply", "a.txt", "--to", "utf-8", "-q")
    assert ran.code == 0
    assert ran.out.decode("utf-8", "surrogateescape") == "国" * 300 + "\udcff\n" + "国" * 300
    data = ("國" * 300).encode("big5")
    put("b.txt", data + b"\xe4\n")
    assert run("apply", "b.txt", "--to", "utf-8", "-q", "--encoding", "big5").code == 0
    cut = ("國" * 300).encode("utf-16-le") + b"\x00\xd8"
    put("c.txt", cut)
    assert run("apply", "c.txt", "--to", "utf-8", "-q", "--encoding", "utf-16-le").code == 0


def test_files_of_other_kinds_are_counted(here: Path):
    put("in/a.TXT")
    put("in/b.Md", CLEANED)
    for name in ("in/c.html", "in/d.csv", "in/.e.csv", "in/f.log"):
        put(name)
    said = "3 files of other kinds left out; name them to read them"
    assert run("check", "in").lines[-1] == said
    assert run("apply", "in", "-o", "out").lines[-1] == said
    assert said in run("diff", "in").out.decode()
    assert "kinds" not in run("check", "in", "-q").err
    assert tree(here / "out") == {"a.TXT": CLEANED, "b.Md": CLEANED}
    assert "kinds" not in run("check", "in/a.TXT").err


@pytest.mark.parametrize("out", ["", "-"])
def test_an_output_that_is_no_folder_name(here: Path, out: str):
    put("a.txt")
    ran = run("apply", "a.txt", "-o", out)
    assert (ran.code, len(ran.lines)) == (2, 1)
    assert "-o takes a folder" in ran.err
    assert tree(here) == {"a.txt": DAMAGED}


def test_one_rule_is_no_rules(here: Path):
    put(
        "one.yaml",
        Path(__file__).with_name("trial.yaml").read_bytes().split(b"  - id: trial/name")[0],
    )
    ran = run("rules", "test", "one.yaml")
    assert ran.err == "1 rule, 4 examples (2 keep their text): 0 failed\n"
