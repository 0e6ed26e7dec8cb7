"""What goes into a bundle and what stays out, told on a small one; nothing is built here."""

import json
import os
import subprocess
import sys
from pathlib import Path

import bundled
import pytest
from bundled import Entry

ROOT = Path(__file__).resolve().parent.parent.parent
QT = "PySide6/Qt"
PACKAGES = "/opt/python/site-packages/PySide6/Qt"


def library(name: str, source: str = "") -> Entry:
    return (f"{QT}/lib/{name}", source or f"{PACKAGES}/lib/{name}", "BINARY")


def plugin(place: str) -> Entry:
    return (f"{QT}/plugins/{place}", f"{PACKAGES}/plugins/{place}", "BINARY")


MODULE: Entry = ("PySide6/QtGui.abi3.so", f"{PACKAGES}/../QtGui.abi3.so", "EXTENSION")
LINKS = {
    "QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
    "libQt6Gui.so.6": ["libQt6Core.so.6", "libfreetype.so.6"],
    "libqxcb.so": ["libQt6XcbQpa.so.6", "libxcb-cursor.so.0"],
    "libqtvirtualkeyboardplugin.so": ["libQt6Quick.so.6"],
}


def linked_to(file: str) -> list[str]:
    return LINKS.get(Path(file).name, [])


def kept(*entries: Entry) -> set[str]:
    chosen = bundled.kept(entries, linked_to)
    return {Path(place).name for place, _source, _kind in chosen}


def test_a_library_stays_if_something_that_stays_needs_it() -> None:
    gui, core, quick = library("libQt6Gui.so.6"), library("libQt6Core.so.6"), library("libQt6Quick.so.6")
    assert kept(MODULE, gui, core, quick) == {"QtGui.abi3.so", "libQt6Gui.so.6", "libQt6Core.so.6"}


def test_a_plugin_nobody_uses_goes_with_all_that_only_it_needs() -> None:
    unused = plugin("platforminputcontexts/libqtvirtualkeyboardplugin.so")
    assert kept(unused, library("libQt6Quick.so.6")) == set()


def test_a_plugin_in_use_brings_its_libraries() -> None:
    window = plugin("platforms/libqxcb.so")
    assert kept(window, library("libQt6XcbQpa.so.6")) == {"libqxcb.so", "libQt6XcbQpa.so.6"}


def test_of_the_systems_libraries_only_those_that_may_be_missing_are_carried() -> None:
    cursor: Entry = ("libxcb-cursor.so.0", "/usr/lib/some-machine/libxcb-cursor.so.0", "BINARY")
    letters: Entry = ("libfreetype.so.6", "/usr/lib/some-machine/libfreetype.so.6", "BINARY")
    assert kept(MODULE, library("libQt6Gui.so.6"), plugin("platforms/libqxcb.so"), cursor, letters) == {
        *("QtGui.abi3.so", "libQt6Gui.so.6"),
        *("libqxcb.so", "libxcb-cursor.so.0"),
    }


def test_a_link_to_a_library_stays_with_it() -> None:
    links: tuple[Entry, ...] = tuple(
        (name, f"{QT}/lib/{name}", "SYMLINK") for name in ("libQt6Gui.so.6", "libQt6Quick.so.6")
    )
    chosen = bundled.kept([MODULE, library("libQt6Gui.so.6"), library("libQt6Quick.so.6"), *links], linked_to)
    assert [place for place, _source, kind in chosen if kind == "SYMLINK"] == ["libQt6Gui.so.6"]


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("acutimer/resources/languages/de.mo", True),
        ("acutimer/resources/languages/de.po", False),
        ("acutimer/resources/content/en/points.json", True),
    ],
)
def test_of_the_words_those_stay_that_are_read(place: str, *, stays: bool) -> None:
    assert bool(kept((place, f"/somewhere/{place}", "DATA"))) is stays


def test_what_the_starter_tells_itself_is_told_to_no_program_that_is_opened() -> None:
    told = {"_PYI_ARCHIVE_FILE": "a", "LD_LIBRARY_PATH": "ours", "LD_LIBRARY_PATH_ORIG": "theirs"}
    assert after_the_start(told) == {"LD_LIBRARY_PATH": "theirs"}
    assert after_the_start({"LD_LIBRARY_PATH": "ours", "_PYI_PARENT_PROCESS_LEVEL": "0"}) == {}


def after_the_start(told: dict[str, str]) -> dict[str, str]:
    """What of it is still in the environment once the bundle's first lines have run."""
    look = "import json, os, runpy, sys; runpy.run_path(sys.argv[1]); print(json.dumps(dict(os.environ)))"
    command = [sys.executable, "-c", look, str(ROOT / "packaging" / "bundle_start.py")]
    clean = {name: value for name, value in os.environ.items() if "LIBRARY_PATH" not in name}
    done = subprocess.run(command, env={**clean, **told}, capture_output=True, text=True, check=True)
    return {name: value for name, value in json.loads(done.stdout).items() if "PYI" in name or "LIBRARY_PATH" in name}
