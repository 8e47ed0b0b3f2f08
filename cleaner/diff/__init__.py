"""Original against cleaned, for people and for `patch`: nothing here prints, and no two texts are searched for differences."""

from __future__ import annotations

from cleaner.diff.blame import Blamed, blame, blame_lines
from cleaner.diff.card import card, rule_json
from cleaner.diff.explained import explained
from cleaner.diff.paint import Paint
from cleaner.diff.pair import Pair, pair_of
from cleaner.diff.terminal import Terminal, said, summary
from cleaner.diff.unified import unified
from cleaner.diff.view import View

__all__ = [
    "Blamed",
    "Paint",
    "Pair",
    "Terminal",
    "View",
    "blame",
    "blame_lines",
    "card",
    "explained",
    "pair_of",
    "rule_json",
    "said",
    "summary",
    "unified",
]
