"""An open database of sessions: read and written, its faults sorted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr
from acutimer.store.doorway import suspect
from acutimer.store.faults import is_of_damage, sound_rows, world_faults


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
        self._opened: tuple[int, int] | None = None  # which file it is
        with suppress(OSError):
            self._opened = _identity(self.file) if self.file else None

    def read(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self.faults():
            return self.connection.execute(sql, values).fetchall()

    @contextmanager
    def rows(self) -> Iterator[None]:
        """Inside, something is made of rows: what cannot be is damage of the file, and WorldError."""
        with self.faults(), sound_rows():
            yield

    @contextmanager
    def faults(self) -> Iterator[None]:
        """As `world_faults`. The next start looks closely at a log in which damage was met."""
        try:
            with world_faults(self.path):
                yield
        except WorldError as error:
            if not is_of_damage(error.__cause__):
                raise
            raise self._damaged(error.__cause__) from error.__cause__
        except sqlite3.Error as error:  # nothing one expects: either the file is flawed, or we are
            if self.file is None or isinstance(error, sqlite3.ProgrammingError) or not self._is_flawed(self.file):
                raise
            raise self._damaged(error) from error

    def _damaged(self, error: object) -> WorldError:
        if self.file is not None:
            suspect(self.file)
        words = tr(
            "A part of your log is damaged and cannot be read: {0}. Close acutimer and start it again: it"
            " keeps the damaged file and saves out of it what it can. ({1})"
        )
        return WorldError(words.format(self.path, error))

    @staticmethod
    def _is_flawed(file: Path) -> bool:
        from acutimer.store.mending import is_flawed

        return is_flawed(file)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on disk when the block ends, undone when it raises.

        Raises:
            WorldError: also where the file was deleted or replaced since it was opened: what is written to it then
                would be gone with this process.
        """
        with self.faults():
            self._see_that_it_is_there()
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                take_back(self.connection)
                raise

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Inside, another program that holds the log is waited for so long and no longer."""
        before = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
        try:
            yield
        finally:
            with suppress(sqlite3.ProgrammingError):  # it was closed
                self.connection.execute(f"PRAGMA busy_timeout = {before}")

    def _see_that_it_is_there(self) -> None:
        if self.file is None or self._opened is None:
            return
        try:
            found = _identity(self.file)
        except (FileNotFoundError, NotADirectoryError):
            found = None
        except OSError:  # it cannot be seen, but it is open: whether it can be written is asked of it
            return
        if found is None:
            words = tr(
                "The log is not where it was: {0} was moved or deleted while acutimer is open. Put it back,"
                " or close acutimer and start it again."
            )
            raise WorldError(words.format(self.file))
        if found != self._opened:
            words = tr(
                "The log was replaced while acutimer is open: another file is {0} now. Close acutimer and"
                " start it again."
            )
            raise WorldError(words.format(self.file))


def _identity(file: Path) -> tuple[int, int]:
    """What tells a file from another one of its name."""
    found = file.stat()
    return found.st_dev, found.st_ino


def take_back(connection: sqlite3.Connection) -> None:
    """End a transaction, if one is under way, as if it had not been; one that was closed has done so itself."""
    with suppress(sqlite3.ProgrammingError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
