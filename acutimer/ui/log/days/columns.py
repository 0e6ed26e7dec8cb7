"""How the days are laid out: the filter and the year above, the week, the sessions and the one looked at below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
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
BELOW_PX = 16  # between what lies above the list, and the list
BEHIND_LIST_PX = (14, 10, 16, 0)  # the week's words end there where the words of the rows do
LOW_BELOW_PX = 380  # lower than this there is no room for the filter, a switch and a list
ANY_PX = 16777215  # as high as Qt lets it be


class DaysColumns(QWidget):
    """Three columns where there is room, two where not: there the week shares its room with the list.

    Where there is room for one alone, that is the list, or the session one went into; `left` says that one came back
    out. The year stands behind the list then, unless the window is high. `arranged` follows each change of what is
    shown.
    """

    left = Signal()
    arranged = Signal()

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
        self._is_narrow = self._is_single = self._went_inside = False
        self.back = Button(self.tr("All sessions"), "ghost", "left", height=44)
        self.back.clicked.connect(self.go_out)
        self._back_line = row(self.back, None, margins=(0, 0, 0, 8))
        self._right = column(self._back_line, (picked, 1))
        year = column(None)
        self._behind_list = year.layout()
        self._year = GutterScroll(BAR_PX, year)
        self._gap = QWidget()
        self._gap.setFixedWidth(GAP_PX - BAR_PX)
        self._below = QHBoxLayout()
        self._below.setSpacing(0)
        self._below.addWidget(self._week)
        self._below.addWidget(self._gap)
        self._below.addWidget(listing)
        self._below.addWidget(self._right, 1)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(BELOW_PX)
        self._inside.addWidget(filters)
        self._inside.addWidget(calendar)
        self._inside.addLayout(self._below, 1)
        picked.currentChanged.connect(lambda _: self.arrange())

    @property
    def is_inside(self) -> bool:
        """Whether one session has the room of the list."""
        is_there = self._went_inside and self._listing.model.rowCount() > 0
        return self._is_single and (is_there or self._picked.is_editing)

    def go_inside(self) -> None:
        """Look at the session alone, the keyboard on the way back, where it has no room beside the list."""
        self._went_inside = self._is_single
        self.arrange()
        if self.is_inside and not self._picked.is_editing:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_out(self) -> None:
        """Back to the list."""
        self._went_inside = False
        self.arrange()
        self.left.emit()

    def arrange(self) -> None:
        """Where the window is low, a form, or what the filter found, has the room of the year."""
        is_list_wanted = self._filters.isVisibleTo(self) and self._listing.model.rowCount() > 0
        is_crowded = self._picked.is_editing or is_list_wanted
        is_high = self.height() >= ROOM_FOR_BOTH_PX
        self._put_year_behind(is_behind=self._is_single and not is_high)
        self._calendar.setVisible(self._is_year_behind or is_high or not (is_crowded or self._is_single))
        self._listing.setVisible(not self.is_inside)
        self._right.setVisible(self.is_inside or not self._is_single)
        self._back_line.setVisible(self.is_inside and not self._picked.is_editing)
        self._filters.setMaximumHeight(0 if self.is_inside else ANY_PX)
        is_low = self._is_single and self.height() < LOW_BELOW_PX
        self._listing.set_alone(is_low and self._filters.isVisibleTo(self))
        self._inside.setSpacing(BELOW_PX // 2 if is_low else BELOW_PX)
        self._right.setContentsMargins(0 if self._is_single else BETWEEN_PX, 0, 0, 0)
        self.arranged.emit()

    @property
    def _is_year_behind(self) -> bool:
        return self._inside.indexOf(self._calendar) < 0

    def _put_year_behind(self, *, is_behind: bool) -> None:
        if is_behind == self._is_year_behind:
            return
        if is_behind:
            self._inside.removeWidget(self._calendar)
            assert isinstance(self._behind_list, QVBoxLayout)
            self._behind_list.insertWidget(0, self._calendar)
            self._listing.take(self.tr("Year"), self._year)
        else:
            self._listing.give(self.tr("Year"))
            self._inside.insertWidget(1, self._calendar)

    def minimumSizeHint(self) -> QSize:
        """The list, or one session; below each other they are no wider."""
        return QSize(LEAST_CARD_PX, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the week behind the list, or beside it; show list and session beside each other, or one of them."""
        super().resizeEvent(event)
        width = self.width()
        is_narrow, is_wide = width < NARROW_BELOW_PX, width >= WIDE_FROM_PX
        self._is_single = width < LIST_PX + BETWEEN_PX + LEAST_CARD_PX
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._gap.setVisible(not is_narrow)
            if is_narrow:
                self._below.removeWidget(self._week)
                self._listing.take(self.tr("Week"), self._week)
            else:
                self._listing.give(self.tr("Week"))
                self._below.insertWidget(0, self._week)
                self._week.show()
            self._overview.setContentsMargins(*(BEHIND_LIST_PX if is_narrow else (0, 0, 0, 0)))
        list_px = WIDE_LIST_PX if is_wide else width if self._is_single else LIST_PX
        self._week.setFixedWidth(list_px if is_narrow else (WIDE_SIDE_PX if is_wide else SIDE_PX) + BAR_PX)
        self._overview.set_most_chart_px(round(CHART_SHARE * self.height()))
        self._listing.setFixedWidth(list_px)
        self.arrange()
