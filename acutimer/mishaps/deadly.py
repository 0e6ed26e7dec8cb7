"""What is left by a process that a signal ended: a fault in Qt, in a driver, in Python itself."""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from acutimer.store.files import FILE_MODE, own_folder

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

MOST_BYTES = 64_000
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class Report:
    """The threads of a process as they were when it was ended."""

    __slots__ = ("at", "text")

    def __init__(self, at: datetime, text: str) -> None:
        self.at, self.text = at, text


class Deadly:
    """While armed, what ends the process (SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL) is told in the file at `path`.

    A process that ends in good order takes the file away. A disk that will not have it is borne.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self._was_on = False  # somebody asked Python for it (`python -X faulthandler`)

    def take(self) -> Report | None:
        """What the process before this one left, once. To be called before `arm`."""
        try:
            handle = os.open(self._path, os.O_RDWR | _NO_LINK)
        except OSError:
            return None
        try:
            text = os.read(handle, MOST_BYTES).decode("utf-8", "replace")
            ended_at = os.fstat(handle).st_mtime
            os.ftruncate(handle, 0)
        except OSError:
            return None
        finally:
            os.close(handle)
        return _report(ended_at, text) if text.strip() else None

    def arm(self) -> None:
        """From now on."""
        with suppress(OSError):
            own_folder(self._path.parent)
            self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _NO_LINK, FILE_MODE)
            self._was_on = faulthandler.is_enabled()
            faulthandler.enable(self._handle)

    def disarm(self) -> None:
        """The process ends in good order: nothing is left behind."""
        if self._handle is None:
            return
        faulthandler.disable()
        if self._was_on:
            with suppress(OSError, ValueError, RuntimeError):  # stderr may be no file
                faulthandler.enable()
        os.close(self._handle)
        self._handle = None
        with suppress(OSError):
            self._path.unlink()


def _report(ended_at: float, text: str) -> Report:
    from datetime import datetime

    return Report(datetime.fromtimestamp(ended_at).astimezone(), text)
