"""All that is heard of a session, joined: tones first, and the voice after them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from acutimer.core.moments import Moment
from acutimer.core.pacing import Motion
from acutimer.core.session import Session
from acutimer.ui.context import Context
from acutimer.ui.session.sound.cues import Cues
from acutimer.ui.session.sound.speaker import Speaker, open_speaker
from acutimer.ui.session.sound.synthesizer import Engine, open_synthesizer
from acutimer.ui.session.sound.voice import Voice
from acutimer.ui.session.words import telling
from acutimer.ui.session.words.mini_words import is_asking
from acutimer.ui.session.words.sayings import Saying, Urgency, again, sayings_of

QUESTION_SECONDS = 10.0  # how long a question is worth asking aloud

Opening = Callable[[Path], Speaker | None]
Speaking = Callable[[], Engine | None]


class Hearing(QObject):
    """Hears with the user. `opening` gives the sound device, `speaking` the voice's engine.

    Signals:
        captioned(str)  what is being said, in words; empty when nothing is
        troubled(str)   what cannot be heard on this computer; empty when all can
        flashed()       a tone for the eyes is due
    """

    captioned = Signal(str)
    troubled = Signal(str)
    flashed = Signal()

    def __init__(
        self, context: Context, opening: Opening = open_speaker, speaking: Speaking = open_synthesizer
    ) -> None:
        super().__init__()
        preferences, monotonic = context.preferences, context.monotonic
        self._library, self._preferences, self._monotonic = context.library, preferences, monotonic
        self._question = ""
        self.cues = Cues(preferences, monotonic, opening, self)
        self.voice = Voice(preferences, monotonic, context.library.pronunciation, speaking, self)
        self.cues.flashed.connect(self.flashed)
        for told in (self.cues.fell_silent, self.cues.sounds_again, self.voice.fell_silent):
            told.connect(self._tell_trouble)
        preferences.changed.connect(self._tell_trouble)
        self.voice.began.connect(self.captioned)
        self.voice.ended.connect(lambda: self.captioned.emit(""))

    def hear(self, session: Session, moments: tuple[Moment, ...]) -> None:
        """Let the moments be heard that led to `session`."""
        self.cues.play(moments)
        self.voice.say(*sayings_of(session, moments, self._library, QCoreApplication.translate))

    def beat(self, motion: Motion) -> None:
        """Let a part of the beat be heard."""
        self.cues.beat(motion)

    def say_again(self, session: Session) -> None:
        """Say where one is, or ask again what is asked, instead of what was still to be said."""
        if is_asking(session):
            self.ask(self._question)
            return
        saying = again(session, self._monotonic(), self._library, QCoreApplication.translate)
        if saying is not None:
            self.voice.hush()
            self.voice.say(saying)

    def ask(self, question: str) -> None:
        """Say a question that is on the screen, instead of what was still to be said."""
        self._question = question
        self.voice.hush()
        self.voice.say(Saying(question, Urgency.INSTRUCTION, self._monotonic() + QUESTION_SECONDS))

    def hush(self) -> None:
        """The session stands still: say nothing more of it."""
        self.voice.hush()

    def close(self) -> None:
        """Be quiet at once."""
        self.voice.close()

    def _tell_trouble(self) -> None:
        settings = self._preferences.value
        is_voiceless = settings.voice and self.voice.is_silent
        if self.cues.is_silent:
            told = telling.neither() if is_voiceless else telling.no_sound()
        elif is_voiceless:
            told = telling.no_voice() if settings.sounds else telling.no_voice_alone()
        else:
            told = ""
        self.troubled.emit(told)
