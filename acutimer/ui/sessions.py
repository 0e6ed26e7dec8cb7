"""The sessions in the window: begun, followed to their end, and what comes after each; they take the whole window."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from acutimer.core.planning import Plan
    from acutimer.core.routines import Routine
    from acutimer.core.session import Session
    from acutimer.store.recording import Recorder
    from acutimer.ui.after.page import AfterPage
    from acutimer.ui.context import Context
    from acutimer.ui.rooms import Rooms
    from acutimer.ui.session.page import SessionPage


class Sessions(QObject):
    """Every session begun in the window passes here. Its pages are built when they are first needed."""

    took_over = Signal(object)
    """The page that is to have the whole window now."""
    over = Signal(str)
    """A session ended, whichever way: its id. What comes after it is shown next."""
    gave_back = Signal()
    """What came after a session was closed: the window is the places' again."""

    def __init__(self, context: Context, rooms: Rooms, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._context, self._rooms, self._stack = context, rooms, stack

    @cached_property
    def page(self) -> SessionPage:
        """The timer."""
        page = self._rooms.session(self._context)
        page.over.connect(self._show_after)
        self._stack.addWidget(page)
        return page

    @cached_property
    def after(self) -> AfterPage:
        """What a session was."""
        after = self._rooms.after(self._context)
        after.closed.connect(self.gave_back)
        self._stack.addWidget(after)
        return after

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages built so far."""
        return tuple(self.__dict__[name] for name in ("page", "after") if name in self.__dict__)

    def start(self, plan: Plan) -> None:
        """Begin a session of a plan as the safety profile allows it now; where it leaves nothing, say so."""
        from acutimer.core.safety import kept_safe

        safe = kept_safe(plan, self._context.safety)  # it may have been laid out before the profile was changed
        if safe.is_empty:
            self._refuse(safe)
            return
        page = self.page
        self.took_over.emit(page)
        page.begin(safe)

    def start_routine(self, routine: Routine) -> None:
        """Begin a routine as the settings have it."""
        from acutimer.core.fitting import plan

        choices = self._context.preferences.value.choices_for(routine.id)
        self.start(plan(routine, choices, self._context.safety))

    def press_now(self, code: str, seconds: int) -> None:
        """Begin pressing one point, this long on each side.

        Raises:
            InputError: there is no such point.
        """
        from acutimer.core.press_now import press_now

        self.start_routine(press_now(self._context.library.point(code), seconds))

    def take_up(self, recorder: Recorder, session: Session) -> None:
        """Go on with a session that was cut off."""
        page = self.page
        self.took_over.emit(page)
        page.take_up(recorder, session)

    def _show_after(self, session_id: str) -> None:
        self.over.emit(session_id)
        try:
            self.took_over.emit(self.after)
            self.after.show_session(session_id, self.page.player.unkept)
        except BaseException:
            self.gave_back.emit()  # the session is in the log; nobody is left before a page that does not answer
            raise

    def _refuse(self, plan: Plan) -> None:
        because = tuple(dict.fromkeys(condition for change in plan.changes for condition in change.because))
        why = self._context.library.safety_words.because(because)
        words = QCoreApplication.translate(
            "Sessions", "{name} is not for you: {why}. Settings, Safety profile changes that."
        )
        self._context.messages.say(words.format(name=plan.routine.name, why=why), "caution")
