"""Routines written to files: one where the user says, several into a folder, a file each."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QWidget

from acutimer.content.writing import SUFFIX, text_of
from acutimer.core.errors import AcutimerError
from acutimer.core.routines import Routine
from acutimer.language.catalogue import trn
from acutimer.store.whole_file import whole_file
from acutimer.ui.context import Context
from acutimer.ui.exchange.dialogs import Dialogs
from acutimer.ui.log.keeping.dialogs import documents
from acutimer.ui.log.keeping.words import breakable

MOST_IN_FILE_NAME = 60
MOST_BYTES = 180  # some letters take four, and a name with its ending and a number may have 255
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def export_one(parent: QWidget, context: Context, routine: Routine, dialogs: Dialogs | None = None) -> None:
    """Ask where to, and write the routine there; what came of it is said."""
    asks = dialogs or Dialogs()
    suggested = documents() / file_name(routine)
    target = asks.save(parent, _tr("Export “{0}”").format(routine.name), suggested, _tr("Routines (*.acutimer.json)"))
    if target is None:
        return
    try:
        write(routine, target)
    except AcutimerError as error:
        context.messages.say(str(error), "caution")
        return
    context.messages.say(_tr("Exported to {0}.").format(breakable(target.name)))


def export_several(context: Context, routines: Sequence[Routine], folder: Path) -> None:
    """Write a file for each into a folder; what is there already stays, and what came of it is said."""
    written = 0
    try:
        for routine in routines:
            write(routine, free_place(folder, file_name(routine)), is_new=True)
            written += 1
    except AcutimerError as error:
        done = trn("{0} of {1} exported. {2}", "{0} of {1} exported. {2}", written)
        told = done.format(written, len(routines), error) if written else str(error)
        context.messages.say(told, "caution")
        return
    shown = breakable(QDir.toNativeSeparators(str(folder)))
    words = trn("One routine exported to {0}.", "{1} routines exported to {0}.", written)
    context.messages.say(words.format(shown, written))


def write(routine: Routine, target: Path, *, is_new: bool = False) -> None:
    """Write a routine, whole or not at all; see `whole_file`.

    Raises:
        InputError: `target` is no place for a file.
        WorldError: the disk is full, or the permission is missing.
    """
    with whole_file(target, is_new=is_new) as file:
        file.write(text_of(routine))


def file_name(routine: Routine) -> str:
    """A name for its file that every system takes: "evening-knees.acutimer.json"."""
    letters = (letter if letter.isalnum() else " " for letter in routine.name.casefold())
    whole = "-".join("".join(letters).split())[:MOST_IN_FILE_NAME]
    name = whole.encode()[:MOST_BYTES].decode(errors="ignore").rstrip("-")
    return f"{name if name and name not in RESERVED else 'routine'}{SUFFIX}"


def free_place(folder: Path, name: str) -> Path:
    """Where a file of this name can lie without taking another's place; there is a number in it where needed."""
    stem = name.removesuffix(SUFFIX)
    return next(place for place in _places(folder, stem) if not (place.exists() or place.is_symlink()))


def _places(folder: Path, stem: str) -> Iterable[Path]:
    yield folder / f"{stem}{SUFFIX}"
    number = 2
    while True:
        yield folder / f"{stem}-{number}{SUFFIX}"
        number += 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exchange", text)
