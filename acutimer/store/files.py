"""Files and folders that are the user's alone, written whole or not at all."""

import contextlib
import os
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def make_folder(folder: Path) -> None:
    """Make a folder and the missing ones above it, for the user alone. Folders that exist stay as they are.

    Raises:
        OSError: a file is in the way, or the permission is missing.
    """
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        missing.mkdir(FOLDER_MODE, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(20, "a file is where a folder should be", str(folder))


def make_file(path: Path) -> None:
    """Make an empty file for the user alone, unless there is one.

    One that exists is not even opened: closing it would drop the locks this process holds on it, and with them what
    keeps other processes from taking a database's log of writes away.

    Raises:
        OSError: a folder is in the way, or the permission is missing.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
    except FileExistsError:
        if path.is_dir():
            raise IsADirectoryError(21, "a folder is where a file should be", str(path)) from None


def write_whole(path: Path, text: str) -> None:
    """Replace a file by `text`: after a power cut it holds the old text or the new one, never a part.

    A symbolic link is followed, so that a file kept elsewhere stays there.

    Raises:
        OSError: the disk is full, or the permission is missing. The old file is as it was.
    """
    target = path.resolve()
    make_folder(target.parent)
    part = target.with_name(f".{target.name}-{os.getpid()}")
    handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, FILE_MODE)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last. Where folders cannot be synced (Windows) the system sees to it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
