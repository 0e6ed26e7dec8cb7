import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from acutimer.ui.instance.places import LONGEST_BYTES, clear, places, put_away

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has pipes, and no files for them")


@pytest.fixture
def short(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder whose name is short enough for a socket, wherever tests keep their files."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="a-") as folder:
        yield Path(folder)


def listening(path: Path) -> None:
    """Leave a socket behind, as a program that was killed does."""
    with socket.socket(socket.AF_UNIX) as there:
        there.bind(str(path))


def test_the_users_own_run_folder_comes_first_then_the_data(short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = short / "run"
    run.mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    first, second, last = map(Path, places(short / "data"))
    assert first.parent == run
    assert second == short / "data" / "window.socket"
    assert last.parent.stat().st_mode & 0o777 == 0o700
    put_away(str(last))
    assert not last.parent.exists()


def test_two_starts_of_a_flatpak_meet_in_the_folder_they_share(short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = short / "app" / "io.example.Timer"
    shared.mkdir(0o700, parents=True)
    short.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    monkeypatch.setenv("FLATPAK_ID", "io.example.Timer")
    assert Path(next(places(short / "data"))).parent == shared


def test_other_data_have_another_place_and_the_same_data_the_same(short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))
    (short / "link").symlink_to(short / "data")
    assert next(places(short / "data")) == next(places(short / "link"))
    assert next(places(short / "data")) != next(places(short / "other"))


@pytest.mark.parametrize("runtime", ["", "relative", "{short}/missing", "{short}/open", "{short}/file", "/\0"])
def test_a_run_folder_that_others_may_enter_is_none(short: Path, monkeypatch: pytest.MonkeyPatch, runtime: str) -> None:
    (short / "open").mkdir()
    (short / "open").chmod(0o755)
    (short / "file").touch(0o600)
    if "\0" not in runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime.format(short=short))
    assert next(places(short / "data")) == str(short / "data" / "window.socket")


def test_a_name_too_long_for_a_socket_is_passed_over(short: Path) -> None:
    deep = short / ("d" * LONGEST_BYTES)
    (place,) = places(deep)
    assert not place.startswith(str(deep))
    put_away(place)


def test_a_socket_left_behind_is_taken_away_and_nothing_else(short: Path) -> None:
    left, kept, link = short / "left", short / "kept", short / "link"
    listening(left)
    kept.write_text("not a socket", encoding="utf-8")
    link.symlink_to(kept)
    for path in (left, kept, link, short / "missing", short):
        assert clear(str(path)) is (path in (left, short / "missing"))
        put_away(str(path))
    put_away("")
    put_away("/\0")
    assert not left.exists()
    assert kept.read_text(encoding="utf-8") == "not a socket"
    assert link.is_symlink()
