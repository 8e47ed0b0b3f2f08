"""Writing files so that a crash at any moment leaves the old one or the new one, whole.

A temporary file (hidden, beside the target) is written and fsynced, takes the target's place, and then the
folder is fsynced. A killed run may leave a temporary file behind; no run takes it for input.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from cleaner.errors import OutputError


def _nothing(moment: str) -> None:
    pass


class _NameTakenError(Exception):
    """A new file's own name is taken: no other name on its path, and no other trouble, says this."""


checkpoint: Callable[[str], None] = _nothing
"""Called at every moment at which a crash would leave another state on disk; tests crash there."""


def replace_file(target: Path, data: bytes, like: Path) -> None:
    """Write `data` to `target`, replacing what is there; raises `OutputError`, the old file untouched.

    Permissions and owner stay those of the target; a new file has the permissions of `like`.
    """
    _placed(target, data, like, os.replace)


def add_file(target: Path, data: bytes) -> bool:
    """Write a new file, never replacing one: False if there is one of that name."""
    try:
        _placed(target, data, None, _link)
    except _NameTakenError:
        return False
    return True


def _link(temporary: Path, target: Path) -> None:
    """Give the file its name unless that is taken, which a rename would not ask."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _NameTakenError from None
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise _NameTakenError from None
        temporary.rename(target)
        return
    temporary.unlink()


def _placed(
    target: Path, data: bytes, like: Path | None, place: Callable[[Path, Path], object]
) -> None:
    temporary = target.parent / f".{secrets.token_hex(6)}.cleaner-tmp"
    try:
        make_folder(target.parent)
        try:
            _write(temporary, data, target, like)
            checkpoint(f"written {target.name}")
            place(temporary, target)
            checkpoint(f"placed {target.name}")
        finally:
            with suppress(OSError):
                temporary.unlink()
        sync_folder(target.parent)
    except OSError as error:
        raise OutputError(f"cannot write {target}: {error.strerror or error}") from None


def _write(temporary: Path, data: bytes, target: Path, like: Path | None) -> None:
    mode = S_IMODE(like.stat().st_mode) & 0o777 if like is not None else 0o666
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(handle, "wb") as file:  # noqa: PTH123 (a descriptor)
        checkpoint(f"opened {target.name}")
        half = len(data) // 2
        file.write(data[:half])
        checkpoint(f"half of {target.name}")
        file.write(data[half:])
        file.flush()
        with suppress(FileNotFoundError):
            old = target.stat()
            with suppress(PermissionError):
                os.chown(handle, old.st_uid, old.st_gid)
            os.fchmod(handle, S_IMODE(old.st_mode))
        os.fsync(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, and have the names on disk.

    Raises `OutputError` for a link that leads nowhere, else what the system raises.
    """
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        if new.is_symlink():
            raise OutputError(f"cannot write below {new}: it is a link that leads nowhere")
        new.mkdir(exist_ok=True)
        sync_folder(new.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
