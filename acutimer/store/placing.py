"""Puts a mended log where the damaged one lies, which is kept byte for byte: killed anywhere, it can be finished.

First the mended one lies beside the damaged one, and a note says where that goes; then the damaged one gets its second
name, its helpers first; then the helpers go, and one renaming puts the mended log in its place.
"""

import contextlib
import errno
import os
import shutil
from pathlib import Path

from acutimer.store.copying import PART
from acutimer.store.doorway import note_target, noted_target, trust
from acutimer.store.files import FILE_MODE, own_folder, sync_folder

HELPERS = ("-wal", "-shm")


def place(ready: Path, database: Path, kept: Path, told: tuple[str, ...]) -> None:
    """Let the log in the file `ready` be the one at `database`; what is there goes to `kept`, with its helpers.

    A note of it, and of what is to be `told`, stays until `doorway.trust` takes it away. Nobody may have the log open.
    `ready` has no helpers, and is not needed where it was any more.

    Raises:
        OSError: disk or permission; then the log is as it was.
    """
    own_folder(kept.parent)
    mended = _mended(database)
    try:
        _move(ready, mended)
        sync_folder(database.parent)
        note_target(database, kept, told)
        _keep(database, kept)
        _put(mended, database)
    except OSError:
        _undo(database, kept)
        raise


def finish(database: Path, folder: Path) -> tuple[str, ...]:
    """Finish what was under way when the program was ended; what there is to tell of it, nothing where nothing was.

    Raises:
        OSError: disk or permission.
    """
    (name, told), mended = noted_target(database), _mended(database)
    if not name:
        mended.unlink(missing_ok=True)
        return ()
    kept = folder / name
    if mended.exists():
        if not kept.exists():
            _keep(database, kept)
        _put(mended, database)
    return told if kept.exists() else ()


def _keep(database: Path, kept: Path) -> None:
    """Give the damaged log its second name. It comes last: where it is, its helpers are."""
    for end in (*HELPERS, ""):
        old, new = _beside(database, end), _beside(kept, end)
        if old.exists():
            new.unlink(missing_ok=True)
            try:
                os.link(old, new)
            except OSError:  # a file system without second names
                part = new.with_name(f".{new.name}{PART}")
                _copy(old, part)
                part.replace(new)
    sync_folder(kept.parent)


def _move(old: Path, new: Path) -> None:
    try:
        old.replace(new)
    except OSError as error:
        if error.errno != errno.EXDEV:  # the folder of backups may lie on another disk
            raise
        _copy(old, new)


def _copy(old: Path, new: Path) -> None:
    new.unlink(missing_ok=True)
    with old.open("rb") as source, os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE), "wb") as to:
        shutil.copyfileobj(source, to)
        to.flush()
        os.fsync(to.fileno())


def _put(mended: Path, database: Path) -> None:
    for end in HELPERS:  # what was not yet written into the old file may not get into the new one
        _beside(database, end).unlink(missing_ok=True)
    sync_folder(database.parent)
    mended.replace(database)
    sync_folder(database.parent)


def _undo(database: Path, kept: Path) -> None:
    """Give the damaged log back what was taken from it."""
    with contextlib.suppress(OSError):
        for end in (*HELPERS, ""):
            old, new = _beside(database, end), _beside(kept, end)
            if new.exists() and old.exists():
                new.unlink()
            elif new.exists():
                new.replace(old)
        _mended(database).unlink(missing_ok=True)
        trust(database)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(f"{path.name}{end}")


def _mended(database: Path) -> Path:
    return database.with_name(f"{database.name}-mended")
