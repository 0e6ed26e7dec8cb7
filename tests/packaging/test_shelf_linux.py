"""What a Linux desktop, its shop and its manual know of the program."""

import argparse
import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import icons
import pytest
from PySide6.QtGui import QImage

from acutimer import __version__, cli
from acutimer.paths import DESKTOP_ID

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
DESKTOP = LINUX / f"{DESKTOP_ID}.desktop"
METAINFO = LINUX / f"{DESKTOP_ID}.metainfo.xml"
MANUAL = LINUX / "acutimer.1"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGES = {"de": "de", "zh-Hans": "zh_CN"}
"""Our tags, and what the desktop calls them."""


def judged_by(*command: str) -> str:
    """What a judge has to say; empty where it has nothing against it."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def needs(tool: str, package: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(tool), reason=f"needs {tool} (Debian: {package})")


# -- the menu --------------------------------------------------------------------------------------


def entry() -> configparser.SectionProxy:
    read = configparser.RawConfigParser()
    read.optionxform = str  # type: ignore[assignment, method-assign]  # names as they are written
    read.read_string(DESKTOP.read_text(encoding="utf-8"))
    return read["Desktop Entry"]


@needs("desktop-file-validate", "desktop-file-utils")
def test_the_entry_for_menus_is_sound() -> None:
    assert judged_by("desktop-file-validate", str(DESKTOP)) == ""


def test_the_entry_starts_the_command_and_belongs_to_the_window() -> None:
    told = entry()
    assert (told["Exec"], told["Icon"], told["StartupWMClass"]) == ("acutimer", DESKTOP_ID, "acutimer")
    assert f"app.setDesktopFileName({'DESKTOP_ID'})" in (ROOT / "acutimer/app.py").read_text(encoding="utf-8")


def test_the_entry_speaks_every_language() -> None:
    assert {path.stem for path in (ROOT / "resources/languages").glob("*.po")} == set(LANGUAGES)
    told = entry()
    for name in ("GenericName", "Comment", "Keywords"):
        assert len({told[name], *(told[f"{name}[{desktop}]"] for desktop in LANGUAGES.values())}) == 1 + len(LANGUAGES)
    assert all(told[name].endswith(";") for name in told if name.startswith("Keywords"))


# -- the shop --------------------------------------------------------------------------------------


@needs("appstreamcli", "appstream")
def test_the_shop_has_nothing_against_what_we_tell_it() -> None:
    assert judged_by("appstreamcli", "validate", "--no-net", "--pedantic", str(METAINFO)) == ""


def test_the_shop_knows_the_same_program_version_and_words_as_the_menu() -> None:
    told = ET.parse(METAINFO).getroot()  # noqa: S314 - our own file
    assert told.findtext("id") == DESKTOP_ID
    assert told.findtext("launchable") == DESKTOP.name
    newest = told.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    summaries = {it.get(LANG, ""): it.text for it in told.findall("summary")}
    menu = entry()
    assert summaries == {"": menu["Comment"], **{tag: menu[f"Comment[{tag}]"] for tag in LANGUAGES.values()}}


def test_every_paragraph_in_the_shop_is_in_every_language() -> None:
    told = ET.parse(METAINFO).getroot()  # noqa: S314 - our own file
    for texts in (told.findall("description/p"), told.findall("description/ul/li"), told.findall(".//release//p")):
        tongues = [it.get(LANG, "") for it in texts]
        assert tongues == ["", *LANGUAGES.values()] * tongues.count("")


def test_the_changes_of_this_version_are_told() -> None:
    changes = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert changes[:2] == ["Unreleased", __version__]


# -- the manual ------------------------------------------------------------------------------------


@needs("mandoc", "mandoc")
def test_the_manual_is_well_formed() -> None:
    assert judged_by("mandoc", "-T", "lint", "-W", "style", str(MANUAL)) == ""


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every command and every option, of its commands as well."""
    for action in parser._actions:  # argparse has no other way to ask
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name
                yield from options(command)


def test_the_manual_tells_every_command_and_option_and_this_version() -> None:
    text = MANUAL.read_text(encoding="utf-8").replace("\\-", "-")
    assert f'"acutimer {__version__}"' in text
    untold = {name for name in options(cli._parser()) if not re.search(rf"{re.escape(name)}\b", text)}
    assert not untold


# -- the icon --------------------------------------------------------------------------------------


def test_the_icon_is_there_in_every_size_and_is_what_its_source_shows() -> None:
    drawn = icons.icon_files()
    assert len(drawn) == len(icons.LINUX_PX) + 2
    for path, data in drawn.items():
        if path.suffix == ".png":
            kept, fresh = QImage(str(path)), QImage.fromData(data)
            px = int(path.parts[-3].partition("x")[0])
            assert (kept.width(), kept.height()) == (px, px) == (fresh.width(), fresh.height())
            assert alike(kept, fresh), f"{path.name}: dev.py icons was not run after its source changed"


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures look the same, whichever Qt drew them."""
    steps = range(0, one.width(), max(1, one.width() // 16))
    return all(
        abs(ours - theirs) < 24
        for x in steps
        for y in steps
        for ours, theirs in zip(channels(one, x, y), channels(other, x, y), strict=True)
    )


def channels(picture: QImage, x: int, y: int) -> tuple[int, int, int, int]:
    """Red, green, blue and how much covers what is below."""
    color = picture.pixelColor(x, y)
    return color.red(), color.green(), color.blue(), color.alpha()


def test_the_icons_of_windows_and_macos_hold_their_pictures() -> None:
    windows = (ROOT / "packaging/windows/acutimer.ico").read_bytes()
    assert windows[:4] == b"\0\0\1\0"
    assert windows.count(b"\x89PNG") == windows[4] == len(icons.WINDOWS_PX)
    macos = (ROOT / "packaging/macos/acutimer.icns").read_bytes()
    assert macos[:4] == b"icns"
    assert int.from_bytes(macos[4:8], "big") == len(macos)
    assert all(name in macos for name in icons.MACOS_PX)
