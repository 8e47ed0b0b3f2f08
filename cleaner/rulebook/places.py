"""Where rule files are: those of the package, those that a caller names, and their digest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from cleaner.errors import CleanerError, UsageError, did_you_mean

ORDER = "rules/order.yaml"


@dataclass(frozen=True)
class RuleFile:
    """A rule file: the name to show, its content, and whether it comes with the package."""

    name: str
    data: bytes
    builtin: bool

    @property
    def pack(self) -> str:
        """The name of the pack that a built-in file holds: its own name."""
        return self.name.rsplit("/", 1)[-1].removesuffix(".yaml")


PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """The folder of the built-in packs: data of the installed package, or the checkout's own folder."""
    for folder in (PACKAGE / "rules", PACKAGE.parent / "rules"):
        if folder.is_dir():
            return folder
    raise CleanerError("the built-in rules are missing from this installation of cleaner")


def builtin_files() -> list[RuleFile]:
    """The built-in packs, sorted by name."""
    return list(_packs_below(rules_folder(), "rules"))


def order_file() -> RuleFile:
    """The file that says in which order the built-in rules run."""
    entry = rules_folder() / "order.yaml"
    if not entry.is_file():
        raise CleanerError(f"{ORDER} is missing: it says in which order the rules run")
    return RuleFile(ORDER, entry.read_bytes(), builtin=True)


def _packs_below(folder: Path, name: str) -> Iterator[RuleFile]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        shown = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _packs_below(entry, shown)
        elif entry.name.endswith(".yaml") and shown != ORDER:
            yield RuleFile(shown, entry.read_bytes(), builtin=True)


def given_files(paths: Iterable[str | Path], builtin: list[RuleFile]) -> list[RuleFile]:
    """The rule files that a caller names: a file, a folder with all its packs, or a built-in pack's name.

    A file with the very content of a built-in pack is that pack. Raises `UsageError` for what is not there.
    """
    by_pack = {file.pack: file for file in builtin}
    by_data = {file.data: file for file in builtin}
    out: dict[str, RuleFile] = {}
    for path in paths:
        if str(path) in by_pack:
            file = by_pack[str(path)]
            out[file.name] = file
            continue
        for one in _files_at(Path(path), by_pack):
            data = _content(one)
            file = by_data.get(data) or RuleFile(one.as_posix(), data, builtin=False)
            out[file.name] = file
    return list(out.values())


def _files_at(path: Path, packs: Iterable[str]) -> list[Path]:
    if path.is_dir():
        found = sorted(path.rglob("*.yaml"))
        found = [
            file
            for file in found
            if file != path / "order.yaml"
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        ]
        if not found:
            raise UsageError(f"{path}: no rule files (*.yaml) in this folder")
        return found
    if not path.exists():
        hint = did_you_mean(str(path), packs)
        raise UsageError(f"{path}: no such rule file, folder or built-in pack{hint}")
    return [path]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: the rule file cannot be read: {error.strerror}") from None


def digest_of(rule_files: Iterable[RuleFile]) -> str:
    """The SHA-256 of rule files by name and content, as hex digits; of a path only the file's name counts."""
    digest = sha256()
    for file in rule_files:
        name = file.name if file.builtin else file.name.rsplit("/", 1)[-1]
        for part in (name.encode("utf-8", "surrogateescape"), file.data):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def builtin_digest() -> str:
    """The digest of all built-in packs with their order."""
    return digest_of([order_file(), *builtin_files()])


@cache
def program_digest() -> str:
    """The SHA-256 of the package's own modules: what they read or proved other code may see otherwise."""
    modules = list(_modules_below(PACKAGE, "cleaner"))
    return digest_of(modules)


def _modules_below(folder: Path, name: str) -> Iterator[RuleFile]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        shown = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _modules_below(entry, shown)
        elif entry.name.endswith(".py"):
            yield RuleFile(shown, entry.read_bytes(), builtin=True)
