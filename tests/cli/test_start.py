"""What a start loads: nothing that is not asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CODE = """
import sys
from cleaner.cli import main
print(main(sys.argv[1:]), file=sys.stderr)
print(*sys.modules, file=sys.stderr)
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """The modules that a run in a folder has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *words], capture_output=True, text=True, cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    *_, code, modules = done.stderr.splitlines()
    assert code == "0", done.stderr
    return set(modules.split())


def test_help_loads_nothing_heavy(tmp_path: Path):
    heavy = {"numpy", "regex", "yaml", "ftfy", "opencc", "importlib.metadata"}
    assert not heavy & loaded(tmp_path, "--help")
    assert not heavy & loaded(tmp_path, "apply", "--help")


def test_a_small_file_loads_what_it_needs(tmp_path: Path):
    (tmp_path / "one.txt").write_text("会议强调,要抓好落实。\n", "utf-8")
    loaded(tmp_path, "apply", "one.txt")  # keeps the rules
    modules = loaded(tmp_path, "apply", "one.txt", "-q")
    assert {"numpy", "regex", "cleaner.operators.width"} <= modules
    reading = {"yaml", "cleaner.rulebook.reading", "cleaner.rulebook.needs"}
    others = {"ftfy", "opencc", "concurrent.futures", "importlib.metadata", "tomllib", "numpy.ma"}
    assert not (reading | others) & modules
    assert "cleaner.operators.tags" not in modules, "no text of tags"
