"""The result of one file: the one path that apply, check, diff and every other view go through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cleaner.config import Settings
from cleaner.corpus.paths import STDIN
from cleaner.decode import Document, Encoded, decode
from cleaner.engine import Cleaned, continued, run
from cleaner.errors import DecodeError, UnsettledError, UsageError
from cleaner.model import Change
from cleaner.overrides import Overrides
from cleaner.rule import RuleSet

_RUNS = 3
"""Further runs after which a text counts as one that does not settle."""


@dataclass(frozen=True)
class Result:
    """A file before and after. `path` is how the user named it.

    `unsettled`: a change that another run would make.
    """

    path: str
    data: bytes
    document: Document
    cleaned: Cleaned
    rules: RuleSet
    to: str | None = None
    unsettled: Change | None = None

    @cached_property
    def encoded(self) -> Encoded:
        """The cleaned bytes with the header that leads back; raises `OutputError` if it cannot be encoded."""
        return self.document.encode(self.cleaned.text, self.cleaned.changes.clusters, to=self.to)

    @property
    def output(self) -> bytes:
        """The cleaned bytes, in the source's encoding (or `to`), with its BOM and line ends."""
        return self.encoded.data

    @property
    def changed(self) -> bool:
        """Whether the cleaned bytes differ from the source bytes."""
        return self.output != self.data

    @cached_property
    def hits(self) -> list[Change]:
        """Applied, pending and flagged, in source order: what check, diff and the record show."""
        return self.cleaned.hits

    def check_settled(self) -> None:
        """Raise `UnsettledError` if cleaning the cleaned text would change it again (law 4)."""
        change = self.unsettled
        if change is None:
            return
        raise UnsettledError(
            f"not written, another run would change it again: rule {' > '.join(change.rules)}"
            f" at {change.line}:{change.column} of the cleaned text:"
            f" {shown(change.before)} → {shown(change.after)}"
            f"; --ignore {','.join(change.rules)} leaves it out"
        )


def _settled(
    cleaned: Cleaned, rules: RuleSet, encoding: str, said: Overrides
) -> tuple[Cleaned, Change | None]:
    """The same, run again until nothing changes: each run sees what the one before has made of the text.

    And, where it changes even then, the first change of the last run.
    """
    for _ in range(_RUNS):
        if cleaned.text == cleaned.source:
            return cleaned, None
        own = rules, cleaned.text
        again = run(*own, level=cleaned.level, path=cleaned.path, encoding=encoding, overrides=said)
        if again.text == cleaned.text:
            return cleaned, None
        last, cleaned = again.changes[0], continued(cleaned, again)
    return cleaned, last


def clean_bytes(data: bytes, path: str, settings: Settings) -> Result:
    """Clean the bytes of a file under the settings for its path; nothing is written.

    An encoding that is only guessed is not converted to another. Raises
    `DecodeError`, `TimeLimitError`, `RulesError`, or another `CleanerError`.
    """
    own = settings.for_path(path)
    rules = own.rule_set()
    document = decode(data, own.encoding)
    if own.to and document.unsure:
        raise DecodeError(f"{document.unsure} (a wrong guess is not converted)")
    name = None if path == STDIN else path
    said = own.overrides
    if own.encoding != "auto":
        said = replace(said, encoding=own.encoding)
    cleaned = run(
        rules, document.text, level=own.level, path=name,
        encoding=document.encoding, margin=document.margin, overrides=said,
    )  # fmt: skip
    cleaned, unsettled = _settled(cleaned, rules, document.encoding, said)
    return Result(path, data, document, cleaned, rules, own.to, unsettled)


def clean_file(path: str, settings: Settings) -> Result:
    """Read a file and clean it; see `clean_bytes`. Raises `UsageError` if it cannot be read."""
    return clean_bytes(read_bytes(path), path, settings)


def read_bytes(path: str) -> bytes:
    """The bytes of a file; raises `UsageError` with the reason if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}") from None


def shown(text: str, width: int = 40) -> str:
    """A piece of text for a message: on one line, cut in the middle where it is long."""
    if len(text) > width:
        text = f"{text[: width // 2]}…{text[-width // 2 :]}"
    return "“" + text.replace("\r", "\\r").replace("\n", "\\n") + "”"
