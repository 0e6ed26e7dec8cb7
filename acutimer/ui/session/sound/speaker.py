"""The sound device, opened at the first tone. The only place that knows QtMultimedia.

Each tone is a stream of its own on what is the default device by then, closed when it has ended: so another default, a
device taken away or plugged in needs nothing more than to be told. QSoundEffect would keep its first device, and where
two of its sounds overlap Qt 6.11 takes one of them down in the sound thread, after which the window's loop never rests.
"""

import logging
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 4  # a device that swallows nothing any more gets no more streams


class Speaker(Protocol):
    """What tones are played on."""

    @property
    def is_there(self) -> bool:
        """Whether there is a device to play on now."""
        ...  # pragma: no cover

    def play(self, name: str, volume: float) -> None:
        """Play a tone by its name, `volume` 0 to 1, along with what is still sounding."""
        ...  # pragma: no cover

    def watch(self, changed: Callable[[], None]) -> None:
        """Have `changed` called each time `is_there` has changed."""
        ...  # pragma: no cover


class DeviceSpeaker:
    """Plays the WAV files of `folder`, all of which are kept in memory, on the system's default sound device."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._tones = {path.stem: _read(path) for path in folder.glob("*.wav")}
        self._playing: list[QAudioSink] = []
        self._changed: Callable[[], None] = lambda: None
        self._devices = QMediaDevices()
        self._is_there = not self._devices.defaultAudioOutput().isNull()
        self._devices.audioOutputsChanged.connect(self._on_devices)

    @property
    def is_there(self) -> bool:
        """Whether there is a device, and it took the last tone."""
        return self._is_there

    def watch(self, changed: Callable[[], None]) -> None:
        """Have `changed` called each time `is_there` has changed."""
        self._changed = changed

    def play(self, name: str, volume: float) -> None:
        """Play a tone; loudness is felt as the logarithm of what the device is given.

        The whole tone goes into the stream's own store at once: a window that is busy cannot make it stutter.
        """
        from PySide6.QtMultimedia import QAudioSink, QtAudio

        device = self._devices.defaultAudioOutput()
        if device.isNull():
            self._set_there(False)
            return
        form, data = self._tones[name]
        with _hushed():
            sink = QAudioSink(device, form)
            scales = QtAudio.VolumeScale
            sink.setVolume(QtAudio.convertVolume(volume, scales.LogarithmicVolumeScale, scales.LinearVolumeScale))
            sink.setBufferSize(data.size())
            source = QBuffer(sink)
            source.setData(data)
            source.open(QBuffer.OpenModeFlag.ReadOnly)
            self._playing.append(sink)
            sink.stateChanged.connect(lambda: self._on_state(sink))
            sink.start(source)
        if sink.error() is QtAudio.Error.NoError:
            self._set_there(True)
            for eldest in self._playing[:-MOST_AT_ONCE]:
                eldest.stop()
                self._on_state(eldest)
        else:
            self._on_state(sink)

    def _on_state(self, sink: "QAudioSink") -> None:
        """Close a stream that has ended or broken; one that goes down with the program tells of it too late."""
        if not isValid(sink):
            return
        from PySide6.QtMultimedia import QtAudio

        if sink.state() is QtAudio.State.IdleState:
            sink.stop()  # comes here again
        elif sink.state() is QtAudio.State.StoppedState and sink in self._playing:
            self._playing.remove(sink)
            sink.deleteLater()
            if sink.error() is not QtAudio.Error.NoError:
                LOG.debug("a tone could not be played: %s", sink.error())
                self._set_there(False)

    def _on_devices(self) -> None:
        self._set_there(not self._devices.defaultAudioOutput().isNull())

    def _set_there(self, is_there: bool) -> None:
        if is_there != self._is_there:
            self._is_there = is_there
            self._changed()


def open_speaker(folder: Path) -> Speaker | None:
    """The sound device, there or not yet, or None where the system has not even the libraries for one."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.speech.*=false")
    with _hushed():
        try:
            return DeviceSpeaker(folder)
        except ImportError as error:
            LOG.debug("%s", error)
            return None


def _read(path: Path) -> tuple["QAudioFormat", QByteArray]:
    from PySide6.QtMultimedia import QAudioFormat

    with wave.open(str(path)) as file:
        form = QAudioFormat()
        form.setSampleRate(file.getframerate())
        form.setChannelCount(file.getnchannels())
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        return form, QByteArray(file.readframes(file.getnframes()))


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what Qt's sound modules say of missing devices and libraries off the terminal."""

    def keep(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        LOG.debug("%s", text)

    before = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
