"""Logs with sessions in them, their copies, and what may befall a file."""

import contextlib
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.database import scripts
from acutimer.store.versions import plan_number, put

ROOT = Path(__file__).resolve().parents[2]
OLD = scripts()[0][1].read_text(encoding="utf-8") + "PRAGMA user_version = 1;"
AGO = timedelta(days=1)


def add(connection: sqlite3.Connection, number: int, started_at: str = "2026-11-20T07:10:00+01:00") -> None:
    """A session with 30 s of practice."""
    at = datetime.fromisoformat(started_at)
    press = PhaseRecord(
        ordinal=0,
        index=0,
        kind=PhaseKind.PRESS,
        subject="ST36",
        side=Side.LEFT,
        planned_seconds=60.0,
        done_seconds=30.0,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.PARTIAL,
        ended_at=at,
    )
    record = SessionRecord(
        id=f"session {number}",
        routine="r",
        routine_name="R",
        started_at=at,
        ended_at=at,
        outcome=Outcome.PARTIAL,
        planned_seconds=60.0,
        phases=(press,),
    )
    connection.row_factory, before = sqlite3.Row, connection.row_factory
    put(connection, record, plan_number(connection, "{}"))
    connection.row_factory = before


def fill(connection: sqlite3.Connection, sessions: int, note: str = "x" * 3000) -> None:
    """So many sessions that a copy takes many steps."""
    connection.execute("BEGIN")
    for number in range(sessions):
        add(connection, number)
    connection.execute("UPDATE session SET note = ?", (note,))
    connection.execute("COMMIT")


def count(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM session").fetchone()[0])


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def old_copy(path: Path) -> None:
    """A file as the first release wrote it: two sessions, a press and a wait in one of them."""
    path.parent.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(OLD)
        session = (
            "INSERT INTO session (id, routine, routine_name, started_at, planned_seconds, practice_seconds, plan)"
            " VALUES (?, 'r', 'R', ?, 60, 50, '{}')"
        )
        connection.execute(session, ("old 1", "2024-01-03T07:10:00+01:00"))
        connection.execute(session, ("old 2", "2024-02-01T23:50:00+01:00"))
        phase = (
            "INSERT INTO phase (session, ordinal, place, kind, done_seconds, outcome, ended_at)"
            " VALUES ('old 1', ?, ?, ?, ?, 'done', '2024-01-03T07:12:00+01:00')"
        )
        connection.execute(phase, (0, 0, "press", 90.0))
        connection.execute(phase, (1, 1, "rest", 30.0))
        connection.commit()


def damage(path: Path, at: int = 3 * 4096) -> None:
    """Overwrite a part of a database, not its first page."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * 40_000)


def make_newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def make_foreign(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cookies (name)")


def make_letter(path: Path) -> None:
    path.write_text("Dear diary, " * 1000, encoding="utf-8")


def make_stump(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // 4096 * 4096 + 100)


def make_trigger(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM session; END")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def disagree(path: Path) -> None:
    """Let an index hold less than its table: the rows of a partial one that came since its condition was rewritten."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'session_by_plan'").fetchone()[0]
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE sql = ?", (f"{sql} WHERE plan > 1", sql))
        connection.commit()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("REINDEX session_by_plan")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'session_by_plan'", (sql,))
        connection.commit()
