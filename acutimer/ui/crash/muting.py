"""Keeps from stderr what would come at every paint."""

import os
from contextlib import suppress

STDERR = 2


class Muting:
    """From `begin` to `end` nothing that is written on stderr is seen.

    Qt for Python writes "Error calling Python override of ..." there, by itself, for each error in a paint event,
    however often it comes. It is not to be had otherwise; the notebook has the error.
    """

    def __init__(self) -> None:
        self._kept: int | None = None

    def begin(self) -> None:
        """Once: again is nothing new."""
        if self._kept is not None:
            return
        with suppress(OSError):  # it may be closed, and then there is nothing to mute
            kept = os.dup(STDERR)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, STDERR)
            os.close(nowhere)
            self._kept = kept

    def end(self) -> None:
        """Let it be seen again."""
        if self._kept is not None:
            os.dup2(self._kept, STDERR)
            os.close(self._kept)
            self._kept = None
