"""All that is done about faults of our own while there is a window, installed and taken back as one thing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import qInstallMessageHandler

from acutimer.core.errors import AcutimerError
from acutimer.mishaps.deadly import Deadly
from acutimer.mishaps.hooks import Hooks
from acutimer.mishaps.notebook import Notebook
from acutimer.ui.crash.qt_messages import qt_handler
from acutimer.ui.crash.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from acutimer.ui.crash.muting import Muting
    from acutimer.ui.messages import Messages

ENDED = ".ended"  # what a signal ended is told beside the log, in a file with this ending


class Guard:
    """`with Guard(log, wall)`: no fault inside is lost, none ends the loop, and none writes a trace on stderr.

    An error that leaves the block passes on; if nobody would see it, a box says so first. `settle` once the window
    stands; what came when there was no window to tell it in, such as while it closed, is one line on stderr.
    """

    def __init__(self, log: Path, wall: Callable[[], datetime]) -> None:
        self._notebook, self._wall = Notebook(log, wall), wall
        self._telling = Telling()
        self._muting: Muting | None = None
        self._hooks = Hooks(self._notebook, self._telling.tell, wall, self._mute)
        self._deadly = Deadly(log.with_suffix(ENDED))

    def settle(self, messages: Messages) -> None:
        """The window listens to `messages`: what there was to tell is told now."""
        import acutimer.mishaps.fault
        import acutimer.mishaps.sharing
        import acutimer.ui.crash.surroundings  # a fault may be that no file can be opened any more  # noqa: F401

        self._telling.settle(messages)

    def __enter__(self) -> Self:
        report = self._deadly.take()
        self._deadly.arm()
        qInstallMessageHandler(qt_handler(self._notebook))
        self._hooks.install()
        if report is not None:
            self._notebook.note(f"ended by a signal, on {report.at.isoformat(timespec='seconds')}\n{report.text}")
            self._telling.tell_of_last_time(report)
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, Exception) and not isinstance(error, AcutimerError):
            with suppress(Exception):  # the line on stderr comes all the same
                self._show_box(error, trace)
        self._hooks.take_back()
        qInstallMessageHandler(None)
        if self._muting is not None:
            self._muting.end()
        self._deadly.disarm()
        if error is None and self._telling.has_untold:
            from acutimer.mishaps.last_words import line_with, say

            say(line_with(self._notebook))

    def _mute(self) -> None:
        if self._muting is None:
            from acutimer.ui.crash.muting import Muting

            self._muting = Muting()
        self._muting.begin()

    def _show_box(self, error: Exception, trace: TracebackType | None) -> None:
        from acutimer.mishaps.fault import fault_of
        from acutimer.ui.crash.start_box import is_of_use, start_box
        from acutimer.ui.crash.surroundings import details_of

        if is_of_use():
            fault = fault_of(error, trace, self._wall(), "the start")
            start_box(details_of([fault.shared])).exec()
