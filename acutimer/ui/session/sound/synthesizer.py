"""The system's speech, through Qt. The only place that knows QtTextToSpeech.

Where speech is a service of its own (speech-dispatcher on Linux), opening it takes a second and more, and each call
waits for an answer that a stuck service never gives. So the engine lives in a thread of its own, where Qt calls it
without Python's lock; here only its signals arrive. Elsewhere engines want the window's thread, and get it.
"""

import logging
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    Q_ARG,
    QLocale,
    QLoggingCategory,
    QMetaObject,
    QObject,
    Qt,
    Signal,
    SignalInstance,
)

from acutimer.ui.session.sound.engine_thread import EngineThread
from acutimer.ui.session.sound.lifeline import Lifeline, service_address
from acutimer.ui.session.sound.voices import Known, best, offered

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

LOG = logging.getLogger(__name__)

# Where a system has several. Qt's "mock" speaks to nobody and is never taken.
ENGINES = ("speechd", "darwin", "macos", "winrt", "sapi", "flite")
# Its library brings the program down, or hangs, when it is used or taken down after its service has died.
FRAGILE = "speechd"


class Engine(Protocol):
    """What speaks. Nothing but `open` and `close` is called before `opened`, and nothing after `close`."""

    @property
    def opened(self) -> SignalInstance:
        """It can speak, and its voices are known."""
        ...  # pragma: no cover

    @property
    def finished(self) -> SignalInstance:
        """A text has been said, or cut off."""
        ...  # pragma: no cover

    @property
    def failed(self) -> SignalInstance:
        """It cannot be opened, or has died: the reason, for the log."""
        ...  # pragma: no cover

    @property
    def voices(self) -> tuple[Known, ...]:
        """The voices worth offering, the best first; empty until `opened`."""
        ...  # pragma: no cover

    def open(self) -> None:
        """Find the engine and its voices. `opened` or `failed` follows, or neither where a service is stuck."""
        ...  # pragma: no cover

    def tune(self, name: str, volume: float, rate: float) -> None:
        """Set the voice by its name (empty: the best), its `volume` 0 to 1 and its `rate` -1 to 1."""
        ...  # pragma: no cover

    def say(self, text: str) -> None:
        """Speak; whatever is being said is cut off."""
        ...  # pragma: no cover

    def stop(self) -> None:
        """Cut off what is being said."""
        ...  # pragma: no cover

    def close(self) -> None:
        """Let the engine go."""
        ...  # pragma: no cover


