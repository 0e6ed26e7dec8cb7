"""What the tables of a log look like, to tell it from another program's database, and from a damaged one."""

import sqlite3
from contextlib import closing

from acutimer.store.database import open_in_memory

_TABLES = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite?_%' ESCAPE '?' ORDER BY type, name"


def is_of_today(connection: sqlite3.Connection) -> bool:
    """Whether a database has the tables and indexes of this version, made by the same words, and nothing else."""
    with closing(open_in_memory()) as known:
        return _shape(connection) == _shape(known)


def _shape(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Every table and index, with the words that made it; SQLite's versions differ in blanks and quotes."""
    rows = connection.execute(_TABLES).fetchall()
    return [(kind, name, " ".join((sql or "").replace('"', "").split())) for kind, name, sql in rows]
