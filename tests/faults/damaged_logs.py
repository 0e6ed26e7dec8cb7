"""Logs as they lie on a disk, made once, copied for every damage."""

import contextlib
import shutil
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import histories
import three_years

from acutimer.content.library import Library, load_library
from acutimer.core.drafting import draft_of
from acutimer.core.history import SessionRecord
from acutimer.paths import resources
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.draft_text import draft_text
from acutimer.store.drafts import Drafts
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.portable import text_of

NOW = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
DAY = timedelta(days=1)
NAME = "acutimer.db"
Texts = dict[str, str]
"""Sessions by their ids, each as the one text of its version."""


@dataclass(frozen=True, slots=True)
class MadeLog:
    """A log in `folder`: its sessions, those the newest backup has, and the ids of own routines and drafts in both."""

    folder: Path
    sessions: Texts
    backed_up: Texts
    own_backed_up: frozenset[str] = frozenset()

    def copied(self, folder: Path) -> Path:
        """The path of the log in a copy of it, backups and helpers and all."""
        shutil.copytree(self.folder, folder)
        return folder / NAME


@lru_cache(maxsize=1)
def library() -> Library:
    """What we ship, read once."""
    return load_library(resources() / "content" / "en")


def texts(connection: sqlite3.Connection) -> Texts:
    return {record.id: text_of(record) for record in History(connection).sessions()}


def make(folder: Path, *, sessions: int, backed_up: int, has_own: bool = False, is_in_wal: bool = False) -> MadeLog:
    """A log of so many sessions, of which the first were backed up yesterday.

    `has_own`: with own routines, favourites, a draft, corrections, a deletion and a session that is not over.
    `is_in_wal`: what came after the backup is only in the log of writes.
    """
    path = folder / NAME
    lived = _lives(sessions)
    before: Texts = {}
    own: frozenset[str] = frozenset()
    with contextlib.closing(open_database(path, NOW - 2 * DAY)) as connection:
        history = History(connection)
        for one in lived[:backed_up]:
            history.begin(one.record, one.course.plan)
        if has_own:
            _make_own(history, NOW - 2 * DAY)
        if backed_up:
            Backups(path, folder / "backups").make(NOW - DAY)
            before, own = texts(connection), frozenset(OwnRoutines(history.ledger).all())
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for one in lived[backed_up:]:
            history.begin(one.record, one.course.plan)
        if has_own:
            _go_on(history, lived[0].record, lived[-1])
        whole = texts(connection)
        history.claims.close()
        if not is_in_wal:
            return MadeLog(folder, whole, before, own)
        killed = folder.with_name(f"{folder.name}-killed")  # as it lies there when the program is killed
        shutil.copytree(folder, killed)
    return MadeLog(killed, whole, before, own)


def make_three_years(folder: Path) -> MadeLog:
    """Three years of practice, with a backup of a week ago."""
    path = folder / NAME
    with contextlib.closing(open_database(path, NOW - 2 * DAY)) as connection:
        history, lived = History(connection), _life()
        connection.execute("PRAGMA synchronous = OFF")  # of a log that is being made up
        for one in lived[:-9]:
            history.begin(one.measured or one.record, one.course.plan)
        Backups(path, folder / "backups").make(NOW - 7 * DAY)
        before = texts(connection)
        for one in lived[-9:]:
            history.begin(one.measured or one.record, one.course.plan)
        whole = texts(connection)
    return MadeLog(folder, whole, before)


def make_old_backup(log: MadeLog, folder: Path) -> MadeLog:
    """The same, its only backup in the layout of the second release, which knew no own routines."""
    path = log.copied(folder)
    (backup,) = Backups(path, folder / "backups").files()
    with contextlib.closing(sqlite3.connect(backup.path, isolation_level=None)) as connection:
        for table in ("own_routine", "past_routine", "favourite", "draft"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 2")
    return replace(log, folder=folder, own_backed_up=frozenset())


def _lives(sessions: int) -> tuple[three_years.Lived, ...]:
    return _life()[-sessions:]


@lru_cache(maxsize=1)
def _life() -> tuple[three_years.Lived, ...]:
    return tuple(three_years.three_years(library(), NOW))


def _make_own(history: History, at: datetime) -> None:
    own, drafts = OwnRoutines(history.ledger), Drafts(history.ledger)
    routine = next(iter(library().routines.values()))
    for number in range(3):
        made = replace(routine, id=f"mine-{number}", name=f"Mine {number}")
        own.save(made, at)
        drafts.keep(made.id, draft_text(draft_of(made)), at + DAY / 2)
    own.save(replace(routine, id="mine-0", name="Mine, changed"), at + DAY / 4)
    own.set_favourite("mine-1", True, at)
    own.set_favourite(routine.id, True, at)


def _go_on(history: History, first: SessionRecord, last: three_years.Lived) -> None:
    """What a day brings: corrections, a deletion, another routine, and a session that is cut off."""
    history.corrections.correct(replace(first, note="Corrected by hand"), NOW - DAY / 2)
    history.corrections.delete(history.sessions(limit=3)[-1].id, NOW - DAY / 2)
    routine = next(iter(library().routines.values()))
    OwnRoutines(history.ledger).save(replace(routine, id="mine-new", name="Mine, new"), NOW - DAY / 3)
    course = histories.Course.of(last.course.plan)
    begun = replace(last.record, id="cut off", ended_at=None, outcome=None, phases=(), changed_at=None)
    history.begin(replace(begun, started_at=NOW - DAY / 24), course.plan)
    phases = last.record.phases
    history.write("cut off", *phases[:1], running=phases[1] if len(phases) > 1 else None)
