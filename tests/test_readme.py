"""What the README says works: its rule file, its Python, and each command of its tour, in order."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from cleaner.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ cleaner (.+)$", README, re.MULTILINE)


def block(language: str) -> str:
    """The first fenced block of a language."""
    found = re.search(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the five sources, the rule file of the README, and something incoming."""
    shutil.copytree(ROOT / "fixtures" / "sources", tmp_path / "fixtures" / "sources")
    (tmp_path / "our-site.yaml").write_text(block("yaml"), encoding="utf-8")
    (tmp_path / "incoming").mkdir()
    (tmp_path / "incoming" / "a.txt").write_text("正文。\n\n【打印】【关闭】\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_of_the_tour_work(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(COMMANDS) >= 8
    for command in COMMANDS:
        code = main(command.split())
        out, err = capsys.readouterr()
        assert code == 0 or (code == 1 and command.startswith("diff")), (command, err)
        assert out or err, command
    number = "003_116c44838a062c78.txt"
    restored = (checkout / "archive" / number).read_bytes()
    assert restored == (checkout / "fixtures" / "sources" / number).read_bytes()


def test_the_python_of_the_readme_works(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block("python"), "README.md", "exec"), {})  # noqa: S102 (it is our own page)
    assert "2020年1月1日后的贷款，适当" in capsys.readouterr().out


def test_the_settings_of_the_readme_are_known(checkout: Path) -> None:
    (checkout / "rules").mkdir()
    shutil.copy(checkout / "our-site.yaml", checkout / "rules")
    (checkout / "cleaner.toml").write_text(block("toml"), encoding="utf-8")
    assert main(["check", "incoming"]) == 1
