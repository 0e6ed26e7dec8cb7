"""What the commands work on, opened when a command needs it."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import Library, load_library, routine_among
from acutimer.core.errors import InputError
from acutimer.core.routines import Routine
from acutimer.core.settings import Settings
from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.settings import SettingsFile


def library() -> Library:
    """Everything we ship about points and routines."""
    return load_library(paths.resources() / "content" / "en")


def atlas() -> Atlas:
    """Every figure."""
    return Atlas(paths.resources() / "body", library().rules)


def settings() -> Settings:
    """The user's choices; what was wrong with them is told, and mended."""
    chosen, problems = SettingsFile(paths.settings_file()).load()
    for problem in problems:
        sys.stderr.write(f"acutimer: {problem}\n")
    return chosen


@contextmanager
def history() -> Iterator[History]:
    """The log of sessions.

    Raises:
        WorldError: it cannot be opened.
    """
    with closing(open_database(paths.database_file(), now())) as connection:
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
    with history() as opened:
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
    if not (named.endswith(".json") or "/" in named or Path(named).is_file()):
        return routine_named(named, known)
    from acutimer.content.checking import read_routine

    try:
        return read_routine(Path(named), known)
    except InputError as error:
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more: acutimer check {named})" if others else ""
        raise InputError(f"{first}{more}") from error
