"""The window: places beside the navigation, a session and what comes after it over the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.ui.first_paint import FirstPaint
from acutimer.ui.kit.focus import handed_on
from acutimer.ui.navigation import Navigation, mark_icon
from acutimer.ui.window_shape import shape_of, take_shape

# the first frame shows the navigation alone: what only a place needs is imported after it
if TYPE_CHECKING:
    from acutimer.core.planning import Plan
    from acutimer.core.routines import Routine
    from acutimer.core.session import Session
    from acutimer.store.recording import Recorder
    from acutimer.ui.after.page import AfterPage
    from acutimer.ui.context import Context
    from acutimer.ui.floating import Floating
    from acutimer.ui.joining import Joined
    from acutimer.ui.messages import MessageBar, Messages
    from acutimer.ui.resuming import Resuming
    from acutimer.ui.rooms import Rooms
    from acutimer.ui.session.page import SessionPage

LEAST = (960, 640)
NARROW_BELOW_PX = 1100
HOME = "explore"


class MainWindow(QWidget):
    """Shows its frame at once and the last place after it. `context` may be what builds it, called then.

    `rooms` tells how each screen is built; without it they are the product's own.
    """

    settled = Signal()
    """The first place stands; today's figures and the offer to resume are there."""
    came_back = Signal()
    """A session, and what came after it, gave the window back to the place it was begun from."""

    def __init__(self, context: Context | Callable[[], Context], rooms: Rooms | None = None) -> None:
        super().__init__()
        self._given_context, self._given_rooms = context, rooms
        self._joined: dict[str, Joined] = {}
        self._session: SessionPage | None = None
        self._after: AfterPage | None = None
        self._floating: Floating | None = None
        self._place = HOME
        self._is_given_over = False  # to a session, or to what comes after it
        self.setWindowTitle("acutimer")
        self.setMinimumSize(*LEAST)
        self.navigation = Navigation()
        self._stack = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.navigation)
        self._room = QVBoxLayout()
        self._room.addWidget(self._stack)
        layout.addLayout(self._room, 1)
        self.navigation.chosen.connect(self.show_place)
        for number, name in enumerate(self.navigation.buttons, 1):
            self._on(f"Ctrl+{number}", partial(self.show_place, name))
        self._on("Ctrl+,", partial(self.show_place, "settings"))
        for keys in ("Ctrl+K", "/"):
            self._on(keys, self._search)
        self._on("F11", self._switch_full_screen)
        self.take_shape(() if callable(context) else context.preferences.value.window)
        FirstPaint(self).painted.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def take_shape(self, shape: Sequence[int]) -> None:
        """As it was left: (x, y, width, height), or nothing. It keeps to the screens there are."""
        take_shape(self, shape)

    # -- what it is given ------------------------------------------------------------------------

    @cached_property
    def _context(self) -> Context:
        return self._given_context() if callable(self._given_context) else self._given_context

    @cached_property
    def _rooms(self) -> Rooms:
        from acutimer.ui.rooms import Rooms

        return self._given_rooms or Rooms()

    @property
    def messages(self) -> Messages:
        """What the bar listens to."""
        return self._context.messages

    @cached_property
    def bar(self) -> MessageBar:
        """Where messages are read."""
        from acutimer.ui.messages import MessageBar

        return MessageBar(self.messages)

    @cached_property
    def resuming(self) -> Resuming:
        """Where a session that was cut off is asked about."""
        from acutimer.ui.resuming import Resuming

        resuming = Resuming(self._context, self)
        resuming.taken_up.connect(self._take_up)
        resuming.settled.connect(self.look_again)
        return resuming

    # -- places ----------------------------------------------------------------------------------

    def show_place(self, name: str) -> None:
        """Go to "explore", "routines", "log" or "settings"; a session under way is not left for it."""
        if self._is_given_over:
            return
        self._place = name
        self.navigation.show_place(name)
        if name in self._joined:
            self._joined[name].refresh()
        else:
            self._joined[name] = self._join(name)
            self._stack.addWidget(self._joined[name].place)
        self._stack.setCurrentWidget(self._joined[name].place)
        self.show_today()

    def show_routine(self, routine: str) -> None:
        """Show the routine with this id in its place, where it can be read before it is begun."""
        if not self._is_given_over:
            self.show_place("routines")
            self._joined["routines"].look_at_routine(routine)

    def _search(self) -> None:
        """Whatever place is shown: what there is to find is in Explore. A session under way is not left for it."""
        if not self._is_given_over and self._floating is not None:
            self.show_place(HOME)
            self._joined[HOME].start_search()

    def _join(self, name: str) -> Joined:
        from acutimer.ui.joining import join

        return join(name, self._rooms, self._context, self)

    # -- a session -------------------------------------------------------------------------------

    def start(self, plan: Plan) -> None:
        """Begin a session."""
        page = self._session_page()
        self._give_over(page)
        page.begin(plan)

    def start_routine(self, routine: str) -> None:
        """Begin the routine with this id as the settings have it.

        Raises:
            InputError: there is no such routine.
        """
        self._start_as_set(self._context.library.routine(routine))

    def press_now(self, code: str, seconds: int) -> None:
        """Begin pressing one point, this long on each side.

        Raises:
            InputError: there is no such point.
        """
        from acutimer.core.press_now import press_now

        self._start_as_set(press_now(self._context.library.point(code), seconds))

    def _start_as_set(self, routine: Routine) -> None:
        from acutimer.core.fitting import plan

        self.start(plan(routine, self._context.preferences.value.choices_for(routine.id)))

    def _take_up(self, recorder: Recorder, session: Session) -> None:
        page = self._session_page()
        self._give_over(page)
        page.take_up(recorder, session)

    def _session_page(self) -> SessionPage:
        if self._session is None:
            self._session = self._rooms.session(self._context)
            self._session.over.connect(self._show_after)
            self._stack.addWidget(self._session)
        return self._session

    def _show_after(self, session_id: str) -> None:
        if self._after is None:
            self._after = self._rooms.after(self._context)
            self._after.closed.connect(self._come_back)
            self._stack.addWidget(self._after)
        self._give_over(self._after)
        self._after.show_session(session_id)

    def _give_over(self, page: QWidget) -> None:
        """The whole window for `page`."""
        self._set_given_over(True)
        self.resuming.offer.hide()
        self.navigation.hide()
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_given_over(self, is_given_over: bool) -> None:
        self._is_given_over = is_given_over
        if self._floating is not None:
            self._floating.is_over_all = is_given_over
            self._floating.place()

    def _come_back(self) -> None:
        self._set_given_over(False)
        self.navigation.show()
        self.show_place(self._place)
        self.resuming.offer_again()
        self.came_back.emit()

    def look_again(self) -> None:
        """Something was settled or made in the background: the place shown may tell it."""
        if not self._is_given_over:
            self.show_place(self._place)

    # -- inside ----------------------------------------------------------------------------------

    def _on(self, keys: str, do: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _settle(self) -> None:
        from acutimer.ui.floating import Floating

        self._floating = Floating(self, self._stack, self._room, self.resuming.offer, self.bar)
        last = self._context.preferences.value.last_place
        self.show_place(last if last in self.navigation.buttons else HOME)
        self.resuming.offer_again()
        self.setWindowIcon(mark_icon())
        self.settled.emit()

    def show_today(self) -> None:
        """Count today anew, at the foot of the navigation."""
        from acutimer.ui.today import show_today

        show_today(self.navigation, self._context)

    def _switch_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- Qt --------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab comes here; so does Qt when what has the focus is hidden, and then no ring is to be shown."""
        losing = QApplication.focusWidget()
        if losing is None or losing.isVisible():
            return super().focusNextPrevChild(forward)
        with handed_on(self):
            return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing inside took it: the message, the full screen, the place."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.bar.message is not None:
            self.bar.dismiss()
        elif self.isFullScreen():
            self._switch_full_screen()
        else:
            self.show_place(HOME)

    def changeEvent(self, event: QEvent) -> None:
        """A new day may have begun while the window was in the background."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._joined:
            self.show_today()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The navigation is narrow in a narrow window."""
        self.navigation.set_narrow(self.width() < NARROW_BELOW_PX)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is to be remembered, and let the screens put their things away."""
        super().closeEvent(event)
        if self._floating is None:  # closed before its first frame
            return
        self.bar.dismiss_all()
        for page in (*(joined.place for joined in self._joined.values()), self._session, self._after):
            if page is not None:
                page.close()
        self._context.preferences.update(window=shape_of(self), last_place=self._place)
