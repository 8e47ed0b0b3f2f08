"""What a line end has cut in two that is not Chinese: an address, a hyphenated word."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.page import Page
from cleaner.text import lazy

_ADDRESS = lazy(r"(?:https?://|ftp://|(?<![!-~])www\.)[!-~]{4,}(?<=[\w/?=&%#.-])$")
_SIGNED = "?=&%_#-"
"""Signs with which no address ends."""
_TOKEN = lazy(r"[A-Za-z0-9?=&%_][!-~]*")
_REST = lazy(r"[!-~]*(?:[/?=&%_#]|\.(?:s?html?|aspx?|php|jsp|pdf|zip|jpe?g|png)(?![a-z]))")
"""The rest of an address shows its signs, or ends as pages and files do."""
_WHOLE = lazy(r"(?:https?://|ftp://|(?<![!-~])www\.)[!-~]+")
_BEHIND = ".,;:!?)]}>\"'"
"""Marks that stand behind an address, not in it."""
_OTHER = lazy(r"https?:|ftp:|www\.")

_HYPHENED = lazy(r"(?<![A-Za-z-])[A-Za-z]{2,}-$")
_LETTERS = lazy(r"[a-z]{2,}(?![A-Za-z-])")
_WORD = lazy(r"(?<=[^\nA-Za-z-])[A-Za-z]+(?:-[A-Za-z]+)*(?=[^\nA-Za-z-])")


class Cut(NamedTuple):
    """How two halves stand together: the characters at the end of the left one that go, and whether that is sure."""

    dropped: int
    sure: bool


def words(page: Page) -> frozenset[str]:
    """The Latin words of the source in small letters, but for those at the ends of a row. A view of the page."""
    return frozenset(map(str.lower, _WORD.findall(page.profile.source)))


def address(left: str, right: str) -> str:
    """The address at the end of a row that goes on in the next, with its rest, or ""."""
    if "//" not in left and "www." not in left:
        return ""
    found, rest = _ADDRESS.search(left), _TOKEN.match(right)
    if not found or not rest or _OTHER.match(right):
        return ""
    goes_on = left[-1] in _SIGNED or _REST.match(rest.group())
    return found.group() + rest.group() if goes_on else ""


def addresses(page: Page) -> frozenset[str]:
    """The addresses of the text as they stand in its rows. A view of the page."""
    return frozenset(found.rstrip(_BEHIND) for found in _WHOLE.findall(page.text))


def stands(page: Page, whole: str) -> bool:
    """Whether an address stands in a row as a whole."""
    return whole.rstrip(_BEHIND) in page.view(addresses)


def hyphened(page: Page, left: str, right: str) -> Cut | None:
    """How a word goes on behind a hyphen at the end of a row; None: none does.

    Whether it is one word or two is told by how it stands elsewhere. Where it stands nowhere else, the hyphen stays,
    and nothing is sure.
    """
    if left[-1] != "-" or not "a" <= right[0] <= "z":
        return None
    first, second = _HYPHENED.search(left), _LETTERS.match(right)
    if not first or not second:
        return None
    known = page.view(words)
    one = (first.group()[:-1] + second.group()).lower() in known
    two = (first.group() + second.group()).lower() in known
    return Cut(int(one and not two), one != two)
