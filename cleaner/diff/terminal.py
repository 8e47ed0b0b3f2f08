"""A diff for people: file by file, excerpt by excerpt, under the rule and the reason of the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cleaner.diff.excerpt import Excerpt, excerpt, groups
from cleaner.diff.fold import Fold, fold
from cleaner.diff.glyphs import NEWLINE, columns, inline, shown
from cleaner.diff.paint import Paint, wrapped
from cleaner.diff.view import View
from cleaner.model import Change

_ORDER = "!?i~x "
"""Marks of an excerpt's gutter; the first that one of its hits has is shown."""


class Tag(NamedTuple):
    """What stands above an excerpt: the rules of a change and the reason. `what`: the change itself,
    where an excerpt has several."""

    rules: tuple[str, ...]
    reason: str
    what: str = ""


@dataclass
class Terminal:
    """Renders views as lines of text of at most `width` columns.

    `full`: mass edits one by one, and nothing left out.
    """

    paint: Paint
    width: int = 80
    full: bool = False
    _told: set[tuple[str, ...]] = field(default_factory=set, repr=False)

    def lines(self, view: View) -> Iterator[str]:
        """The diff of one file, a headline first; nothing for a file without hits."""
        if not view.hits:
            return
        yield self.title(view)
        if view.note:
            yield "  " + self.paint.text("dim", view.note)
        self._told = set()
        single, folds = (list(view.hits), []) if self.full else fold(view.hits)
        single = [hit for hit in single if self.full or hit.status != "rejected"]
        last = max(hit.line + hit.before.count("\n") for hit in view.hits)
        gutter = max(len(str(last)), 3) + 4
        above: list[Tag] = []
        for group in groups(view, list(_merged(single))):
            tags = _tags(group)
            if tags != above:
                yield ""
                for tag in tags:
                    yield from self._tag(tag)
            above = tags
            yield from self._excerpt(view, group, gutter)
        for one in folds:
            yield ""
            yield from self._fold(view, one, gutter)
        yield ""

    def title(self, view: View) -> str:
        """The headline of a file: its path, and the counts of its hits."""
        counted = said(view.counts, recorded=view.recorded)
        return (
            self.paint.text("path", "".join(shown(view.path)).replace(NEWLINE, "‹U+000A›"))
            + "  "
            + self.paint.text("dim", counted)
        )

    def _tag(self, tag: Tag) -> Iterator[str]:
        """The rules, and the reason unless it was told before in this file."""
        key = (*tag.rules, tag.reason)
        reason = "" if key in self._told else tag.reason
        self._told.add(key)
        yield from self._headed(" + ".join(tag.rules), reason, tag.what)

    def _headed(self, name: str, text: str, what: str = "") -> Iterator[str]:
        """A line that names a rule and what it changes; its reason behind, or below if it is long."""
        head = "  " + self.paint.text("rule", name)
        used = 2 + columns(name)
        for part, style in ((what, "same"), (text, "dim")):
            if part and used + 2 + columns(part) <= self.width:
                head += "  " + self.paint.text(style, part)
                used += 2 + columns(part)
                continue
            rows = wrapped(part, self.width - 4)
            for row in rows:
                yield head
                head = "    " + self.paint.text(style, row)
                used = 4 + columns(row)
        yield head

    def _excerpt(self, view: View, group: Sequence[Change], gutter: int) -> Iterator[str]:
        one = excerpt(view, group, self.paint, self.width - gutter, full=self.full)
        mark = min((mark_of(hit) for hit in group), key=_ORDER.index)
        yield from self._numbered(one, mark, gutter)

    def _numbered(self, one: Excerpt, mark: str, gutter: int) -> Iterator[str]:
        for pieces, line in zip(one.rows, one.lines, strict=True):
            number = f"{line or '':>{gutter - 4}}"
            margin = f" {self.paint.text(mark, mark)} {self.paint.text('number', number)} "
            for row in self.paint.rows(pieces, self.width - gutter):
                yield (margin + row).rstrip()
                margin = " " * gutter

    def _fold(self, view: View, one: Fold, gutter: int) -> Iterator[str]:
        """One line for a mass of hits, then two of them; of notes only their places."""
        count = f"{len(one.hits):,}×"
        if one.is_note:
            lines = ", ".join(str(hit.line) for hit in one.hits[:12])
            more = ", …" if len(one.hits) > 12 else ""
            yield from self._headed(one.rules[-1], f"{count}  {one.hits[0].message}")
            yield f" {self.paint.text('i', 'i')} " + self.paint.text("dim", f"lines {lines}{more}")
            return
        yield from self._headed(" + ".join(one.rules), one.hits[0].message, _pairs(one))
        for group in groups(view, one.samples):
            yield from self._excerpt(view, group, gutter)


