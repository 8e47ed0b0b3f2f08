"""The built-in rules as they were last read, so that the next start need not read and examine their packs.

A folder of the user holds them as JSON, one file for each installation. What is not whole there, or of other packs or
of another program, is not taken; a folder that cannot be written is no fault.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from cleaner.operators import making
from cleaner.rule import Example, Pack, Rule
from cleaner.rulebook.places import PACKAGE, program_digest
from cleaner.rulebook.shelf import Names, Shelf

_FIELDS = [one.name for one in fields(Rule) if one.name not in ("make", "examples")]


def recall(folder: Path, packs: str) -> Shelf | None:
    """The shelf that was kept of the packs with this digest, by this very program; None if there is none."""
    try:
        mark, _, body = _file(folder).read_bytes().partition(b"\n")
        return _shelf(json.loads(body)) if mark == _mark(packs, body) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep(folder: Path, packs: str, shelf: Shelf) -> None:
    """Keep a shelf without faults for the next start, if that can be done."""
    body = json.dumps(_written(shelf), ensure_ascii=False).encode("utf-8", "surrogatepass")
    file = _file(folder)
    temporary = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(_mark(packs, body) + b"\n" + body)
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)


def _file(folder: Path) -> Path:
    return folder / f"{sha256(os.fsencode(PACKAGE)).hexdigest()[:16]}.json"


def _mark(packs: str, body: bytes) -> bytes:
    """What a kept file begins with: the digest of packs, program and content."""
    return sha256(f"{packs} {program_digest()}\n".encode() + body).hexdigest().encode()


def _written(shelf: Shelf) -> dict[str, Any]:
    rules = [
        {name: getattr(rule, name) for name in _FIELDS}
        | {"examples": [asdict(one) for one in rule.examples]}
        for rule in shelf.rules
    ]
    packs = [asdict(pack) for pack in shelf.packs.values()]
    return {"packs": packs, "rules": rules, "names": asdict(shelf.names)}


def _shelf(kept: dict[str, Any]) -> Shelf:
    packs = [Pack(**_frozen(pack)) for pack in kept["packs"]]
    rules = [_rule(_frozen(rule)) for rule in kept["rules"]]
    return Shelf({pack.name: pack for pack in packs}, rules, Names(**kept["names"]))


def _rule(kept: dict[str, Any]) -> Rule:
    kept["examples"] = tuple(Example(**one) for one in kept["examples"])
    return Rule(**kept, make=making(kept["operator"], kept["options"]))


def _frozen(value: Any) -> Any:  # noqa: ANN401
    """What JSON has read, with tuples for its lists."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {name: _frozen(one) for name, one in value.items()}
    return value
