"""Clocks moved by hand, and keys pressed by the clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from acutimer.terminal.keyboard import Key
from acutimer.terminal.player import Clocks

START = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)


class HandClock:
    """Both clocks of a computer: `pass_by` moves both, `suspend` the wall's alone."""

    def __init__(self) -> None:
        self.ran = 0.0
        self.suspended = 0.0

    @property
    def clocks(self) -> Clocks:
        return Clocks(lambda: 5000.0 + self.ran, lambda: START + timedelta(seconds=self.ran + self.suspended))

    def pass_by(self, seconds: float) -> None:
        self.ran += seconds

    def suspend(self, seconds: float) -> None:
        self.suspended += seconds


class HandKeys:
    """What happens at which second of the clock: a key, or anything else."""

    can_answer = True

    def __init__(self, clock: HandClock, *events: tuple[float, Key | Callable[[], None]]) -> None:
        self._clock = clock
        self._events = list(events)

    def wait(self, seconds: float) -> Key | None:
        until = self._clock.ran + seconds
        if not self._events or self._events[0][0] > until:
            self._clock.ran = until
            return None
        at, what = self._events.pop(0)
        self._clock.ran = max(self._clock.ran, at)
        if isinstance(what, Key):
            return what
        what()
        return None
