"""A file the user named, written piece by piece and yet whole or not at all; and files that must not be touched so."""

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import printable
from acutimer.language.catalogue import tr
from acutimer.store.files import sync_folder

BUFFER_BYTES = 1 << 20
_COMPANIONS = ("", "-wal", "-shm", "-journal", "-running")  # what stands beside an open database
_PREFIX, _SUFFIX = ".acutimer-", ".part"
_LITTER_SECONDS = 24 * 3600  # nothing is written for so long: whoever began it was killed
_NO_SUCH_PLACE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL, errno.EISDIR)


@contextmanager
def whole_file(target: Path, *, is_new: bool = False) -> Iterator[TextIO]:
    """A text to write; it takes the place of `target` when the block ends, and leaves no trace when that raises.

    A symbolic link is followed, but none that somebody else put into a folder of everyone's. With `is_new` nothing was
    there a moment ago: a link that is there now was put there by somebody, and is replaced. Until the end the text
    grows in a file for the user alone in the same folder, and the finished file is the user's alone, too.

    Raises:
        InputError: `target` is no place for a file.
        WorldError: the disk is full, or the permission is missing; what stood there is as it was.
    """
    place = _place(target, is_new=is_new)
    try:
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=place.parent)
    except OSError as error:
        raise _told(error, target) from error
    part = Path(name)
    _sweep(part)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="", buffering=BUFFER_BYTES) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        raise _told(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    sync_folder(place.parent)


def refuse_own_files(database: Path, path: Path) -> None:
    """Keep export and import away from the log's own files.

    Writing would destroy it; and merely reading it as a plain file drops, when that is closed, every lock this
    process holds on it.

    Raises:
        InputError: `path` is the database or one of the files beside it.
    """
    for companion in _COMPANIONS:
        own = database.with_name(f"{database.name}{companion}")
        with contextlib.suppress(OSError, ValueError, RuntimeError):  # the last of a link that leads round to itself
            if path.resolve() == own.resolve() or path.samefile(own):
                raise InputError(
                    tr("{0}: acutimer keeps its own log there. Choose another file.").format(printable(str(path)))
                )


def _sweep(part: Path) -> None:
    """Remove what stands beside `part`, which was just made, and was begun long before it and never finished."""
    with contextlib.suppress(OSError):
        now = part.stat().st_mtime
        for litter in part.parent.glob(f"{_PREFIX}????????{_SUFFIX}"):
            found = litter.lstat()
            if stat.S_ISREG(found.st_mode) and now - found.st_mtime > _LITTER_SECONDS:
                litter.unlink()


def _place(target: Path, *, is_new: bool) -> Path:
    """Where the file comes to lie; anything there must be a plain file."""
    try:
        if not is_new and _is_trap(target):
            raise InputError(
                tr("{0}: somebody else put a link there. Choose another name.").format(printable(str(target)))
            )
        place = target.parent.resolve() / target.name if is_new else target.resolve()
        mode = place.stat().st_mode if place.exists() and not is_new else None
        has_folder = place.parent.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise _told(error, target) from error
    name = printable(str(target))
    if mode is not None and stat.S_ISDIR(mode):
        raise InputError(tr("{0}: this is a folder. Add a name for the file.").format(name))
    if mode is not None and not stat.S_ISREG(mode):
        raise InputError(tr("{0}: this is a device and no file. Choose another name.").format(name))
    if not has_folder:
        raise InputError(tr("{0}: there is no such folder. Make it, or choose another.").format(name))
    return place


def _is_trap(target: Path) -> bool:
    """Whether it is a link by which another user leads what is written in a folder of everyone's to some other place.

    Linux follows such links for nobody (fs.protected_symlinks); what is resolved here beforehand goes past that.
    """
    if os.name != "posix" or not target.is_symlink():
        return False
    folder, owner = target.parent.stat(), target.lstat().st_uid
    is_everyone_s = bool(folder.st_mode & stat.S_ISVTX and folder.st_mode & stat.S_IWOTH)
    return is_everyone_s and owner not in (os.geteuid(), folder.st_uid)


def _told(error: Exception, target: Path) -> InputError | WorldError:
    name = printable(str(target))
    if not isinstance(error, OSError) or error.errno in _NO_SUCH_PLACE:
        return InputError(tr("{0}: no file can have this name here. Choose another.").format(name))
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return WorldError(tr("{0}: there is no room for it ({1}). Nothing was written.").format(name, error.strerror))
    return WorldError(tr("{0}: it cannot be written ({1}). Nothing was written.").format(name, error.strerror))
