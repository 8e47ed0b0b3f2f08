"""Settings: the nearest file, checked strictly; tables for paths; the command line over all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.config import Settings, find_config, read_config
from cleaner.errors import UsageError
from cleaner.overrides import Overrides
from tests.cli.running import TRIAL, inside


def written(folder: Path, text: str, name: str = "cleaner.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_the_nearest_file_counts(tmp_path: Path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    project = written(tmp_path, "[tool.cleaner]\nlevel = 'review'\n", "pyproject.toml")
    written(tmp_path / "a", "[tool.other]\n", "pyproject.toml")
    assert find_config(deep) == project
    assert read_config(project).level == "review"
    own = written(tmp_path, "")
    assert find_config(deep) == own


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\nlevle = 'safe'", ":2: unknown setting 'levle' (did you mean 'level'?)"),
        ("level = 'brave'", ":1: 'level' must be safe or review, not 'brave'"),
        ("include = '*.txt'", ":1: 'include' must be a list of strings"),
        ("select = [1]", ":1: 'select' must be a list of strings"),
        ("builtin = 'no'", ":1: 'builtin' must be true or false"),
        ("level = ", "is not valid TOML: "),
        ("[paths.'*.txt']\nlevel = 'safe'\ninclude = []", ":3: unknown setting 'include'"),
        (
            "[paths.'*.txt']\nwrap = true",
            ":2: 'wrap' must be a number of columns from 8 on, or false",
        ),
        ("[paths.'*.txt']\nscript = 'latin'", ":2: 'script' must be simplified, traditional,"),
        ("[paths.'*.txt']\nwarp = 40", ":2: unknown setting 'warp' (did you mean 'wrap'?)"),
        ("wrap = 40", ":1: 'wrap' is for a table of paths: [paths.\"*\"]"),
        ("[paths]\n'*.txt' = 1", 'paths."*.txt" must be a table'),
    ],
)
def test_a_bad_file_is_one_line_with_its_place(tmp_path: Path, text: str, says: str):
    file = written(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_config(file)
    assert str(caught.value).startswith(str(file))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_config(tmp_path / "no.toml")


def test_tables_for_paths_and_the_command_line(tmp_path: Path):
    text = (
        "level = 'safe'\n[paths.'new/*']\nlevel = 'review'\n[paths.'*.md']\nignore = ['spacing']\n"
    )
    with inside(tmp_path):
        settings = read_config(written(tmp_path, text))
        assert settings.for_path("old/a.txt").level == "safe"
        assert settings.for_path("new/a.txt").level == "review"
        assert settings.for_path("new/a.md").ignore == ("spacing",)
        assert settings.with_flags(level="safe").for_path("new/a.txt").level == "safe"
        assert settings.with_flags(level=None, ignore=()).for_path("new/a.md").level == "review"


def test_what_is_said_of_files_adds_up(tmp_path: Path):
    text = "[paths.'books/**']\nwrap = 40\nform = 'prose'\n[paths.'*.txt']\nform = 'verse'\n"
    with inside(tmp_path):
        settings = read_config(written(tmp_path, text))
        assert settings.for_path("books/new/a.txt").overrides == Overrides(wrap=40, form="verse")
        assert settings.for_path("a.md").overrides == Overrides()


def test_a_source_pack_that_there_is_not_is_seen_before_any_work(tmp_path: Path):
    settings = read_config(written(tmp_path, "[paths.'x/*']\nsource = 'fencheng'"))
    with pytest.raises(UsageError, match="no source pack 'fencheng'"):
        settings.check()


def test_rule_files_are_relative_to_the_configuration(tmp_path: Path):
    written(tmp_path / "packs", TRIAL.read_text(encoding="utf-8"), "trial.yaml")
    settings = read_config(written(tmp_path, "rules = ['packs/trial.yaml']\nbuiltin = false"))
    assert settings.rule_set().rules[0].id == "trial/comma"
    assert settings.rule_set() is settings.rule_set()


def test_a_broken_rule_file_of_a_path_is_seen_before_any_work(tmp_path: Path):
    settings = read_config(written(tmp_path, "builtin = false\n[paths.'x/*']\nrules = ['no.yaml']"))
    with pytest.raises(UsageError, match=r"no\.yaml"):
        settings.check()


def test_defaults():
    assert read_config(None) == Settings()
