"""Damage to the layout: columns, pages, furniture, hard wraps."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from benchmarks.generated.damage import Draft, Edit, Patch
from benchmarks.generated.places import Borders, near, rows, slices, texts, width


def columns(draft: Draft, rng: random.Random, rate: float) -> None:
    """Blank lines inside sentences: long paragraphs come as nearly equal slices of newspaper columns.

    What other damage has parted already is sliced piece by piece: no column is a character or two long.
    """
    size = rng.randint(28, 90)
    patches = []
    for span in texts(draft, int(size * 1.5)):
        if rng.random() < 0.6 * rate:
            for piece in rows(draft, span):
                places = slices(draft, piece, size, rng)
                patches += [Patch(at, at, "\n\n", "columns") for at in places]
    draft.apply(patches)


_NUMBERS = (
    "— {page} —", "- {page} -", "－{page}－", "第{page}页 共{total}页", "第 {page} 页", "{page}", "{page}/{total}",
)  # fmt: skip


def _pages(draft: Draft, rng: random.Random, *, inside: bool, rate: float) -> None:
    """Page breaks every so many characters; inside sentences, or between paragraphs alone."""
    size = int(rng.randint(350, 800) / max(rate, 0.1))
    head = _running_head(draft, rng) if rng.random() < 0.5 else ""
    number = rng.choice(_NUMBERS) if rng.random() < 0.8 or not (head or inside) else None
    total = len(draft.text) // size + 1
    first = rng.choice((1, 1, 2, rng.randint(3, 40)))
    gap = rng.choice(("\n\n", "\n\n", "\n"))
    patches = []
    for page in range(total - 1):
        furniture = "".join(
            f"{gap}{line}"
            for line in (
                number.format(page=first + page, total=first + total) if number else "",
                head,
            )
            if line
        )
        at, kind = _page_end(draft, (page + 1) * size, inside)
        if at is None or (kind == "furniture" and not furniture):
            continue
        if kind == "pages":
            patches.append(Patch(at, at, furniture + gap, kind, also=gap))
        else:
            patches.append(Patch(at, at, furniture, kind))
    draft.apply(patches)


def _page_end(draft: Draft, target: int, inside: bool) -> tuple[int | None, str]:
    for span in draft.spans:
        if span.end < target - 40 or span.kind != "text":
            continue
        if inside and span.start + 20 <= target <= span.end - 20:
            place = near(draft.text, target, span, 12)
            return (None, "") if place is None else (place, "pages")
        if span.end >= target:
            return (span.end, "furniture") if span is not draft.spans[-1] else (None, "")
    return None, ""


def _running_head(draft: Draft, rng: random.Random) -> str:
    """A running head: the first heading, or a title like one."""
    heads = [draft.text[s.start : s.end] for s in draft.spans if s.kind == "heading"]
    titles = ["使用手册", "第一章 概述", "内部资料", "工作简报 第12期", "学习参考"]
    return heads[0] if heads and rng.random() < 0.5 else rng.choice(titles)


def pages(draft: Draft, rng: random.Random, rate: float) -> None:
    """Page breaks inside sentences, with or without a page number and a running head between."""
    _pages(draft, rng, inside=True, rate=rate)


def furniture(draft: Draft, rng: random.Random, rate: float) -> None:
    """Page numbers and running heads between paragraphs, in step."""
    _pages(draft, rng, inside=False, rate=rate)


_START = "，。、；：？！）》”’…—」』,.;:?!)"


def wrap_places(text: str, limit: int, first: int, kinsoku: bool) -> list[tuple[int, int]]:
    """Where lines of `limit` columns break: spans that a line end replaces (a blank, or nothing)."""
    places = []
    column = first
    pieces = list(re.finditer(r"[\x21-\x7e\u00c0-\u024f]+| +|.", text, re.DOTALL))
    line_start = 0
    for index, piece in enumerate(pieces):
        size = width(piece.group())
        if column + size <= limit or index == line_start:
            column += size
            continue
        cut = index
        if kinsoku:
            while cut > line_start + 1 and pieces[cut].group()[0] in _START:
                cut -= 1
        if pieces[cut].group().isspace():
            places.append(pieces[cut].span())
            line_start = cut + 1
            column = 0
        elif pieces[cut - 1].group().isspace():
            places.append(pieces[cut - 1].span())
            line_start = cut
            column = sum(width(each.group()) for each in pieces[cut : index + 1])
        else:
            places.append((pieces[cut].start(),) * 2)
            line_start = cut
            column = sum(width(each.group()) for each in pieces[cut : index + 1])
    return places


def wraps(draft: Draft, rng: random.Random, rate: float) -> None:
    """Hard wraps at one width of 20 to 80 columns, all through the document.

    A line end hides whether a blank stood there, so what stood there is what mostly stands at such borders.
    """
    limit = rng.choice((20, 24, 30, 32, 36, 40, 44, 56, 60, 64, 70, 72, 76, 78, 80))
    kinsoku = rng.random() < 0.6
    kind = {"\n\n": "wraps, blank line", "\n": "wraps, bare"}[draft.style.separator]
    if draft.style.indent:
        kind = "wraps, indented"
    patches = []
    for span in draft.spans:
        if span.kind in ("text", "copy") and rng.random() < rate:
            first = width(draft.style.indent)
            for start, end in wrap_places(draft.text[span.start : span.end], limit, first, kinsoku):
                patches.append(Patch(span.start + start, span.start + end, "\n", kind))
    borders = Borders(draft.text)
    draft.apply(patches)
    draft.edits = [
        replace(edit, clean=borders.usual(*_beside(draft.text, edit), edit.clean))
        for edit in draft.edits
    ]


def _beside(text: str, edit: Edit) -> tuple[str, str]:
    """Two characters on each side of an edit."""
    return text[max(0, edit.start - 2) : edit.start], text[edit.end : edit.end + 2]
