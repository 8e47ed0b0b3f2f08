"""A working folder with the rules of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import config, inside


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    config(tmp_path)
    with inside(tmp_path):
        yield tmp_path
