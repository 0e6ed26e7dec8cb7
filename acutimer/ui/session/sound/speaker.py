"""The sound device, opened at the first tone. The only place that knows QtMultimedia."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, QUrl, qInstallMessageHandler

LOG = logging.getLogger(__name__)


class Speaker(Protocol):
    """What tones are played on."""

    def play(self, name: str, volume: float) -> None:
        """Play a tone by its name, `volume` 0 to 1."""
        ...  # pragma: no cover


class DeviceSpeaker:
    """Plays the WAV files of `folder` on the system's sound device, each loaded when it is first wanted."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        self._folder = folder
        self._effects: dict[str, QSoundEffect] = {}

    def play(self, name: str, volume: float) -> None:
        """Play a tone; loudness is felt as the logarithm of what the device is given."""
        from PySide6.QtMultimedia import QSoundEffect, QtAudio

        effect = self._effects.get(name)
        if effect is None:
            effect = self._effects[name] = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{name}.wav")))
        scales = QtAudio.VolumeScale
        effect.setVolume(QtAudio.convertVolume(volume, scales.LogarithmicVolumeScale, scales.LinearVolumeScale))
        effect.play()


def open_speaker(folder: Path) -> Speaker | None:
    """The sound device, or None where the computer has none."""
    with _hushed():
        from PySide6.QtMultimedia import QMediaDevices

        if not QMediaDevices.audioOutputs():
            return None
        return DeviceSpeaker(folder)


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what Qt's sound modules say of missing devices and libraries off the terminal."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")

    def keep(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        LOG.debug("%s", text)

    before = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
