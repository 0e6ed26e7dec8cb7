"""The days of the log: the year above; below it the week, the sessions, and the one looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import day_of
from acutimer.ui.context import Context
from acutimer.ui.kit.layout import column
from acutimer.ui.log.days.calendar import YearCalendar
from acutimer.ui.log.days.columns import DaysColumns
from acutimer.ui.log.days.empty import EmptyLog
from acutimer.ui.log.days.filters import FilterBar
from acutimer.ui.log.days.listing import Listing
from acutimer.ui.log.days.model import SessionRow, row_of
from acutimer.ui.log.days.overview import Overview
from acutimer.ui.log.days.picked import Picked


class DaysPage(QWidget):
    """All sessions. `start` carries a Plan to be begun; `changed` says that something in the log was.

    `wanted`: a form was asked for by a message, wherever that was read. `arranged`: one went into a session, or out.
    """

    start = Signal(object)
    changed = Signal()
    wanted = Signal()
    arranged = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newest: str | None = None
        self._year, self._first_day = self._today.year, self._today
        self.calendar = YearCalendar()
        self.filters = FilterBar(context.library)
        self.overview = Overview(context.library)
        self.listing = Listing()
        self.picked = Picked(context)
        self.empty = EmptyLog()
        self.filters.hide()
        self._columns = DaysColumns(self.filters, self.calendar, self.overview, self.listing, self.picked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._columns)
        self._pages.addWidget(self.empty)
        column((self._pages, 1), parent=self)
        inside = self.layout()
        assert inside is not None
        inside.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.calendar.walked.connect(self._look_at_week)
        self.calendar.opened.connect(self._open_day)
        self.calendar.year_wanted.connect(self._show_year)
        self.filters.changed.connect(lambda _: self._find())
        self.listing.cleared.connect(self._clear)
        self.listing.list.chosen.connect(self._show)
        self.listing.list.opened.connect(self._columns.go_inside)
        self.listing.list.opened.connect(self.picked.detail.read)
        self.listing.list.clicked.connect(lambda _: self._columns.go_inside())
        self._columns.arranged.connect(self.arranged)
        self._columns.left.connect(lambda: self.listing.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.listing.list.deleted.connect(self.picked.delete)
        self.listing.model.failed.connect(self._tell_fault)
        self.picked.detail.left.connect(self._columns.go_out)
        self.picked.start.connect(self.start)
        self.picked.changed.connect(self._look_again)
        self.picked.closed.connect(self._leave_form)
        self.picked.reopened.connect(self.wanted)

    # -- what it is asked ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the history anew. What was chosen stays so, unless a session came since: then that is shown.

        An open form stays open. A fault of the disk is said, and what was shown stays.
        """
        record = self.picked.record
        try:
            newest = next(iter(self._context.history.sessions(limit=1)), None)
            is_new = newest is not None and newest.id != self._newest and not self.picked.is_editing
            self._newest = None if newest is None else newest.id
            shown = newest if is_new else record
            self._read("" if shown is None else shown.id)
        except WorldError as error:
            self._newest = None
            self._tell_fault(str(error))
            if not self.listing.model.rowCount() and not self.picked.is_editing:
                self.empty.cannot_tell()
                self._pages.setCurrentWidget(self.empty)

    @property
    def has_sessions(self) -> bool:
        """Whether there is anything in the log, or may be."""
        return self._pages.currentWidget() is not self.empty

    @property
    def is_inside(self) -> bool:
        """Whether one session, or a form, has all the room there is."""
        return self.has_sessions and self._columns.is_inside

    def show_filters(self) -> None:
        """Open the filters, or put them away and let everything through; there is nothing to filter in an empty log."""
        if not self.has_sessions:
            return
        if self.filters.isVisible():
            self.filters.hide()
            self._clear()
            self._columns.arrange()
            self.listing.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.show()
            self._columns.arrange()
            self.filters.focus_words()

    def add(self) -> None:
        """Open the form for a session that was not timed, on the day chosen in the calendar."""
        self._pages.setCurrentWidget(self._columns)
        self.picked.add(min(self.calendar.chosen, self._today))

    # -- reading ---------------------------------------------------------------------------------

    @property
    def _hour(self) -> int:
        return self._context.preferences.value.day_begins_hour

    @property
    def _today(self) -> date:
        return day_of(self._context.wall(), self._hour)

    @property
    def _wanted(self) -> LogFilter:
        return self.filters.wanted if self.filters.isVisibleTo(self) else ALL

    def _read(self, session_id: str) -> None:
        """Read everything, and choose a session, or the newest. Raises WorldError."""
        totals, today = self._context.history.totals, self._today
        span = totals.span(self._hour)
        self._first_day = today if span is None else min(span[0], today)
        names = totals.routines()
        self.filters.set_routines(names)
        self.listing.list.set_names(names.values())
        self.overview.look(totals, today, self._hour)
        self._fill_year(self._year)
        if span is None and not self.picked.is_editing:
            self.empty.welcome()
            self.overview.look_at_week(totals, today, today, self._hour)
            self.picked.show_session(None)
            self._pages.setCurrentWidget(self.empty)
            return
        self._list(session_id)
        self._pages.setCurrentWidget(self._columns)

    def _list(self, session_id: str = "") -> None:
        """List what the filter lets through, and choose a session; without it, the one that has its place by now.

        Raises WorldError.
        """
        finder, now, hour = self._context.history.finder, self._context.wall(), self._hour

        def read(first: int, limit: int) -> Sequence[SessionRow]:
            return [row_of(session, now, hour) for session in finder.page(first, limit)]

        count = finder.find(self._wanted)
        place = finder.place_of(session_id) if session_id else max(0, self.listing.list.currentIndex().row())
        self.listing.show_found(count, read, self.filters.summary if not self._wanted.is_empty else "")
        self._columns.arrange()
        if count:
            self.listing.list.choose(min(place or 0, count - 1))
        else:
            self.picked.show_session(None)
            if self._year == self._today.year:
                self.calendar.choose(self._today)
            self.overview.look_at_week(self._context.history.totals, self._today, self._today, hour)

    def _clear(self) -> None:
        self.filters.clear()
        self._find()

    def _find(self) -> None:
        """The filter changed: another list, and a year of that alone."""
        try:
            self._fill_year(self._year)
            self._list(self.picked.record.id if self.picked.record else "")
        except WorldError as error:
            self._tell_fault(str(error))

    def _fill_year(self, year: int) -> None:
        """Show a year of what the filter lets through. Raises WorldError."""
        first, last, wanted, today = date(year, 1, 1), date(year, 12, 31), self._wanted, self._today
        days = self._context.history.totals.days(first, last, self._hour, wanted)
        self._year, begun = year, self._first_day
        self.calendar.show_year(year, days, today, begun.year, first_day=begun, is_part=not wanted.is_empty)

    def _look_again(self, session_id: str) -> None:
        """A session was corrected, added, deleted or brought back."""
        if not session_id and self._columns.is_inside:  # the session looked at is no more
            self._columns.go_out()
        try:
            self._read(session_id)
            if session_id and self._context.history.finder.place_of(session_id) is None:
                self._context.messages.say(self.tr("It is kept. What you filter for leaves it out of the list."))
        except WorldError as error:
            self._tell_fault(str(error))
        self.changed.emit()

    def _leave_form(self) -> None:
        """The form is gone: the keyboard goes back to the list, or, where there is nothing, its welcome comes back."""
        self._columns.go_out()
        if self.listing.model.rowCount():
            self.listing.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.refresh()

    # -- looking at one --------------------------------------------------------------------------

    def _show(self, row: SessionRow) -> None:
        """A session was chosen in the list: tell it, and stand on its day."""
        try:
            record = self._context.history.session(row.record.id)
            if record is None:  # another window of the program deleted it
                self._list()
                return
            self.picked.show_session(record)
            day = day_of(record.started_at, self._hour)
            if day.year != self._year:
                self._show_year(day.year, day)
            else:
                self.calendar.choose(day)
            self._look_at_week(day)
        except WorldError as error:
            self._tell_fault(str(error))

    def _look_at_week(self, day: date) -> None:
        try:
            self.overview.look_at_week(self._context.history.totals, day, self._today, self._hour)
        except WorldError as error:
            self._tell_fault(str(error))

    def _show_year(self, year: int, day: date) -> None:
        try:
            self._fill_year(year)
        except WorldError as error:
            self._tell_fault(str(error))
            return
        self.calendar.choose(day)
        self._look_at_week(day)

    def _open_day(self, day: date) -> None:
        """Go to the newest session of a day; on a day of rest, say so and offer to add one."""
        try:
            place = self._context.history.finder.place_at(day, self._hour)
        except WorldError as error:
            self._tell_fault(str(error))
            return
        row = None if place is None else self.listing.row(place)
        if place is not None and row is not None and day_of(row.record.started_at, self._hour) == day:
            self.listing.show_list()
            self.listing.list.choose(place)
            self.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif day <= self._today and self._wanted.is_empty:
            words = self.tr("Nothing is kept of this day.")
            self._context.messages.say(words, action=self.tr("Add a session"), do=lambda: self._add_on(day))

    def _add_on(self, day: date) -> None:
        self.wanted.emit()
        self._pages.setCurrentWidget(self._columns)
        self.picked.add(day)

    def _tell_fault(self, words: str) -> None:
        self._context.messages.say(words, "caution")

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one level up: from the session to the list, or it puts the filter away."""
        if event.key() == Qt.Key.Key_Escape and self._columns.is_inside:
            self._columns.go_out()
        elif event.key() == Qt.Key.Key_Escape and self.filters.isVisible():
            self.show_filters()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The list and a narrow card."""
        return self._columns.minimumSizeHint()
