"""The bundle as it is downloaded: unpacked anywhere, started without our Python and our checkout."""

import os
import signal
import subprocess
import tarfile
from pathlib import Path

import build
import pytest
import xserver

from tests.packaging.starting import (
    SHORT_ROUTINE,
    has_settled,
    is_pressing,
    loaded,
    pressed_seconds,
    wait_until,
)
from tests.real_window_desk import missing_hands
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parent.parent.parent
QT = {  # the part of Qt that is used, and what that is linked to
    *("Core", "Gui", "Widgets", "Svg", "Network", "DBus", "PrintSupport"),
    *("Multimedia", "Concurrent", "TextToSpeech", "XcbQpa", "WaylandClient"),
}


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked into a folder whose name has a blank and a letter beyond ASCII."""
    (file,) = built.glob("*-linux-*.tar.gz")
    into = tmp_path_factory.mktemp("some where") / "é"
    with tarfile.open(file) as archive:
        if hasattr(tarfile, "data_filter"):  # Python 3.11.4 and later
            archive.extraction_filter = tarfile.data_filter
        archive.extractall(into)  # noqa: S202 - our own
    (folder,) = into.iterdir()
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> str:
    """What a command of the bundle prints, with nothing of ours on any path."""
    clean = {name: os.environ[name] for name in ("HOME", "LC_ALL") if name in os.environ}
    own = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    command = [str(folder / "acutimer"), *arguments]
    options = {"PATH": "/usr/bin:/bin", **clean, **own, **environment}
    done = subprocess.run(command, cwd=folder.parent, env=options, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


def test_it_is_small_enough_to_download(built: Path) -> None:
    for kind in ("*-linux-*.tar.gz", "*.deb"):
        (file,) = built.glob(kind)
        assert file.stat().st_size < build.MOST_MB * 1e6  # and it is compressed quickly here


def test_it_plays_a_routine_in_the_terminal(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "short.acutimer.json"
    file.write_text(SHORT_ROUTINE, encoding="utf-8")
    run(folder, "play", str(file), "--yes")
    assert pressed_seconds(run(folder, "log", "--json")) == [2.0]


@pytest.mark.skipif(bool(missing_hands()), reason=missing_hands())
def test_it_plays_a_routine_in_the_window_with_its_own_libraries_alone(folder: Path, tmp_path: Path) -> None:
    welcomed(Path(os.environ["XDG_CONFIG_HOME"]))
    command = [str(folder / "acutimer"), "--start", "balance-points"]
    database = Path(os.environ["XDG_DATA_HOME"]) / "acutimer" / "acutimer.db"
    with xserver.running() as display:
        environment = {**os.environ, "DISPLAY": str(display), "QT_QPA_PLATFORM": "xcb"}
        window = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
        try:
            wait_until(lambda: has_settled(window.pid), "its window")
            wait_until(lambda: is_pressing(database, tmp_path), "a press in it")
            libraries = loaded(Path(f"/proc/{window.pid}/maps").read_text())
        finally:
            window.send_signal(signal.SIGTERM)
            assert window.communicate(timeout=60)[1] == ""
    assert window.returncode == 0
    foreign = {it for it in libraries if not it.is_relative_to(folder) and it.name.startswith(("libQt", "libpy"))}
    assert foreign == set()
    assert folder / "_internal/PySide6/Qt/lib/libQt6Widgets.so.6" in libraries


def test_it_has_the_part_of_qt_that_is_used_and_no_other(folder: Path) -> None:
    libraries = (folder / "_internal/PySide6/Qt/lib").glob("libQt6*.so*")
    assert {it.name.removeprefix("libQt6").partition(".")[0] for it in libraries} == QT
    assert not [it for it in folder.rglob("*") if it.is_symlink() and not it.exists()]


def test_it_has_every_resource_and_every_language(folder: Path) -> None:
    ours, theirs = ROOT / "resources", folder / "_internal/acutimer/resources"
    shipped = {it.relative_to(ours) for it in ours.rglob("*") if it.is_file() and it.suffix != ".po"}
    assert {it.relative_to(theirs) for it in theirs.rglob("*") if it.is_file()} == shipped
    assert {it.stem for it in (ours / "languages").glob("*.po")} == {
        it.stem for it in (theirs / "languages").glob("*.mo")
    }
    assert {it.name for it in (folder / "_internal/PySide6/Qt/translations").iterdir()} == {
        *("qtbase_de.qm", "qtbase_zh_CN.qm")
    }


@pytest.mark.parametrize(("language", "words"), [("en", "Leg Three Miles"), ("de", "Drei Meilen"), ("zh_CN", "足三里")])
def test_it_speaks_every_language(folder: Path, language: str, words: str) -> None:
    assert words in run(folder, "points", "ST36", LANGUAGE=language).splitlines()[0]


def test_it_says_how_to_start_it_and_whose_work_is_in_it(folder: Path) -> None:
    assert "./acutimer" in (folder / "README.txt").read_text(encoding="utf-8")
    terms = (folder / "LICENCES.txt").read_text(encoding="utf-8")
    for name in ("acutimer", "Python 3", "PySide6", "Lesser General Public", "pydantic", "rapidfuzz", "jeepney"):
        assert name.lower() in terms.lower()
    assert list((folder / "share/applications").glob("*.desktop"))
    assert list((folder / "share/man/man1").glob("*.1"))
