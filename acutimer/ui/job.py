"""Long work in a thread of its own, told of in the window's."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from acutimer.core.errors import AcutimerError
from acutimer.store.copying import GivenUpError, KeepOn
from acutimer.store.progress import Progress

STEP_SECONDS = 0.1  # a bar that moves ten times a second moves enough

Work = Callable[[KeepOn], Generator[Progress, None, Any]]
"""Begun and walked in the thread of a job: what it opens, it opens there. It may ask whether to go on."""


class Job(QObject):
    """Walks one work at a time; whatever is told, is told in the thread that this object lives in.

    Between two steps a work can be given up: its generator is closed, and puts away what it began.
    """

    stepped = Signal(object)
    """A Progress: the first, and then at most ten a second."""
    ended = Signal(object)
    """The work came to its end, with what its generator returned."""
    failed = Signal(object)
    """An AcutimerError."""
    given_up = Signal()
    """It was given up, or ended in a fault of our own, which is raised as well."""
    _told = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._count = 0
        self._wanted = 0  # the number of the work to go on with, 0 for none
        self._awaited = 0  # the number of the work that has still to say how it came out
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a work has not yet said how it came out."""
        return self._awaited != 0

    def start(self, work: Work) -> None:
        """Begin a work. One that is under way is given up, and not heard of any more."""
        self._count += 1
        self._wanted = self._awaited = number = self._count
        self._pool.start(lambda: self._walk(number, work))

    def cancel(self) -> None:
        """Give the work up; `given_up` is told when it has, or `ended` where it could not be stopped any more."""
        self._wanted = 0

    def close(self) -> None:
        """Give the work up and wait until it has put its things away. Nothing is told any more."""
        self._wanted = self._awaited = 0
        self._pool.clear()
        self._pool.waitForDone()

    def _walk(self, number: int, work: Work) -> None:
        """Runs in the pool's thread."""

        def keep_on() -> bool:
            return self._wanted == number

        try:
            with closing(work(keep_on)) as steps:
                self._step_through(number, steps, keep_on)
        except GivenUpError:
            self._told.emit(number, "given up", None)
        except AcutimerError as error:
            self._told.emit(number, "failed", error)
        except BaseException as error:  # noqa: BLE001 - our own fault, to be raised where it is seen
            self._told.emit(number, "fault", error)

    def _step_through(self, number: int, steps: Generator[Progress, None, Any], keep_on: KeepOn) -> None:
        last: float | None = None
        while True:
            if not keep_on():
                raise GivenUpError
            try:
                progress = next(steps)
            except StopIteration as end:
                self._told.emit(number, "ended", end.value)
                return
            now = self._clock()
            if last is None or now - last >= STEP_SECONDS:
                last = now
                self._told.emit(number, "stepped", progress)

    def _take(self, number: int, what: str, told: object) -> None:
        """Back in the window's thread."""
        if number != self._awaited:
            return
        if what == "stepped":
            self.stepped.emit(told)
            return
        self._awaited = 0
        match what:
            case "ended":
                self.ended.emit(told)
            case "failed":
                self.failed.emit(told)
            case "given up":
                self.given_up.emit()
            case _:
                assert isinstance(told, BaseException)
                self.given_up.emit()  # whoever waits for it need not wait for ever
                raise told
