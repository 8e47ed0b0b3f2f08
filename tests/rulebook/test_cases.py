"""Each file of cases/ is a rule file that begins with the findings it must give, one a line."""

from pathlib import Path

import pytest

from cleaner.errors import RulesError
from cleaner.proof import check_rules
from cleaner.rulebook import load_rules

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def expected(path: Path) -> list[str]:
    lines = path.read_text("utf-8").split("\n")
    head = [line[2:] for line in lines if line.startswith("# ")]
    return [] if head == ["nothing"] else [line.replace("{path}", str(path)) for line in head]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_check_tells_every_fault_with_its_place(path):
    assert [str(one).replace(f"{path}:", "") for one in check_rules([path])] == expected(path)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_runs_with_a_broken_rule(path):
    wanted = expected(path)
    if not wanted:
        assert [rule.id for rule in load_rules([path], builtin=False).rules] == [
            "sample/breadcrumb"
        ]
        return
    with pytest.raises(RulesError) as caught:
        load_rules([path], builtin=False)
    assert [str(one).replace(f"{path}:", "") for one in caught.value.findings] == wanted


def test_all_files_are_told_at_once():
    paths = [path for path in CASES if path.stem in ("unknown-level", "hostile-nested", "tab")]
    with pytest.raises(RulesError) as caught:
        load_rules(paths)
    assert {Path(one.file).stem for one in caught.value.findings} >= {path.stem for path in paths}
    assert str(caught.value).count("\n") == len(caught.value.findings) - 1


def test_an_unknown_key_reads_as_the_guide_says(tmp_path):
    path = tmp_path / "web.yaml"
    path.write_text(CASES[0].with_name("unknown-key.yaml").read_text("utf-8"), "utf-8")
    shown = f"{path.as_posix()}:12:5: unknown key 'exampels' in rule 'sample/breadcrumb' (did you mean 'examples'?)"
    assert [str(one) for one in check_rules([path])] == [shown]


@pytest.mark.parametrize(
    ("data", "place", "word"),
    [
        (b"pack: web\ntitle: \xff\n", (2, 1), "not UTF-8"),
        (b"pack: web\ntitle: a\x07b\n", (2, 9), "U+0007"),
        (b"", (1, 1), "empty"),
        ("\ufeffpack: a\nrules: &x []\n".encode(), (2, 8), "anchor"),
        (b"pack: ! web\n", (1, 7), "tag"),
        (b"? [a]\n: b\n", (1, 3), "a key must be a word"),
    ],
)  # fmt: skip
def test_what_is_no_plain_yaml_is_told_with_its_place(tmp_path, data, place, word):
    path = tmp_path / "odd.yaml"
    path.write_bytes(data)
    found = [one for one in check_rules([path]) if word in one.message]
    assert [(one.line, one.column) for one in found] == [place]
