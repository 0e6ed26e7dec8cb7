"""What a file holds, checked and laid aside in a database of its own, which the system forgets when it is closed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from acutimer.core.errors import InputError, WorldError
from acutimer.core.merging import Deletion, Known, Version
from acutimer.language.catalogue import tr
from acutimer.store.merging_own import FavouriteFact, RoutineFact, fact

BATCH = 256
BATCH_CHARACTERS = 1_000_000
_TABLES = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE plan (place INTEGER PRIMARY KEY, text TEXT NOT NULL, phases INTEGER NOT NULL) STRICT;
    CREATE TABLE version (
        number INTEGER PRIMARY KEY, session TEXT NOT NULL, changed_at TEXT NOT NULL, record TEXT NOT NULL,
        plan INTEGER NOT NULL, last_index INTEGER NOT NULL, told TEXT NOT NULL, is_past INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE deleted (
        number INTEGER PRIMARY KEY, session TEXT NOT NULL, at TEXT NOT NULL, told TEXT NOT NULL
    ) STRICT;
    CREATE TABLE routine (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL, changed_at TEXT NOT NULL,
        is_deleted INTEGER NOT NULL, told TEXT NOT NULL, is_past INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE favourite (
        number INTEGER PRIMARY KEY, routine TEXT NOT NULL, changed_at TEXT NOT NULL, is_chosen INTEGER NOT NULL,
        told TEXT NOT NULL
    ) STRICT;
"""
_INDEXES = """
    CREATE INDEX version_by_session ON version (session);
    CREATE INDEX deleted_by_session ON deleted (session);
    CREATE INDEX routine_by_id ON routine (id);
"""
_WITHOUT_PLAN = """
    SELECT version.told, version.plan FROM version LEFT JOIN plan ON plan.place = version.plan
    WHERE plan.place IS NULL ORDER BY version.number LIMIT 1
"""
_BEYOND_PLAN = """
    SELECT version.told, version.last_index, plan.phases FROM version JOIN plan ON plan.place = version.plan
    WHERE version.last_index >= plan.phases ORDER BY version.number LIMIT 1
"""
_TWICE = "SELECT told, max(number) FROM {} GROUP BY {} HAVING count(*) > 1 ORDER BY 2 LIMIT 1"
_ONCE = (
    ("version WHERE NOT is_past", "session"),
    ("deleted", "session"),
    ("routine WHERE NOT is_past", "id"),
    ("favourite", "routine"),
)
# In the order of the file, which is the order of time: so are the numbers of the sessions that come in.
_SESSIONS = """
    SELECT session, (SELECT at FROM deleted WHERE deleted.session = version.session), min(number) AS first
    FROM version GROUP BY session
    UNION ALL
    SELECT session, at, 0x7fffffffffff + number FROM deleted
    WHERE NOT EXISTS (SELECT 1 FROM version WHERE version.session = deleted.session)
    ORDER BY first
"""


