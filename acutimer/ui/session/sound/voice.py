"""The spoken guide: one saying after the other, each whole, as the settings have it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from acutimer.core.settings import Settings
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.session.sound.speaking import Speaking, longest_seconds
from acutimer.ui.session.sound.synthesizer import Engine, open_synthesizer
from acutimer.ui.session.words.pronouncing import Pronouncing
from acutimer.ui.session.words.sayings import Saying, Urgency, sample_words

OPENING_SECONDS = 15.0  # a service that has to start first, on a slow disk
STOPPING_SECONDS = 2.0
MOST_FAILURES = 3  # in a row; then the voice is given up


class Voice(QObject):
    """Speaks through an engine that is opened at the first saying, not before, and never while the voice is off.

    `pronunciation` is the content's table of words and how they sound. Signals:
        began(str)      these words are being said, to be shown
        ended()         nothing is being said any more
        fell_silent()   there is no voice on this computer: told once for each time the voice is switched on
        voices_found()  `voices` is known, after `find_voices` or the first saying
    """

    began = Signal(str)
    ended = Signal()
    fell_silent = Signal()
    voices_found = Signal()

    def __init__(
        self,
        preferences: Preferences,
        monotonic: Callable[[], float],
        pronunciation: Mapping[str, str],
        opening: Callable[[], Engine | None] = open_synthesizer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._monotonic, self._opening = preferences, monotonic, opening
        self._pronouncing = Pronouncing(pronunciation)
        self._queue = Speaking()
        self._engine: Engine | None = None
        self._is_open = self._is_silent = self._is_stopping = self._has_spoken = False
        self._failures = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.lose_patience)
        preferences.changed.connect(self._on_settings)

    @property
    def is_silent(self) -> bool:
        """Whether a voice was asked for and there is none."""
        return self._is_silent

    def voices(self) -> list[tuple[str, str]]:
        """The name and the label of each voice, the best first; empty until `voices_found`."""
        known = self._engine.voices if self._engine is not None and self._is_open else ()
        return [(voice.name, voice.label) for voice in known]

    def find_voices(self) -> None:
        """Look for voices, unless the voice is off."""
        if self._is_open:
            self.voices_found.emit()
        elif self._preferences.value.voice:
            self._open()

    def say(self, *sayings: Saying) -> None:
        """Say these when it is their turn; what is too late by then is left out."""
        if not _is_wanted(self._preferences.value) or self._is_silent:
            return
        now = self._monotonic()
        for saying in sayings:
            self._queue = self._queue.add(saying, now)
        self._go_on()

    def sample(self) -> None:
        """Let the chosen voice be heard."""
        text = sample_words(QCoreApplication.translate)
        self.say(Saying(text, Urgency.INSTRUCTION, self._monotonic() + OPENING_SECONDS))

    def hush(self) -> None:
        """Say nothing more; what is being said may end."""
        self._queue = self._queue.hush()

    def close(self) -> None:
        """Be quiet at once and let the engine go. The next saying opens it anew."""
        if self._engine is not None and self._queue.spoken is not None:
            self._engine.stop()
        self._queue = Speaking()
        self._drop_engine()

    def lose_patience(self) -> None:
        """What the engine was waited for has not come: it is told to stop, and if it does not, taken for dead.

        One that never said a thing is not tried again: without a sound card speech-dispatcher speaks for ever.
        """
        if not self._is_open or self._engine is None or (self._is_stopping and not self._has_spoken):
            self._fall_silent()
        elif self._is_stopping:
            self._queue = self._queue.finish()
            self._on_failed("")
        else:
            self._is_stopping = True
            self._patience.start(round(STOPPING_SECONDS * 1000))
            self._engine.stop()

    # -- the engine ------------------------------------------------------------------------------

    def _open(self) -> None:
        if self._engine is not None or self._is_silent:
            return
        self._engine = self._opening()
        if self._engine is None:
            self._fall_silent()
            return
        self._engine.opened.connect(self._on_opened)
        self._engine.finished.connect(self._on_finished)
        self._engine.failed.connect(self._on_failed)
        self._patience.start(round(OPENING_SECONDS * 1000))
        self._engine.open()

    def _drop_engine(self) -> None:
        engine, self._engine = self._engine, None
        self._is_open = self._is_stopping = False
        self._patience.stop()
        if engine is not None:
            for signal in (engine.opened, engine.finished, engine.failed):
                signal.disconnect()
            engine.close()

    def _on_opened(self) -> None:
        self._is_open = True
        self._patience.stop()
        self.voices_found.emit()
        self._go_on()

    def _on_finished(self) -> None:
        if self._queue.spoken is None:
            return
        self._has_spoken = self._has_spoken or not self._is_stopping
        self._failures, self._is_stopping = 0, False
        self._patience.stop()
        self._queue = self._queue.finish()
        self._go_on()
        if self._queue.spoken is None:
            self.ended.emit()

    def _on_failed(self, _reason: str) -> None:
        """A service that was started anew is there again; one that cannot be opened is not."""
        self._failures += 1
        if not self._is_open or self._failures >= MOST_FAILURES:
            self._fall_silent()
            return
        self._queue = self._queue.take_back()
        self._drop_engine()
        self.ended.emit()  # it may be too late to say it again by the time there is an engine
        self._go_on()

    def _go_on(self) -> None:
        """Begin what comes next, if its turn has come."""
        while self._queue.spoken is None and self._queue.queued:
            if not self._is_open or self._engine is None:
                self._open()
                return
            self._queue = self._queue.begin(self._monotonic())
            saying = self._queue.spoken
            if saying is None:
                return
            spoken = self._pronouncing.spoken(saying.text)
            if not spoken:
                self._queue = self._queue.finish()
                continue
            settings, engine = self._preferences.value, self._engine
            engine.tune(settings.voice_name, settings.voice_volume / 100, settings.voice_rate / 100)
            if self._engine is not engine:  # it failed on the spot, and what was to be said waits again
                return
            self._patience.start(round(longest_seconds(spoken) * 1000))
            self.began.emit(saying.text)
            engine.say(spoken)

    def _fall_silent(self) -> None:
        was_silent, self._is_silent = self._is_silent, True
        self.close()
        if not was_silent:
            self.fell_silent.emit()
        self.ended.emit()

    def _on_settings(self, settings: Settings) -> None:
        """Off means quiet at once; on again is another try."""
        if not settings.voice:
            self._is_silent, self._failures = False, 0
            if self._engine is not None:
                self.close()
                self.ended.emit()


def _is_wanted(settings: Settings) -> bool:
    return settings.voice and settings.voice_volume > 0
