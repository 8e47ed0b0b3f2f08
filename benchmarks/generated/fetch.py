"""Fetch the origins into a cache outside the repository.

usage: python -m benchmarks.generated.fetch [--cache DIR] [--only NAME ...]

Packages are downloaded by name with `apt-get download` and unpacked with `dpkg-deb`, so this runs on Debian and
its kin, without root. What one release ships another may not: manifest.json says which versions were read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.generated.origins import ORIGINS, Origin
from benchmarks.generated.readers import documents


def default_cache() -> Path:
    """The folder of the fetched texts: below XDG_CACHE_HOME, or ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "cleaner-benchmarks" / "origins"


def _unpack(package: str, folder: Path) -> str:
    """Download and unpack one package; the name of its file, which has the version."""
    command = ["apt-get", "-qq", "download", package]
    subprocess.run(
        command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    (archive,) = folder.glob(f"{package}_*.deb")
    subprocess.run(["dpkg-deb", "-x", archive.name, "root"], cwd=folder, check=True)
    archive.unlink()
    return archive.name


def fetch(origin: Origin, cache: Path) -> dict[str, object]:
    """Write one origin as JSON lines, a document a line; what was read, for the manifest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        versions = [_unpack(package, folder) for package in origin.packages]
        found = list(documents(folder / "root", origin.files, origin.reader))
    lines = "".join(json.dumps(blocks, ensure_ascii=False) + "\n" for blocks in found)
    if not found:
        raise FileNotFoundError(f"{origin.name}: nothing matches {', '.join(origin.files)}")
    (cache / f"{origin.name}.jsonl").write_text(lines, encoding="utf-8")
    size = sum(len(text.encode()) for blocks in found for _, text in blocks)
    digest = hashlib.sha256(lines.encode()).hexdigest()
    return {"packages": versions, "documents": len(found), "bytes": size, "sha256": digest}


def main(arguments: list[str] | None = None) -> int:
    """Fetch what is asked for; 1 if something could not be fetched."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generated.fetch")
    parser.add_argument("--cache", type=Path, default=default_cache(), metavar="DIR")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these origins alone")
    options = parser.parse_args(arguments)
    options.cache.mkdir(parents=True, exist_ok=True)
    manifest = options.cache / "manifest.json"
    known = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {}
    failed = False
    for origin in ORIGINS:
        if options.only and origin.name not in options.only:
            continue
        try:
            known[origin.name] = fetch(origin, options.cache)
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            print(f"{origin.name}: {error}", file=sys.stderr)
            failed = True
            continue
        print(f"{origin.name}: {known[origin.name]['bytes'] / 1e6:.2f} MB")
        manifest.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
