"""Damage to single characters: folded marks, traditional forms, blanks, dates."""

from __future__ import annotations

import random
import re
from calendar import monthrange

from benchmarks.generated.damage import Draft, Patch, Span
from benchmarks.generated.layout import wrap_places
from benchmarks.generated.places import texts
from benchmarks.generated.sieve import HAN, digit_borders
from benchmarks.generated.tables import FOLDED, TRADITIONAL

EACH_SPELLING = 12
"""Borders of Han and digits with a blank, and without, that a document shows at least if it mixes them."""

_WORD = re.compile(r"[A-Za-z0-9.%-]+")
_VERSION = re.compile(r"[A-Za-z][-.\d]+$")


def fold(draft: Draft, rng: random.Random, rate: float) -> None:
    """Full-width marks become half-width: all of them, or a share here and there.

    Around Latin words half-width brackets are as good: those are only folded where all marks are, and
    around one word.
    """
    share = 1.0 if rng.random() < 0.5 else rng.uniform(0.1, 0.5)
    patches = []
    # Brackets go in pairs; between digits or Latin nothing would tell what stood there.
    for hit in re.finditer(rf"(?<=[{HAN}”》])（([^（）\n]+)）(?=[{HAN}，。、])", draft.text):
        latin = not re.search(f"[{HAN}]", hit.group(1))
        if latin and (share < 1 or not _WORD.fullmatch(hit.group(1))):
            continue
        if rng.random() < share * rate:
            patches += [
                Patch(hit.start(), hit.start() + 1, "(", "folded marks"),
                Patch(hit.end() - 1, hit.end(), ")", "folded marks"),
            ]
    for hit in re.finditer(rf"(?<=[{HAN}])[，；：！？](?=[{HAN}“《\n])", draft.text):
        if rng.random() < share * rate:
            patches.append(Patch(*hit.span(), FOLDED[hit.group()], "folded marks"))
    draft.apply(patches)


def traditional(draft: Draft, rng: random.Random, rate: float) -> None:
    """Single characters in their traditional form."""
    places = [i for i, char in enumerate(draft.text) if char in TRADITIONAL]
    count = min(len(places), round(rng.randint(3, 8) * rate))
    draft.apply(
        [
            Patch(at, at + 1, TRADITIONAL[draft.text[at]], "traditional characters")
            for at in rng.sample(places, count)
        ]
    )


def digit_spaces(draft: Draft, rng: random.Random, rate: float) -> None:
    """Blanks between Han and digits in part of the document; the rest has none.

    A document that has not a dozen borders with a blank, or a dozen without, shows no mixture. Behind a Latin
    word that ends in a digit a blank is nothing strange where Latin words are set off.
    """
    share = rng.uniform(0.3, 0.7)
    text = draft.text
    sets_off = re.search(rf"[{HAN}] [A-Za-z]|[A-Za-z] [{HAN}]", text)
    borders = [
        border
        for border in re.finditer(rf"(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])", text)
        if draft.is_clear(border.start())
        and not (sets_off and _VERSION.search(text, max(0, border.start() - 20), border.start()))
    ]
    if re.search(rf"[{HAN}] \d|\d [{HAN}]", text):
        return
    chosen = [border.start() for border in borders if rng.random() < share * rate]
    if min(len(chosen), len(borders) - len(chosen)) < EACH_SPELLING:
        return
    draft.apply([Patch(at, at, " ", "digit spaces") for at in chosen])


def break_spaces(draft: Draft, rng: random.Random, rate: float) -> None:
    """Blanks where lines broke: a former hard wrap whose line ends became spaces."""
    limit = rng.choice((40, 60, 70, 76))
    patches = []
    for span in texts(draft, limit):
        for start, end in wrap_places(draft.text[span.start : span.end], limit, 0, kinsoku=False):
            if start == end and rng.random() < rate:
                patches.append(Patch(span.start + start, span.start + end, " ", "break spaces"))
    draft.apply(patches)


def splits(digits: str) -> int:
    """In how many ways digits are a year, a month and a day."""
    year = int(digits[:4])
    rest = digits[4:]
    pairs = ((rest[:cut], rest[cut:]) for cut in range(1, len(rest)))
    return sum(
        month[0] != "0" and day[0] != "0" and len(month) <= 2 and len(day) <= 2
        and 1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(year, int(month))[1]
        for month, day in pairs
    )  # fmt: skip


def datelines(draft: Draft, rng: random.Random) -> Draft:
    """The same clean document with dates at the head of some paragraphs, as notices have them.

    A text that sets blanks beside its digits stays: dates without them would make a mixed one of it.
    """
    if digit_borders(draft.text)[0]:
        return draft
    text, spans, moved, at = [], [], 0, 0
    for span in draft.spans:
        text.append(draft.text[at : span.start])
        at = span.start
        added = ""
        if span.kind == "text" and rng.random() < 0.25:
            date = f"{rng.randint(1998, 2023)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
            added = rng.choice((f"{date}，", f"（{date}）", f"自{date}起，", f"截至{date}，"))
        text.append(added)
        spans.append(Span(span.start + moved, span.end + moved + len(added), span.kind))
        moved += len(added)
    return Draft("".join([*text, draft.text[at:]]), draft.style, spans)


def dates(draft: Draft, rng: random.Random, rate: float) -> None:
    """年 and 月 lost where the digits have one reading: `2020年1月1日` becomes `202011日`."""
    found = re.finditer(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})(?=日)", draft.text)
    fit = [hit for hit in found if splits("".join(hit.groups())) == 1]
    chosen = rng.sample(fit, min(len(fit), max(3, round(len(fit) * 0.5 * rate))))
    draft.apply([Patch(*hit.span(), "".join(hit.groups()), "dates") for hit in chosen])
