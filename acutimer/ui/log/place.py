"""The place of the log: this week and today, the sessions, and the one looked at."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord, day_of
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.ui.context import Context
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.detail import MARGIN_PX, SessionDetail
from acutimer.ui.log.days.empty import EmptyLog
from acutimer.ui.log.days.model import SessionRow, SessionsModel, row_of
from acutimer.ui.log.days.overview import Overview
from acutimer.ui.log.days.sessions import SessionList
from acutimer.ui.log.words import span

SIDE_PX, WIDE_SIDE_PX = 276, 340
LIST_PX, WIDE_LIST_PX = 346 + BAR_PX, 420 + BAR_PX
NARROW_BELOW_PX = 1000  # narrower than this, the week stands above the list
WIDE_FROM_PX = 1500
LOW_CHART_PX, HIGHEST_CHART_PX = 140, 340
CHART_SHARE = 0.34  # of the height of the place
LEFT_PX, EDGE_PX = 20, 12
BETWEEN_PX = 10  # the list and the card


class LogPlace(QWidget):
    """All sessions. The window calls `refresh` whenever it shows the place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newest: str | None = None
        self.model = SessionsModel()
        self.list = SessionList(self.model)
        self.detail = SessionDetail(context)
        self.overview = Overview(context.library)
        self.empty = EmptyLog()
        heading = Text(self.tr("Sessions"), "strong")
        heading.setContentsMargins(14, 0, 0, 0)
        self._listed = column(heading, 6, (self.list, 1))
        self._filled = QWidget()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filled)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self.detail.read)
        self.detail.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.model.failed.connect(self._tell_fault)
        self.refresh()

    def refresh(self) -> None:
        """Read the history anew. What was chosen stays so, unless a session came since: then that is shown.

        A fault of the disk is said, and what was shown stays.
        """
        chosen = self.list.currentIndex().row()
        chosen_id = self.model.row(chosen).record.id if chosen >= 0 else None
        self._today = self._day_now()
        try:
            self.overview.look(self._context.history, self._today, self._day_begins_hour)
            self.model.start(self._read, chosen + 1)
        except WorldError as error:
            self._tell_fault(str(error))
            if not self.model.rowCount():
                self.empty.cannot_tell()
                self._pages.setCurrentWidget(self.empty)
            return
        if not self.model.rowCount():
            self._newest = None
            self.empty.welcome()
            self._pages.setCurrentWidget(self.empty)
            return
        newest = self.model.row(0).record.id
        place = self.model.place_of(chosen_id) if chosen_id and newest == self._newest else 0
        self._newest = newest
        self.list.choose(place or 0)
        self._pages.setCurrentWidget(self._filled)

    # -- reading ---------------------------------------------------------------------------------

    @property
    def _day_begins_hour(self) -> int:
        return self._context.preferences.value.day_begins_hour

    def _day_now(self) -> date:
        return day_of(self._context.wall(), self._day_begins_hour)

    def _read(self, skip: int, limit: int) -> Sequence[SessionRow]:
        now, hour = self._context.wall(), self._day_begins_hour
        return [row_of(record, now, hour) for record in self._context.history.sessions(limit=limit, skip=skip)]

    def _show(self, record: SessionRecord) -> None:
        when = span(record, self._context.wall(), self._day_begins_hour)
        self.detail.show_session(record, when, self._plan_of(record))

    def _plan_of(self, record: SessionRecord) -> Plan | None:
        """The plan, where it is needed to tell what was not done."""
        if record.outcome is Outcome.DONE:
            return None
        try:
            return self._context.history.plan_of(record.id)
        except (WorldError, KeyError):  # written by another version, or gone since: what was done can still be told
            return None

    def _tell_fault(self, words: str) -> None:
        self._context.messages.say(words, "caution")

    # -- laying out ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sessions = QHBoxLayout()
        sessions.setSpacing(BETWEEN_PX)
        sessions.addWidget(self._listed)
        sessions.addWidget(self.detail, 1)
        self._whole.setContentsMargins(0, 0, EDGE_PX, EDGE_PX)
        self._whole.addWidget(self.overview)
        self._whole.addLayout(sessions, 1)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._filled)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(LEFT_PX, 29, 0, 0)
        layout.setSpacing(18)
        layout.addWidget(Text(self.tr("Log"), "title"))
        layout.addLayout(self._pages, 1)

    def _arrange(self) -> None:
        is_narrow, is_wide = self.width() < NARROW_BELOW_PX, self.width() >= WIDE_FROM_PX
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(down if is_narrow else across)
        self._whole.setSpacing(16 if is_narrow else 24)
        if is_narrow:  # today stands above the card, and ends with its words
            to_card = BAR_PX + BETWEEN_PX + MARGIN_PX
            week_px = LIST_PX - BAR_PX
            self.overview.spread(week_px=week_px, gap_px=to_card, end_px=MARGIN_PX, chart_px=LOW_CHART_PX)
        else:
            chart_px = max(LOW_CHART_PX, min(HIGHEST_CHART_PX, round(CHART_SHARE * self.height())))
            self.overview.stack(width=WIDE_SIDE_PX if is_wide else SIDE_PX, chart_px=chart_px)
        self._listed.setFixedWidth(WIDE_LIST_PX if is_wide else LIST_PX)

    def minimumSizeHint(self) -> QSize:
        """The list and a narrow card."""
        return QSize(LIST_PX + 360, 400)

    def changeEvent(self, event: QEvent) -> None:
        """A new day may have begun while the window was in the background."""
        super().changeEvent(event)
        is_seen = event.type() == QEvent.Type.ActivationChange and self.isVisible()
        if is_seen and self._day_now() != self._today:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room, two where not."""
        super().resizeEvent(event)
        self._arrange()
