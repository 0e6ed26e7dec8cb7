"""The window: places beside the navigation, a session and what comes after it over the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.mishaps.going_on import going_on
from acutimer.ui.first_paint import FirstPaint
from acutimer.ui.kit.focus import handed_on
from acutimer.ui.navigation import Navigation, mark_icon
from acutimer.ui.window_keys import bind_keys
from acutimer.ui.window_shape import shape_of, take_shape

# the first frame shows the navigation alone: what only a place needs is imported after it
if TYPE_CHECKING:
    from acutimer.core.planning import Plan
    from acutimer.ui.context import Context
    from acutimer.ui.floating import Floating
    from acutimer.ui.joining import Joined
    from acutimer.ui.messages import MessageBar, Messages
    from acutimer.ui.resuming import Resuming
    from acutimer.ui.rooms import Rooms
    from acutimer.ui.sessions import Sessions

LEAST = (600, 340)
NARROW_BELOW_PX = 1100
HOME = "explore"


class MainWindow(QWidget):
    """Shows its frame at once and the last place after it. `context` may be what builds it, called then.

    `rooms` tells how each screen is built; without it they are the product's own.
    """

    settled = Signal()
    """The first place stands; today's figures and the offer to resume are there."""
    session_over = Signal(str)
    """A session ended, whichever way: its id."""
    came_back = Signal()
    """A session, and what came after it, gave the window back to the place it was begun from."""

    def __init__(self, context: Context | Callable[[], Context], rooms: Rooms | None = None) -> None:
        super().__init__()
        self._given_context, self._given_rooms = context, rooms
        self._joined: dict[str, Joined] = {}
        self._floating: Floating | None = None
        self._first_page: QWidget | None = None
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
        bind_keys(self)
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
        resuming.taken_up.connect(self.sessions.take_up)
        resuming.settled.connect(self.look_again)
        return resuming

    # -- places ----------------------------------------------------------------------------------

    def show_place(self, name: str) -> None:
        """Go to "explore", "routines", "log" or "settings"; a session under way is not left for it."""
        if self._is_given_over:
            return
        with going_on():
            self._make_ready(name)
        if name in self._joined:
            self._place = name
            self._stack.setCurrentWidget(self._joined[name].place)
        self.navigation.show_place(self._place)
        with going_on():
            self.show_today()

    def show_routine(self, routine: str) -> None:
        """Show the routine with this id in its place, where it can be read before it is begun."""
        self.lead_to("routines", lambda place: place.show_routine(routine))

    def lead_to(self, name: str, ask: Callable[[Any], None]) -> None:
        """Go to a place and ask something of it; a session under way is not left for it."""
        self.show_place(name)
        if not self._is_given_over and name in self._joined:
            ask(self._joined[name].place)

    def show_keys(self) -> None:
        """Show every key over whatever is shown, or close that again."""
        from acutimer.ui.keys.sheet import show_keys

        show_keys(self)

    def search(self) -> None:
        """Whatever place is shown: what there is to find is in Explore. A session under way is not left for it."""
        if not self._is_given_over and self._floating is not None:
            self.lead_to(HOME, lambda place: place.start_search())

    def _make_ready(self, name: str) -> None:
        """Build a place, or bring it up to date; one that cannot be built is tried again when it is wanted again."""
        from acutimer.ui.joining import join

        if name in self._joined:
            self._joined[name].refresh()
        else:
            joined = join(name, self._rooms, self._context, self)
            self._stack.addWidget(joined.place)
            self._joined[name] = joined

    # -- sessions --------------------------------------------------------------------------------

    @cached_property
    def sessions(self) -> Sessions:
        """Where sessions are begun; one under way has the whole window."""
        from acutimer.ui.sessions import Sessions

        sessions = Sessions(self._context, self._rooms, self._stack)
        sessions.took_over.connect(self._give_over)
        sessions.gave_back.connect(self._come_back)
        sessions.over.connect(self.session_over)
        return sessions

    @property
    def is_given_over(self) -> bool:
        """Whether a session has the window, or what comes after one."""
        return self._is_given_over

    @property
    def is_free(self) -> bool:
        """Whether the window may close and open again without anything begun being lost."""
        is_ours = not self._is_given_over or self._stack.currentWidget() is self._first_page
        return is_ours and not any(joined.is_editing() for joined in self._joined.values())

    def start(self, plan: Plan) -> None:
        """Begin a session."""
        self.sessions.start(plan)

    def start_routine(self, routine: str) -> None:
        """Begin the routine with this id as the settings have it.

        Raises:
            InputError: there is no such routine.
        """
        self.sessions.start_routine(self._context.shelf.routine(routine))

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

    def _settle(self) -> None:
        from acutimer.ui.dropping import FileDrops
        from acutimer.ui.floating import Floating

        self._floating = Floating(self, self._stack, self._room, self.resuming.offer, self.bar)
        last = self._context.preferences.value.last_place
        for name in dict.fromkeys((last if last in self.navigation.buttons else HOME, *self.navigation.buttons)):
            if not self._joined:  # none before it could be built
                self.show_place(name)
        with going_on():
            if self._context.preferences.value.welcomed:
                self.resuming.offer_again()
            else:
                self._welcome()
        self.setWindowIcon(mark_icon())
        drops = FileDrops(self, lambda: not self._is_given_over)
        drops.dropped.connect(lambda files: self.lead_to("routines", lambda place: place.import_files(files)))
        self.settled.emit()

    def _welcome(self) -> None:
        """The page of the first start, over the whole window; it is shown once."""
        page = self._rooms.welcome(self._context)
        page.done.connect(self._come_back)
        self._stack.addWidget(page)
        self._give_over(page)
        self._first_page = page

    def show_today(self) -> None:
        """Count today anew, at the foot of the navigation."""
        from acutimer.ui.today import show_today

        show_today(self.navigation, self._context)

    def switch_full_screen(self) -> None:
        """Fill the screen, or no longer."""
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
            self.switch_full_screen()
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
        for page in (*self.sessions.pages, *(joined.place for joined in self._joined.values())):
            with going_on():
                page.close()
        self._context.preferences.update(window=shape_of(self), last_place=self._place)
