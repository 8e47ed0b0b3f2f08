"""What a person says that a document is, where the guess is wrong. The guesses are in `cleaner.taken`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from cleaner.errors import UsageError

Script = Literal["simplified", "traditional", "mixed", "other"]
"""`other`: Japanese, or no character that tells."""

Form = Literal["prose", "verse"]
Paragraphs = Literal["blank lines", "indents", "line ends"]
"""What parts the paragraphs."""

Punctuation = Literal["full", "half", "folded", "mixed"]
"""`full`: full-width, single slips are repaired. `half`: half-width on purpose, nothing is. `folded`: a conversion
made all marks half-width, every one beside Chinese is restored. `mixed`: it did so here and there."""

Blanks = Literal["spaced", "tight", "mixed"]
"""Between Han and digits or Latin: `spaced`, `tight` (none), or `mixed` (a converter put some there)."""

_WORDS: dict[str, tuple[str, ...]] = {
    "script": get_args(Script),
    "form": get_args(Form),
    "paragraphs": get_args(Paragraphs),
    "punctuation": get_args(Punctuation),
    "digit_blanks": get_args(Blanks),
    "latin_blanks": ("spaced", "tight"),
}
_NARROWEST, _WIDEST = 8, 1000

NAMES = ("script", "form", "wrap", "paragraphs", "punctuation", "digit_blanks", "latin_blanks",
         "furniture", "source")  # fmt: skip
"""What can be said of a text; of a file the encoding too."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """What is said of one document; None: it is found out.

    `wrap`: the columns of a full line (Han 2, Latin 1), or False: lines are not cut at a width. `furniture`: False: there
    are no page numbers and running heads. `source`: the one source pack that is for it, or "none".
    """

    encoding: str | None = None
    script: Script | None = None
    form: Form | None = None
    wrap: int | Literal[False] | None = None
    paragraphs: Paragraphs | None = None
    punctuation: Punctuation | None = None
    digit_blanks: Blanks | None = None
    latin_blanks: Literal["spaced", "tight"] | None = None
    furniture: Literal[False] | None = None
    source: str | None = None

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Overrides:
        """Overrides by name. Raises `UsageError` for an unknown name, or a value that it cannot have."""
        for name, value in values.items():
            if name not in NAMES:
                raise UsageError(f"unknown setting '{name}' (one of: {', '.join(NAMES)})")
            if wrong := fault(name, value):
                raise UsageError(wrong)
        said: dict[str, Any] = dict(values)
        return cls(**said)

    def said(self) -> dict[str, object]:
        """What is said, by name."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def fault(name: str, value: object) -> str:
    """What is wrong with the value of an override, or ""."""
    if name == "wrap":
        fits = value is False or (type(value) is int and _NARROWEST <= value <= _WIDEST)
        return "" if fits else f"'wrap' must be a number of columns from {_NARROWEST} on, or false"
    if name == "furniture":
        return "" if value is False else "'furniture' can only be false: keep what looks like it"
    if name == "source":
        return "" if isinstance(value, str) else "'source' must be the name of a source pack"
    words = _WORDS[name]
    if value in words:
        return ""
    return f"'{name}' must be {', '.join(words[:-1])} or {words[-1]}, not {value!r}"


NOTHING = Overrides()
