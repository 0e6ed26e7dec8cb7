"""The files in the folder of backups: their names, and what the names say."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

_MOMENT = "%Y%m%d-%H%M%S"


class BackupKind(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    UPDATE = "version"
    """Before a newer program changed the file's layout."""
    REPLACED = "replaced"
    """The log as it was when a backup took its place."""
    BEFORE_IMPORT = "before-import"
    DAMAGED = "damaged"
    """A log that could not be opened any more."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy of the log: of a day, or of a moment, on the clock of that place. `changed_at` is the file's, in seconds.

    A backup of a day has no moment.
    """

    path: Path
    kind: BackupKind
    day: date
    moment: datetime | None
    size_bytes: int
    changed_at: float


def daily_name(stem: str, day: date) -> str:
    """What the backup of a day is called."""
    return f"{stem}-{day.isoformat()}.db"


def free_path(folder: Path, stem: str, kind: BackupKind, now: datetime) -> Path:
    """Where a copy of this moment goes; never a name that is taken, however often it is asked within a second."""
    name = f"{stem}-{kind}-{now.strftime(_MOMENT)}"
    path, number = folder / f"{name}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.db"
    return path


def files_in(folder: Path, stem: str) -> tuple[BackupFile, ...]:
    """The copies in `folder`, newest first. Files with names that are not ours are none of them.

    Raises:
        OSError: the folder cannot be read.
    """
    if not folder.exists():
        return ()
    found = [file for path in folder.iterdir() if (file := _read(path, stem)) is not None]
    return tuple(sorted(found, key=lambda file: (file.day, file.changed_at, file.path.name), reverse=True))


def oldest_first(files: tuple[BackupFile, ...], today: date) -> list[BackupFile]:
    """In the order in which they may go.

    One dated in the future comes from a time when the clock was wrong: it is older than what has been made since the
    clock went back, however late its date. A day of the future may be a journey.
    """
    tomorrow = today + timedelta(days=1)
    return sorted(files, key=lambda file: (file.day <= tomorrow, file.day, file.changed_at, file.path.name))


def _read(path: Path, stem: str) -> BackupFile | None:
    name = path.name.removeprefix(f"{stem}-")
    if name == path.name or path.is_symlink() or not path.is_file():
        return None
    known = _kind_and_time(name)
    if known is None:
        return None
    status = path.stat()
    kind, day, moment = known
    return BackupFile(path, kind, day, moment, status.st_size, status.st_mtime)


def _kind_and_time(name: str) -> tuple[BackupKind, date, datetime | None] | None:
    """What the name says after its stem; None for a name that is not ours, or for a day that never was."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d\.db", name, re.ASCII):
            return BackupKind.DAILY, date.fromisoformat(name[:10]), None
        if re.fullmatch(r"\d{8}-\d{6}-version-\d+\.db", name, re.ASCII):
            moment = datetime.strptime(name[:15], _MOMENT)  # noqa: DTZ007 - a clock of the place, without its offset
            return BackupKind.UPDATE, moment.date(), moment
        for kind in (BackupKind.REPLACED, BackupKind.BEFORE_IMPORT, BackupKind.DAMAGED):
            told = re.fullmatch(rf"{kind}-(\d{{8}}-\d{{6}})(-\d+)?\.db", name, re.ASCII)
            if told:
                moment = datetime.strptime(told[1], _MOMENT)  # noqa: DTZ007 - as above
                return kind, moment.date(), moment
    except ValueError:
        return None
    return None
