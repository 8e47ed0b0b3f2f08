"""Make docs/diff.svg, the picture of a real diff in the README: `python docs/make_picture.py`.

What is drawn is what `cleaner diff --color always` writes. Needs rich (`pip install rich`).
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.text import Text

from cleaner import clean
from cleaner.diff import Paint, Terminal, View, said

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "fixtures" / "sources" / "003_116c44838a062c78.txt"
COLUMNS = 100


def drawn(source: Path, columns: int = COLUMNS) -> str:
    """The diff of a file as an SVG."""
    path = source.relative_to(ROOT).as_posix()
    text = source.read_text(encoding="utf-8")
    view = View(path, text, clean(text, path=path).hits)
    lines = [f"\x1b[1;32m$\x1b[0m cleaner diff {path}", ""]
    lines += Terminal(Paint(color=True), columns).lines(view)
    lines.append(f"1 file: {said(view.counts)}")
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(lines)), soft_wrap=True)
    return console.export_svg(title="cleaner diff", unique_id="diff")


if __name__ == "__main__":
    (ROOT / "docs" / "diff.svg").write_text(drawn(SOURCE), encoding="utf-8", newline="\n")
