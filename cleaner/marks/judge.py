"""Judges the half-width marks of a text: which stand where Chinese prose has full-width ones.

A document is read in one of two ways. *Folded*: it has 。 or 、 and next to no ，；：？！（）, so a conversion
folded them, and every mark that touches Chinese is restored. Else each place must show that it is
Chinese prose. The classes below treat a mark and its full-width twin alike, and the second way converts
nothing that the first one leaves: that is why a cleaned text is settled.
"""

from __future__ import annotations

import numpy as np

from cleaner.kept import kept
from cleaner.lines.rows import Mask
from cleaner.lines.structure import outside_code
from cleaner.marks.brackets import bracket_places
from cleaner.marks.kinds import (
    BLANK,
    BRACKET_IN,
    BRACKET_OUT,
    CLOSE,
    HAN,
    LATIN,
    MARK,
    OPEN,
    QUOTE,
    VALUE,
    any_of,
)
from cleaner.marks.places import Marked
from cleaner.marks.questions import questions
from cleaner.model import Offsets
from cleaner.offsets import distinct
from cleaner.text import are_in, lazy

_SMILE = "DPOpo"
_MARKDOWN = lazy(r"^#{1,6} |\]\(http|`[^`\n]+`")

_SHOWN = lazy(r":[ \t]*\n(?:[ \t]*\n)*(?: {4}|\t|[ ]*(?:[-*+>] |\d+[.、] |`{3}|~{3}|[<|#]|\.\. ))")
"""What Markdown shows below a line that ends with a colon: code, a list, a table. There `:` is as usual as `：`."""


class Judge(Marked):
    """Decides about the marks of one page."""

    def verdict(self) -> tuple[Offsets, Mask]:
        """The places to convert, and at which of them the blank behind the mark goes too."""
        none = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_)
        if not len(self.places) or not bool((self.before | self.behind).any()):
            return none
        if self.style == "half":
            return none
        yes = self._commas() | self._colons() | self._semicolons() | self._calls()
        brackets = self.is_sign("(") | self.is_sign(")")
        if not (yes | brackets).any():
            return none
        running = ~self.rows.tabular(self.stops) & self.rows.chinese
        yes &= running[self.row]
        spaced = yes & (self.at(1) == BLANK) & ~self.closing
        if brackets.any():
            allowed = running & (self.wordy if self.mixed else self.prose)
            pairs = bracket_places(self.page.text, self.rows, allowed, folded=self.mixed)
            yes[np.searchsorted(self.places, pairs)] = True
        chosen = np.flatnonzero(yes)
        chosen = chosen[outside_code(self.rows, self.places[chosen])]
        return self.places[chosen], spaced[chosen]

    @kept
    def blank(self) -> Mask:
        """One space stands behind the mark, and Han, Latin or a digit behind that."""
        one = any_of(self.at(1), BLANK) & any_of(self.at(2), HAN, VALUE, LATIN, OPEN)
        found: Mask = one & (self.page.codes.take(self.places + 1, mode="clip") == 0x20)
        return found

    @kept
    def typed(self) -> bool:
        """Whether the document is Markdown, and no conversion: a single mark in it may be as its author types."""
        return not self.mixed and _MARKDOWN.search(self.page.text) is not None

    def _commas(self) -> Mask:
        comma = self.is_sign(",")
        if not (comma & (self.before | self.behind)).any():
            return np.zeros_like(comma)
        left, right, prose = self.at(-1), self.at(1), self.prose[self.row]
        ends = self.before & self.closing
        both = comma & self.before & self.behind
        near = comma & self.blank & self.before & prose & any_of(self.at(2), HAN, OPEN)
        opens = (left == VALUE) & (self.places - self.rows.starts[self.row] <= 2)  # an item: `1,要`
        one = self.before & any_of(right, VALUE, LATIN)
        one |= self.behind & any_of(left, VALUE, LATIN, BRACKET_OUT)
        if not self.folded:
            sure = (both | comma & ends) & prose
            usual = len(self.rows.places_of("，")) + np.count_nonzero(sure)
            if self.mixed:
                sure |= comma & (both | one | ends) & ~opens & self.wordy[self.row]
            slip = 10 * np.count_nonzero(near) <= usual and not self.typed
            return sure | near if slip else sure  # slips, no habit
        slips = np.count_nonzero(near)
        few = 2 * slips <= np.count_nonzero(comma & self.before)
        few |= 10 * slips <= np.count_nonzero(comma)
        found: Mask = comma & (both | one | ends) & ~opens | near & few
        return found

    def _colons(self) -> Mask:
        colon = self.is_sign(":") & self.before
        if not colon.any():
            return colon
        right, prose = self.at(1), self.prose[self.row]
        loose = np.zeros_like(colon)
        if self.mixed:
            smile = are_in(_SMILE, self.page.codes.take(self.places + 1, mode="clip"))
            smile &= ~any_of(self.at(2), LATIN, VALUE)
            after = any_of(right, HAN, VALUE, LATIN, OPEN) & ~smile | (right == QUOTE) & prose
            after |= (right == BRACKET_IN) & any_of(self.at(2), HAN, VALUE, LATIN)
            loose = colon & (after | self.blank & prose | self.closing) & self.wordy[self.row]
        speech: Mask = loose | colon & (right == OPEN)
        if not (self._uses("：") or bool(speech.any())):
            return speech
        inside = colon & self.behind & prose
        ends = colon & self.closing & (prose | (self.rows.letters[self.row] == 0))
        if self.typed:
            tagged = distinct(self.row[colon & any_of(right, LATIN)])  # 上港:球队 的:uj
            inside &= ~np.isin(self.row, tagged)
            for index in np.flatnonzero(ends).tolist():
                ends[index] = not _SHOWN.match(self.page.text, int(self.places[index]))
        every: Mask = speech | inside | ends
        return every

    def _semicolons(self) -> Mask:
        sign = self.is_sign(";") & (self.before | self.behind)
        if not sign.any():
            return sign
        both, ends = sign & self.before & self.behind, sign & self.before & self.closing
        sure: Mask = both & self.prose[self.row]
        if self.mixed:
            one = self.before & any_of(self.at(1), VALUE, LATIN)
            loose = both | ends | sign & (one | self.behind & (self.at(-1) == VALUE))
            sure |= loose & self.wordy[self.row]
        if not (self._uses("；") or bool(sure.any())):
            return sure
        every: Mask = sure | ends & (self.prose[self.row] | (self.rows.letters[self.row] == 0))
        return every

    def _uses(self, mark: str) -> bool:
        """Whether the text has this full-width mark."""
        return bool((self.full == ord(mark)).any())

    def _calls(self) -> Mask:
        """Question and exclamation marks, in runs. A lone ? between Han may be a lost character."""
        call = self.is_sign("?") | self.is_sign("!")
        if not call.any():
            return call
        left, right = self.before.copy(), any_of(self.at(1), CLOSE, BRACKET_OUT, QUOTE)
        if not self.typed:
            right |= self.closing
        asked = np.zeros_like(call)
        marks = np.flatnonzero(self.is_sign("?") & self.before & (self.behind | right))
        if len(marks):
            generous = self.mixed
            asked[marks] = questions(self.page, self.places[marks], right[marks], generous=generous)
        on = self.behind & (self.is_sign("!") | asked)
        right |= on | (self.at(1) == MARK)
        touching = np.diff(self.places, prepend=-9) == 1
        for index in np.flatnonzero(call & touching).tolist():
            left[index] |= call[index - 1] and left[index - 1]
        return call & left & right
