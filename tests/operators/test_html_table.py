"""Tables of HTML on one line become lines; tables that are shown stay."""

from __future__ import annotations

import pytest

from cleaner.operators.html_table import html_table
from tests.operators.running import applied

FINDER = html_table(words=("<table",))


@pytest.mark.parametrize(
    ("table", "after"),
    [
        ("<table width='9'><tr><td>甲</td><td>乙</td></tr></table>", "甲 | 乙"),
        (
            "<table><thead><tr><th align='left'>甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>",
            "甲\n乙",
        ),
        ("<table><tr><td style=''><p>甲</p><p>乙<br></p></td></tr></table>", "甲 乙"),
        ("<table><tr><td width='9'>甲<br/>乙</td><td><br/></td></tr></table>", "甲 乙 | "),
    ],
)
def test_each_row_becomes_a_line(table: str, after: str) -> None:
    assert applied(FINDER, f"题\n{table}\n文\n") == f"题\n{after}\n文\n"
    assert applied(FINDER, f"题\n{after}\n文\n") == f"题\n{after}\n文\n"


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>甲</td></tr></table>\n",
        "<table width='9'>\n<tr><td>甲</td></tr>\n</table>\n",
        "见<table width='9'><tr><td>甲</td></tr></table>\n",
        "<table width='9'><tr><td><table><tr></tr></table></td></tr></table>\n",
        "```\n<table width='9'><tr><td>甲</td></tr></table>\n```\n",
        "",
    ],
)
def test_what_is_shown_stays(text: str) -> None:
    assert applied(FINDER, text) == text
