"""The command line, case by case, as files: arguments, input, output, exit code, files afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.running import run, tree

CASES = Path(__file__).parent.parent / "cases" / "cli"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def _bytes(value: str | dict[str, str]) -> bytes:
    return value.encode() if isinstance(value, str) else bytes.fromhex(value["hex"])


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any], here: Path):
    for name, content in case.get("files", {}).items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))
    ran = run(*case["run"], stdin=_bytes(case.get("stdin", "")))
    assert ran.code == case["exit"], ran.err
    if "stdout" in case:
        assert ran.out == _bytes(case["stdout"])
    if "stderr" in case:
        assert ran.err == case["stderr"]
    if "says" in case:
        assert len(ran.lines) == 1
        assert all(part in ran.err for part in case["says"]), ran.err
    if case["exit"] == 2:
        assert any(line.startswith("cleaner: ") for line in ran.lines)
    after = {name: _bytes(content) for name, content in case.get("after", {}).items()}
    assert tree(here) == after
