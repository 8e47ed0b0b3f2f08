"""Original against cleaned, for people and for `patch`: nothing here prints, and no two texts are searched for differences."""

from __future__ import annotations

from cleaner.diff.paint import Paint
from cleaner.diff.terminal import Terminal, said, summary
from cleaner.diff.unified import unified
from cleaner.diff.view import View

__all__ = ["Paint", "Terminal", "View", "said", "summary", "unified"]
