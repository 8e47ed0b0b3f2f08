"""What the pages for people list is all there: modules in docs/architecture.md, rules in CHANGELOG.md."""

from __future__ import annotations

import re
from pathlib import Path

from cleaner.rulebook import default_rules

ROOT = Path(__file__).parent.parent


def test_the_page_on_architecture_names_every_module():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = {name.rstrip("/") for name in re.findall(r"`([a-z_]+/?)`", page)}
    folder = ROOT / "cleaner"
    views = ["lines", "borders", "printed", "web", "copies", "marks", "characters", "exempt"]
    rooms = [folder, *(folder / view for view in views)]
    modules = {path.stem for room in rooms for path in room.glob("*.py")}
    modules -= {"__init__", "__main__"}
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    assert sorted((modules | packages) - named) == []


def test_the_log_of_changes_names_every_rule_and_no_other():
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.findall(
        r"^- (`[a-z0-9.-]+/[a-z0-9-]+`(?:(?: \([a-z]+\))?,\s+`[^`]+`)*)", log, re.MULTILINE
    )
    named = {name for entry in entries for name in re.findall(r"`([^`]+)`", entry)}
    rules = {rule.id for rule in default_rules().rules}
    assert sorted(rules - named) == []
    unreleased = log.split("\n## ")[1]
    assert sorted(name for name in named - rules if name in unreleased) == []
