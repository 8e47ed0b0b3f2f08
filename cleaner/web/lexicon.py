"""The words by which the lines of a site's shell are known, and the kind of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cleaner.layout import Line
from cleaner.text import lazy
from cleaner.web.scripts import simplified
from cleaner.web.wildcards import Wildcards

LONGEST = 120
"""Characters in a line up to which it is looked up as a whole."""

BAR = 400
"""Characters up to which it is looked up item by item."""

ITEM = 12
"""Characters in an item of a bar up to which it need not be known, if most of the others are."""

WORDS = 5
"""Items set apart by single blanks from which on not all of them need be known."""

BARRED = 4
"""Items set apart by bars from which on not all of them need be known."""

DASHED = 4
"""Items set apart by dashes from which on a line is a bar."""

PREFIX = 4
"""Characters that `*` stands for at most in front of an item of a menu."""

_KEPT = 100_000
"""Lines of which it is remembered at most what they are."""

STRONG = ("legal", "owner", "share", "tools", "trail", "replies")
"""Kinds of words that hardly stand on a line of their own but in the shell of a site."""

KNOWN = (*STRONG, "lists", "menu", "buttons", "noise", "stamp")
"""Kinds of lines that make a run of known lines."""

_EDGE = " \t\u3000\u00a0\r[]【】〖〗（）()<>《》«»›＞←→|｜•·:：…,，×✕+＋\u200b\ufeff"
_ICONS = _EDGE + "".join(map(chr, range(0xE000, 0xF900)))
_COUNT = lazy(r"[ \u3000\u00a0:：]*[(（]?\d[\d,.万]*[)）]?[ ]*[条次人篇]?$")
_BARS = lazy(
    r"[ \u3000\u00a0\t]*[|｜\t┊/]+[ \u3000\u00a0\t]*|[ \u3000\u00a0]{2,}|(?<=[】\]]) ?(?=[【\[])| [·•] "
)
_DASHES = lazy(r"[ ]?[-–—－][ ]?")
_SPACED = lazy(r"\p{Han}(?:[ \u3000]{1,3}\p{Han}){1,5}")
_BLANKS = lazy(r"[ \u3000\u00a0\t|｜┊/]+")
_DATE = lazy(
    r"(?:19|20)\d\d ?[-年/.] ?\d{1,2} ?[-月/.] ?\d{1,2} ?日?[ ,，]*(?:星期.|周.)?[ ]*(?:\d{1,2}[:：时]\d\d.{0,6})?"
)
_DATED = lazy(r"(?:19|20)\d\d|\d\d/\d\d|\d\d:\d\d:\d\d")
"""A part of a date on a line of its own."""

_TRAIL = lazy(
    r"[^\s>›»→]{2,12}(?: ?[>›»→]+ ?[^\s>›»→]{2,12}){1,8}(?: ?[>›»→]+ ?[^\s>›»→](?:[^>›»→\n]{0,30}[^\s>›»→])?)"
)
_STAMP = lazy(
    r"(?:今天|昨天|前天|於) ?[\d/ :：]{4,20}(?:回覆)?|刚刚|\d{1,2} ?(?:秒|分钟|小时|天|个月)前"
)
_NOISE = lazy(r"[^\p{Han}\p{L}]+|[xX×]|\d{1,2}[:：]\d\d.*|(?:[A-Z][a-z]{2} ?)?[\d /,]+|篇|条|次|人")
_ARROW = lazy(r"[>»›]{1,2}|->|→")
"""What parts the links of a trail, on a line of its own."""
_FORMS = (
    ("menu", _ARROW),
    ("date", _DATE),
    ("date", _DATED),
    ("stamp", _STAMP),
    ("noise", _NOISE),
)


class _Kinds(dict[str, str]):
    """The kinds of lines that were looked up: sites write the same into one text after another."""

    def __init__(self, look_up: Callable[[str], str]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, body: str) -> str:
        if len(body) > BAR:
            return ""
        if len(self) > _KEPT:
            self.clear()
        found = self[body] = self._look_up(body)
        return found


class Lexicon:
    """The words of a rule by kind. A word is a whole line or item of a bar; `*` in it stands for anything.

    A word that ends with `*` does not take a line with a final stop, one that ends with `*。` does. In front of a word of
    `menu` or `buttons` `*` stands for PREFIX characters at most.
    """

    def __init__(self, words: dict[str, tuple[str, ...]]) -> None:
        self._exact = {
            form: kind
            for kind, some in reversed(words.items())
            for word in some
            if "*" not in word
            for form in (word.lower(), simplified(word.lower()))
        }
        open_ = {kind: [word for word in some if "*" in word] for kind, some in words.items()}
        self._open = [
            (kind, Wildcards(some, PREFIX if kind in ("menu", "buttons") else None))
            for kind, some in open_.items()
            if some
        ]
        starts = {part[:2] for some in open_.values() for word in some for part in _parts(word)}
        self._pairs = frozenset(start for start in starts if len(start) > 1)
        self._signs = frozenset(starts - self._pairs)
        self.strong = frozenset(word for word, kind in self._exact.items() if kind in STRONG)
        """Words of the strong kinds that are whole lines, in small letters."""
        kinds = (*STRONG, "lists", "menu", "buttons")
        self.alone = frozenset(word for word, kind in self._exact.items() if kind in kinds)
        """The same of the kinds that make a shell."""
        parts = {part for kind in STRONG for word in open_.get(kind, ()) for part in _parts(word)}
        self.needed = tuple(sorted(parts))
        """Texts of which one stands in every other line of a strong kind, in small letters."""
        self._kinds = _Kinds(self._look_up)

    def kind(self, line: Line) -> str:
        """The kind of a line: one of the kinds of words, `date`, `stamp` or `noise`, or "" for none."""
        return self._kinds[line.body]

    def kinds(self, bodies: Iterable[str]) -> Iterator[str]:
        """The kinds of lines, of which the bodies are given."""
        return map(self._kinds.__getitem__, bodies)

    def _look_up(self, body: str) -> str:
        if len(body) <= LONGEST:
            for kind, pattern in _FORMS:
                if pattern.fullmatch(body):
                    return kind
            found = self._word(body) or self._word(bare(body))
            if found or _TRAIL.fullmatch(body):
                return found or "menu"
        if body[-1] in "。！？；":
            return ""
        found = self._bar(_BARS.split(body), 2, all_known=True)
        if not found and _BARS.search(body):
            found = self._bar(_BARS.split(body), BARRED, all_known=False)
        if not found and "-" in body:
            found = self._bar(_DASHES.split(body), DASHED, all_known=True)
        blanks = _BLANKS.split(body)
        if not found and len(blanks) < WORDS:
            found = self._bar(blanks, 2, all_known=True)
            return found if found in (*STRONG, "fact") else ""
        return found or self._bar(blanks, WORDS, all_known=False)

    def _bar(self, parts: Sequence[str], least: int, *, all_known: bool) -> str:
        """The kind of a line of items: the first strong one, else the first one."""
        items = [bare(part) for part in parts if bare(part)]
        if len(items) < least:
            return ""
        kinds = [self._word(item) or ("noise" if _NOISE.fullmatch(item) else "") for item in items]
        if "fact" in kinds or any(_DATE.fullmatch(item) for item in items):
            return "fact"
        known = [kind for kind in kinds if kind]
        if len(known) < len(items) and (
            all_known or len(known) * 3 < len(items) * 2 or max(map(len, items)) > ITEM
        ):
            return ""
        order = [kind for kind in known if kind in STRONG] or [k for k in known if k != "noise"]
        if not order and len(known) < len(items):
            return ""  # a row of a table: what it is of, and its figures
        return order[0] if order else "noise"

    def _word(self, text: str) -> str:
        small = text.lower()
        if _SPACED.fullmatch(small):
            small = "".join(small.split())
        found = self._plain(small) or self._plain(_COUNT.sub("", small))
        simple = simplified(small)
        return found if found or simple == small else self._word(simple)

    def _plain(self, text: str) -> str:
        if not text:
            return ""
        found = self._exact.get(text)
        if found:
            return found
        pairs = map(str.__add__, text, text[1:])
        if self._pairs.isdisjoint(pairs) and self._signs.isdisjoint(text):
            return ""
        return next((kind for kind, words in self._open if words.take(text)), "")


def items(body: str) -> list[str]:
    """The items of a line between bars, bare."""
    return [bare(part) for part in _BARS.split(body)]


def bare(text: str) -> str:
    """A line or an item of one without the brackets, arrows and marks around it."""
    text = text.strip(_EDGE)
    has_icon = "\ue000" <= text[:1] < "\uf900" or "\ue000" <= text[-1:] < "\uf900"
    return text.strip(_ICONS) if has_icon else text


def _parts(word: str) -> Iterator[str]:
    """The longest part of a word between stars: it stands in each line that the word takes."""
    yield max(word.removesuffix("*。").split("*"), key=len).lower()
