"""Where the first can be reached: a socket that only its user may use."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "acutimer"
LAST_NAME = "socket"
LONGEST_BYTES = 100  # a socket's path may have 104 (macOS) to 108 bytes, the last of them a zero


def places(folder: Path) -> Iterator[str]:
    """Where the program that has `folder` may listen, the best place first; on Windows the name of a pipe.

    The last one lies in a new folder, made when it is asked for; `put_away` takes it away again.
    """
    whole = os.fsencode(os.path.realpath(folder))
    # Qt's, for Python's own brings a library of 3 MB with it
    digest = QCryptographicHash.hash(whole, QCryptographicHash.Algorithm.Sha256).toHex()
    name = f"{NAME}-{digest.toStdString()[:16]}"
    if os.name != "posix":
        yield name
        return
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and (application := os.environ.get("FLATPAK_ID")):
        runtime = f"{runtime}/app/{application}"  # what two starts of one Flatpak have in common
    for place in (Path(runtime) / name if _is_private(runtime) else None, folder / "window.socket"):
        if place is not None and len(os.fsencode(place)) <= LONGEST_BYTES:
            yield str(place)
    with contextlib.suppress(OSError):  # no room, or no permission
        yield str(Path(tempfile.mkdtemp(prefix=f"{NAME}-")) / LAST_NAME)


def clear(place: str) -> bool:
    """Take a socket away that a program left which is gone; nothing else that may lie there. Whether it is free now.

    To be called by the holder of the lock alone.
    """
    if os.name != "posix":
        return True
    with contextlib.suppress(OSError, ValueError):
        if stat.S_ISSOCK(os.lstat(place).st_mode):
            Path(place).unlink()
    return not os.path.lexists(place)


def put_away(place: str) -> None:
    """Clear a place that is used no more, and take away the folder that was made for it alone."""
    path = Path(place)
    if place and clear(place) and path.name == LAST_NAME and path.parent.name.startswith(f"{NAME}-"):
        with contextlib.suppress(OSError, ValueError):  # it holds something else, or is gone
            path.parent.rmdir()


def _is_private(folder: str) -> bool:
    """Whether it is a folder of this user's that no one else may enter."""
    try:
        status = Path(folder).stat()
    except (OSError, ValueError):
        return False
    is_folder = Path(folder).is_absolute() and stat.S_ISDIR(status.st_mode)
    return is_folder and status.st_uid == os.getuid() and not stat.S_IMODE(status.st_mode) & 0o077