def _merged(hits: Iterable[Change]) -> Iterator[Change]:
    """Deletions of whole lines that touch and have one reason as one, so that they read as one block."""
    held: Change | None = None
    for hit in hits:
        if (
            held is not None
            and held.end == hit.start
            and not held.after
            and not hit.after
            and "\n" in held.before
            and (held.rules, held.status, held.message) == (hit.rules, hit.status, hit.message)
        ):
            held = replace(held, end=hit.end, before=held.before + hit.before)
            continue
        if held is not None:
            yield held
        held = hit
    if held is not None:
        yield held


def _pairs(one: Fold) -> str:
    """`, → ，` with its number, for the most frequent pairs of a fold."""
    parts = [f"{n:,}× {inline(before)} → {inline(after)}" for (before, after), n in one.pairs[:4]]
    rest = one.pairs[4:]
    if rest:
        parts.append(f"{sum(n for _, n in rest):,}× others")
    return "   ".join(parts)


def _tags(group: Sequence[Change]) -> list[Tag]:
    """The tags of an excerpt; with what each change does, where there are different ones."""
    found: dict[Tag, Counter[str]] = {}
    for hit in group:
        found.setdefault(Tag(hit.rules, _reason(hit)), Counter())[_what(hit)] += 1
    if len(found) == 1:
        return list(found)
    return [tag._replace(what=_counted(what)) for tag, what in found.items()]


def _counted(what: Counter[str]) -> str:
    parts = [text if count == 1 else f"{count}× {text}" for text, count in what.items()]
    return " · ".join(parts[:3]) + (" …" if len(parts) > 3 else "")


def _what(hit: Change) -> str:
    if hit.status == "flagged":
        return inline(hit.before, 16)
    return f"{inline(hit.before, 16)} → {inline(hit.after, 16)}"


def _reason(hit: Change) -> str:
    if hit.candidates and not any(text in hit.message for text in hit.candidates):
        return f"{hit.message}: {' or '.join(hit.candidates)}?"
    return hit.message


def mark_of(hit: Change) -> str:
    """The sign of a hit: blank applied, ~ applied though only probable, ? pending, ! a warning, i a note, x rejected."""
    if hit.status == "flagged":
        return "!" if hit.severity == "warning" else "i"
    if hit.status == "applied":
        return "~" if hit.level == "review" else " "
    return "?" if hit.status == "pending" else "x"


def said(counts: Counter[str], *, recorded: bool = False) -> str:
    """Counts by status in words: what is applied, what waits, what is flagged."""
    done = "applied" if recorded else "to apply"
    parts = [
        (counts["done"], "applied earlier", "applied earlier"),
        (counts["applied"], done, done),
        (counts["pending"], "pending (?)", "pending (?)"),
        (counts["rejected"], "rejected", "rejected"),
        (counts["warning"], "warning (!)", "warnings (!)"),
        (counts["info"], "note (i)", "notes (i)"),
    ]
    words = [f"{n:,} {one if n == 1 else many}" for n, one, many in parts if n]
    return " · ".join(words) or "nothing to change"


def summary(views: Iterable[View]) -> Counter[str]:
    """The counts of several files together; `files`: how many there were."""
    total: Counter[str] = Counter()
    for view in views:
        total.update(view.counts)
        total["files"] += 1
    return total
