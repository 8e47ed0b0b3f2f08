"""The tools that are compared, each as one function from text to text, with its defaults unless said.

A peer that is not installed is missing, and the tables say so: `pip install '.[bench]'`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

Tool = Callable[[str], str]

PUNCTUATION_ONLY = """{"rules": {
"space-word": 0, "space-punctuation": 0, "space-bracket": 0, "space-backticks": 0, "space-dash": 0,
"space-dollar": 0, "fullwidth": 1, "no-space-fullwidth": 1, "no-space-fullwidth-quote": 1,
"halfwidth-word": 1, "halfwidth-punctuation": 1, "spellcheck": 0}}"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool of others: what it is called, the package it comes in, and how it is made."""

    name: str
    package: str
    make: Callable[[], Tool]

    def tool(self) -> Tool | None:
        """The tool, or None where its package is missing."""
        try:
            version(self.package)
        except PackageNotFoundError:
            return None
        return self.make()


def _autocorrect(config: str = "{}") -> Tool:
    module = import_module("autocorrect_py")

    def run(text: str) -> str:
        # Its settings belong to the process: set before each run.
        module.load_config(config)
        return str(module.format(text))

    return run


def _cjk_text_formatter() -> Tool:
    polish: Tool = import_module("cjk_text_formatter.polish").polish_text
    return polish


def _ftfy() -> Tool:
    fix: Tool = import_module("ftfy").fix_text
    return fix


def _opencc() -> Tool:
    convert: Tool = import_module("opencc").OpenCC("t2s").convert
    return convert


def _reflow() -> Tool:
    reflow = import_module("opencc_pyo3.opencc_pyo3").reflow_cjk_paragraphs
    return lambda text: str(reflow(text, False, False))


def _trafilatura() -> Tool:
    """Its test for repeated elements, with its default limits, on each line of a text."""
    module = import_module("trafilatura.deduplication")
    options = import_module("trafilatura.settings").Extractor(dedup=True)
    element = import_module("lxml.etree").Element

    def run(text: str) -> str:
        module.LRU_TEST.clear()
        kept = []
        for line in text.split("\n"):
            paragraph = element("p")
            paragraph.text = line.strip("\r")
            if not module.duplicate_test(paragraph, options):
                kept.append(line)
        return "\n".join(kept)

    return run


def _pangu() -> Tool:
    module = import_module("pangu")
    # Named `spacing_text` up to version 4.
    space: Tool = getattr(module, "space_text", None) or module.spacing_text
    return space


def _zhconv() -> Tool:
    convert = import_module("zhconv_rs").zhconv
    return lambda text: str(convert(text, "zh-hans"))


PEERS = (
    Peer("autocorrect", "autocorrect-py", _autocorrect),
    Peer("autocorrect, marks", "autocorrect-py", lambda: _autocorrect(PUNCTUATION_ONLY)),
    Peer("cjk-formatter", "cjk-text-formatter", _cjk_text_formatter),
    Peer("ftfy", "ftfy", _ftfy),
    Peer("opencc t2s", "opencc", _opencc),
    Peer("pangu", "pangu", _pangu),
    Peer("zhconv-rs", "zhconv-rs", _zhconv),
)

# Peers that join lines or delete copies, and do nothing else: for the generated damage alone.
JOINERS = (
    Peer("opencc reflow", "opencc-pyo3", _reflow),
    Peer("trafilatura dedup", "trafilatura", _trafilatura),
)


def missing() -> list[str]:
    """The packages that are not installed."""
    return sorted({peer.package for peer in PEERS if peer.tool() is None})
