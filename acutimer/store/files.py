"""Files and folders that are the user's alone, written whole or not at all."""

import contextlib
import errno
import os
import stat
import tempfile
import time
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_NAME = "acutimer"  # of the program's folders in those of the user, on every system
_PART = ".part"
_LITTER_SECONDS = 86_400


def make_folder(folder: Path) -> None:
    """Make a folder and the missing ones above it, for the user alone. Folders that exist stay as they are.

    Raises:
        OSError: a file is in the way, or the permission is missing.
    """
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        if missing.is_symlink():  # the disk it leads to may only not be there yet: nothing is made in its stead
            raise FileNotFoundError(errno.ENOENT, "a link that leads nowhere", str(missing))
        missing.mkdir(FOLDER_MODE, exist_ok=True)
        sync_folder(missing.parent)
    if not folder.is_dir():
        raise NotADirectoryError(20, "a file is where a folder should be", str(folder))


def own_folder(folder: Path) -> None:
    """As `make_folder`, for a folder that is the program's own: one that others may enter is closed to them.

    What lies in it tells of a person's health, and it may have been made by hand or under a loose umask. Only what
    bears the program's name is closed, and what lies in that: a link may lead the log into a folder with much else. A
    folder behind a symbolic link, or of another user, was put there on purpose, and stays as it is, too.

    Raises:
        OSError: a file is in the way, or the permission is missing.
    """
    make_folder(folder)
    is_inside = folder.parent.name == _NAME
    for place in (folder, folder.parent) if is_inside else (folder,) if folder.name == _NAME else ():
        with contextlib.suppress(OSError):  # a file system without modes, or a read-only one
            if not place.is_symlink():
                keep_private(place, FOLDER_MODE)


def keep_private(path: Path, mode: int = FILE_MODE) -> None:
    """Take from a file or folder of this user's what others may do with it. It is not opened.

    Raises:
        OSError: there is none, or its mode cannot be changed.
    """
    status = path.stat()
    if os.name == "posix" and stat.S_IMODE(status.st_mode) & 0o077 and status.st_uid == os.geteuid():
        path.chmod(mode)


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
    make_folder(path.parent)
    target = resolved(path)
    make_folder(target.parent)
    _sweep(target)
    handle, name = tempfile.mkstemp(_PART, f".{target.name}-", target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):  # it is swept another day; why it failed is what matters
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def resolved(path: Path) -> Path:
    """Where a file lies once every symbolic link is followed.

    Raises:
        OSError: links that lead in a circle.
    """
    try:
        return path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, "links that lead in a circle", str(path)) from None


def _sweep(target: Path) -> None:
    """Remove what a program that was ended in the middle of writing `target` left behind long ago."""
    with contextlib.suppress(OSError):
        for litter in target.parent.iterdir():
            end = litter.name.removeprefix(f".{target.name}-")
            is_ours = end != litter.name and (end.endswith(_PART) or end.isdecimal())  # as earlier versions named them
            if is_ours and time.time() - litter.lstat().st_mtime > _LITTER_SECONDS:
                litter.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename last. Where folders cannot be synced (Windows) the system sees to it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
