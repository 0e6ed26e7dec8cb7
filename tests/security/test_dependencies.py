"""What others wrote and we run: every file of it pinned by its hash, what is installed is what is pinned, its licences.

An audit against the lists of known faults needs the network and is no test; what can be known without it is here.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.security.source import ROOT

FILES = {name: ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
# What is known to us to be bad, and where; a pin or a bound that allows it is a mistake.
KNOWN_BAD = {
    "pyside6-essentials": ("6.12.0", "python_version < '3.12'", "loses a reference to None at every call, and dies"),
    "pyside6-addons": ("6.12.0", "python_version < '3.12'", "the same"),
}
# Licences under which something may be shipped beside a program under MIT. Qt's parts are under the LGPL: they lie
# beside the program as libraries of their own, which anyone can put others in the place of.
COMPATIBLE = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "ISC", "LGPL-3.0-only"}
UNDER_OLD_NAMES = {"MIT License": "MIT", "Apache Software License": "Apache-2.0", "BSD License": "BSD-3-Clause"}


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of the requirements."""

    name: str
    version: str
    marker: str
    hashes: int


def pins(file: Path) -> Iterator[Pin]:
    """All of them. Any line that is none fails."""
    for line in file.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        told = re.match(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[\w.]+)(?: *; *(?P<marker>[^#]*?))? +(?=--hash)", line)
        assert told is not None, f"{file.name}: no exact version with its hashes: {line[:80]}"
        rest = line[told.end() :].split("#")[0].split()
        assert all(HASH.fullmatch(word) for word in rest), f"{file.name}: {told['name']}: {rest}"
        yield Pin(canonicalize_name(told["name"]), told["version"], told["marker"] or "", len(rest))


def applies(marker: str) -> bool:
    return not marker or bool(Requirement(f"any ; {marker}").marker.evaluate())  # type: ignore[union-attr]


def bounds() -> list[Requirement]:
    """What the package itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def shipped() -> set[str]:
    """The names of all that the program needs to run, and of what that needs in turn."""
    found: set[str] = set()
    waiting = [canonicalize_name(it.name) for it in bounds()]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        for line in distribution(name).requires or ():
            asked = Requirement(line)
            if asked.marker is None or asked.marker.evaluate({"extra": ""}):
                waiting.append(canonicalize_name(asked.name))
    return found


def licences(name: str) -> set[str]:
    """What a package says of itself: one of these may be chosen."""
    told = distribution(name).metadata
    words = next((line for kind in ("License-Expression", "License") for line in told.get_all(kind) or []), "")
    classifiers = [it.rsplit(" :: ", 1)[-1] for it in told.get_all("Classifier") or [] if it.startswith("License ::")]
    return {UNDER_OLD_NAMES.get(it, it) for it in (*re.split(r" OR ", words), *classifiers) if it}


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_is_installed_is_pinned_by_its_hash(file: str) -> None:
    found = list(pins(FILES[file]))
    assert len({pin.name for pin in found}) == len(found) > 10
    assert all(pin.hashes for pin in found)
    text = FILES[file].read_text(encoding="utf-8")
    assert not re.search(r"--(extra-)?index[-]url|--find[-]links|--trusted-host|://|^-e ", text, re.MULTILINE)


def test_nothing_is_pinned_twice_in_different_versions() -> None:
    first, second = ({pin.name: pin.version for pin in pins(file)} for file in FILES.values())
    assert {name: first[name] for name in first.keys() & second.keys()} == {
        name: second[name] for name in first.keys() & second.keys()
    }


def test_what_the_program_asks_for_is_pinned_within_its_bounds() -> None:
    known = {pin.name: pin.version for pin in pins(FILES["requirements.txt"])}
    for asked in bounds():
        if asked.marker is None or asked.marker.evaluate():
            assert asked.specifier.contains(known[canonicalize_name(asked.name)]), asked
    assert shipped() <= set(known), "something the program needs to run is not pinned"


def test_nothing_known_to_be_bad_is_pinned_or_let_in() -> None:
    for file in FILES.values():
        for pin in pins(file):
            bad, _, why = KNOWN_BAD.get(pin.name, ("", "", ""))
            assert pin.version != bad, why
    for asked in bounds():
        bad, where, why = KNOWN_BAD.get(canonicalize_name(asked.name), ("", "", ""))
        is_old = asked.marker is not None and asked.marker.evaluate({"python_version": "3.11"})
        if bad and is_old:
            assert not asked.specifier.contains(Version(bad)), f"{where}: {why}"


@pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="what another environment holds, its maker chose")
@pytest.mark.parametrize("file", FILES)
def test_what_is_installed_is_what_is_pinned(file: str) -> None:
    for pin in pins(FILES[file]):
        if applies(pin.marker):
            assert version(pin.name) == pin.version


def test_what_is_installed_fits_together() -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "check"], check=False, capture_output=True, text=True)
    if "No module named pip" in done.stderr:
        pytest.skip("this environment has no pip")
    assert done.returncode == 0, done.stdout


def test_what_is_shipped_has_a_licence_that_lets_it_be_shipped() -> None:
    found = {name: licences(name) for name in shipped()}
    assert not {name: told for name, told in found.items() if not told & COMPATIBLE}
    assert len(found) > 8


def test_nothing_else_is_shipped_than_what_is_asked_for() -> None:
    """The tools that build and test are none of the program's."""
    for tool in ("hatchling", "pytest", "hypothesis", "mypy", "ruff", "pathspec"):
        try:
            distribution(tool)
        except PackageNotFoundError:
            continue
        assert tool not in shipped()
