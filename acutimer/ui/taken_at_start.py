"""What a start takes up and a running window cannot change: text size and language. Another opens the window again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from acutimer.core.settings import Settings
    from acutimer.ui.preferences_holder import Preferences

REST_MS = 700  # arrows go through the sizes; the one they rest on is meant


class AtStart(NamedTuple):
    """The text size in percent, and the language's name or "" for the system's."""

    percent: int
    language: str

    @classmethod
    def of(cls, settings: Settings) -> AtStart:
        """As it is chosen."""
        return cls(settings.text_percent, settings.language)


class TakenAtStart(QObject):
    """Notices that something else than what is `in_force` is chosen, once the choice has come to rest."""

    wanted = Signal()
    """The window is to be opened again; nothing is in the way."""
    postponed = Signal()
    """Something is under way that closing the window would end: it is taken up at the next start."""

    def __init__(
        self, in_force: AtStart, preferences: Preferences, is_free: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._in_force, self._chosen, self._is_free = in_force, in_force, is_free
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle)
        preferences.changed.connect(self._look)

    def close(self) -> None:
        """Ask for nothing more."""
        self._rest.stop()

    def _look(self, settings: Settings) -> None:
        chosen = AtStart.of(settings)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if self._chosen == self._in_force:
            self._rest.stop()
        else:
            self._rest.start()

    def _settle(self) -> None:
        if self._is_free():
            self.wanted.emit()
        else:
            self.postponed.emit()
