"""The place of the log: its head, and the pages below it, each built when it is first shown."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.core.history import day_of
from acutimer.ui.context import Context
from acutimer.ui.kit.layout import column
from acutimer.ui.log.days.page import DaysPage
from acutimer.ui.log.header import LogHeader

LEFT_PX, TOP_PX, EDGE_PX = 20, 24, 12
BELOW_HEAD_PX = 16
LOW_TOP_PX, LOW_BELOW_HEAD_PX = 12, 10
LOW_BELOW_PX = 460  # lower than this, a session or a form has the room of the head, too
DAYS, BODY, TRENDS, KEEPING, REPORT = range(5)
SCROLLED = (BODY, TRENDS, KEEPING, REPORT)  # their bars lie in the edge of the place, so that all cards end alike


class LogPlace(QWidget):
    """What was done: by day, on the body, over the months; what leaves the log and comes into it; a report.

    `start` carries a Plan to be begun; `changed` says that the log was changed by hand; `wanted`, that the place is to
    be shown, as something in it was asked for from elsewhere. The window calls `refresh` whenever it shows the place.
    """

    start = Signal(object)
    changed = Signal()
    wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._built: dict[int, QWidget] = {}
        self._rooms: dict[int, QWidget] = {}  # what the pages lie in
        self._shown = DAYS
        self._today: date
        self.header = LogHeader()
        self.days = DaysPage(context)
        self.days.start.connect(self.start)
        self.days.changed.connect(partial(self._tell_change, DAYS))
        self.days.wanted.connect(self._come_forward)
        self.days.arranged.connect(self._arrange)
        self._pages = QStackedWidget()
        self._keep(DAYS, self.days)
        self.header.chosen.connect(self.show_page)
        self.header.filter_wanted.connect(self.days.show_filters)
        self.header.add_wanted.connect(self._add)
        self.header.export_wanted.connect(partial(self.show_page, KEEPING))
        for keys, do in (
            ("Ctrl+E", partial(self.show_page, KEEPING)),
            ("Ctrl+F", self._filter),
            ("Ctrl+N", self._add),
        ):
            self._on(keys, do)
        self._head = QWidget()
        QVBoxLayout(self._head).addWidget(self.header)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(LEFT_PX, TOP_PX, 0, EDGE_PX)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._pages, 1)
        self.show_page(DAYS)

    @property
    def is_editing(self) -> bool:
        """Whether a form is open in which something may not be kept yet."""
        days = self._built.get(DAYS)
        return isinstance(days, DaysPage) and days.picked.is_editing

    def show_keeping(self) -> None:
        """Go to export, import and backups."""
        self.show_page(KEEPING)

    def show_page(self, index: int) -> None:
        """Go to a page: DAYS, BODY, TRENDS, KEEPING or REPORT."""
        came_from, self._shown = self._shown, index
        if index not in self._built:
            self._keep(index, self._build(index))
        self._arrange()
        if index <= TRENDS:
            self.header.show_page(index, can_filter=index == DAYS)
        self._pages.setCurrentWidget(self._rooms[index])
        if came_from > TRENDS >= index:  # the keyboard goes back to where one went from
            self.header.export.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def refresh(self) -> None:
        """Read the history anew for the page that is shown. A fault of the disk is said, and what was shown stays."""
        self._today = self._day_now()
        page = self._built[self._shown]
        refresh: Callable[[], None] = page.refresh  # type: ignore[attr-defined]  # every page has it
        refresh()
        self.header.filter.setEnabled(self.days.has_sessions)

    # -- inside ----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """The head, where the page has one, closer to its surroundings in a low window."""
        is_low = self.height() < LOW_BELOW_PX
        is_covered = is_low and self._shown == DAYS and self.days.is_inside
        self._head.setVisible(self._shown <= TRENDS and not is_covered)
        head, whole = self._head.layout(), self.layout()
        assert head is not None
        assert whole is not None
        head.setContentsMargins(0, 0, EDGE_PX, LOW_BELOW_HEAD_PX if is_low else BELOW_HEAD_PX)
        whole.setContentsMargins(LEFT_PX, LOW_TOP_PX if is_low else TOP_PX, 0, EDGE_PX)

    def _build(self, index: int) -> QWidget:
        match index:
            case 1:
                from acutimer.ui.log.body.page import BodyPage

                body = BodyPage(self._context)
                body.start.connect(self.start)
                return body
            case 2:
                from acutimer.ui.log.trends.page import TrendsPage

                return TrendsPage(self._context)
            case 3:
                from acutimer.ui.log.keeping.page import KeepingPage

                keeping = KeepingPage(self._context)
                keeping.changed.connect(self._context.shelf.look_again)  # an import or a backup may bring routines
                keeping.changed.connect(partial(self._tell_change, KEEPING))
                keeping.report_wanted.connect(partial(self.show_page, REPORT))
                keeping.closed.connect(partial(self.show_page, DAYS))
                return keeping
            case _:
                from acutimer.ui.log.report.page import ReportPage

                report = ReportPage(self._context)
                report.closed.connect(partial(self.show_page, KEEPING))
                return report

    def _keep(self, index: int, page: QWidget) -> None:
        self._built[index] = page
        self._rooms[index] = page if index in SCROLLED else column((page, 1), margins=(0, 0, EDGE_PX, 0))
        self._pages.addWidget(self._rooms[index])

    def _tell_change(self, index: int) -> None:
        """A page changed the log; where another one is shown by now (after an Undo), that looks again."""
        if index != self._shown:
            self.refresh()
        self.header.filter.setEnabled(self.days.has_sessions)
        self.changed.emit()

    def _on(self, keys: str, do: Callable[[], None]) -> None:
        """While the place is shown; the keyboard may be in the navigation still."""
        QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _add(self) -> None:
        self.show_page(DAYS)
        self.days.add()

    def _filter(self) -> None:
        if self._shown != DAYS:
            self.show_page(DAYS)
        self.days.show_filters()

    def _come_forward(self) -> None:
        self.show_page(DAYS)
        self.wanted.emit()

    def _day_now(self) -> date:
        return day_of(self._context.wall(), self._context.preferences.value.day_begins_hour)

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The list and a narrow card."""
        return QSize(self.days.minimumSizeHint().width() + LEFT_PX + EDGE_PX, 340)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air where it is low."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one level up: from the report to where it was asked for, from any page to the days."""
        if event.key() == Qt.Key.Key_Escape and self._shown != DAYS:
            self.show_page(KEEPING if self._shown == REPORT else DAYS)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new day may have begun while the window was in the background."""
        super().changeEvent(event)
        is_seen = event.type() == QEvent.Type.ActivationChange and self.isVisible()
        if is_seen and self._day_now() != self._today:
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window closes: whatever a page still has under way is put away."""
        super().closeEvent(event)
        for page in self._built.values():
            page.close()