class Staging:
    """All that one file holds. Every method raises WorldError when there is no room for it."""

    def __init__(self) -> None:
        # A database without a name is a file that is gone with its connection, even when the program is killed.
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._versions: list[tuple[object, ...]] = []
        with _room():
            self._connection.executescript(_TABLES)
        self._plan = lru_cache(maxsize=256)(self._read_plan)

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()

    def add_plan(self, text: str, phases: int) -> None:
        """Lay the next plan aside; the first has the place 0."""
        with _room():
            self._connection.execute(
                "INSERT INTO plan SELECT coalesce(max(place) + 1, 0), ?, ? FROM plan", (text, phases)
            )

    def add_version(
        self, session_id: str, changed_at: str, record: str, *, plan: int, last_index: int, told: str, is_past: bool
    ) -> None:
        """Lay a version aside. `last_index` is the highest of its phases; `told` names it and its line."""
        self._versions.append((session_id, changed_at, record, plan, last_index, told, is_past))
        if len(self._versions) >= BATCH:
            self._write_versions()

    def add_deletion(self, session_id: str, at: str, told: str) -> None:
        """Lay a deletion aside."""
        with _room():
            self._connection.execute("INSERT INTO deleted (session, at, told) VALUES (?, ?, ?)", (session_id, at, told))

    def add_routine(
        self, routine_id: str, text: str, changed_at: str, *, is_deleted: bool, told: str, is_past: bool
    ) -> None:
        """Lay a version of an own routine aside."""
        with _room():
            self._connection.execute(
                "INSERT INTO routine (id, text, changed_at, is_deleted, told, is_past) VALUES (?, ?, ?, ?, ?, ?)",
                (routine_id, text, changed_at, is_deleted, told, is_past),
            )

    def add_favourite(self, routine_id: str, changed_at: str, *, is_chosen: bool, told: str) -> None:
        """Lay aside that a routine is a favourite, or is none any more."""
        with _room():
            self._connection.execute(
                "INSERT INTO favourite (routine, changed_at, is_chosen, told) VALUES (?, ?, ?, ?)",
                (routine_id, changed_at, is_chosen, told),
            )

    def routines(self) -> Iterator[tuple[str, list[RoutineFact]]]:
        """Every own routine the file speaks of, and what it knows of it."""
        rows = "SELECT id, text, changed_at, is_deleted FROM routine ORDER BY id, number"
        with _room():
            for routine_id, facts in groupby(self._connection.execute(rows), key=itemgetter(0)):
                yield routine_id, [fact(text, at, is_deleted=bool(gone)) for _, text, at, gone in facts]

    def favourites(self) -> Iterator[tuple[str, FavouriteFact]]:
        """Every favourite the file speaks of."""
        with _room():
            rows = "SELECT routine, changed_at, is_chosen FROM favourite ORDER BY number"
            for routine, at, is_chosen in self._connection.execute(rows):
                yield routine, FavouriteFact(datetime.fromisoformat(at), bool(is_chosen), at)

    def check(self) -> int:
        """See whether everything fits together, when all is here; how many sessions the file speaks of.

        Raises:
            InputError: it does not; the line tells what and where.
        """
        self._write_versions()
        with _room():
            self._connection.executescript(_INDEXES)
            without = self._connection.execute(_WITHOUT_PLAN).fetchone()
            beyond = self._connection.execute(_BEYOND_PLAN).fetchone()
            twice = [self._connection.execute(_TWICE.format(table, key)).fetchone() for table, key in _ONCE]
            (sessions,) = self._connection.execute(f"SELECT count(*) FROM ({_SESSIONS})").fetchone()  # noqa: S608 - ours
        if without:
            raise InputError(tr("{0}, plan: there is no plan {1} in the file.").format(*without[:2]))
        if beyond:
            words = tr("{0}, phases: the index {1} lies beyond its plan of {2} phases.")
            raise InputError(words.format(*beyond[:3]))
        for second in filter(None, twice):
            raise InputError(tr("{0}: one before it has the same id. Keep one of the two.").format(second[0]))
        return int(sessions)

    def sessions(self) -> Iterator[list[tuple[str, Known]]]:
        """Every session the file speaks of, and what it knows of it, in lots that fit into memory."""
        lot: list[tuple[str, Known]] = []
        characters = 0
        with _room():
            for session_id, deleted_at, _ in self._connection.execute(_SESSIONS):
                deletion = None if deleted_at is None else Deletion(datetime.fromisoformat(deleted_at), deleted_at)
                known = Known(self._versions_of(session_id), deletion)
                lot.append((session_id, known))
                characters += sum(len(version.text) for version in known.versions)
                if len(lot) >= BATCH or characters >= BATCH_CHARACTERS:
                    yield lot
                    lot, characters = [], 0
        if lot:
            yield lot

    def _versions_of(self, session_id: str) -> dict[Version, str]:
        versions: dict[Version, str] = {}
        rows = self._connection.execute(
            "SELECT changed_at, record, plan FROM version WHERE session = ?", (session_id,)
        ).fetchall()
        for changed_at, record, place in rows:
            version = Version(datetime.fromisoformat(changed_at), record)
            plan = self._plan(place)
            versions[version] = max(plan, versions.get(version, plan))
        return versions

    def _read_plan(self, place: int) -> str:
        return str(self._connection.execute("SELECT text FROM plan WHERE place = ?", (place,)).fetchone()[0])

    def _write_versions(self) -> None:
        with _room():
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT INTO version (session, changed_at, record, plan, last_index, told, is_past)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                self._versions,
            )
            self._connection.execute("COMMIT")
        self._versions.clear()


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        line = tr(
            "There is no room to look through the file: the disk for temporary files is full or cannot be written"
            " ({0}). Nothing was changed."
        )
        raise WorldError(line.format(error)) from error
