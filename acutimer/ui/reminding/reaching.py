"""How reminders reach one while the window is away: the choices, and what this desktop can do."""

from collections.abc import Callable

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from acutimer.core.errors import WorldError
from acutimer.ui.context import Context
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import Item, column
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.reminding.autostart import Autostart, can_start_at_login

PADDING_PX = 24


class ReachingCard(Card):
    """Start at login, and stay in the tray. What cannot be done here is said and not offered."""

    def __init__(
        self,
        context: Context,
        autostart: Autostart | None = None,
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", 24, parent)
        self._context, self._has_tray = context, has_tray
        self._autostart = autostart or Autostart()
        self.tray = Toggle(self.tr("Stay in the tray when closed"))
        self.tray.clicked.connect(lambda on: context.preferences.update(stay_in_tray=on))
        self.login = Toggle(self.tr("Start in the background at login"))
        self.login.clicked.connect(self._start_at_login)
        self.about = Text("", "body", "ink2", wrap=True)
        lines: list[Item] = [Text(self.tr("When the window is closed"), "head"), 6, self.about, 10, self.tray]
        if can_start_at_login():
            lines.append(self.login)
        else:
            lines += [8, Text(self.tr("The README says how acutimer opens at login here."), "small", "ink3", wrap=True)]
        column(*lines, margins=PADDING_PX, parent=self)
        self.refresh()

    def refresh(self) -> None:
        """Show how things are now: the desktop's own tools may have changed the entry, and a tray may have come."""
        has_tray, settings = self._has_tray(), self._context.preferences.value
        self.about.setText(
            self.tr("Reminders come while acutimer runs: in its window, or as an icon in the tray.")
            if has_tray
            else self.tr("Reminders come while the window is open; it may be minimised. This desktop has no tray.")
        )
        self.about.updateGeometry()
        self.tray.setVisible(has_tray or settings.stay_in_tray)
        self.tray.setChecked(settings.stay_in_tray)
        self.login.setChecked(self._autostart.is_on)

    def _start_at_login(self, on: bool) -> None:
        try:
            self._autostart.set_on(on)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
        self._context.preferences.update(start_at_login=self._autostart.is_on)
        self.login.setChecked(self._autostart.is_on)
