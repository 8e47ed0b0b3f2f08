"""What a stretch of an unfolded row says about a site for e-books: the signs of a watermark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from cleaner.model import Level
from cleaner.text import TIME_LIMIT, compiled, count_han, lazy

HOST = (
    r"(?:https?:?/{0,2})?(?<![a-z0-9.])(?<![a-z0-9]@)(?<!(?<!-)-)(?:[a-z0-9][a-z0-9_-]*\.)+"
    r"(?:com|net|org|cc|cn|la|info|me|top|xyz|vip|tw|co|so|io|tv|us|club|site|pw|biz|in|la|fun|asia)"
    r"(?![a-z0-9-])(?:[:]\d+)?(?:/[!#-'*-;=?-Z_-z~]*)?"
)
OFFICIAL = lazy(r"\.(?:gov|edu|org|ac|mil)\b")
_DOMAIN = lazy(r"(?:^|/|\.)([a-z0-9_-]+\.(?:(?:com|net)\.)?[a-z]+)(?::\d+)?(?:/.*)?$")
_CONTACT = r"(?:e?-?mail|邮箱|q{2}?群?|微信(?:公众号|号|群)?|公众号)(?:id|名称)?[:]?\s?[a-z0-9][\w.@-]{4,30}"
_ID = lazy(r"\d{6,12}|[a-z]\w{0,12}-\d{3,}")
_TAG = r"</?[a-z]+(?:[ =/][^<>]*)?>|&(?:lt|gt|nbsp|amp);"
LETTER = lazy(r"[\p{L}\p{N}]")
"""Han, letters and digits."""

_PART = 10_000
"""Characters of a row that are searched at once."""

SHARE = 0.3
"""Letters that may stand in a watermark without being known, as a share of the Han that are."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a stretch being a watermark."""

    sure: int
    likely: int
    names: int
    hosts: tuple[str, ...]
    ids: tuple[str, ...]
    unknown: int
    known: int
    key: str

    @property
    def covered(self) -> bool:
        """Whether next to nothing else is said."""
        return self.unknown <= SHARE * self.known

    @property
    def bare(self) -> bool:
        """Whether there is nothing but a host: that is a watermark only where it comes back."""
        named = self.sure or self.likely or self.names or self.unknown or "](" in self.key
        return len(self.hosts) == 1 and not named and "/" not in self.hosts[0][8:]

    @property
    def level(self) -> Level | None:
        """Safe where two signs agree or a sure one is all there is; None where too little speaks for it."""
        if not self.covered:
            return None
        soft = self.likely + self.names
        if self.sure > 1 or (self.sure and (self.hosts or soft or not self.unknown)):
            return "safe"
        if self.hosts and soft > 1:
            return "safe"
        return "review" if self.sure or (self.hosts and soft) or self.likely > 2 else None


NOTHING = Signs(0, 0, 0, (), (), 0, 0, "")
"""What a stretch without a sign says."""


def finder_of(
    sure: Iterable[str], likely: Iterable[str], names: Iterable[str]
) -> regex.Pattern[str]:
    """One pattern for all signs; which kind one is, is told by the group."""
    groups = {"sure": sure, "likely": likely, "host": (HOST,), "contact": (_CONTACT,)}
    groups |= {"tag": (_TAG,), "name": names}
    parts = [f"(?P<{key}>{'|'.join(items)})" for key, items in groups.items() if items]
    return lazy("|".join(parts))


def found(text: str, finder: regex.Pattern[str]) -> list[regex.Match[str]]:
    """All signs in an unfolded row, in order; a long one is searched in parts that end with a sentence."""
    signs: list[regex.Match[str]] = []
    start = 0
    while start < len(text):
        end = start + _PART
        end = (text.rfind("。", start, end) + 1 or end) if end < len(text) else len(text)
        signs += finder.finditer(text, start, end, timeout=TIME_LIMIT)
        start = end
    return signs


def read(
    text: str, finder: regex.Pattern[str], signs: Sequence[regex.Match[str]] | None = None
) -> Signs:
    """What a stretch of an unfolded row says. `signs`: those in it, if they are known."""
    seen: Counter[str] = Counter()
    hosts: list[str] = []
    rest, here, known = "", 0, 0
    for match in found(text, finder) if signs is None else signs:
        kind = match.lastgroup or ""
        if kind == "host" and OFFICIAL.search(match[0]):
            continue
        leads = compiled(HOST).match(text, match.end()) if kind in ("sure", "likely") else None
        if leads and OFFICIAL.search(leads[0]):
            continue
        seen[kind] += 1
        known += count_han(match[0])
        rest += text[here : match.start()]
        here = match.end()
        hosts += [match[0]] if kind == "host" else []
        if kind in ("sure", "likely"):
            inner = compiled(HOST).findall(match[0])
            hosts += [host for host in inner if not OFFICIAL.search(host)]
    rest += text[here:]
    ids = [one for contact in compiled(_CONTACT).findall(text) for one in _ID.findall(contact)]
    key = "".join(char for char in text if not char.isdigit())
    unknown = len(LETTER.findall(rest))
    return Signs(
        seen["sure"], seen["likely"], seen["name"], tuple(hosts), tuple(ids), unknown, known, key
    )


def proofs(signs: Signs) -> Iterator[str]:
    """The domains and accounts that a mark names."""
    for host in signs.hosts:
        match = _DOMAIN.search(host)
        if match:
            yield match[1]
    yield from signs.ids
