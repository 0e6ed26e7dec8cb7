"""The days of the log: the year above; below it the week, the sessions, and the one looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import day_of
from acutimer.ui.context import Context
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.log.days.calendar import YearCalendar
from acutimer.ui.log.days.empty import EmptyLog
from acutimer.ui.log.days.filters import FilterBar
from acutimer.ui.log.days.listing import Listing
from acutimer.ui.log.days.model import SessionRow, row_of
from acutimer.ui.log.days.overview import Overview
from acutimer.ui.log.days.picked import Picked

SIDE_PX, WIDE_SIDE_PX = 276, 340
LIST_PX, WIDE_LIST_PX = 346 + BAR_PX, 420 + BAR_PX
NARROW_BELOW_PX = 1000  # narrower than this, the week shares its room with the list
WIDE_FROM_PX = 1500
LOW_CHART_PX, HIGHEST_CHART_PX = 120, 300
CHART_SHARE = 0.2  # of the height of the page
ROOM_FOR_BOTH_PX = 620  # for the year and a form below it
GAP_PX, BETWEEN_PX = 24, 10  # between the week and the list, the list and the card


class DaysPage(QWidget):
    """All sessions. `start` carries a Plan to be begun; `changed` says that something in the log was."""

    start = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newest: str | None = None
        self._is_narrow = False
        self._year, self._first_day = self._today.year, self._today
        self.calendar = YearCalendar()
        self.filters = FilterBar(context.library)
        self.overview = Overview(context.library)
        self.listing = Listing()
        self.picked = Picked(context)
        self.empty = EmptyLog()
        self.filters.hide()
        self._lay_out()
        self.calendar.walked.connect(self._look_at_week)
        self.calendar.opened.connect(self._open_day)
        self.calendar.year_wanted.connect(self._show_year)
        self.filters.changed.connect(lambda _: self._find())
        self.listing.cleared.connect(self._clear)
        self.listing.list.chosen.connect(self._show)
        self.listing.list.opened.connect(self.picked.detail.read)
        self.listing.list.deleted.connect(self.picked.delete)
        self.listing.model.failed.connect(self._tell_fault)
        self.picked.detail.left.connect(lambda: self.listing.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.picked.start.connect(self.start)
        self.picked.changed.connect(self._look_again)
        self.picked.closed.connect(self._leave_form)
        self.picked.currentChanged.connect(lambda _: self._arrange())

    # -- what it is asked ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the history anew. What was chosen stays so, unless a session came since: then that is shown.

        A fault of the disk is said, and what was shown stays.
        """
        record = self.picked.record
        try:
            newest = next(iter(self._context.history.sessions(limit=1)), None)
            is_new = newest is not None and newest.id != self._newest
            self._newest = None if newest is None else newest.id
            self._read("" if is_new or record is None else record.id)
        except WorldError as error:
            self._newest = None
            self._tell_fault(str(error))
            if not self.listing.model.rowCount() and not self.picked.is_editing:
                self.empty.cannot_tell()
                self._pages.setCurrentWidget(self.empty)

    def show_filters(self) -> None:
        """Open the filters, or put them away and let everything through."""
        if self.filters.isVisible():
            self.filters.hide()
            self._arrange()
            self._clear()
        else:
            self.filters.show()
            self._arrange()
            self.filters.focus_words()

    def add(self) -> None:
        """Open the form for a session that was not timed, on the day chosen in the calendar."""
        self._pages.setCurrentWidget(self._filled)
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
        self._pages.setCurrentWidget(self._filled)

    def _list(self, session_id: str = "") -> None:
        """List what the filter lets through, and choose a session, or the newest. Raises WorldError."""
        finder, now, hour = self._context.history.finder, self._context.wall(), self._hour

        def read(first: int, limit: int) -> Sequence[SessionRow]:
            return [row_of(session, now, hour) for session in finder.page(first, limit)]

        count = finder.find(self._wanted)
        place = finder.place_of(session_id) if session_id else 0
        self.listing.show_found(count, read, self.filters.summary if not self._wanted.is_empty else "")
        if count:
            self.listing.list.choose(place or 0)
        else:
            self.picked.show_session(None)
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
        try:
            self._read(session_id)
        except WorldError as error:
            self._tell_fault(str(error))
        self.changed.emit()

    def _leave_form(self) -> None:
        """The form is gone: the keyboard goes back to the list, or, where there is nothing, its welcome comes back."""
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
            self.listing.list.choose(place)
            self.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif day <= self._today and self._wanted.is_empty:
            words = self.tr("Nothing is kept of this day.")
            self._context.messages.say(words, action=self.tr("Add a session"), do=lambda: self.picked.add(day))

    def _tell_fault(self, words: str) -> None:
        self._context.messages.say(words, "caution")

    # -- laying out ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._below = QHBoxLayout()
        self._below.setSpacing(0)
        self._gap = QWidget()
        self._gap.setFixedWidth(GAP_PX)
        self._below.addWidget(self.overview)
        self._below.addWidget(self._gap)
        self._below.addWidget(self.listing)
        self._below.addSpacing(BETWEEN_PX)
        self._below.addWidget(self.picked, 1)
        self._filled = QWidget()
        inside = QVBoxLayout(self._filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self.filters)
        inside.addWidget(self.calendar)
        inside.addLayout(self._below, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._filled)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _arrange(self) -> None:
        """Where the window is low, a form or the filters have the room of the year."""
        is_crowded = self.picked.is_editing or self.filters.isVisibleTo(self)
        self.calendar.setVisible(not is_crowded or self.height() >= ROOM_FOR_BOTH_PX)

    def minimumSizeHint(self) -> QSize:
        """The list and a narrow card."""
        return QSize(LIST_PX + 340, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room, two where not: there the week shares its room with the list."""
        super().resizeEvent(event)
        self._arrange()
        is_narrow, is_wide = self.width() < NARROW_BELOW_PX, self.width() >= WIDE_FROM_PX
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._gap.setVisible(not is_narrow)
            if is_narrow:
                self._below.removeWidget(self.overview)
                self.listing.take_week(self.overview)
            else:
                self.listing.give_week(self.overview)
                self._below.insertWidget(0, self.overview)
                self.overview.show()
        side_px = WIDE_SIDE_PX if is_wide else SIDE_PX
        self.overview.setFixedWidth(LIST_PX - BAR_PX if is_narrow else side_px)
        self.overview.set_chart_px(max(LOW_CHART_PX, min(HIGHEST_CHART_PX, round(CHART_SHARE * self.height()))))
        self.listing.setFixedWidth(WIDE_LIST_PX if is_wide else LIST_PX)
