"""The plain side of the log's bench: the same questions and the same rows by hand, and nothing made of them."""

import json
import sqlite3
import uuid
from collections.abc import Collection
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

Row = tuple[Any, ...]
ALL = "1"
ROWS = 60
PRACTICE = "done_seconds > 0 AND kind IN ('press', 'technique', 'pats', 'reps', 'breaths')"
COUNT = "SELECT count(*) FROM session WHERE {condition}"
LIST = "SELECT * FROM session WHERE {condition} ORDER BY started_moment DESC LIMIT ? OFFSET ?"
YEAR = """
    SELECT date(hour || ':00', '-3 hours') AS day, sum(seconds), count(DISTINCT session) FROM practice_hour
    WHERE hour >= ? AND hour < ? AND {within} GROUP BY day
"""


def practised(subjects: Collection[str]) -> str:
    """The condition that one of these was practised in a session."""
    listed = ", ".join(f"'{subject}'" for subject in sorted(subjects))
    return f"number IN (SELECT session FROM phase WHERE subject IN ({listed}) AND {PRACTICE})"  # noqa: S608 - ours


class Plain:
    """A connection of its own to the file of the log, as careful as the program's."""

    def __init__(self, database: Path) -> None:
        self.connection = sqlite3.connect(database, isolation_level=None)
        self.connection.execute("PRAGMA synchronous = FULL")

    def look(self, today: date, condition: str = ALL) -> None:
        """How many sessions there are, the newest of them, and this year's days."""
        within = ALL if condition == ALL else f"session IN (SELECT number FROM session WHERE {condition})"  # noqa: S608 - ours
        self._ask(COUNT.format(condition=condition))
        self._ask(LIST.format(condition=condition), ROWS, 0)
        self._ask(YEAR.format(within=within), f"{today.year}-01-01T03", f"{today.year + 1}-01-01T03")

    def page(self, first: int) -> None:
        """Some rows of the list."""
        self._ask(LIST.format(condition=ALL), ROWS, first)

    def number_of(self, session_id: str) -> int:
        """The number of a session."""
        return int(self.connection.execute("SELECT number FROM session WHERE id = ?", (session_id,)).fetchone()[0])

    def rows_of(self, session_id: str) -> tuple[Row, list[Row], list[Row]]:
        """A session's own row, its phases' and its hours', without its number."""
        number = (self.number_of(session_id),)
        row = self.connection.execute("SELECT * FROM session WHERE number = ?", number).fetchone()
        phases = self.connection.execute("SELECT * FROM phase WHERE session = ? ORDER BY ordinal", number).fetchall()
        hours = self.connection.execute("SELECT * FROM practice_hour WHERE session = ?", number).fetchall()
        return row[1:], [phase[1:] for phase in phases], [(hour[0], *hour[2:]) for hour in hours]

    def add(self, session: Row, phases: list[Row], hours: list[Row]) -> None:
        """The same session once more with another id, on disk."""
        self.connection.execute("BEGIN IMMEDIATE")
        number = self._insert("session", (None, str(uuid.uuid4()), *session[1:]))
        for phase in phases:
            self._insert("phase", (number, *phase))
        for hour, *sums in hours:
            self._insert("practice_hour", (hour, number, *sums))
        self.connection.execute("COMMIT")

    def checkpoint(self, number: int, seconds: float) -> None:
        """The running phase once more, on disk."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("UPDATE phase SET done_seconds = ? WHERE session = ?", (seconds, number))
        self.connection.execute("COMMIT")

    def write_out(self, target: Path) -> None:
        """Every session with its phases, as arrays in a file of JSON."""
        phases = self.connection.cursor()
        with target.open("w", encoding="utf-8") as file:
            for session in self.connection.execute("SELECT * FROM session ORDER BY started_moment"):
                rows = phases.execute("SELECT * FROM phase WHERE session = ? ORDER BY ordinal", session[:1]).fetchall()
                file.write(json.dumps([session, rows]) + "\n")

    def bring_in(self, other: Path) -> None:
        """Every row of another log, on disk."""
        self.connection.execute("PRAGMA foreign_keys = OFF")
        self.connection.execute("ATTACH ? AS other", (str(other),))
        self.connection.execute("BEGIN IMMEDIATE")
        for table in ("plan", "practised", "session", "phase", "practice_hour"):
            self.connection.execute(f"INSERT INTO main.{table} SELECT * FROM other.{table}")  # noqa: S608 - ours
        self.connection.execute("COMMIT")
        self.connection.close()

    def back_up(self, target: Path) -> None:
        """A copy of the file, and whether it is whole."""
        with closing(sqlite3.connect(target)) as copy:
            self.connection.backup(copy)
            copy.execute("PRAGMA quick_check").fetchall()

    def close(self) -> None:
        """Be done."""
        self.connection.close()

    def _ask(self, sql: str, *values: object) -> None:
        self.connection.execute(sql, values).fetchall()

    def _insert(self, table: str, values: tuple[object, ...]) -> int | None:
        marks = ", ".join("?" * len(values))
        return self.connection.execute(f"INSERT INTO {table} VALUES ({marks})", values).lastrowid  # noqa: S608 - ours
