"""`acutimer import`: another computer's log, merged into this one."""

import sys
from contextlib import closing
from pathlib import Path

from acutimer import paths
from acutimer.cli import opening
from acutimer.cli.export import counted, counted_own
from acutimer.cli.progress import shown
from acutimer.language.catalogue import tr
from acutimer.store.importing import import_into
from acutimer.store.merging import Imported


def run(file: str) -> int:
    """Merge the file, or change nothing; say what became of its sessions."""
    imported = Imported()
    database, now = paths.database_file(), opening.now()
    with closing(import_into(database, opening.log, Path(file), now)) as steps:
        for step in shown(steps, tr("Importing")):
            if isinstance(step, Imported):
                imported = step
    sys.stdout.write(told(imported))
    return 0


def told(imported: Imported) -> str:
    """What an import did, in a line, and of the own routines in another where something became of them."""
    words = tr("{0} added, {1} changed, {2} deleted, {3} already here.")
    lines = [words.format(counted(imported.added), imported.changed, imported.deleted, imported.unchanged)]
    own = imported.own
    if own.added or own.changed or own.deleted:
        words = tr("{0} added, {1} changed, {2} deleted.")
        lines.append(words.format(counted_own(own.added), own.changed, own.deleted))
    if own.favourites:
        lines.append(tr("The favourites are as on the other computer."))
    return "\n".join([*lines, ""])
