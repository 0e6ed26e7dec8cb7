"""How the days are laid out: the filter and the year above, the week, the sessions and the one looked at below."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.log.days.calendar import YearCalendar
from acutimer.ui.log.days.filters import FilterBar
from acutimer.ui.log.days.listing import Listing
from acutimer.ui.log.days.overview import Overview
from acutimer.ui.log.days.overview_scroll import OverviewScroll
from acutimer.ui.log.days.picked import Picked

SIDE_PX, WIDE_SIDE_PX = 276, 340
LIST_PX, WIDE_LIST_PX = 346 + BAR_PX, 420 + BAR_PX
LEAST_CARD_PX = 340
NARROW_BELOW_PX = 1000  # narrower than this, the week shares its room with the list
WIDE_FROM_PX = 1500
CHART_SHARE = 0.2  # of the height of all of it
ROOM_FOR_BOTH_PX = 620  # for the year and a form below it
GAP_PX, BETWEEN_PX = 24, 10  # between the week and the list, the list and the card
BEHIND_LIST_PX = (14, 10, 16, 0)  # the week's words end there where the words of the rows do


class DaysColumns(QWidget):
    """Three columns where there is room, two where not: there the week shares its room with the list."""

    def __init__(  # noqa: PLR0917  from above downwards, and from left to right
        self,
        filters: FilterBar,
        calendar: YearCalendar,
        overview: Overview,
        listing: Listing,
        picked: Picked,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filters, self._calendar, self._overview = filters, calendar, overview
        self._listing, self._picked = listing, picked
        self._week = OverviewScroll(overview)
        self._is_narrow = False
        self._gap = QWidget()
        self._gap.setFixedWidth(GAP_PX - BAR_PX)
        self._below = QHBoxLayout()
        self._below.setSpacing(0)
        self._below.addWidget(self._week)
        self._below.addWidget(self._gap)
        self._below.addWidget(listing)
        self._below.addSpacing(BETWEEN_PX)
        self._below.addWidget(picked, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(filters)
        inside.addWidget(calendar)
        inside.addLayout(self._below, 1)
        picked.currentChanged.connect(lambda _: self.arrange())

    def arrange(self) -> None:
        """Where the window is low, a form, or what the filter found, has the room of the year."""
        is_list_wanted = self._filters.isVisibleTo(self) and self._listing.model.rowCount() > 0
        is_crowded = self._picked.is_editing or is_list_wanted
        self._calendar.setVisible(not is_crowded or self.height() >= ROOM_FOR_BOTH_PX)

    def minimumSizeHint(self) -> QSize:
        """The list and a narrow card."""
        return QSize(LIST_PX + LEAST_CARD_PX, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the week behind the list, or beside it."""
        super().resizeEvent(event)
        self.arrange()
        is_narrow, is_wide = self.width() < NARROW_BELOW_PX, self.width() >= WIDE_FROM_PX
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._gap.setVisible(not is_narrow)
            if is_narrow:
                self._below.removeWidget(self._week)
                self._listing.take_week(self._week)
            else:
                self._listing.give_week(self._week)
                self._below.insertWidget(0, self._week)
                self._week.show()
            self._overview.setContentsMargins(*(BEHIND_LIST_PX if is_narrow else (0, 0, 0, 0)))
        side_px = WIDE_SIDE_PX if is_wide else SIDE_PX
        self._week.setFixedWidth(LIST_PX if is_narrow else side_px + BAR_PX)
        self._overview.set_most_chart_px(round(CHART_SHARE * self.height()))
        self._listing.setFixedWidth(WIDE_LIST_PX if is_wide else LIST_PX)
