"""Patches: `git apply` and `patch -p1` make the cleaned bytes of the source bytes."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode import decode
from cleaner.diff import unified
from cleaner.diff.unified import shown_path
from cleaner.errors import UsageError
from tests.diff.helpers import cleaned, rule

COMMA = rule("a/comma", ",", "，")
BROKEN = rule("a/join", r"(?<=\p{Han})\n\n(?=\p{Han})", "")
DROPPED = rule("a/drop", r"^删.*\n?", "")
SPLIT = rule("a/split", "分", "\n")
RULES = (COMMA, DROPPED, BROKEN, SPLIT)

TEXTS = {
    "one line": "甲,乙\n",
    "without a final newline": "甲\n乙,丙",
    "final newline goes": "甲\n删",
    "at the start": "删一\n甲\n乙\n丙\n丁\n戊\n",
    "at the end": "甲\n乙\n丙\n丁\n戊\n删一\n",
    "all of it goes": "删一\n删二\n",
    "all of it goes, no final newline": "删一",
    "joins": "甲乙\n\n丙丁\n戊\n\n己\n",
    "far apart": "甲,\n" + "乙。\n" * 20 + "丙,\n" + "丁。\n" * 6 + "戊,\n" + "己。\n" * 7 + "庚,",
    "lines come in": "甲分乙\n丙\n丁分分\n",
    "crlf": "甲,乙\r\n丙\r\n删一\r\n丁\r\n",
    "mixed ends": "甲,乙\r\n丙\n删一\r\n丁,\n",
    "cr": "甲,乙\r丙\r删一\r丁\r",
    "form feed and U+2028": "甲,\x0c乙\u2028丙\u0085丁,\n戊\n",
    "bom": "\ufeff甲,乙\n丙\n",
}
NAMES = (
    "a.txt",
    "a b.txt",
    "汉字 文件.txt",
    "sub dir/深/é.txt",
    'quo"te.txt',
    "back\\slash.txt",
    "tab\t.txt",
)


def patch_of(name: str, data: bytes, to: str | None = None):
    document = decode(data)
    run = cleaned(document.text, *RULES)
    after = document.encode(run.text, run.changes.clusters, to=to).data
    return unified(name, data, after, run.source, run.text, run.changes.clusters), after


def applied(tool: list[str], folder: Path, name: str, data: bytes, patch: bytes) -> bytes:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    done = subprocess.run(tool, cwd=folder, input=patch, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr + patch
    return target.read_bytes() if target.exists() else b""


def tools():
    commands = {
        "git": ["git", "apply", "--whitespace=nowarn", "-"],
        "patch": ["patch", "-p1", "--binary"],
    }
    return [
        pytest.param(
            command,
            id=name,
            marks=pytest.mark.skipif(not shutil.which(name), reason="not installed"),
        )
        for name, command in commands.items()
    ]


@pytest.mark.parametrize("tool", tools())
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_patch_applies_to_texts_of_all_kinds(tool, text, tmp_path):
    data = text.encode()
    patch, after = patch_of("a.txt", data)
    assert data != after
    assert applied(tool, tmp_path, "a.txt", data, patch) == after


@pytest.mark.parametrize("tool", tools())
@pytest.mark.parametrize("name", NAMES)
def test_patch_finds_the_file_by_its_name(tool, name, tmp_path):
    data = "甲\n乙,\n丙".encode()
    patch, after = patch_of(name, data)
    assert applied(tool, tmp_path, name, data, patch) == after


@pytest.mark.parametrize("tool", tools())
@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_patch_is_in_the_encoding_of_the_file(tool, encoding, tmp_path):
    text = (
        "這是一個測試,我們要把逗號改過來。\n"
        if encoding == "big5"
        else "这是一个测试,我们要把逗号改过来。\n"
    )
    data = (text * 3).encode(encoding)
    patch, after = patch_of("a.txt", data)
    assert after != data
    assert applied(tool, tmp_path, "a.txt", data, patch) == after


@pytest.mark.parametrize("tool", tools())
def test_patch_of_a_converted_file(tool, tmp_path):
    data = ("ascii\n这是一个测试,我们要把逗号改过来。\n" * 3).encode("gb18030")
    patch, after = patch_of("a.txt", data, to="utf-8")
    assert "，" in after.decode()
    assert applied(tool, tmp_path, "a.txt", data, patch) == after


@pytest.mark.parametrize("data", [b"", b"\n\n", "甲。\n".encode()], ids=["empty", "blank", "good"])
def test_a_file_that_stays_has_no_patch(data):
    assert patch_of("a.txt", data) == (b"", data)


def test_utf16_is_refused_in_one_line():
    with pytest.raises(UsageError, match="UTF-16"):
        patch_of("a.txt", "甲,乙。这是一个测试\n".encode("utf-16"))


def test_lines_that_stay_are_not_in_a_hunk_twice():
    patch, _ = patch_of("a.txt", "甲\n删一\n乙\n".encode())
    assert patch.decode().splitlines()[3:] == ["@@ -1,3 +1,2 @@", " 甲", "-删一", " 乙"]


def test_paths_are_relative_and_have_no_dots(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert shown_path("./a//b.txt") == "a/b.txt"
    assert shown_path(str(tmp_path / "a.txt")) == "a.txt"
    assert shown_path("/x/y.txt") == "x/y.txt"
    assert not shown_path("../a.txt").startswith("..")


@given(st.text(alphabet="甲乙,删分\n", max_size=60), st.sampled_from(["\n", "\r\n"]))
def test_hunks_make_the_cleaned_lines(text, end):
    data = text.replace("\n", end).encode()
    patch, after = patch_of("a.txt", data)
    assert by_hand(data, patch) == after


def by_hand(data: bytes, patch: bytes) -> bytes:
    """A patch applied by the book: every kept and deleted line must be there."""
    old = data.split(b"\n")
    old = [line + b"\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    out: list[bytes] = []
    here = 0
    lines = patch.replace(b"\n\\ No newline at end of file\n", b"\0").split(b"\n")[3:]
    for line in "\n".join(part.decode() for part in lines).replace("\0", "\0\n").split("\n"):
        if line.startswith("@@"):
            start, _, count = line.split()[1][1:].partition(",")
            place = int(start) - (count != "0")
            out += old[here:place]
            here = place
            continue
        if not line:
            continue
        body = (line[1:-1] if line.endswith("\0") else line[1:] + "\n").encode()
        if line[0] in " -":
            assert old[here] == body
            here += 1
        if line[0] in " +":
            out.append(body)
    return b"".join([*out, *old[here:]])
