"""Where the built-in packs are, and their digest."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from cleaner.errors import CleanerError


def rules_folder() -> Traversable:
    """The folder of the built-in packs: data of the installed package, or the checkout's own folder."""
    inside = files("cleaner") / "rules"
    if inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parent.parent.parent / "rules"
    if beside.is_dir():
        return beside
    raise CleanerError("the built-in rules are missing from this installation of cleaner")


def builtin_files() -> Iterator[tuple[str, bytes]]:
    """The built-in packs as (name to show, content), sorted by name; without the order file."""
    yield from _packs_below(rules_folder(), "rules")


def _packs_below(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        shown = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _packs_below(entry, shown)
        elif entry.name.endswith(".yaml") and shown != "rules/order.yaml":
            yield shown, entry.read_bytes()


def order_file() -> tuple[str, bytes]:
    """The order file as (name to show, content); empty if there is none."""
    entry = rules_folder() / "order.yaml"
    return "rules/order.yaml", entry.read_bytes() if entry.is_file() else b""


def digest_of(contents: Iterator[tuple[str, bytes]] | list[tuple[str, bytes]]) -> str:
    """The SHA-256 of packs by name and content, as hex digits."""
    digest = sha256()
    for name, data in contents:
        for part in (name.encode(), data):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def builtin_digest() -> str:
    """The digest of all built-in packs with their order."""
    return digest_of([order_file(), *builtin_files()])
