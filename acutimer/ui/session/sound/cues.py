"""Tones at the moments that matter, flashes for those who would rather see them, and soft ticks for the beat."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from acutimer import paths
from acutimer.core.moments import Cue, Moment
from acutimer.core.pacing import Motion
from acutimer.core.settings import Settings
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.session.sound.speaker import Speaker, open_speaker

LEAST_SECONDS_BETWEEN_FLASHES = 0.4  # well under three a second
LATEST_SECONDS = 1.5  # a cue that is later than this tells of what is long past
TICK_AFTER_CUE_SECONDS = 0.3
TICK_SHARE = 0.6  # of the volume

# Of several moments at once the most telling one is heard: the higher, the more it says.
TELLING = {
    Cue.END: 5,
    Cue.BEGIN: 4,
    Cue.SWITCH: 4,
    Cue.LAST_FIVE: 3,
    Cue.CHANGE: 2,
    Cue.HALFWAY: 1,
    Cue.REP: 0,
}
TONES = {cue: cue.value for cue in Cue} | {Cue.CHANGE: "halfway"}
TICKS = {
    Motion.PRESS: "pacer_on",
    Motion.RISE: "pacer_on",
    Motion.IN: "pacer_on",
    Motion.CIRCLE: "pacer_on",
    Motion.RELEASE: "pacer_off",
    Motion.LOWER: "pacer_off",
    Motion.OUT: "pacer_off",
    Motion.FRONT_AND_BACK: "pacer_tap",
    Motion.SIDES: "pacer_tap",
}


class Cues(QObject):
    """Plays what the settings allow. The sound device is opened at the first tone, not before.

    Signals: `flashed` when a flash is due; `fell_silent` when a tone was wanted and there is no device, or none any
    more; `sounds_again` when there is one after that.
    """

    flashed = Signal()
    fell_silent = Signal()
    sounds_again = Signal()

    def __init__(
        self,
        preferences: Preferences,
        monotonic: Callable[[], float],
        opening: Callable[[Path], Speaker | None] = open_speaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._monotonic, self._opening = preferences, monotonic, opening
        self._speaker: Speaker | None = None
        self._was_opened = self._is_silent = False
        self._cued_at = self._flashed_at = float("-inf")

    @property
    def is_silent(self) -> bool:
        """Whether tones or ticks are wanted, some were due, and there is no device to play them on."""
        return self._is_silent and _is_wanted(self._preferences.value)

    def play(self, moments: tuple[Moment, ...]) -> None:
        """Let the most telling of the moments be heard, and seen; of equals the latest. What is past is left out."""
        now = self._monotonic()
        fresh = [moment for moment in moments if now - moment.at <= LATEST_SECONDS]
        if not fresh:
            return
        cue = max(reversed(fresh), key=lambda moment: TELLING[moment.cue]).cue
        settings = self._preferences.value
        if settings.sounds:
            self._cued_at = now
            self._sound(TONES[cue], 1.0)
        if settings.flash and now - self._flashed_at >= LEAST_SECONDS_BETWEEN_FLASHES:
            self._flashed_at = now
            self.flashed.emit()

    def beat(self, motion: Motion) -> None:
        """Let a part of the beat be heard, softly and never over a cue."""
        tick = TICKS.get(motion)
        if tick and self._preferences.value.pacer and self._monotonic() - self._cued_at >= TICK_AFTER_CUE_SECONDS:
            self._sound(tick, TICK_SHARE)

    def _sound(self, name: str, share: float) -> None:
        volume = self._preferences.value.volume
        if not volume:
            return
        if not self._was_opened:
            self._was_opened = True
            self._speaker = self._opening(paths.resources() / "sounds")
            if self._speaker is not None:
                self._speaker.watch(self._tell)
        if self._speaker is not None:
            self._speaker.play(name, volume / 100 * share)
        self._tell()

    def _tell(self) -> None:
        """Say when it falls silent, and when it sounds again; where no tone is wanted there is nothing to miss."""
        is_there = self._speaker is not None and self._speaker.is_there
        if is_there and self._is_silent:
            self._is_silent = False
            self.sounds_again.emit()
        elif not is_there and not self._is_silent and _is_wanted(self._preferences.value):
            self._is_silent = True
            self.fell_silent.emit()


def _is_wanted(settings: Settings) -> bool:
    return (settings.sounds or settings.pacer) and settings.volume > 0
