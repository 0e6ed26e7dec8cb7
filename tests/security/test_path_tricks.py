"""What a name or a file in the way may lead to: nothing outside the place that was meant, and no waiting for ever."""

import contextlib
import json
import os
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acutimer.cli import opening
from acutimer.content.checking import read_routine
from acutimer.content.library import Library
from acutimer.content.writing import SUFFIX, text_of
from acutimer.core.errors import AcutimerError, InputError
from acutimer.core.routines import Routine
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.exporting import export_json
from acutimer.store.files import write_whole
from acutimer.store.importing import import_file
from acutimer.store.whole_file import whole_file
from acutimer.ui.body.shelf import Shelf
from acutimer.ui.exchange.exporting import file_name, free_place, write
from tests.security.modes import FILE, mode
from tests.security.source import ROOT
from tests.trusting import amount

Tally = Callable[[str, int, int], None]
TRICKS = "path and link tricks in imports, exports and backups"
NOW = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)
EXAMPLE = ROOT / "docs/examples/desk-break.acutimer.json"
# As an id or a name: up and out, absolute, another system's, a device's, nothing, a hidden one, a stream, too long.
NAMES = (
    *("../../evil", "..", ".", "/etc/evil", "//server/share", "..\\..\\evil", "C:\\evil", "evil\0.json", "~/evil"),
    *(
        "con",
        "NUL",
        "com1",
        "aux.acutimer.json",
        "",
        " ",
        ".hidden",
        "a:b",
        "a*b?",
        "evil\n",
        "-rf",
        "a" * 5000,
        "É" * 90,
    ),
    *("É" * 80, "足" * 80, "\U0001d41a" * 80),
    *("%2e%2e%2fevil", "file:///etc/evil", "$(touch evil)", "`evil`", "|evil", "\u202elive", "\u2024\u2024/evil"),
)
FORBIDDEN = set('/\\:*?"<>|\0\n')


@pytest.fixture(scope="module")
def library() -> Library:
    return opening.library()


@pytest.fixture
def routine(library: Library) -> Routine:
    return read_routine(EXAMPLE, library)


def everything_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_an_id_that_leads_elsewhere_is_refused(library: Library, tmp_path: Path, tally: Tally) -> None:
    written = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    file = tmp_path / "in.acutimer.json"
    taken = []
    for name in NAMES:
        file.write_text(json.dumps({**written, "id": name}), encoding="utf-8")
        with contextlib.suppress(InputError):
            taken.append(read_routine(file, library).id)
    lost = [it for it in taken if set(it) & FORBIDDEN or it.startswith(".") or len(it) > 100]
    tally(TRICKS, len(NAMES), len(lost))
    assert not lost
    assert everything_in(tmp_path) == {"in.acutimer.json"}


def test_a_name_becomes_a_plain_file_in_the_folder_meant(routine: Routine, tmp_path: Path, tally: Tally) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    places = []
    for name in NAMES:
        called = routine
        with contextlib.suppress(ValueError):  # no routine can be called that
            called = replace(routine, name=name)
        places.append(free_place(folder, file_name(called)))
        write(called, places[-1])
    lost = [place.name for place in places if not has_plain_name(place) or mode(place) != FILE]
    tally(TRICKS, len(NAMES), len(lost))
    assert not lost
    assert everything_in(tmp_path) == {"out", *(f"out/{place.name}" for place in places)}
    assert len(set(places)) == len(NAMES)


def test_any_name_whatever_becomes_a_plain_one(routine: Routine, tally: Tally) -> None:
    tried, lost = 0, []

    @settings(max_examples=amount(40, 3000))
    @given(st.text(max_size=80))
    def ask(name: str) -> None:
        nonlocal tried
        with contextlib.suppress(ValueError):
            called = file_name(replace(routine, name=name))
            tried += 1
            if not has_plain_name(Path(called)) or Path(called).name != called:
                lost.append(called)

    ask()
    tally(TRICKS, tried, len(lost))
    assert not lost


def has_plain_name(place: Path) -> bool:
    """Whether every system takes the name, also with a number in it."""
    name = place.name.removesuffix(SUFFIX)
    is_strange = set(name) & FORBIDDEN or name.startswith((".", "-", "~")) or name in {"con", "nul", "com1", "aux", ""}
    return not is_strange and len(place.name.encode()) <= 255 - len("-1000")


