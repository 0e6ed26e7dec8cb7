"""The icon in the desktop's tray, and its menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

LOOK_AGAIN_MS, MOST_LOOKS = 2000, 15  # at login the tray may come later than we do
MOST_FAVOURITES = 5


class Tray(QObject):
    """Waits a little for a tray; `missing` tells that none came."""

    opened = Signal()
    started = Signal(str)
    """The id of a favourite that is to begin."""
    paused = Signal(bool)
    """Whether reminders are to be silent today."""
    left = Signal()
    """The program is to end."""
    pressed = Signal()
    """The words shown by `tell` were pressed."""
    missing = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = 0
        self.menu = QMenu()
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("acutimer")
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_press)
        self._icon.messageClicked.connect(self.pressed)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.appear)
        self.fill((), is_paused=False, has_reminders=True)

    @property
    def is_there(self) -> bool:
        """Whether the icon can be seen."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def appear(self) -> None:
        """Show the icon as soon as there is a tray."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()
            return
        self._looks += 1
        if self._looks < MOST_LOOKS:
            self._again.start(LOOK_AGAIN_MS)
        else:
            self.missing.emit()

    def fill(self, favourites: Sequence[tuple[str, str]], *, is_paused: bool, has_reminders: bool) -> None:
        """Fill the menu: `favourites` are routines' ids and names."""
        self.menu.clear()
        self._act(self.tr("Open acutimer")).triggered.connect(lambda _: self.opened.emit())
        self.menu.addSeparator()
        for routine, name in favourites[:MOST_FAVOURITES]:
            plain = name.replace("&", "&&")  # a menu takes a single one for a key
            action = self._act(self.tr("Start {0}").format(plain))
            action.triggered.connect(lambda _=False, routine=routine: self.started.emit(routine))
        if favourites:
            self.menu.addSeparator()
        if has_reminders:
            pause = self._act(self.tr("No reminders today"))
            pause.setCheckable(True)
            pause.setChecked(is_paused)
            pause.triggered.connect(self.paused)
        self._act(self.tr("Quit acutimer")).triggered.connect(lambda _: self.left.emit())

    def tell(self, heading: str, line: str) -> bool:
        """Show words by the icon; whether that can be done."""
        if not (self.is_there and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(heading, line, self._icon.icon())
        return True

    def close(self) -> None:
        """Take the icon away, for good."""
        self._again.stop()
        self._icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _act(self, words: str) -> QAction:
        action = QAction(words, self.menu)
        self.menu.addAction(action)
        return action

    def _on_press(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()
