"""Noticing that the computer, or this program, was away: a written rule for sleep, stalls and clock jumps."""

from dataclasses import dataclass

GAP_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Away:
    """A gap. `last_good` is the last monotonic reading before it; `seconds` how long it lasted.

    A wall clock that was set back says nothing of how long it was: then `seconds` is what the monotonic one says.
    """

    last_good: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Watch:
    """The last reading of both clocks, in seconds."""

    monotonic: float
    wall: float

    def look(self, monotonic: float, wall: float) -> Away | None:
        """Compare a new reading: a gap of more than 2 s between two ticks, or between both clocks, is away."""
        ticked = monotonic - self.monotonic
        walled = wall - self.wall
        if ticked <= GAP_SECONDS and abs(walled - ticked) <= GAP_SECONDS:
            return None
        return Away(self.monotonic, max(ticked, walled))
