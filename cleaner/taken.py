"""What a document is taken for: what the rules of a run went by, or were told, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast

from cleaner.characters.hanzi import script_of
from cleaner.decode import UNSURE
from cleaner.engine import Cleaned
from cleaner.layout import Layout
from cleaner.lines.kinds import Kind
from cleaner.lines.zones import Zones, is_verse
from cleaner.marks.decision import punctuation_of
from cleaner.operators.spacing import mixes
from cleaner.overrides import Blanks, Form, Paragraphs, Punctuation, Script
from cleaner.page import Page
from cleaner.printed.furniture import Furniture
from cleaner.profile import Profile

Habit = Blanks | Literal["unclear"]


@dataclass(frozen=True)
class Taken:
    """What one document is taken for.

    Each value is the one by which the rules of the run acted. What no rule asked for is judged by the same functions on
    the source. `overridden` names what a person said (`cleaner.overrides`).
    """

    encoding: str
    margin: float
    """How much better the encoding fits than the next one: 0 to 1; 1 is certain."""
    script: Script
    form: Form
    """In verse no lines are joined."""
    lines: dict[Kind, int]
    """How many filled lines of the source look like prose, verse, a list, a table and so on; the most first."""
    paragraphs: Paragraphs
    """What parts paragraphs, as the joining rules found it."""
    wraps: tuple[int, ...]
    """The widths in columns (Han 2, Latin 1) at which lines are cut; none: they are not."""
    indent: int
    """Blanks before lines that go on."""
    punctuation: Punctuation | Literal["none"]
    """See `cleaner.overrides.Punctuation`; none: there are no marks that tell."""
    digit_blanks: Habit
    digit_borders: tuple[int, int]
    """How often Han and a digit meet with a blank between, and without."""
    latin_blanks: Habit
    latin_borders: tuple[int, int]
    page_numbers: int
    """Lines that are page numbers."""
    running_heads: int
    """Lines that are running heads or feet."""
    form_feeds: int
    """Lines beside form feeds that part pages."""
    sources: tuple[str, ...]
    """The source packs that are for it."""
    overridden: dict[str, object]

    @classmethod
    def of(cls, cleaned: Cleaned) -> Taken:
        """What the document of a run is taken for."""
        profile = cleaned.profile
        page, used = Page(cleaned.source, profile, cleaned.path), profile.used
        layout = cast(Layout, used.get("layout") or page.layout)
        furniture = used.get("furniture") or page.view(Furniture.of).counts
        numbers, heads, feeds = cast(tuple[int, int, int], furniture)
        return cls(
            encoding=profile.encoding,
            margin=round(profile.margin, 3),
            script=script_of(page),
            form="verse" if is_verse(page) else "prose",
            lines=dict(page.view(Zones).shares.most_common()),
            paragraphs=paragraphs_of(layout),
            wraps=tuple(wrap.width for wrap in layout.wraps),
            indent=layout.margin,
            punctuation=punctuation_of(page),
            digit_blanks="mixed" if mixes(page) else _habit(profile, "0"),
            digit_borders=profile.digit_borders,
            latin_blanks=_habit(profile, "a"),
            latin_borders=profile.latin_borders,
            page_numbers=numbers,
            running_heads=heads,
            form_feeds=feeds,
            sources=cast(tuple[str, ...], used.get("sources", ())),
            overridden=profile.overrides.said(),
        )

    @property
    def unsure(self) -> bool:
        """Whether the encoding is a guess that may well be wrong. (UTF-8 shows itself.)"""
        return self.margin < UNSURE and self.encoding != "utf-8"

    def to_json(self) -> dict[str, Any]:
        """The profile of a record, and of `cleaner stats --format jsonl`."""
        pairs = {"wraps", "digit_borders", "latin_borders", "sources"}
        values = {
            name: list(value) if name in pairs else value for name, value in vars(self).items()
        }
        return {**values, "unsure": self.unsure, "folded": self.punctuation == "folded"}


def paragraphs_of(layout: Layout) -> Paragraphs:
    """What parts the paragraphs in a layout."""
    return "indents" if layout.indented else "blank lines" if layout.spaced else "line ends"


def _habit(profile: Profile, char: str) -> Habit:
    habit = profile.sets_off(char)
    return "unclear" if habit is None else "spaced" if habit else "tight"
