"""The table of operators: the name in a rule file, and the factory that makes its finder.

An operator is a keyword-only factory `def pattern(*, find: str, replace: str = "") -> Finder`. Its
keyword parameters, with their annotations and defaults, are the schema of a rule's `with:`. It raises
`ValueError` (or `regex.error`) for options that make no sense.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.operators.adjacent_copy import adjacent_copy
from cleaner.operators.alien_ending import alien_ending
from cleaner.operators.announced_count import announced_count
from cleaner.operators.balance import balance
from cleaner.operators.byline import byline
from cleaner.operators.calls import calls
from cleaner.operators.dates import dates
from cleaner.operators.entities import entities
from cleaner.operators.former_wraps import former_wraps
from cleaner.operators.homoglyphs import homoglyphs
from cleaner.operators.html_table import html_table
from cleaner.operators.impossible_date import impossible_date
from cleaner.operators.injected import injected
from cleaner.operators.inner_headline import inner_headline
from cleaner.operators.inner_note import inner_note
from cleaner.operators.interleaved import interleaved
from cleaner.operators.intruder import intruder
from cleaner.operators.join import join
from cleaner.operators.lines import lines
from cleaner.operators.marker import marker
from cleaner.operators.misplaced_tail import misplaced_tail
from cleaner.operators.misread_letters import misread_letters
from cleaner.operators.misread_once import misread_once
from cleaner.operators.misread_pairs import misread_pairs
from cleaner.operators.missing_separator import missing_separator
from cleaner.operators.mojibake import mojibake
from cleaner.operators.name_dot import name_dot
from cleaner.operators.overlap import closing_overlap, open_overlap
from cleaner.operators.page_furniture import page_furniture
from cleaner.operators.page_shell import page_shell
from cleaner.operators.part_whole import part_whole
from cleaner.operators.pattern import pattern
from cleaner.operators.private_use import private_use
from cleaner.operators.quotes import quotes
from cleaner.operators.radicals import radicals
from cleaner.operators.readings import readings
from cleaner.operators.repeated_item import repeated_item
from cleaner.operators.repeated_paragraph import repeated_paragraph
from cleaner.operators.repeated_word import repeated_word
from cleaner.operators.scraps import scraps
from cleaner.operators.script import script
from cleaner.operators.sign_off_date import sign_off_date
from cleaner.operators.slipped_marks import slipped_marks
from cleaner.operators.slipped_passage import slipped_passage
from cleaner.operators.spaced_words import spaced_words
from cleaner.operators.spacing import spacing
from cleaner.operators.stray_blanks import stray_blanks
from cleaner.operators.substitute import substitute
from cleaner.operators.tags import tags
from cleaner.operators.tail import tail
from cleaner.operators.truncated import truncated
from cleaner.operators.twin_term import twin_term
from cleaner.operators.two_versions import two_versions
from cleaner.operators.unreadable import unreadable
from cleaner.operators.watermark import watermark
from cleaner.operators.width import width
from cleaner.page import Finder

OPERATORS: dict[str, Callable[..., Finder]] = {
    "adjacent-copy": adjacent_copy,
    "alien-ending": alien_ending,
    "announced-count": announced_count,
    "balance": balance,
    "byline": byline,
    "calls": calls,
    "closing-overlap": closing_overlap,
    "dates": dates,
    "entities": entities,
    "former-wraps": former_wraps,
    "homoglyphs": homoglyphs,
    "html-table": html_table,
    "impossible-date": impossible_date,
    "injected": injected,
    "inner-headline": inner_headline,
    "inner-note": inner_note,
    "interleaved": interleaved,
    "intruder": intruder,
    "join": join,
    "lines": lines,
    "marker": marker,
    "misplaced-tail": misplaced_tail,
    "missing-separator": missing_separator,
    "misread-once": misread_once,
    "misread-letters": misread_letters,
    "misread-pairs": misread_pairs,
    "mojibake": mojibake,
    "name-dot": name_dot,
    "open-overlap": open_overlap,
    "page-furniture": page_furniture,
    "page-shell": page_shell,
    "part-whole": part_whole,
    "pattern": pattern,
    "private-use": private_use,
    "quotes": quotes,
    "radicals": radicals,
    "readings": readings,
    "repeated-item": repeated_item,
    "repeated-paragraph": repeated_paragraph,
    "repeated-word": repeated_word,
    "scraps": scraps,
    "script": script,
    "sign-off-date": sign_off_date,
    "slipped-marks": slipped_marks,
    "slipped-passage": slipped_passage,
    "spaced-words": spaced_words,
    "spacing": spacing,
    "stray-blanks": stray_blanks,
    "substitute": substitute,
    "tags": tags,
    "tail": tail,
    "truncated": truncated,
    "twin-term": twin_term,
    "two-versions": two_versions,
    "unreadable": unreadable,
    "watermark": watermark,
    "width": width,
}
