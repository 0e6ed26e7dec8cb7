"""The wheel and the source archive: all that the program reads is in them."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import build_wheel
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """The source archive and the wheel, as `dev.py build wheel` makes them."""
    return tuple(build_wheel.build(tmp_path_factory.mktemp("dist")))


def resources() -> set[str]:
    """What the program may read, by its name below the checkout."""
    return {str(it.relative_to(ROOT)) for it in (ROOT / "resources").rglob("*") if it.is_file()}


def test_the_wheel_has_the_program_its_resources_and_its_migrations(archives: Sequence[Path]) -> None:
    with zipfile.ZipFile(archives[1]) as wheel:
        names = set(wheel.namelist())
    assert {f"acutimer/{name}" for name in resources()} <= names
    assert "acutimer/store/migrations/001_first.sql" in names
    assert {name.split("/")[0] for name in names} == {"acutimer", archives[1].name.rsplit("-py3")[0] + ".dist-info"}


def test_the_source_archive_has_what_a_wheel_is_made_of(archives: Sequence[Path]) -> None:
    with tarfile.open(archives[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert resources() <= names
    assert {"pyproject.toml", "README.md", "LICENSE", "acutimer/app.py", "packaging/dev.py"} <= names
    assert not [name for name in names if name.endswith(".pyc") or name.startswith((".venv", "dist/", ".git/"))]


def test_the_wheel_installed_anywhere_is_the_program(archives: Sequence[Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(archives[1]) as wheel:
        wheel.extractall(tmp_path / "site")  # noqa: S202 - our own
    for language, words in (("en", "Leg Three Miles"), ("de", "Drei Meilen"), ("zh_CN", "足三里")):
        done = subprocess.run(
            [sys.executable, "-m", "acutimer", "points", "ST36"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "site"), "LANGUAGE": language},
            capture_output=True,
            text=True,
            check=True,
        )
        assert words in done.stdout.splitlines()[0]
    look = "import acutimer.paths as it; print(it.resources())"
    command = [sys.executable, "-c", look]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path / "site/acutimer/resources")
