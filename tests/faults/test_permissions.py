"""Folders that cannot be written, are not there, or are no folders; in processes of an ordinary user."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.children import FAULTS_OF_THE_WORLD, NOBODY, Home, Outcome, Server

Tell = Callable[[str, int, int], None]
READING = (("log",), ("log", "--json"), ("export", "out.json"), ("routines",), ("points", "st36"))
PLAYING = ("play", "mine.acutimer.json", "--yes")

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can begin a process of another user"
)


@pytest.fixture
def his(practised: Home, open_folder: Path) -> Iterator[Home]:
    """The home of an ordinary user, who may write into it."""
    home = practised.copied(open_folder / "home")
    home.give_to(NOBODY)
    yield home
    for place in (home.folder, *home.folder.rglob("*")):
        if place.is_dir() and not place.is_symlink():
            place.chmod(0o700)
    shutil.rmtree(home.folder)


def told(outcome: Outcome, *words: str) -> bool:
    """Whether it ended as the world's fault, told in one line that names these words."""
    return outcome.code == FAULTS_OF_THE_WORLD and outcome.is_calm and all(word in outcome.err for word in words)


def closed(folder: Path, mode: int = 0o500) -> None:
    """Take the right to write from a folder and all that is in it."""
    for place in (*folder.rglob("*"), folder):
        place.chmod(mode if place.is_dir() else mode & 0o400)


def test_a_log_that_cannot_be_written_can_be_read(children: Server, his: Home, tally: Tell) -> None:
    before = his.sessions()
    (his.folder / "data" / "acutimer" / "acutimer.db-running").unlink(missing_ok=True)
    closed(his.data)
    found = []
    for arguments in READING:
        done = children.run(his, *arguments, user=NOBODY, folder=his.folder)
        if done.code != 0 or done.err:
            found.append(f"{arguments}: {done.code} {done.err}")
        if arguments == ("log",) and len(done.out.splitlines()) != len(before):
            found.append(f"{arguments}: {done.out}")
    played = children.run(his, *PLAYING, user=NOBODY, folder=his.folder)
    if not told(played, str(his.data)):
        found.append(f"play: {played}")
    closed(his.data, 0o700)
    for place in his.data.rglob("*.db*"):
        place.chmod(0o600)
    again = children.run(his, *PLAYING, user=NOBODY, folder=his.folder)
    if again.code != 0 or len(his.sessions()) != len(before) + 1:
        found.append(f"afterwards: {again}")
    tally("a folder without the right to write", len(READING) + 2, len(found))
    assert not found, "\n".join(found)


def test_a_log_on_a_disk_that_is_read_only_and_was_not_closed_well_is_read_whole(
    children: Server, his: Home, tally: Tell
) -> None:
    """What was written last lies in the file beside it, and nobody can put it where it belongs."""
    before = his.sessions()
    connection = sqlite3.connect(his.database, isolation_level=None)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("UPDATE session SET note = 'only beside it'")
    copies = {name: his.database.with_name(name).read_bytes() for name in ("acutimer.db", "acutimer.db-wal")}
    connection.close()
    for name, data in copies.items():
        his.database.with_name(name).write_bytes(data)
    his.give_to(NOBODY)
    closed(his.data)
    done = children.run(his, "log", user=NOBODY, folder=his.folder)
    is_lost = done.code != 0 or done.out.count("only beside it") != len(before)
    tally("a folder without the right to write", 1, int(is_lost))
    assert not is_lost, done


def no_home(home: Home) -> None:
    home.variables["HOME"] = "/nonexistent/somebody"
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        del home.variables[f"XDG_{name}_HOME"]


def home_unset(home: Home) -> None:
    no_home(home)
    del home.variables["HOME"]


def home_not_his(home: Home) -> None:
    no_home(home)
    home.variables["HOME"] = "/"


def nowhere(home: Home) -> None:
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        home.variables[f"XDG_{name}_HOME"] = "/nonexistent/place"


def a_file_for_a_folder(home: Home) -> None:
    home.data.rename(home.data.with_name("kept"))
    home.data.write_text("in the way", encoding="utf-8")
    home.data.chmod(0o644)


def a_link_to_nowhere(home: Home) -> None:
    home.data.rename(home.data.with_name("kept"))
    home.data.symlink_to("/nonexistent/disk/acutimer")


