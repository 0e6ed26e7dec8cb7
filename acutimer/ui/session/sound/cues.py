"""Tones at the moments that matter, and flashes for those who would rather see them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from acutimer import paths
from acutimer.core.moments import Cue, Moment
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.session.sound.speaker import Speaker, open_speaker

LEAST_SECONDS_BETWEEN_FLASHES = 0.4  # well under three a second


class Cues(QObject):
    """Plays what the settings allow. The sound device is opened at the first tone, not before.

    Signals: `flashed` when a flash is due; `fell_silent` once, when there is no sound device.
    """

    flashed = Signal()
    fell_silent = Signal()

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
        self._was_opened = False
        self._flashed_at = -LEAST_SECONDS_BETWEEN_FLASHES

    @property
    def is_silent(self) -> bool:
        """Whether tones were asked for and there is no device to play them on."""
        return self._was_opened and self._speaker is None

    def play(self, moments: tuple[Moment, ...]) -> None:
        """Let a moment be heard, and seen."""
        cue = moments[-1].cue
        settings = self._preferences.value
        if settings.sounds and settings.volume:
            self._sound(cue, settings.volume / 100)
        if settings.flash:
            now = self._monotonic()
            if now - self._flashed_at >= LEAST_SECONDS_BETWEEN_FLASHES:
                self._flashed_at = now
                self.flashed.emit()

    def _sound(self, cue: Cue, volume: float) -> None:
        if not self._was_opened:
            self._was_opened = True
            self._speaker = self._opening(paths.resources() / "sounds")
            if self._speaker is None:
                self.fell_silent.emit()
        if self._speaker is not None:
            self._speaker.play("halfway" if cue is Cue.CHANGE else cue.value, volume)
