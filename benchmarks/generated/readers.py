"""Files of packages as blocks of text: paragraphs, headings, and lines that stand for themselves.

A line break of the markup is no line break of the text: between two Han it is nothing,
elsewhere a space, but not beside a full-width mark.
"""

from __future__ import annotations

import gettext
import gzip
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal, NamedTuple
from xml.etree import ElementTree

Kind = Literal["text", "heading", "verse"]


class Block(NamedTuple):
    """A paragraph, a heading, or a stanza of verse (the only kind with line breaks inside)."""

    kind: Kind
    text: str


_WIDE = r"[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
_MARK = "[，。、；：？！（）《》“”]"
_BREAK = re.compile(
    rf"(?<={_WIDE})[ \t]*\n\s*(?={_WIDE})|(?<={_MARK})[ \t]*\n\s*|[ \t]*\n\s*(?={_MARK})"
)
_BLANKS = re.compile(r"[ \t\n\r\u00a0]+")


def running(text: str) -> str:
    """Text of markup as one line."""
    return _BLANKS.sub(" ", _BREAK.sub("", text.replace("\r", ""))).strip(" ")


def content(path: Path) -> str:
    """The text of a file, unpacked where its name ends in .gz."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


class _Page(HTMLParser):
    BLOCKS = frozenset(
        [
            "p",
            "li",
            "dd",
            "dt",
            "td",
            "th",
            "tr",
            "table",
            "ul",
            "ol",
            "dl",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "title",
            "body",
            "br",
            "section",
        ]
    )
    SKIPPED = frozenset(["pre", "script", "style", "title", "nav", "head"])

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._kind: Kind = "text"
        self._skipping = 0

    def _flush(self) -> None:
        text = running("".join(self._parts))
        self._parts.clear()
        if text:
            self.blocks.append(Block(self._kind, text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in self.SKIPPED:
            self._flush()
            self._skipping += 1
        elif tag in self.BLOCKS:
            self._flush()
            self._kind = "heading" if re.fullmatch("h[1-6]", tag) else "text"

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag in self.BLOCKS:
            self._flush()
            self._kind = "text"

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._parts.append(data)


def html(path: Path) -> list[list[Block]]:
    """A page of HTML."""
    page = _Page()
    page.feed(content(path))
    page.close()
    return [page.blocks]


def mallard(path: Path) -> list[list[Block]]:
    """A page of the GNOME help: titles and paragraphs."""
    blocks = []
    for element in ElementTree.fromstring(content(path)).iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in ("p", "title") and not element.get("type"):
            text = running("".join(element.itertext()))
            blocks.append(Block("heading" if tag == "title" else "text", text))
    return [blocks]


def catalogue(path: Path) -> list[list[Block]]:
    """A catalogue of translations: its long messages, each line a paragraph."""
    with path.open("rb") as stream:
        messages = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
    documents: list[list[Block]] = [[]]
    for key, message in messages.items():
        if not key or not isinstance(message, str) or len(message) < 30 or "<" in message:
            continue
        rows = [running(row) for row in message.split("\n")]
        documents[-1] += [Block("text", row) for row in rows if row]
        if sum(len(block.text) for block in documents[-1]) > 8000:
            documents.append([])
    return documents


def lyx(path: Path) -> list[list[Block]]:
    """A document of LyX: sections and standard paragraphs without insets."""
    blocks = []
    layouts = re.findall(r"\\begin_layout (\w+)\n(.*?)\n\\end_layout", content(path), re.DOTALL)
    for layout, body in layouts:
        body = re.sub(r"\\SpecialChar (\w+)\n?", r"\1", body)
        if "\\begin_inset" in body or layout not in (
            "Standard",
            "Itemize",
            "Section",
            "Subsection",
        ):
            continue
        text = running(re.sub(r"^\\.*\n?", "", body, flags=re.MULTILINE))
        blocks.append(Block("heading" if "ection" in layout else "text", text))
    return [blocks]


def rst(path: Path) -> list[list[Block]]:
    """A document of reStructuredText: headings and paragraphs at the left margin or in lists."""
    blocks = []
    for chunk in re.split(r"\n[ \t]*\n", content(path)):
        rows = chunk.strip("\n").split("\n")
        marked = len(rows) > 1 and re.fullmatch(r"([=\-~^\"'*+#.])\1{2,}", rows[-1].strip())
        if marked and len(rows) <= 3:
            blocks.append(Block("heading", running(rows[-2])))
        elif not re.match(r"\s|\.\.|:|\||[=+-]{3}", chunk) and "::" not in chunk:
            text = running(re.sub(r"``|\*\*|:\w+:(?=`)|`_?", "", chunk))
            blocks.append(Block("text", re.sub(r"^(?:[-*]|\d+[.)]|#\.) +", "", text)))
    return [blocks]


def lipsum(path: Path) -> list[list[Block]]:
    """The filler texts of zhlipsum, without the two that have no meaning."""
    documents = []
    for name, body in re.findall(r"\+newzhlipsum < (\w+) >\n  <\n(.*?)\n  >", content(path), re.S):
        if name not in ("simp", "trad"):
            paragraphs = re.findall(r"<(.*?)>", body, re.DOTALL)
            texts = (re.sub(r"\+([%&#])|\+\w+\s*|\*", r"\1", text) for text in paragraphs)
            # Traditional text stays whole: what is simplified elsewhere is no damage here.
            kind: Kind = "verse" if name in ("nanshanjing", "xiangyu") else "text"
            documents.append([Block(kind, running(text)) for text in texts])
    return documents


def fortune(path: Path) -> list[list[Block]]:
    """Sayings divided by `%`: verse, and prose in which every line ends a sentence."""
    documents: list[list[Block]] = [[]]
    for entry in re.sub(r"\x1b\[[\d;]*m", "", content(path)).split("\n%\n"):
        rows = [row.strip() for row in entry.split("\n") if row.strip()]
        rows = [row for row in rows if not re.match("--|※|——", row)]
        if not rows:
            continue
        if path.name.startswith(("tang", "song")):
            documents[-1].append(Block("verse", "\n".join(rows)))
        elif all(re.search(r"[。！？”…]$", row) and len(row) >= 20 for row in rows):
            documents[-1] += [Block("text", row) for row in rows]
        if sum(len(block.text) for block in documents[-1]) > 8000:
            documents.append([])
    return documents


def entries(path: Path) -> list[list[Block]]:
    """Descriptions divided by `%%%%`; the first line is a key. Lines are broken after marks."""
    blocks = []
    for entry in content(path).split("%%%%\n"):
        _, _, body = entry.partition("\n")
        paragraphs = re.split(r"\n[ \t]*\n", body.strip())
        plain = (each for each in paragraphs if not re.search(r"[{}<>@_]|^:", each))
        blocks += [Block("text", running(paragraph)) for paragraph in plain]
    return [blocks]


READERS: dict[str, Callable[[Path], list[list[Block]]]] = {
    "html": html, "mallard": mallard, "catalogue": catalogue, "lyx": lyx, "rst": rst,
    "lipsum": lipsum, "fortune": fortune, "entries": entries,
}  # fmt: skip


def documents(root: Path, patterns: tuple[str, ...], reader: str) -> Iterator[list[Block]]:
    """The documents of the files that match, in the order of their paths; empty ones left out."""
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            for blocks in READERS[reader](path):
                kept = [block for block in blocks if block.text]
                if kept:
                    yield kept
