"""Make docs/diff.svg, the picture of a real diff in the README: `python docs/make_picture.py`.

What is drawn is what `cleaner diff --color always` writes. Each character is put into its own cell, since a
Han takes two and no viewer can be trusted to have a font that knows. Needs rich (it comes with typer).
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import MONOKAI
from rich.text import Text

from cleaner import clean
from cleaner.diff import Paint, Terminal, View, said

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "fixtures" / "sources" / "003_116c44838a062c78.txt"
COLUMNS = 96
CELL, LINE, MARGIN = 8.4, 20, 16
BACKGROUND, INK = "#1e1f22", "#d8d8d8"


def shown(source: Path, columns: int) -> list[str]:
    """The lines that the terminal shows, with their ANSI colours."""
    path = source.relative_to(ROOT).as_posix()
    text = source.read_text(encoding="utf-8")
    view = View(path, text, clean(text, path=path).hits)
    lines = [f"\x1b[1;32m$\x1b[0m cleaner diff {path}", ""]
    lines += Terminal(Paint(color=True), columns).lines(view)
    return [*lines, f"1 file: {said(view.counts)}"]


def drawn(lines: list[str], columns: int) -> str:
    """Lines with ANSI colours as an SVG."""
    width, height = columns * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    body = []
    console = Console(width=columns, color_system="standard", force_terminal=True)
    for number, line in enumerate(lines):
        baseline = MARGIN + number * LINE + 14
        cell = 0
        for segment in Text.from_ansi(line).render(console):
            if segment.text.strip():
                body.append(_run(segment.text, segment.style or Style(), cell, baseline))
            cell += cell_len(segment.text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" font-size="14" font-family="'
        "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', "
        "'Microsoft YaHei', 'Noto Sans CJK SC', monospace\">\n"
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _run(text: str, style: Style, cell: int, baseline: int) -> str:
    places = []
    here = cell
    for char in text:
        if char != " ":  # viewers fold blanks, and with them the places of what follows
            places.append(f"{MARGIN + here * CELL:.1f}")
        here += cell_len(char)
    color = style.color.get_truecolor(MONOKAI).hex if style.color else INK
    extra = ' font-weight="bold"' if style.bold else ""
    extra += ' opacity="0.6"' if style.dim else ""
    lines = ""
    for wanted, offset in ((style.strike, -5), (style.underline, 3)):
        if wanted:
            left, right = MARGIN + cell * CELL, MARGIN + here * CELL
            at = baseline + offset
            lines += f'<path d="M{left:.1f} {at}H{right:.1f}" stroke="{color}"/>'
    letters = escape(text.replace(" ", ""))
    spots = " ".join(places)
    return f'<text x="{spots}" y="{baseline}" fill="{color}"{extra}>{letters}</text>{lines}'


if __name__ == "__main__":
    picture = drawn(shown(SOURCE, COLUMNS), COLUMNS)
    (ROOT / "docs" / "diff.svg").write_text(picture, encoding="utf-8", newline="\n")
