"""`acutimer export`: everything in the log as one file."""

import sqlite3
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from acutimer import paths
from acutimer.cli import opening
from acutimer.cli.progress import shown
from acutimer.core.errors import InputError
from acutimer.core.legible import printable
from acutimer.language.catalogue import tr, trn
from acutimer.store.database import open_in_memory
from acutimer.store.exporting import export_csv, export_json
from acutimer.store.own import count_own
from acutimer.store.progress import Progress


def run(file: str) -> int:
    """Write the file, whole or not at all; its suffix says which kind it is."""
    target = Path(file)
    with _log() as connection:
        sessions, routines = 0, count_own(connection) if target.suffix.lower() == ".json" else 0
        with closing(_exporting(connection, target)) as steps:
            for step in shown(steps, tr("Exporting")):
                sessions = step.total
    words = tr("Exported {0} and {1} to {2}.") if routines else tr("Exported {0} to {2}.")
    sys.stdout.write(words.format(counted(sessions), counted_own(routines), printable(file)) + "\n")
    return 0


def counted(sessions: int) -> str:
    """Sessions in words."""
    return trn("{0} session", "{0} sessions", sessions).format(sessions)


def counted_own(routines: int) -> str:
    """The user's own routines in words."""
    return trn("{0} own routine", "{0} own routines", routines).format(routines)


def _exporting(connection: sqlite3.Connection, target: Path) -> Generator[Progress, None, None]:
    match target.suffix.lower():
        case ".json":
            return export_json(connection, target, opening.now())
        case ".csv":
            return export_csv(connection, target)
    words = tr("{0}: end the name in .json (everything, for another computer) or .csv (a table for spreadsheets).")
    raise InputError(words.format(printable(str(target))))


@contextmanager
def _log() -> Iterator[sqlite3.Connection]:
    """The log; where nothing was ever kept it is empty, and no folder is made."""
    is_kept = paths.data_dir().exists()
    with opening.log_to_read() if is_kept else closing(open_in_memory()) as connection:
        yield connection