def links_in_a_circle(home: Home) -> None:
    home.data.rename(home.data.with_name("kept"))
    home.data.symlink_to(home.data)


def a_folder_for_the_file(home: Home) -> None:
    for file in home.data.glob("acutimer.db*"):
        file.unlink()
    home.database.mkdir()


PLACES = (
    *(no_home, home_unset, home_not_his, nowhere),
    *(a_file_for_a_folder, a_link_to_nowhere, links_in_a_circle, a_folder_for_the_file),
)


@pytest.mark.parametrize("spoil", PLACES, ids=lambda it: it.__name__.replace("_", " "))
def test_without_a_place_for_the_log_each_command_says_so_in_one_line_and_reading_what_we_ship_works(
    children: Server, his: Home, tally: Tell, spoil: Callable[[Home], None]
) -> None:
    spoil(his)
    found = []
    writing: tuple[tuple[str, ...], ...] = (PLAYING, ("import", "all.json"))
    reading: tuple[tuple[str, ...], ...] = (("log",), ("export", "out.json"), ("routines",))
    ours: tuple[tuple[str, ...], ...] = (("points", "st36"), ("check", "mine.acutimer.json"), ("paths",))
    for arguments in writing:
        done = children.run(his, *arguments, user=NOBODY, folder=his.folder)
        if not told(done):
            found.append(f"{arguments}: {done}")
    for arguments in reading:
        done = children.run(his, *arguments, user=NOBODY, folder=his.folder)
        if not done.is_calm:
            found.append(f"{arguments}: {done}")
    for arguments in ours:
        done = children.run(his, *arguments, user=NOBODY, folder=his.folder)
        if done.code != 0 or done.err:
            found.append(f"{arguments}: {done}")
    tally("no home folder, or no place for the log in it", 8, len(found))
    assert not found, "\n".join(found)


def unreadable(home: Home) -> None:
    home.settings.chmod(0)


def a_closed_folder(home: Home) -> None:
    home.settings.parent.chmod(0)


def settings_in_a_circle(home: Home) -> None:
    home.settings.unlink()
    home.settings.symlink_to(home.settings)


def a_config_link_to_nowhere(home: Home) -> None:
    home.settings.unlink()
    home.settings.parent.rmdir()
    home.settings.parent.symlink_to("/nonexistent/config")


@pytest.mark.parametrize(
    "spoil",
    [unreadable, a_closed_folder, settings_in_a_circle, a_config_link_to_nowhere],
    ids=lambda it: it.__name__.replace("_", " "),
)
def test_settings_that_cannot_be_read_cost_no_session(
    children: Server, his: Home, tally: Tell, spoil: Callable[[Home], None]
) -> None:
    spoil(his)
    done = children.run(his, *PLAYING, user=NOBODY, folder=his.folder)
    is_lost = done.code != 0 or not done.is_calm
    tally("settings that cannot be read or written", 1, int(is_lost))
    assert not is_lost, done


def test_streams_that_are_closed_or_full_never_reach_a_file(children: Server, home: Home, tally: Tell) -> None:
    found = []
    cases: list[tuple[tuple[str, ...], dict[str, str | None], int]] = [
        (("log",), {"out": "/dev/full"}, 3),
        (("log", "--json"), {"out": "/dev/full"}, 3),
        (("points",), {"out": "/dev/full"}, 3),
        (PLAYING, {"out": "/dev/full"}, 3),
        (("log",), {"out": "/dev/full", "err": "/dev/full"}, 3),
        (("log",), {"out": None}, 0),
        (PLAYING, {"out": None}, 0),
        (PLAYING, {"out": None, "err": None}, 0),
        (PLAYING, {"out": None, "err": None, "taking": None}, 0),
        (("export", "again.json"), {"out": None, "err": None, "taking": None}, 0),
        (("log", "--since", "nonsense"), {"err": None}, 2),
    ]
    for arguments, streams, code in cases:
        done = children.run(home, *arguments, folder=home.folder, **streams)  # type: ignore[arg-type]
        is_told = done.code == code and "Traceback" not in done.err
        if not is_told or not home.is_sound() or (code == 3 and "err" not in streams and not done.is_calm):
            found.append(f"{arguments} {streams}: {done}")
    tally("output full or closed", len(cases), len(found))
    assert not found, "\n".join(found)
