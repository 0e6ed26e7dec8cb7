"""Says a reminder where it is seen: in the window in use, else over the desktop, else when the window is back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from acutimer.core.due import Due
from acutimer.ui.context import Context
from acutimer.ui.reminding.known import known
from acutimer.ui.reminding.words import in_a_line, invitation, title

if TYPE_CHECKING:
    from acutimer.ui.reminding.desktop.notices import Notices

START, LATER = "start", "later"
SHOWN_SECONDS = 60.0  # a look away must not miss it
KEPT_SECONDS = 30 * 60.0


class Herald(QObject):
    """One occasion at a time: a new one takes the place of the last.

    `is_in_use` tells whether the window has the keyboard; `tray` shows a heading and a line by the tray's icon, and
    says whether it could.
    """

    start_wanted = Signal(str)
    """The id of the routine asked for; "" for any practice."""
    look_wanted = Signal(str)
    """The same, to be seen before it is begun."""
    later_wanted = Signal(object)
    """The occasion, several Due: it is to come again in ten minutes."""

    def __init__(
        self,
        context: Context,
        is_in_use: Callable[[], bool],
        tray: Callable[[str, str], bool],
        notices: "Notices | None" = None,
        parent: QObject | None = None,
    ) -> None:
        """`notices` is for tests; without it, those of this desktop are found when they are first needed."""
        super().__init__(parent)
        self._context, self._is_in_use, self._tray = context, is_in_use, tray
        self._notices = notices
        self._dues: Sequence[Due] = ()
        if notices is not None:
            notices.acted.connect(self._on_act)

    def say(self, dues: Sequence[Due]) -> None:
        """Say what is due."""
        self._dues = tuple(dues)
        if self._is_in_use():
            self._say_in_window(SHOWN_SECONDS)
        else:
            self._show()

    def take_back(self) -> None:
        """What was asked for is being done."""
        self._dues = ()
        if self._notices is not None:
            self._notices.take_back()

    def close(self) -> None:
        """Take away what is shown."""
        if self._notices is not None:
            self._notices.close()

    def press(self) -> None:
        """The tray's own balloon was pressed."""
        if self._dues:
            self.look_wanted.emit(self._routine())

    def _show(self) -> None:
        from acutimer.ui.reminding.desktop.notices import OPEN, Notice, Notices

        if self._notices is None:
            self._notices = Notices(self)
            self._notices.acted.connect(self._on_act)
        actions = ((OPEN, self.tr("Open")), (START, self.tr("Start")), (LATER, self.tr("In 10 minutes")))
        notice = Notice(title(self._dues, known(self._context)), invitation(self._dues), actions)
        self._notices.show(notice, self._do_without)

    def _do_without(self) -> None:
        """Nobody shows notices here."""
        if not self._dues:
            return
        if not self._tray(title(self._dues, known(self._context)), invitation(self._dues)):
            self._say_in_window(KEPT_SECONDS)
            window = next((it for it in QApplication.topLevelWidgets() if it.isVisible()), None)
            if window is not None:
                QApplication.alert(window)

    def _say_in_window(self, seconds: float) -> None:
        dues, routine = self._dues, self._routine()
        words = in_a_line(dues, known(self._context))

        def start() -> None:
            self.start_wanted.emit(routine)

        self._context.messages.say(words, "info", self.tr("Start"), start, seconds)

    def _on_act(self, action: str) -> None:
        dues, routine = self._dues, self._routine()
        self._dues = ()
        if action == LATER:
            self.later_wanted.emit(dues)
        elif action == START:
            self.start_wanted.emit(routine)
        else:
            self.look_wanted.emit(routine)

    def _routine(self) -> str:
        """The first routine asked for that there is."""
        routines = known(self._context)
        return next((it.reminder.routine for it in self._dues if it.reminder.routine in routines), "")
