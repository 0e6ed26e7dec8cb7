"""Joins the reminders to the window. What costs something is loaded when there is something to remind of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from acutimer.core.errors import AcutimerError, InputError, WorldError
from acutimer.ui.reminding.known import known

if TYPE_CHECKING:
    from acutimer.core.due import Due
    from acutimer.core.settings import Settings
    from acutimer.ui.context import Context
    from acutimer.ui.reminding.heralding import Herald
    from acutimer.ui.reminding.scheduler import Scheduler
    from acutimer.ui.reminding.tray import Tray
    from acutimer.ui.window import MainWindow


class Reminding(QObject):
    """Reminds for as long as the program runs. Close it before the window's parts.

    `is_settled` tells whether the window stands already; one that does not is only made to when it is wanted.
    `in_background`: the program was begun without its window, and is to be seen in the tray, or else minimised.
    """

    def __init__(
        self, context: Context, window: MainWindow, *, is_settled: bool = True, in_background: bool = False
    ) -> None:
        super().__init__()
        self._context, self._window = context, window
        self._is_settled, self._in_background = is_settled, in_background
        self._is_leaving = False
        self._scheduler: Scheduler | None = None
        self._herald: Herald | None = None
        self._tray: Tray | None = None
        self._passing: Tray | None = None  # shown for one occasion, where notices need an icon to come from
        self._when_settled: Callable[[], None] | None = None
        window.settled.connect(self._on_settled)
        window.session_over.connect(self._on_session_over)
        window.came_back.connect(self._look)
        window.installEventFilter(self)
        context.preferences.changed.connect(self._follow)
        self._follow(context.preferences.value)
        self._keep_entry_current()

    def let_go(self) -> None:
        """The window may close now, and the program end: it does not stay in the tray."""
        self._is_leaving = True
        QApplication.setQuitOnLastWindowClosed(True)

    def close(self) -> None:
        """Remind no more."""
        self._context.preferences.changed.disconnect(self._follow)
        self._window.removeEventFilter(self)
        self._close_tray()
        self._end_passing()
        for part in (self._scheduler, self._herald):
            if part is not None:
                part.close()
        self._scheduler = self._herald = None

    # -- what there is -------------------------------------------------------------------------------

    def _follow(self, chosen: Settings) -> None:
        """Other settings: have what they need."""
        if chosen.reminders and chosen.reminders_on and self._scheduler is None:
            self._begin()
        wants_tray = chosen.stay_in_tray or self._in_background
        if wants_tray and self._tray is None:
            self._show_tray()
        elif not wants_tray:
            self._close_tray()
        self._fill_tray()

    def _begin(self) -> None:
        from acutimer.ui.reminding.desktop.quiet import Quiet
        from acutimer.ui.reminding.heralding import Herald
        from acutimer.ui.reminding.scheduler import Scheduler

        self._herald = Herald(self._context, self._is_in_use, self._tell_by_tray, parent=self)
        self._scheduler = Scheduler(self._context, lambda: self._window.is_given_over, Quiet(self), parent=self)
        self._herald.start_wanted.connect(self.start)
        self._herald.look_wanted.connect(self.look_at)
        self._herald.later_wanted.connect(self._scheduler.snooze)
        self._scheduler.due.connect(self._say)
        self._scheduler.changed.connect(self._fill_tray)

    def _made_tray(self) -> Tray:
        from acutimer.ui.navigation import mark_icon
        from acutimer.ui.reminding.tray import Tray

        tray = Tray(mark_icon(), self)
        tray.opened.connect(self.open)
        tray.started.connect(self.start)
        tray.paused.connect(self._pause)
        tray.left.connect(self._leave)
        tray.pressed.connect(self._press)
        return tray

    def _show_tray(self) -> None:
        self._tray = self._made_tray()
        self._tray.missing.connect(self._do_without_tray)
        self._context.shelf.changed.connect(self._fill_tray)
        self._tray.appear()

    def _close_tray(self) -> None:
        if self._tray is not None:
            self._context.shelf.changed.disconnect(self._fill_tray)
            self._tray.close()
            self._tray = None
            QApplication.setQuitOnLastWindowClosed(True)

    def _do_without_tray(self) -> None:
        """No tray came: a program begun in the background is to be found among the windows."""
        if self._in_background and not self._window.isVisible():
            self._window.showMinimized()

    def _fill_tray(self) -> None:
        if self._tray is None:
            return
        try:
            shelf = self._context.shelf
            chosen = shelf.favourites
            favourites = [(name, routine.name) for name, routine in shelf.all().items() if name in chosen]
        except AcutimerError:  # the log is told of where it is shown
            favourites = []
        scheduler = self._scheduler
        self._tray.fill(
            favourites,
            is_paused=scheduler is not None and scheduler.is_paused,
            has_reminders=scheduler is not None and scheduler.next_moment is not None,
        )

    def _keep_entry_current(self) -> None:
        if self._context.preferences.value.start_at_login:
            from acutimer.ui.reminding.autostart import Autostart, can_start_at_login

            if can_start_at_login():
                Autostart().keep_current()

    # -- the window ----------------------------------------------------------------------------------

    def open(self) -> None:
        """Bring the window to the front."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)  # a maximised one stays that
        window.show()
        window.raise_()
        window.activateWindow()

    def start(self, routine: str) -> None:
        """Begin a routine; any practice is chosen in the place of the routines. A session under way goes on."""
        self.lead(lambda: self._begin_routine(routine))

    def look_at(self, routine: str) -> None:
        """Show a routine."""
        self.lead(lambda: self._show_routine(routine))

    def lead(self, do: Callable[[], None]) -> None:
        """Bring the window to the front, and `do` something in it as soon as it stands."""
        if self._herald is not None:
            self._herald.take_back()
        self.open()
        if self._is_settled:
            do()
        else:
            self._when_settled = do

    def _begin_routine(self, routine: str) -> None:
        if self._window.is_given_over:
            return
        try:
            if routine:
                self._window.start_routine(routine)
                return
        except InputError:  # it was deleted since
            pass
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self._window.show_place("routines")

    def _show_routine(self, routine: str) -> None:
        if routine in known(self._context):
            self._window.show_routine(routine)
        elif not self._window.is_given_over:
            self._window.show_place("routines")

    def _on_settled(self) -> None:
        self._is_settled = True
        do, self._when_settled = self._when_settled, None
        if do is not None:
            do()

    def _is_in_use(self) -> bool:
        return self._window.isActiveWindow()

    def _leave(self) -> None:
        self.let_go()
        self._window.close()
        QApplication.quit()

    # -- reminders -----------------------------------------------------------------------------------

    def _say(self, dues: tuple[Due, ...]) -> None:
        if self._herald is not None:
            self._herald.say(dues)

    def _tell_by_tray(self, heading: str, line: str) -> bool:
        if self._tray is not None:
            return self._tray.tell(heading, line)
        self._end_passing()
        self._passing = self._made_tray()
        self._passing.appear()
        if self._passing.tell(heading, line):
            return True
        self._end_passing()
        return False

    def _end_passing(self) -> None:
        if self._passing is not None:
            self._passing.close()
            self._passing = None

    def _press(self) -> None:
        if self._herald is not None:
            self._herald.press()

    def _pause(self, is_paused: bool) -> None:
        if self._scheduler is not None:
            if is_paused:
                self._scheduler.pause_today()
            else:
                self._scheduler.go_on()

    def _look(self) -> None:
        if self._scheduler is not None:
            self._scheduler.look()

    def _on_session_over(self, session_id: str) -> None:
        if self._scheduler is None:
            return
        try:
            session = self._context.history.session(session_id)
        except AcutimerError:
            return
        if session is not None and any(it.done_seconds for it in session.phases if it.kind.is_practice):
            self._scheduler.practised(session.routine)

    # -- Qt ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window goes into the tray in place of closing, unless a session would go on there unseen."""
        if watched is self._window and event.type() == QEvent.Type.WindowActivate:
            self._end_passing()
        if watched is not self._window or event.type() != QEvent.Type.Close:
            return False
        is_kept = self._tray is not None and self._tray.is_there and not self._window.is_given_over
        app = QApplication.instance()
        is_ending = self._is_leaving or (isinstance(app, QApplication) and app.isSavingSession())
        QApplication.setQuitOnLastWindowClosed(not is_kept or is_ending)
        if not is_kept or is_ending:
            return False
        event.ignore()
        self._window.hide()
        return True
