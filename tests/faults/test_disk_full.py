"""A disk that is full: for the commands, for settings, drafts, backups, exports, our own notes and kept pictures."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage

from acutimer.core.errors import WorldError
from acutimer.core.settings import Settings
from acutimer.mishaps.notebook import Notebook
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.drafts import Drafts
from acutimer.store.exporting import export_json
from acutimer.store.ledger import Ledger
from acutimer.store.settings import SettingsFile
from acutimer.ui.body.shelf import Shelf
from tests.faults.children import STARTS_AT, Home, Server
from tests.faults.conftest import Disk
from tests.faults.deeds import DEEDS, begun, lost
from tests.trusting import amount

Tell = Callable[[str, int, int], None]
NOW = datetime.fromisoformat(STARTS_AT)
MOST_BYTES = 300_000
MUTE_BYTES = 400  # with less, the line that tells of it has no room either


def test_a_command_that_finds_no_room_says_so_and_costs_nothing(
    children: Server, practised: Home, tmp_path: Path, chance: random.Random, tally: Tell
) -> None:
    begins = {deed: begun(practised, deed, tmp_path / deed.name) for deed in DEEDS}
    found = []
    tries = amount(12, 200)
    for _ in range(tries):
        deed, most_bytes = chance.choice(DEEDS), chance.choice((0, 1000, chance.randrange(MOST_BYTES)))
        home = begins[deed].copied(tmp_path / "home")
        before = home.sessions() if deed.with_log else {}
        done = children.run(home, *deed.arguments, folder=home.folder, most_bytes=most_bytes)
        problem = lost(home, deed, before, done, is_mute=most_bytes < MUTE_BYTES)
        again = children.run(home, *deed.arguments, folder=home.folder)
        if problem or again.code != 0:
            found.append(f"{deed.name}, files of {most_bytes} bytes at most: {problem or again}{home.notes()}")
    tally("disk full under a command", tries, len(found))
    assert not found, "\n".join(found)


def test_a_command_on_a_disk_that_fills_up_says_so_and_costs_nothing(  # noqa: PLR0917  fixtures
    children: Server, practised: Home, tmp_path: Path, disk: Disk, chance: random.Random, tally: Tell
) -> None:
    begins = {deed: begun(practised, deed, tmp_path / deed.name) for deed in DEEDS}
    found = []
    tries = amount(6, 100)
    for _ in range(tries):
        deed, room_bytes = chance.choice(DEEDS), chance.choice((0, 4096, chance.randrange(MOST_BYTES)))
        home = begins[deed].copied(disk.folder / "home")
        before = home.sessions() if deed.with_log else {}
        disk.fill(room_bytes)
        done = children.run(home, *deed.arguments, folder=home.folder)
        disk.free()
        problem = lost(home, deed, before, done)
        again = children.run(home, *deed.arguments, folder=home.folder)
        if problem or again.code != 0:
            found.append(f"{deed.name}, {room_bytes} bytes of room: {problem or again}{home.notes()}")
    tally("disk full under a command", tries, len(found))
    assert not found, "\n".join(found)


def refused(write: Callable[[], object]) -> bool:
    """Whether it said that it could not, in one line."""
    try:
        write()
    except WorldError as error:
        return "\n" not in str(error)
    return False


def test_settings_that_find_no_room_stay_as_they_were(disk: Disk, tally: Tell) -> None:
    file = SettingsFile(disk.folder / "settings.json")
    file.save(Settings(volume=31))
    disk.fill()
    survived = refused(lambda: file.save(Settings(volume=44))) and file.load() == (Settings(volume=31), ())
    disk.free()
    file.save(Settings(volume=44))
    survived = survived and file.load() == (Settings(volume=44), ())
    survived = survived and [it.name for it in disk.folder.iterdir()] == ["settings.json"]
    tally("disk full as settings, drafts, backups or exports are written", 1, int(not survived))
    assert survived


def test_a_draft_that_finds_no_room_leaves_the_one_before_it(disk: Disk, tally: Tell) -> None:
    with closing(open_database(disk.folder / "acutimer.db", NOW)) as connection:
        drafts = Drafts(Ledger(connection))
        drafts.keep("own", '"old"', NOW)
        disk.fill()
        long = f'"{"new" * 20_000}"'
        survived = refused(lambda: drafts.keep("own", long, NOW)) and drafts.all()["own"].text == '"old"'
        disk.free()
        drafts.keep("own", long, NOW)
        survived = survived and drafts.all()["own"].text == long
    tally("disk full as settings, drafts, backups or exports are written", 1, int(not survived))
    assert survived


def test_a_backup_and_an_export_that_find_no_room_leave_nothing_and_take_nothing(
    practised: Home, disk: Disk, tally: Tell
) -> None:
    home = practised.copied(disk.folder / "home")
    target = disk.folder / "out.json"
    target.write_text("{}", encoding="utf-8")
    backups = Backups(home.database, home.backups)
    with closing(open_database(home.database, NOW)) as connection:
        disk.fill()
        names = sorted(it.name for it in disk.folder.rglob("*"))
        survived = refused(lambda: backups.make(NOW))
        survived = refused(lambda: list(export_json(connection, target, NOW))) and survived
        left = [it for it in disk.folder.rglob("*") if it.name not in names and it != home.backups]
        survived = survived and not left and target.read_text(encoding="utf-8") == "{}"
        disk.free()
        made = backups.make(NOW)
        list(export_json(connection, target, NOW))
    survived = survived and made is not None and sqlite3.connect(made.path).execute("SELECT 1").fetchone() == (1,)
    tally("disk full as settings, drafts, backups or exports are written", 2, int(not survived))
    assert survived


def test_our_own_notes_and_kept_pictures_do_without(disk: Disk, tally: Tell) -> None:
    picture = QImage(300, 300, QImage.Format.Format_ARGB32)
    picture.fill(0x7F123456)
    shelf, notebook = Shelf(disk.folder / "cache"), Notebook(disk.folder / "state" / "acutimer.log", lambda: NOW)
    disk.fill()
    notebook.note("something")
    shelf.keep("figure", picture)
    survived = shelf.find("figure") is None
    disk.free()
    notebook.note("something else")
    shelf.keep("figure", picture)
    survived = survived and shelf.find("figure") is not None
    survived = survived and "something else" in (disk.folder / "state" / "acutimer.log").read_text(encoding="utf-8")
    tally("disk full as settings, drafts, backups or exports are written", 2, int(not survived))
    assert survived
