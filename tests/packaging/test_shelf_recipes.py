"""The recipes for Flatpak, Windows and macOS, and the workflow: what can be told without those systems."""

import functools
import json
import plistlib
import re
import subprocess
from pathlib import Path
from typing import Any

import dev
import pytest
from macos import info_plist

from acutimer import __version__
from acutimer.paths import DESKTOP_ID
from acutimer.ui.reminding.desktop import notices, quiet_bus
from acutimer.ui.session.desktop import awake_bus, mpris

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
MANIFEST = PACKAGING / "flatpak" / f"{DESKTOP_ID}.yml"
WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"
INSTALLER = PACKAGING / "windows" / "acutimer.iss"
READ = "import json, sys, yaml; json.dump(yaml.load(sys.stdin, yaml.BaseLoader), sys.stdout)"


@functools.cache
def read(path: Path) -> Any:
    """What is in a YAML file, every value as text."""
    command = ["/usr/bin/python3", "-c", READ]
    done = subprocess.run(command, input=path.read_bytes(), capture_output=True, check=False)
    if b"No module named 'yaml'" in done.stderr:
        pytest.skip("needs YAML for the system's Python (Debian: python3-yaml)")
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


# -- Flatpak ---------------------------------------------------------------------------------------


def allowed(kind: str) -> set[str]:
    return {it.removeprefix(kind) for it in read(MANIFEST)["finish-args"] if it.startswith(kind)}


def test_the_flatpak_is_the_same_program_under_the_same_name() -> None:
    told = read(MANIFEST)
    assert (told["id"], told["command"]) == (DESKTOP_ID, "acutimer")


def test_the_flatpak_gets_no_network_and_nothing_of_the_home_folder_but_its_entry_for_login() -> None:
    assert allowed("--share=") == {"ipc"}
    assert allowed("--socket=") == {"wayland", "fallback-x11", "pulseaudio", "cups"}
    assert allowed("--device=") == {"dri"}
    assert allowed("--filesystem=") == {"xdg-run/speech-dispatcher:ro", "xdg-config/autostart:create"}


def test_the_flatpak_may_speak_to_every_service_the_program_asks_and_to_no_other() -> None:
    asked = {notices.SERVICE, awake_bus.SAVER, *(it.service for it in quiet_bus.QUESTIONS)}
    tray = {"org.kde.StatusNotifierWatcher"}  # Qt asks for it
    assert allowed("--talk-name=") == asked | tray
    assert allowed("--own-name=") == {mpris.NAME}
    portals = [it.service for it in awake_bus.WAYS if it.service not in asked]
    assert all(it.startswith("org.freedesktop.portal.") for it in portals)  # open to every Flatpak


def test_what_the_flatpak_is_made_of_is_there() -> None:
    (module,) = read(MANIFEST)["modules"]
    places = [(MANIFEST.parent / source["path"]).resolve() for source in module["sources"]]
    assert places == [ROOT / "dist/acutimer", PACKAGING / "linux", ROOT / "LICENSE"]
    for name in re.findall(r"linux/(\S+)", " ".join(module["build-commands"])):
        assert (PACKAGING / "linux" / name).exists(), name


# -- Windows ---------------------------------------------------------------------------------------


def test_the_installer_takes_the_bundle_and_asks_for_no_administrator() -> None:
    text = INSTALLER.read_text(encoding="utf-8-sig")
    assert r'Source: "{#Root}\dist\acutimer\*"' in text
    assert "PrivilegesRequired=lowest" in text
    assert 'name="acutimerw"' in (PACKAGING / "acutimer.spec").read_text(encoding="utf-8")
    for named in re.findall(r"^(?:SetupIconFile|LicenseFile)=(.*)$", text, re.MULTILINE):
        path = named.replace("{#Root}", "../..").replace("\\", "/")
        assert (INSTALLER.parent / path).is_file(), path


def test_every_message_of_the_installer_is_in_every_language_it_asks_in() -> None:
    text = INSTALLER.read_text(encoding="utf-8-sig")
    languages = re.findall(r'^Name: "(\w+)"; MessagesFile', text, re.MULTILINE)
    assert languages == ["en", "de", "zh"]
    assert re.findall(r"^(\w+)\.AtLogin=", text, re.MULTILINE) == languages


def test_the_installer_has_a_mark_by_which_its_letters_are_read() -> None:
    assert INSTALLER.read_bytes().startswith("\ufeff".encode())


# -- macOS -----------------------------------------------------------------------------------------


def test_the_property_list_can_be_written_and_names_this_version_and_every_language() -> None:
    told = plistlib.loads(plistlib.dumps(info_plist.VALUES))
    assert told["CFBundleShortVersionString"] == __version__
    words = {path.stem for path in (ROOT / "resources/languages").glob("*.po")}
    assert set(told["CFBundleLocalizations"]) == {"en", *words}
    assert told["LSBackgroundOnly"] is False


def test_the_spec_makes_the_application_with_it() -> None:
    text = (PACKAGING / "acutimer.spec").read_text(encoding="utf-8")
    assert "from macos.info_plist import IDENTIFIER, VALUES" in text
    assert plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())


# -- the workflow ----------------------------------------------------------------------------------


def steps() -> list[dict[str, Any]]:
    return [step for job in read(WORKFLOW)["jobs"].values() for step in job["steps"]]


def test_the_workflow_builds_for_every_system_and_tests() -> None:
    assert set(read(WORKFLOW)["jobs"]) == {"test", "linux", "flatpak", "windows", "macos"}


def test_the_workflow_may_read_and_nothing_else() -> None:
    assert read(WORKFLOW)["permissions"] == {"contents": "read"}
    assert "secrets." not in WORKFLOW.read_text(encoding="utf-8")


def test_the_workflow_takes_steps_of_nobody_but_its_host_and_each_of_one_version() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", it) for it in used), used


def test_every_command_of_the_workflow_is_one_that_there_is() -> None:
    said = "\n".join(step["run"] for step in steps() if "run" in step).replace("\\", "/")
    commands = re.findall(r"packaging/dev\.py (\w+)", said)
    assert {"test", "build"} <= set(commands) <= {"run", "test", "setup", "check", "trust", "fuzz", *dev.MAKERS}
    files = re.findall(r"(?:packaging|docs)/[\w./-]+", said)
    assert files
    for name in files:
        assert (ROOT / name).is_file(), name