def test_several_routines_never_go_through_a_link_that_lies_in_the_folder(
    routine: Routine, tmp_path: Path, tally: Tally
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("precious")
    folder = tmp_path / "out"
    folder.mkdir()
    name = file_name(routine)
    (folder / name).symlink_to(mine)
    (folder / f"{name.removesuffix(SUFFIX)}-2{SUFFIX}").symlink_to(tmp_path / "not-yet")
    place = free_place(folder, name)
    place.symlink_to(mine)  # somebody was faster
    write(routine, place, is_new=True)
    is_lost = mine.read_text() != "precious" or (tmp_path / "not-yet").exists()
    tally(TRICKS, 3, is_lost)
    assert not is_lost
    assert place.read_text(encoding="utf-8") == text_of(routine)
    assert not place.is_symlink()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make a link of another user's")
def test_a_link_that_somebody_else_put_into_a_folder_of_everyone_s_is_refused(tmp_path: Path, tally: Tally) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("precious")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    trap = shared / "out.json"
    trap.symlink_to(mine)
    os.chown(trap, 65534, 65534, follow_symlinks=False)
    with pytest.raises(InputError, match="somebody else put a link there"), whole_file(trap) as file:
        file.write("gone")
    own = shared / "own.json"
    own.symlink_to(mine)
    with whole_file(own) as file:  # my own link is meant
        file.write("new")
    tally(TRICKS, 1, mine.read_text() != "new")
    assert mine.read_text() == "new"


@pytest.mark.parametrize("kind", ["link", "hard link", "link to a link", "link to -wal"])
def test_an_export_never_writes_over_the_log_by_another_name(kind: str, tmp_path: Path, tally: Tally) -> None:
    log = tmp_path / "data" / "acutimer.db"
    with closing(open_database(log, NOW)) as connection:
        other = tmp_path / "out.json"
        match kind:
            case "link":
                other.symlink_to(log)
            case "hard link":
                os.link(log, other)
            case "link to a link":
                (tmp_path / "between").symlink_to(log)
                other.symlink_to(tmp_path / "between")
            case _:
                other.symlink_to(log.with_name("acutimer.db-wal"))
        before = log.read_bytes()
        with pytest.raises(InputError, match="keeps its own log there"):
            list(export_json(connection, other, NOW))
        tally(TRICKS, 1, log.read_bytes() != before)
        assert log.read_bytes() == before


@pytest.mark.parametrize("kind", ["pipe", "device", "endless device", "folder", "circle", "nowhere", "memory", "NUL"])
def test_what_is_no_plain_file_is_refused_and_nobody_waits_for_it(
    kind: str, library: Library, tmp_path: Path, tally: Tally
) -> None:
    place = tmp_path / "in.acutimer.json"
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "device":
            place.symlink_to("/dev/tty")
        case "endless device":
            place.symlink_to("/dev/zero")
        case "folder":
            place.mkdir()
        case "circle":
            place.symlink_to(place)
        case "nowhere":
            place.symlink_to(tmp_path / "nowhere")
        case "memory":
            place.symlink_to("/proc/self/mem")
        case _:
            place = Path(f"{place}\0")
    tally(TRICKS, 3, 0)
    with pytest.raises(AcutimerError):
        read_routine(place, library)
    with closing(open_database(tmp_path / "acutimer.db", NOW)) as connection, pytest.raises(AcutimerError):
        list(import_file(connection, place, NOW))
    if kind not in ("circle", "nowhere"):  # a name nothing has yet is a good one
        with pytest.raises(AcutimerError), whole_file(place) as file:
            file.write("gone")


def test_a_backup_replaces_a_link_in_its_place_and_what_it_led_to_stays(tmp_path: Path, tally: Tally) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "precious.txt").write_text("precious")
    database = tmp_path / "data" / "acutimer.db"
    with closing(open_database(database, NOW)) as connection:
        connection.execute(
            "INSERT INTO favourite (routine, changed_at, is_chosen) VALUES ('a', ?, 1)", [NOW.isoformat()]
        )
    backups = Backups(database, database.parent / "backups")
    backups.folder.mkdir()
    today = backups.folder / f"acutimer-{NOW.date()}.db"
    today.symlink_to(mine / "precious.txt")
    litter = backups.folder / ".acutimer-old.part"  # swept when it is old, and it leads to a folder
    litter.symlink_to(mine)
    os.utime(mine, (0, 0))
    made = backups.make(NOW)
    is_lost = (mine / "precious.txt").read_text() != "precious"
    tally(TRICKS, 2, is_lost)
    assert not is_lost
    assert made is not None
    assert not today.is_symlink()
    assert mode(today) == 0o600


def test_the_parts_of_what_is_written_have_names_nobody_can_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """Whoever may write into the folder, too, could lay a link where the next part will be."""
    names: list[str] = []
    really = os.open

    def opened(path: str | Path, flags: int, *given: int, **more: int) -> int:
        if flags & os.O_CREAT:
            names.append(Path(path).name)
            assert flags & os.O_EXCL, f"{path}: somebody else's would be opened"
        return really(path, flags, *given, **more)

    monkeypatch.setattr(os, "open", opened)
    for _ in range(3):
        write_whole(tmp_path / "settings.json", "{}")
        with whole_file(tmp_path / "out.json") as file:
            file.write("{}")
    tally(TRICKS, len(names), len(names) - len(set(names)))
    assert len(set(names)) == len(names) == 6
    assert not [name for name in names if str(os.getpid()) in name and len(name) < 20]


def test_a_picture_is_kept_under_no_name_that_somebody_could_have_linked(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    mine = tmp_path / "mine.txt"
    mine.write_text("precious")
    folder = tmp_path / "cache" / "figures"
    folder.mkdir(parents=True)
    for name in ("knee.png", f"knee.{os.getpid()}.png"):
        (folder / name).symlink_to(mine)
    picture = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    Shelf(folder).keep("knee", picture)
    assert mine.read_text() == "precious"
    assert stat.S_ISREG((folder / "knee.png").lstat().st_mode)
    assert mode(folder / "knee.png") == 0o600
