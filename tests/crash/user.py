"""The files of one user in a folder, prepared for a deed: a log with sessions, an old one, an export, a backup."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.core.filtering import folded_words
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Choices, Plan, lay_out
from acutimer.core.points import Dose
from acutimer.core.routines import Posture, PressStep, RepsStep, RestStep, Routine, Tempo
from acutimer.core.settings import Settings
from acutimer.store.backups import Backups
from acutimer.store.database import scripts
from acutimer.store.exporting import export_json
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.recovering import open_or_recover
from acutimer.store.rows import PHASE_COLUMNS, phase_row, plan_text
from acutimer.store.settings import SettingsFile
from tests.store.computers import lived

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=1)))
EXPORT = "export.acutimer.json"
OWN = ("own", "own-2", "own-3")
"""The ids of the own routines in every log here."""


class User:
    """Where a user's files are under `home`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "data" / "acutimer"
        self.database = self.data / "acutimer.db"
        self.backups = self.data / "backups"
        self.settings = home / "config" / "acutimer" / "settings.json"
        self.export = home / "documents" / EXPORT
        self.environment = {
            "HOME": str(home),
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")},
        }

    def make_folders(self) -> None:
        for folder in (self.data, self.settings.parent, self.export.parent):
            folder.mkdir(parents=True, exist_ok=True)

    @contextlib.contextmanager
    def history(self) -> Iterator[History]:
        """The log, opened as a start opens it.

        Raises:
            WorldError: also where it is taken for damaged, though nothing damaged it.
        """
        connection, told = open_or_recover(self.database, NOW)
        with contextlib.closing(connection):
            if told:
                raise WorldError(f"a sound log is mended: {told}")
            history = History(connection)
            try:
                yield history
            finally:
                history.claims.close()


def routine(number: int = 0, name: str = "own") -> Routine:
    """An own routine in its version `number`: every part of it tells which."""
    words = f"Version {number}. " + "Slowly. " * 8
    dose = Dose(seconds=20 + number % 40, min_seconds=10, max_seconds=120, source="own")
    tempo = Tempo(2, 1, 3)
    return Routine(
        id=name,
        name=f"Mine, version {number}",
        summary=words,
        postures=(Posture.SEATED,),
        equipment=(),
        source="own",
        steps=(
            *(PressStep(say=f"Press {number}.{it}", source="own", point="ST36", dose=dose) for it in range(10)),
            RepsStep(say="Rise", source="own", exercise="heel-raises", reps=5, min_reps=5, max_reps=20, tempo=tempo),
            RestStep(say=f"Rest {number}", source="own", seconds=10),
        ),
    )


def small_plan() -> Plan:
    """Get ready, ST36 left, changeover, ST36 right, get ready, heel raises, a rest."""
    whole = routine(name="small")
    short = replace(whole, steps=(whole.steps[0], *whole.steps[-2:]))
    return Plan(short, lay_out(short, Choices()))


def settings(number: int) -> Settings:
    """Settings in version `number`, in a file too long to be written at one go."""
    minutes = {f"routine-{it}": (number + it) % 240 + 1 for it in range(600)}
    return Settings(volume=number % 101, get_ready_seconds=number % 601, minutes=minutes, welcomed=True)


def with_settings(user: User) -> None:
    user.make_folders()
    SettingsFile(user.settings).save(settings(0))


def with_log(user: User, sessions: int) -> None:
    """A log of today, with own routines, past versions and a favourite."""
    user.make_folders()
    plan = small_plan()
    with user.history() as history:
        for number in range(sessions):
            history.begin(_session(plan, number), plan)
        own = OwnRoutines(history.ledger)
        for number in range(2):
            own.save_all([routine(number, name) for name in OWN], NOW - timedelta(days=9 - number))
        own.set_favourite("own", True, NOW - timedelta(days=3))


def with_export(user: User, sessions: int) -> None:
    """A log, and the export of another computer, which has as many sessions more and newer versions."""
    with_log(user, sessions)
    other = User(user.home / "other")
    with_log(other, 2 * sessions)
    with other.history() as history:
        history.annotate("s0", discomfort_before=4, discomfort_after=2, note="From the other one.", at=NOW)
        OwnRoutines(history.ledger).save(routine(7), NOW)
        for _ in export_json(history.ledger.connection, user.export, NOW):
            pass


def with_backup(user: User, sessions: int) -> None:
    """A log, and a backup of it from when it had fewer sessions; a session more since."""
    with_log(user, sessions)
    Backups(user.database, user.backups).make(NOW - timedelta(days=3))
    plan = small_plan()
    with user.history() as history:
        history.begin(_session(plan, sessions), plan)


def with_first_release(user: User, sessions: int) -> None:
    """A log as the first release wrote it, the last session cut off."""
    user.make_folders()
    plan = small_plan()
    with contextlib.closing(sqlite3.connect(user.database)) as connection:
        connection.executescript(scripts()[0][1].read_text(encoding="utf-8") + "PRAGMA user_version = 1;")
        marks = ", ".join("?" * 11)
        for number in range(sessions):
            record, is_over = _session(plan, number), number < sessions - 1
            ended_at = record.ended_at
            assert ended_at is not None
            connection.execute(
                "INSERT INTO session (id, routine, routine_name, started_at, ended_at, outcome, planned_seconds,"
                " practice_seconds, plan, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(record.id, record.routine, record.routine_name, record.started_at.isoformat()),
                    *((ended_at.isoformat(), "done") if is_over else (None, None)),
                    *(record.planned_seconds, 50.0, plan_text(plan), record.note),
                ),
            )
            connection.executemany(
                f"INSERT INTO phase (session, {PHASE_COLUMNS}, running) VALUES (?, {marks}, 0)",  # noqa: S608 - ours
                [(record.id, *phase_row(phase)) for phase in record.phases],
            )
        connection.commit()


def with_second_release(user: User, sessions: int) -> None:
    """A log as the second release wrote it."""
    user.make_folders()
    plan = small_plan()
    with contextlib.closing(sqlite3.connect(user.database, isolation_level=None)) as connection:
        connection.create_function("folded_words", 1, folded_words, deterministic=True)
        for number, script in scripts()[:2]:
            connection.executescript(script.read_text(encoding="utf-8") + f"PRAGMA user_version = {number};")
        history = History(connection)
        for number in range(sessions):
            history.begin(_session(plan, number), plan)
        history.claims.close()


def write_routine_file(path: Path, seconds: tuple[int, ...]) -> None:
    """A routine one can play: presses of so many seconds, each on the left and on the right."""
    steps = [
        {
            "kind": "press",
            "say": f"Press number {number}",
            "source": "own",
            "point": "ST36",
            "dose": {"seconds": length, "min_seconds": 1, "max_seconds": 3600, "source": "own"},
            "changeover_seconds": 1,
        }
        for number, length in enumerate(seconds)
    ]
    head = {"id": "short", "name": "Short", "summary": "", "postures": ["seated"], "equipment": [], "source": "own"}
    path.write_text(json.dumps({**head, "steps": steps}), encoding="utf-8")


def _session(plan: Plan, number: int) -> SessionRecord:
    return lived(plan, f"s{number}", NOW - timedelta(days=30, hours=-number), f"Note {number}, \u00dcber dem KNIE")
