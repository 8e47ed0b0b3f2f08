"""What is kept of the built-in rules is what was read, or it is not taken."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner import clean, load_rules
from cleaner.errors import RulesError
from cleaner.operators import NAMES, OPERATORS, making
from cleaner.rulebook import builtin_digest, kept, reading
from cleaner.rulebook import load as loading
from cleaner.rulebook.places import builtin_files, order_file

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "fixtures" / "sources" / "003_116c44838a062c78.txt"


@pytest.fixture
def folder(tmp_path):
    """A folder in which the built-in rules are kept."""
    load_rules(remembered=tmp_path / "caches" / "cleaner")
    return tmp_path / "caches" / "cleaner"


@pytest.fixture
def reads(monkeypatch):
    """How often the built-in packs are read."""
    counted: list[int] = []
    original = reading.read_builtin

    def read(files, order, *, every):
        counted.append(1)
        return original(files, order, every=every)

    monkeypatch.setattr(reading, "read_builtin", read)
    return counted


def test_what_is_kept_is_what_was_read(folder):
    own, order = builtin_files(), order_file()
    read, back = reading.read_builtin(own, order, every=True), kept.recall(folder, builtin_digest())
    assert back is not None
    assert (back.packs, back.rules, back.names, back.found) == (
        read.packs,
        read.rules,
        read.names,
        [],
    )
    assert [type(value) for rule in back.rules for value in rule.options.values()] == [
        type(value) for rule in read.rules for value in rule.options.values()
    ]


def test_it_cleans_the_same(folder):
    text = SOURCE.read_text(encoding="utf-8")
    one, other = clean(text, load_rules(remembered=folder)), clean(text, load_rules())
    assert [hit.to_json() for hit in one.hits] == [hit.to_json() for hit in other.hits]
    assert load_rules(remembered=folder).digest == load_rules().digest


def test_it_is_read_once(folder, reads):
    load_rules(remembered=folder)
    load_rules(remembered=folder, select=["web"])
    assert not reads
    load_rules()
    load_rules(["web"], builtin=False, remembered=folder)
    assert len(reads) == 2


@pytest.mark.parametrize("harm", [
    lambda data: b"", lambda data: data[:-7], lambda data: data.replace("删".encode(), "改".encode(), 1)
    .replace(b"delete", b"remove", 1), lambda data: data.split(b"\n")[0] + b"\n[]", lambda data: b"\xff" * 99,
])  # fmt: skip
def test_what_is_not_whole_is_not_taken(folder, reads, harm):
    (file,) = folder.glob("*.json")
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert load_rules(remembered=folder).rules == load_rules().rules
    assert len(reads) == 2
    assert file.read_bytes() == whole


def test_other_packs_are_read(folder, reads, monkeypatch):
    changed = [replace(file, data=file.data + b"\n# changed\n") for file in builtin_files()]
    monkeypatch.setattr(loading, "builtin_files", lambda: changed)
    load_rules(remembered=folder)
    assert len(reads) == 1


def test_another_program_reads_for_itself(folder, reads, monkeypatch):
    monkeypatch.setattr(kept, "program_digest", lambda: "another")
    load_rules(remembered=folder)
    assert len(reads) == 1


def test_faults_are_not_kept(tmp_path, monkeypatch):
    broken = [replace(file, data=file.data + b"\nnonsense: 1\n") for file in builtin_files()]
    monkeypatch.setattr(loading, "builtin_files", lambda: broken)
    for _ in range(2):
        with pytest.raises(RulesError) as caught:
            load_rules(remembered=tmp_path)
        assert len(caught.value.findings) == len(broken)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    assert load_rules(remembered=tmp_path / "file" / "x").rules


def test_names_of_built_in_rules_stay_taken(folder, tmp_path):
    first = load_rules().rules[0]
    text = f"pack: {first.pack}\ntitle: 试\nversion: 1\nrules: []\n"
    (tmp_path / "own.yaml").write_text(text, "utf-8")
    with pytest.raises(RulesError, match=f"there is a pack '{first.pack}' already: rules/"):
        load_rules([tmp_path / "own.yaml"], remembered=folder)


def test_every_operator_is_found_by_its_name():
    modules = {path.stem for path in (ROOT / "cleaner" / "operators").glob("[a-z]*.py")}
    assert {OPERATORS[name].__module__.rpartition(".")[2] for name in NAMES} == modules
    assert all(OPERATORS[name].__name__ == name.replace("-", "_") for name in NAMES)
    assert "nowhere" not in OPERATORS
    assert list(OPERATORS) == sorted(NAMES)


def test_a_finder_is_made_by_name():
    assert callable(making("substitute", {"table": {"甲": "乙"}})())
