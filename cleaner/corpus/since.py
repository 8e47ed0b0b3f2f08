"""Which files changed against a git revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from cleaner.corpus.paths import Source
from cleaner.errors import UsageError


def only_changed(sources: Iterable[Source], revision: str) -> list[Source]:
    """The sources that differ from `revision` in git, or that git does not track yet.

    Raises `UsageError` outside of a git repository, for an unknown revision, and where git is missing.
    """
    changed: dict[Path, set[Path]] = {}
    tops: dict[Path, Path] = {}
    found = []
    for source in sources:
        full = Path(os.path.realpath(source.path))
        folder = full.parent
        if folder not in tops:
            tops[folder] = Path(_git(folder, "rev-parse", "--show-toplevel").strip("\n"))
        top = tops[folder]
        if top not in changed:
            changed[top] = _changed(top, revision)
        if full in changed[top]:
            found.append(source)
    return found


def _changed(top: Path, revision: str) -> set[Path]:
    if revision.startswith("-"):
        raise UsageError(f"--since {revision}: is no git revision")
    diff = _git(top, "diff", "--name-only", "-z", "--no-renames", revision, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return {Path(os.path.realpath(top / name)) for name in (diff + new).split("\0") if name}


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("--since needs git, which is not installed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UsageError(f"--since: git says: {said}")
    return os.fsdecode(done.stdout)
