"""What the session does, as a media player would say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Playing:
    """What the session does now, in a player's words: a phase is a track, the routine its album.

    `position_seconds` is where the phase stands at the moment this is shown; `length_seconds` is None for a phase that
    waits. `track` tells one phase of the plan from another.
    """

    title: str
    artist: str
    album: str
    length_seconds: float | None
    position_seconds: float
    is_running: bool
    track: int

    @property
    def track_path(self) -> str:
        """The track's name on the bus."""
        return f"/acutimer/phase/{self.track}"
