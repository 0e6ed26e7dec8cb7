"""`acutimer import`: another computer's log, merged into this one."""

import sys
from contextlib import closing
from pathlib import Path

from acutimer import paths
from acutimer.cli import opening
from acutimer.cli.export import counted, counted_own
from acutimer.cli.progress import shown
from acutimer.store.importing import import_into
from acutimer.store.merging import Imported


def run(file: str) -> int:
    """Merge the file, or change nothing; say what became of its sessions."""
    imported = Imported()
    database, now = paths.database_file(), opening.now()
    with closing(import_into(database, opening.log, Path(file), now)) as steps:
        for step in shown(steps, "Importing"):
            if isinstance(step, Imported):
                imported = step
    sys.stdout.write(told(imported))
    return 0


def told(imported: Imported) -> str:
    """What an import did, in a line, and of the own routines in another where something became of them."""
    lines = [
        f"{counted(imported.added)} added, {imported.changed} changed, {imported.deleted} deleted,"
        f" {imported.unchanged} already here."
    ]
    own = imported.own
    if own.added or own.changed or own.deleted:
        lines.append(f"{counted_own(own.added)} added, {own.changed} changed, {own.deleted} deleted.")
    if own.favourites:
        lines.append("The favourites are as on the other computer.")
    return "\n".join([*lines, ""])
