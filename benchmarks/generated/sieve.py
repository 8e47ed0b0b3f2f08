"""What counts as clean: blocks that show no damage by the look of their characters.

The sieve knows nothing of the rules that are measured. It is strict, so that what was damaged before this
generator came is not taken for text that must stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.generated.readers import Block
from benchmarks.generated.tables import FOREIGN, TRADITIONAL

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_FULL = HAN + "，。、；：？！"
_HAN = re.compile(f"[{HAN}]")
_NARROW = re.compile(rf"(?<=[{_FULL}”’》）])[ ]?[,;:?!()]|[,;:?!()][ ]?(?=[{_FULL}“‘《（])")
# Controls, marks without width, radicals and other second codes of Han, what did not decode, full-width letters, digits.
_STRANGE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u2e80-\u2fdf\uf900-\ufaff\u200b-\u200f\u2028-\u202f\ufeff\ufffd\ue000-\uf8ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
)
_SPACED = re.compile(rf"[{HAN}，。、；：？！] +[{HAN}，。、；：？！]| $|^ |  ")
_FINAL = re.compile(r"[。！？…：；][”’』」）》]*$")
_PAIRS = ("（）", "“”", "‘’", "《》", "「」", "『』", "()", "[]")
_BORDER = re.compile(rf"(?<=[{HAN}]) ?(?=\d)|(?<=\d) ?(?=[{HAN}])")
_TRADITIONAL = FOREIGN | frozenset(TRADITIONAL.values())


def is_clean(block: Block) -> bool:
    """Whether a block is fit to be damaged and to be given back."""
    text = block.text
    han = len(_HAN.findall(text))
    if _STRANGE.search(text) or _NARROW.search(text):
        return False
    if block.kind != "heading" and _SPACED.search(text):  # a blank divides the parts of a headline
        return False
    if block.kind != "verse" and any(char in _TRADITIONAL for char in text):
        return False
    if any(not _paired(text, *pair) for pair in _PAIRS) or text.count('"') % 2:
        return False
    if block.kind == "heading":
        return han >= 4 and len(text) <= 40 and not re.search(r"[。，；！？：]", text)
    if block.kind == "verse":
        return han >= 20
    return han >= 20 and han >= 0.5 * len(text) and bool(_FINAL.search(text))


def _paired(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == opening) - (char == closing)
        if depth not in (0, 1, 2):
            return False
    return depth == 0


def clean_blocks(blocks: Iterable[Block]) -> list[Block]:
    """The clean ones, without headings over nothing and without copies of the block before."""
    out: list[Block] = []
    for block in blocks:
        if not is_clean(block) or (out and out[-1].text == block.text):
            continue
        if out and out[-1].kind == block.kind == "heading":
            out.pop()
        out.append(block)
    return out[:-1] if out and out[-1].kind == "heading" else out


def digit_borders(text: str) -> tuple[int, int]:
    """How many borders of Han and digit have a space, and how many have none."""
    found = _BORDER.findall(text)
    return found.count(" "), found.count("")
