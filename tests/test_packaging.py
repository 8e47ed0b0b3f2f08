"""The wheel carries all it needs: installed away from the repository it cleans, with the same rule packs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from cleaner import clean
from cleaner.rulebook import builtin_digest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SOURCE = ROOT / "fixtures" / "sources" / "003_116c44838a062c78.txt"


def run(*command: str | Path, cwd: Path) -> str:
    """What a command writes on stdout; it must exit 0."""
    done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that has the wheel, and this one's packages as dependencies."""
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = built.glob("*.whl")
    install = ["install", "-q", "--no-index", "--no-deps", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "--python", programs / "python", *install, wheel, cwd=folder)
    # A path in a .pth file comes after the environment's own packages, and .pth files there (such as
    # the one of an editable install of this checkout) are not read.
    (packages,) = folder.glob("**/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return programs


def test_wheel_has_the_package_alone(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"cleaner"}
    packs = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert {f"cleaner/{pack}" for pack in packs} <= set(names)
    assert "cleaner/py.typed" in names


def test_sdist_has_what_the_wheel_is_built_from(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"rules/order.yaml", "cleaner/__init__.py", "pyproject.toml", "LICENSE"} <= names


def test_installed_rules_are_those_of_the_repository(environment: Path, tmp_path: Path) -> None:
    code = "import cleaner, cleaner.rulebook as r; print(cleaner.__file__, r.builtin_digest())"
    file, digest = run(environment / "python", "-I", "-c", code, cwd=tmp_path).split()
    assert not Path(file).is_relative_to(ROOT)
    assert digest == builtin_digest()


def test_installed_program_says_its_version(environment: Path, tmp_path: Path) -> None:
    assert run(environment / "cleaner", "--version", cwd=tmp_path).split()[-1] == PROJECT["version"]


def test_installed_program_cleans(environment: Path, tmp_path: Path) -> None:
    # Under another name: only what the document itself shows may pick a source pack.
    (tmp_path / "one.txt").write_bytes(SOURCE.read_bytes())
    printed = run(environment / "cleaner", "apply", "one.txt", cwd=tmp_path)
    wanted = clean(SOURCE.read_text(encoding="utf-8"), path="one.txt").text
    assert printed == wanted
    assert printed != SOURCE.read_text(encoding="utf-8")


def test_lock_has_exact_versions_of_every_dependency() -> None:
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    locked = [line for line in lines if not line.startswith("#")]
    assert all("==" in line for line in locked)
    names = {line.split("==")[0].lower().replace("_", "-") for line in locked}
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert {spec.split(">")[0].lower() for spec in asked} <= names
