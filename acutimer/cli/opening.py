"""What the commands work on, opened when a command needs it."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import Library, load_library
from acutimer.core.errors import InputError
from acutimer.core.routines import Routine
from acutimer.core.settings import Settings
from acutimer.store.database import open_database
from acutimer.store.history import History
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


def routine(named: str, known: Library) -> Routine:
    """The routine with this id, or the one in this file.

    Raises:
        InputError: there is none, or the file is wrong; one line says what.
    """
    if named in known.routines or not (named.endswith(".json") or "/" in named or Path(named).is_file()):
        return known.routine(named)
    from acutimer.content.checking import read_routine

    try:
        return read_routine(Path(named), known)
    except InputError as error:
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more: acutimer check {named})" if others else ""
        raise InputError(f"{first}{more}") from error
