"""Faults of our own in a command: the whole of them in the log, one line on stderr, an exit code of their own."""

import sys
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Self

from acutimer.mishaps.hooks import Hooks
from acutimer.mishaps.last_words import end_with
from acutimer.mishaps.notebook import Notebook
from acutimer.paths import log_file


class OwnFaults:
    """Lets no error out. `code` is the exit code where one came, else 0.

    What is raised where nobody can catch it, in a thread or as something is put away, is noted and costs nothing.
    """

    def __init__(self) -> None:
        self.code = 0
        self._notebook = Notebook(log_file(), _wall)
        self._hooks = Hooks(self._notebook, lambda _fault: None, _wall)

    def __enter__(self) -> Self:
        self._hooks.install()
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: TracebackType | None) -> bool:
        self._hooks.take_back()
        if not isinstance(error, Exception):
            return False
        with suppress(OSError, ValueError):  # what was written until then belongs before the line
            sys.stdout.flush()
        self.code = end_with(error, self._notebook, _wall)
        return True


def _wall() -> datetime:
    return datetime.now().astimezone()
