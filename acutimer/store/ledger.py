"""An open database of sessions: read and written, its faults sorted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from acutimer.store.faults import world_faults


class Ledger:
    """A connection, and the file behind it. `file` is None where the log lives in memory.

    Whatever goes wrong with disk or file is WorldError.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.connection.row_factory = sqlite3.Row
        name = connection.execute("PRAGMA database_list").fetchone()["file"]
        self.file = Path(name) if name else None
        self.path = self.file or Path("in memory")

    def read(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with world_faults(self.path):
            return self.connection.execute(sql, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on disk when the block ends, undone when it raises."""
        with world_faults(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                take_back(self.connection)
                raise


def take_back(connection: sqlite3.Connection) -> None:
    """End a transaction, if one is under way, as if it had not been; one that was closed has done so itself."""
    with suppress(sqlite3.ProgrammingError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