class Synthesizer(QObject):
    """One of Qt's engines, by its name. `in_thread` lets it live in a thread of its own."""

    opened = Signal()
    finished = Signal()
    failed = Signal(str)

    def __init__(self, name: str, *, in_thread: bool) -> None:
        super().__init__()
        self._name, self._in_thread = name, in_thread
        self._speech: QTextToSpeech | None = None
        self._thread: EngineThread | None = None
        self._lifeline: Lifeline | None = None
        self._left: list[QLocale] = []
        self._asked: QLocale | None = None
        self._found: dict[str, tuple[Known, QVoice]] = {}
        self._voices: tuple[Known, ...] = ()
        self._tuned: tuple[str, float, float] | None = None
        self._is_speaking = self._is_unheard = False

    @property
    def voices(self) -> tuple[Known, ...]:
        """The voices worth offering, the best first; empty until `opened`."""
        return self._voices

    def open(self) -> None:
        """Find the engine and its voices. `opened` or `failed` follows, or neither where the service is stuck."""
        _quiet()
        from PySide6.QtTextToSpeech import QTextToSpeech

        if self._in_thread:
            self._thread = EngineThread()
            self._speech = self._thread.begin()
        else:
            self._speech = QTextToSpeech("none")
        self._speech.engineChanged.connect(self._on_engine)
        self._speech.localeChanged.connect(self._on_locale)
        self._speech.stateChanged.connect(self._on_state)
        self._speech.errorOccurred.connect(self._on_error)
        self._call("setEngine", Q_ARG(str, self._name))

    def tune(self, name: str, volume: float, rate: float) -> None:
        """Set the voice by its name (empty: the best), its `volume` 0 to 1 and its `rate` -1 to 1."""
        if (name, volume, rate) == self._tuned:
            return
        self._tuned = (name, volume, rate)
        chosen = self._found.get(name)
        if chosen is None and (known := best(self._voices)) is not None:
            chosen = self._found[known.name]
        if chosen is not None:
            from PySide6.QtTextToSpeech import QVoice

            self._call("setVoice", Q_ARG(QVoice, chosen[1]))
        self._call("setVolume", Q_ARG(float, volume))
        self._call("setRate", Q_ARG(float, rate))

    def say(self, text: str) -> None:
        """Speak; whatever is being said is cut off."""
        self._call("say", Q_ARG(str, text))

    def stop(self) -> None:
        """Cut off what is being said; `finished` follows if something was."""
        self._call("stop")

    def close(self) -> None:
        """Let the engine go."""
        speech, self._speech = self._speech, None
        if speech is None:
            return
        _disconnect(speech)
        if self._thread is None:
            speech.deleteLater()
            return
        del speech
        is_sound = self._lifeline is not None and self._lifeline.is_tied and self._lifeline.is_alive
        self._thread.end(takes_down=is_sound or self._is_unheard or self._name != FRAGILE)
        if self._lifeline is not None:
            self._lifeline.close()

    def _call(self, method: str, *arguments: object) -> None:
        if self._speech is None:
            return
        if self._lifeline is not None and not self._lifeline.is_alive:
            self.failed.emit("the speech service has gone")
            return
        way = Qt.ConnectionType.QueuedConnection
        QMetaObject.invokeMethod(self._speech, method, way, *arguments)  # type: ignore[call-overload]

    def _on_engine(self, _name: str) -> None:
        if self._speech is None:
            return
        from PySide6.QtTextToSpeech import QTextToSpeech

        if self._speech.state() is QTextToSpeech.State.Error:
            self._is_unheard = True  # it never came to its service: there is nothing it could be stuck in
            self.failed.emit(self._speech.errorString())
            return
        if self._name == FRAGILE:
            self._lifeline = Lifeline(service_address())
        self._left = list(self._speech.availableLocales())
        self._next_locale()

    def _next_locale(self) -> None:
        """An engine tells the voices of one language at a time."""
        while self._left and self._speech is not None:
            locale = self._left.pop()
            if self._in_thread:
                self._asked = locale
                self._call("setLocale", Q_ARG(QLocale, locale))  # `_on_locale` follows
                return
            self._speech.setLocale(locale)
            self._keep_voices(self._speech)
        self._voices = offered((known for known, _ in self._found.values()), QLocale.system())
        self.opened.emit()

    def _on_locale(self, locale: QLocale) -> None:
        # an engine that is opened, and a voice that is set, bring their languages along unasked
        if self._speech is not None and locale == self._asked:
            self._asked = None
            self._keep_voices(self._speech)
            self._next_locale()

    def _keep_voices(self, speech: "QTextToSpeech") -> None:
        for voice in speech.availableVoices():
            locale = voice.locale()
            known = Known(voice.name(), locale.language(), locale.territory(), len(self._found))
            self._found.setdefault(known.name, (known, voice))

    def _on_state(self, state: object) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if state is QTextToSpeech.State.Speaking:
            self._is_speaking = True
        elif state is QTextToSpeech.State.Ready and self._is_speaking:
            self._is_speaking = False
            self.finished.emit()

    def _on_error(self, _reason: object, text: str) -> None:
        self.failed.emit(text)


def open_synthesizer() -> Engine | None:
    """The system's speech, not opened yet, or None where there is none."""
    _quiet()
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError as error:  # a library of the system is missing
        LOG.debug("%s", error)
        return None
    names = set(QTextToSpeech.availableEngines())
    name = next((name for name in ENGINES if name in names), None)
    return None if name is None else Synthesizer(name, in_thread=sys.platform == "linux")


def _quiet() -> None:
    """Keep what Qt says of missing libraries and services off the terminal; `failed` tells of it."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.speech.*=false")


def _disconnect(speech: "QTextToSpeech") -> None:
    for signal in (speech.engineChanged, speech.localeChanged, speech.stateChanged, speech.errorOccurred):
        signal.disconnect()
