"""What the commands work on, opened when a command needs it."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import Library, library_in, routine_among
from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import harmless
from acutimer.core.routines import Routine
from acutimer.core.settings import Settings
from acutimer.language.catalogue import language, trn
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.recovering import open_or_recover
from acutimer.store.settings import SettingsFile


def library() -> Library:
    """Everything we ship about points and routines."""
    return library_in(paths.resources() / "content", language())


def atlas() -> Atlas:
    """Every figure."""
    return Atlas(paths.resources() / "body", library().rules)


def settings() -> Settings:
    """The user's choices; what was wrong with them is told, and mended."""
    chosen, problems = SettingsFile(paths.settings_file()).load()
    for problem in problems:
        sys.stderr.write(harmless(f"acutimer: {problem}\n"))
    return chosen


@contextmanager
def history() -> Iterator[History]:
    """The log of sessions.

    Raises:
        WorldError: it cannot be opened.
    """
    with log() as connection:
        yield History(connection)


@contextmanager
def log() -> Iterator[sqlite3.Connection]:
    """The database behind it. Where it was damaged, what became of it is told, and the command goes on.

    Raises:
        WorldError: it cannot be opened, nor mended.
    """
    connection, told = open_or_recover(paths.database_file(), now())
    with closing(connection):
        sys.stderr.writelines(f"acutimer: {line}\n" for line in told)
        yield connection


@contextmanager
def log_to_read() -> Iterator[sqlite3.Connection]:
    """As `log`, for commands that write nothing: where only writing is refused, the log is read all the same.

    Raises:
        WorldError: it cannot be read either.
    """
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(log())
        except WorldError as error:
            from acutimer.store.reading import can_be_looked_at, open_to_look

            if not can_be_looked_at(error, paths.database_file()):
                raise
            connection = stack.enter_context(closing(open_to_look(paths.database_file(), now())))
        yield connection


@contextmanager
def history_to_read() -> Iterator[History]:
    """As `history`, for commands that write nothing.

    Raises:
        WorldError: it cannot be read.
    """
    with log_to_read() as connection:
        yield History(connection)


def now() -> datetime:
    """This moment, with the offset of the place."""
    return datetime.now().astimezone()


def routines(known: Library) -> dict[str, Routine]:
    """Every routine by its id: those we ship, then the user's own by name.

    Raises:
        WorldError: the user's own cannot be read.
    """
    if not paths.database_file().exists():  # asking makes no file
        return dict(known.routines)
    with history_to_read() as opened:
        return {**known.routines, **known.beside_ours(OwnRoutines(opened.ledger).all())}


def routine_named(named: str, known: Library) -> Routine:
    """The routine with this id, the user's own among them.

    Raises:
        InputError: there is none; the nearest known ids are named.
    """
    return known.routines.get(named) or routine_among(routines(known), named)


def routine(named: str, known: Library) -> Routine:
    """The routine with this id, the user's own among them, or the one in this file.

    Raises:
        InputError: there is none, or the file is wrong; one line says what.
    """
    if named in known.routines:
        return known.routines[named]
    if not (named.endswith(".json") or "/" in named or _is_file(named)):
        return routine_named(named, known)
    from acutimer.content.checking import read_routine

    try:
        return read_routine(Path(named), known)
    except InputError as error:
        first, *others = str(error).splitlines()
        if not others:
            raise InputError(first) from error
        more = trn("{0} (and {1} more: acutimer check {2})", "{0} (and {1} more: acutimer check {2})", len(others))
        raise InputError(more.format(first, len(others), named)) from error


def _is_file(named: str) -> bool:
    try:
        return Path(named).is_file()
    except (OSError, ValueError):  # no file can have this name
        return False
