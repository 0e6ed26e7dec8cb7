import configparser
import os
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.errors import WorldError
from acutimer.ui.reminding.autostart import Autostart, can_start_at_login, entry, own_command, quoted


@pytest.fixture
def autostart(tmp_path: Path) -> Autostart:
    return Autostart({"XDG_CONFIG_HOME": str(tmp_path)}, ("/opt/acutimer",))


def test_switched_on_the_entry_opens_the_program_in_the_background(autostart: Autostart, tmp_path: Path) -> None:
    assert not autostart.is_on
    autostart.set_on(True)
    assert autostart.is_on
    assert autostart.path == tmp_path / "autostart" / "acutimer.desktop"
    read = configparser.RawConfigParser()
    read.optionxform = str  # names as they are written
    read.read_string(autostart.path.read_text(encoding="utf-8"))
    told = dict(read["Desktop Entry"])
    assert told["Type"] == "Application"
    assert told["Exec"] == "/opt/acutimer --background"
    autostart.set_on(False)
    assert not autostart.path.exists()
    autostart.set_on(False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true"])
def test_what_the_desktop_s_own_tools_switched_off_is_off(autostart: Autostart, line: str) -> None:
    autostart.set_on(True)
    with autostart.path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert not autostart.is_on
    autostart.keep_current()
    assert not autostart.is_on


def test_a_program_that_moved_is_found_again(autostart: Autostart, tmp_path: Path) -> None:
    autostart.set_on(True)
    moved = Autostart({"XDG_CONFIG_HOME": str(tmp_path)}, ("/opt/new/acutimer",))
    moved.keep_current()
    assert "Exec=/opt/new/acutimer --background" in moved.path.read_text(encoding="utf-8")


def test_an_entry_of_the_user_s_own_is_left_alone(autostart: Autostart) -> None:
    autostart.path.parent.mkdir()
    autostart.path.write_text("[Desktop Entry]\nName=mine\nExec=acutimer --background\n", encoding="utf-8")
    autostart.keep_current()
    assert "Name=mine" in autostart.path.read_text(encoding="utf-8")


def test_no_entry_is_made_by_looking(autostart: Autostart) -> None:
    autostart.keep_current()
    assert not autostart.path.exists()


def test_a_folder_that_cannot_be_written_to_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("in the way", encoding="utf-8")
    with pytest.raises(WorldError, match="entry for login"):
        Autostart({"XDG_CONFIG_HOME": str(tmp_path)}, ("acutimer",)).set_on(True)


def test_without_the_desktop_s_own_word_the_folder_is_the_usual_one(tmp_path: Path) -> None:
    for configured in ({}, {"XDG_CONFIG_HOME": "not/absolute"}):
        found = Autostart(configured, ("acutimer",), tmp_path)
        assert found.path == tmp_path / ".config" / "autostart" / "acutimer.desktop"


def test_a_flatpak_writes_to_the_desktop_s_folder_and_is_started_from_outside(tmp_path: Path) -> None:
    inside = {"FLATPAK_ID": "io.example.Timer", "XDG_CONFIG_HOME": str(tmp_path / "inside")}
    autostart = Autostart(inside, home=tmp_path)
    autostart.set_on(True)
    written = (tmp_path / ".config/autostart/acutimer.desktop").read_text(encoding="utf-8")
    assert "Exec=flatpak run io.example.Timer --background\n" in written
    elsewhere = {**inside, "HOST_XDG_CONFIG_HOME": str(tmp_path / "host")}
    assert Autostart(elsewhere, home=tmp_path).path == tmp_path / "host/autostart/acutimer.desktop"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, categories=("L", "N", "P", "S", "Zs")), min_size=1))
def test_any_word_comes_back_from_an_exec_line(word: str) -> None:
    line = quoted(word)
    value = line.replace("\\\\", "\\")  # what reading the file makes of it
    inner = value.removeprefix('"').removesuffix('"') if value.startswith('"') else value
    plain = "".join(_unescaped(inner)) if value.startswith('"') else inner
    assert plain.replace("%%", "%") == word


def _unescaped(text: str) -> list[str]:
    found, is_escaped = [], False
    for letter in text:
        if letter == "\\" and not is_escaped:
            is_escaped = True
            continue
        found.append(letter)
        is_escaped = False
    return found


def test_a_folder_with_a_space_is_one_word_to_a_shell_as_well() -> None:
    assert shlex.split(quoted("/opt/my name/acutimer")) == ["/opt/my name/acutimer"]
    assert 'Exec="/my folder/python" -m acutimer --background' in entry(("/my folder/python", "-m", "acutimer"))


def test_no_folder_s_name_can_write_a_line_of_its_own_into_the_entry() -> None:
    written = entry(("/opt/a\nExec=evil\r\tb/acutimer",))
    assert [line for line in written.splitlines() if line.startswith("Exec=")] == [
        'Exec="/opt/a\\nExec=evil\\r\\tb/acutimer" --background'
    ]


def test_the_entry_is_for_the_user_alone(autostart: Autostart) -> None:
    before = os.umask(0)
    try:
        autostart.set_on(True)
    finally:
        os.umask(before)
    assert autostart.path.stat().st_mode & 0o777 == 0o600


def test_the_program_is_found_however_it_was_begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert own_command({"APPIMAGE": "/opt/new/acutimer.AppImage"}) == ("/opt/new/acutimer.AppImage",)
    python = tmp_path / "python3"
    monkeypatch.setattr("sys.executable", str(python))
    assert own_command({}) == (str(python), "-m", "acutimer")
    command = tmp_path / "acutimer"
    command.touch(0o700)
    assert own_command({}) == (str(command),)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert own_command({}) == (str(python),)


def test_windows_and_macos_have_a_place_of_their_own_for_that() -> None:
    assert [can_start_at_login(it) for it in ("linux", "freebsd14", "win32", "darwin")] == [True, True, False, False]
