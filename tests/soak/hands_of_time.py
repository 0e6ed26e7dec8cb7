"""Clocks that stand still until they are moved by hand, under the real program."""

import types
from datetime import UTC, datetime, timedelta

from acutimer.ui import parts

BEGINNING = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)


class Hands:
    """The time of day and the monotonic clock, which go together unless the time of day is set."""

    def __init__(self) -> None:
        self.seconds = 5000.0
        self._shift = timedelta()
        self._began = self.seconds

    def monotonic(self) -> float:
        """Seconds on the clock that nobody sets."""
        return self.seconds

    def wall(self) -> datetime:
        """The time of day."""
        return BEGINNING + timedelta(seconds=self.seconds - self._began) + self._shift

    @property
    def passed_seconds(self) -> float:
        """How long they have been moved for."""
        return self.seconds - self._began

    def pass_by(self, seconds: float) -> None:
        """Move both."""
        self.seconds += seconds

    def set_wall(self, by_seconds: float) -> None:
        """Somebody sets the computer's clock."""
        self._shift += timedelta(seconds=by_seconds)

    def take_over(self) -> None:
        """Give them to all that the program builds from now on."""
        parts.wall = self.wall
        parts.time = types.SimpleNamespace(monotonic=self.monotonic)  # type: ignore[assignment, attr-defined]
