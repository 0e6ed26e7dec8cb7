import subprocess
from collections.abc import Sequence
from pathlib import Path

import native
import pytest


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """What would be run, instead of running it."""
    ran: list[Sequence[str]] = []

    def run(command: Sequence[str], **_options: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("native.subprocess.run", run)
    monkeypatch.setattr("native.shutil.which", lambda _name: "found")
    return ran


def test_root_on_debian_gets_the_packages_and_is_told(
    commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("native.os.geteuid", lambda: 0)
    native.install(["libegl1"], "Qt needs")
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert "libegl1" in capsys.readouterr().out


def test_anyone_else_gets_one_command_to_type(
    commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("native.os.geteuid", lambda: 1000)
    native.install(["libegl1", "libgl1"], "Qt needs")
    assert not commands
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in capsys.readouterr().err


def test_a_library_that_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("native.platform.system", lambda: "Linux")
    monkeypatch.setattr("native.LIBRARIES", {"libc.so.6": "libc6", "libnever.so.7": "libnever7"})
    monkeypatch.setattr("native.FONTS", ())
    assert native.missing_packages(for_tests=False) == ["libnever7"]


def test_what_only_the_tests_need_is_asked_for_with_them_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lib/some-machine/typelibs").mkdir(parents=True)
    (tmp_path / "lib/some-machine/typelibs/There.typelib").touch()
    monkeypatch.setattr("native.platform.system", lambda: "Linux")
    monkeypatch.setattr("native.LIBRARIES", {})
    monkeypatch.setattr("native._has_fonts", lambda: True)
    monkeypatch.setattr("native.SYSTEM", tmp_path)
    monkeypatch.setattr("native.TEST_TOOLS", {"sh": "dash", "nevermade": "never-tool"})
    files = {"lib/*/typelibs/There.typelib": "there", "lib/*/typelibs/Never.typelib": "gir1.2-never"}
    monkeypatch.setattr("native.TEST_FILES", files)
    assert native.missing_packages(for_tests=True) == ["never-tool", "gir1.2-never"]
    assert native.missing_packages(for_tests=False) == []


def test_the_tests_need_a_screen_readers_bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("native.SYSTEM", tmp_path)
    monkeypatch.setattr("native.platform.system", lambda: "Linux")
    missing = native.missing_packages(for_tests=True)
    assert {"at-spi2-core", "gir1.2-atspi-2.0"} <= set(missing)


def test_other_systems_bring_all_that_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("native.platform.system", lambda: "Darwin")
    assert native.missing_packages(for_tests=True) == []


@pytest.mark.parametrize(
    ("file", "found", "missing"),
    [
        ("libpython3.11.so.1.0", None, ["libpython3.11"]),
        ("libpython3.11.so.1.0", "libpython3.11.so.1.0", []),
        ("Python.framework/Versions/3.11/Python", None, []),
        (None, None, []),
    ],
    ids=["Debian's without it", "with it", "a framework", "Windows"],
)
def test_a_bundle_needs_python_as_a_library(
    monkeypatch: pytest.MonkeyPatch, file: str | None, found: str | None, missing: list[str]
) -> None:
    monkeypatch.setattr("native.sysconfig.get_config_var", lambda name: file if name == "INSTSONAME" else "/nowhere")
    monkeypatch.setattr("native.find_library", lambda _name: found)
    assert native.missing_python() == missing
