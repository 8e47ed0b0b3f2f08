"""What a document is taken for, and that the reasons are those of the judgement itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner import load_rules
from cleaner.borders.breaks import Breaks
from cleaner.borders.told import Told
from cleaner.engine import run
from cleaner.explain import Anatomy, LineEnds
from cleaner.page import Page

RULES = load_rules()
FIXTURES = Path(__file__).parent.parent / "fixtures"
TEXTS = sorted((FIXTURES / "sources").glob("*.txt")) + sorted(
    (FIXTURES / "gold").glob("*.full.txt")
)
PROSE = "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度"
KEPT = sorted(
    path for path in (FIXTURES / "keep").glob("*.txt")
    if not path.name.startswith(("gb18030", "sutra-utf16", "traditional-notice"))
)  # fmt: skip


@pytest.mark.parametrize("path", TEXTS + KEPT, ids=lambda path: path.stem)
def test_reasons_agree_with_the_joins(path: Path) -> None:
    page = Page.of(path.read_text(encoding="utf-8-sig"))
    told, number = Told(page), {row: at for at, row in enumerate(page.filled)}
    joins = {number[one.right]: one.level for one in Breaks(page)}
    for at in range(1, len(page.filled)):
        verdict = told.why(at)
        assert verdict.level == joins.get(at)
        assert verdict.reason


def test_a_line_end_is_told_in_lines_of_the_source() -> None:
    text = f"当前位置:首页 > 正文\n\n春耕备耕\n\n{PROSE}，确保今年夏\n\n粮丰收到手。\n\n{PROSE}。\n"
    found = {(end.above, end.below): end for end in LineEnds(run(RULES, text))}
    assert found[5, 7].outcome == "joined"
    assert found[5, 7].rule == "joins/broken-sentence"
    assert found[3, 5].outcome == "not joined"


def test_a_full_line_goes_on() -> None:
    gold = next((FIXTURES / "gold").glob("000*.full.txt")).read_text(encoding="utf-8")
    whole = [part for part in gold.split("\n") if len(part) > 100][:5]
    cut = ("\n".join(part[at : at + 30] for at in range(0, len(part), 30)) for part in whole)
    ends = list(LineEnds(run(RULES, "\n\n".join(cut))))
    reasons = Counter(end.reason for end in ends if end.outcome == "joined")
    assert reasons["the line above is full: it is cut at the width of the lines"] >= 10
    assert all("full" in reason for reason in reasons)


def test_what_a_person_must_decide_is_pending() -> None:
    (end,) = LineEnds(run(RULES, f"{PROSE}，不误\n\n农时。"))
    assert (end.outcome, end.above, end.below) == ("pending", 1, 3)


def test_without_a_joining_rule_nothing_is_told() -> None:
    others = tuple(rule for rule in RULES.rules if rule.operator != "join")
    assert not list(LineEnds(run(replace(RULES, rules=others), f"{PROSE}，\n\n{PROSE}。")))


def test_anatomy() -> None:
    found = Anatomy.of(Page.of(f"春耕备耕\n\n{PROSE}。\n\n{PROSE}。\n"))
    assert (found.paragraphs, found.wraps) == ("blank lines", ())
    assert [zone.kind for zone in found.zones] == ["heading", "prose"]
