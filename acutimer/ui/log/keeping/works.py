"""The long works of the page, each with a connection of its own, to be walked by a job in its thread."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from acutimer.core.errors import InputError
from acutimer.core.legible import printable
from acutimer.store.backup_files import BackupFile
from acutimer.store.backups import Backups
from acutimer.store.contents import Contents, sessions_in
from acutimer.store.copying import KeepOn
from acutimer.store.database import open_database
from acutimer.store.progress import Progress
from acutimer.ui.job import Work

if TYPE_CHECKING:
    from acutimer.store.merging import Imported

Format = Literal["json", "csv"]


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did, and the copy of the log from before it; None where the log was empty or did not change."""

    came: "Imported"
    before: BackupFile | None


def exporting(backups: Backups, target: Path, form: Format, now: datetime) -> Work:
    """Write everything, or a table; it ends with how many sessions went out."""

    def work(_keep_on: KeepOn) -> Generator[Progress, None, int]:
        from acutimer.store.exporting import export_csv, export_json

        total = 0
        with closing(open_database(backups.database, now)) as connection:
            made = export_json(connection, target, now) if form == "json" else export_csv(connection, target)
            with closing(_generator(made)) as steps:
                for progress in steps:
                    total = progress.total
                    yield progress
        return total

    return work


def importing(backups: Backups, source: Path, now: datetime) -> Work:
    """Merge a file after a copy of the log was made; it ends with what came in. Given up, it leaves nothing."""

    def work(keep_on: KeepOn) -> Generator[Progress, None, Brought]:
        from acutimer.store.importing import import_file
        from acutimer.store.merging import Imported

        yield Progress(0, 1)
        before = backups.make_before_import(now, keep_on)
        is_changed = False
        try:
            with (
                closing(open_database(backups.database, now)) as connection,
                closing(_generator(import_file(connection, source, now))) as steps,
            ):
                for step in steps:
                    if isinstance(step, Imported):
                        is_changed = step.is_change
                        if is_changed:
                            backups.let_imports_go(now)
                        return Brought(step, before if is_changed else None)
                    yield step
            raise AssertionError("an import ends with what it did")
        except InputError as error:  # the user has just chosen the file: its name says enough
            raise InputError(str(error).replace(printable(str(source)), printable(source.name), 1)) from error
        finally:
            if before is not None and not is_changed:
                before.path.unlink(missing_ok=True)  # the log is what it was

    return work


def making(backups: Backups, now: datetime) -> Work:
    """Back up now; it ends with the BackupFile, or None for an empty log."""

    def work(keep_on: KeepOn) -> Generator[Progress, None, BackupFile | None]:
        yield Progress(0, 1)
        return backups.make(now, keep_on)

    return work


def restoring(backups: Backups, file: BackupFile, now: datetime) -> Work:
    """Put a copy in the log's place; it ends with the path of what it replaced. Once begun it is not given up."""

    def work(_keep_on: KeepOn) -> Generator[Progress, None, Path]:
        yield Progress(0, 1)
        with closing(open_database(backups.database, now)) as connection:
            return backups.restore(file, connection, now)

    return work


def rescuing(backups: Backups, file: BackupFile, now: datetime) -> Work:
    """Put a copy where a damaged log is; it ends with the path of that. Once begun it is not given up."""

    def work(_keep_on: KeepOn) -> Generator[Progress, None, Path]:
        yield Progress(0, 1)
        return backups.rescue(file, now)

    return work


def counting(files: tuple[BackupFile, ...]) -> Work:
    """How many sessions each copy has at a glance; it ends with a dict of paths, None for those that do not tell."""

    def work(_keep_on: KeepOn) -> Generator[Progress, None, dict[Path, int | None]]:
        found: dict[Path, int | None] = {}
        for file in files:
            yield Progress(len(found), len(files))
            found[file.path] = sessions_in(file.path)
        return found

    return work


def looking(backups: Backups, file: BackupFile) -> Work:
    """What is in a copy; it ends with its Contents."""

    def work(keep_on: KeepOn) -> Generator[Progress, None, Contents]:
        yield Progress(0, 1)
        return backups.look(file, keep_on)

    return work


def _generator(steps: Iterator[object]) -> Generator[Progress, None, None]:
    """What the store promises: real generators, which `close` gives up."""
    return cast(Generator[Progress, None, None], steps)
