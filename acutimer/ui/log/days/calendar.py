"""The year at a glance: the card at the top of the days."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acutimer.core.totals import DayTotal
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.focus import handed_on
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.day_sentence import DaySentence
from acutimer.ui.log.days.walking import months_away, within
from acutimer.ui.log.days.year_legend import YearLegend
from acutimer.ui.log.days.year_model import YearModel
from acutimer.ui.log.days.year_sheet import YearSheet

EDGE_PX, NARROW_EDGE_PX = 26, 16
NARROW_BELOW_PX = 640
LOW_BELOW_PX = 1000  # a narrow window is a low one, too
HEAD_PX, SENTENCE_PX = 44, 28  # the sentence where it has a line of its own
BUTTON_PX = 44
TO_ICON_PX = 11  # inside a button
SENTENCE_GAP_PX, LEGEND_GAP_PX = 14, 20
ABOVE_LEGEND_PX = 8


class Air(NamedTuple):
    """What stays free above the head, below it, and below all, in px."""

    top_px: int
    below_head_px: int
    bottom_px: int


ROOMY, LOW = Air(10, 6, 17), Air(4, 0, 11)


class Head(NamedTuple):
    """Whether the days' names are short, and whether the legend and the sentence have lines of their own."""

    is_short: bool
    is_legend_below: bool
    is_sentence_below: bool = False


class YearCalendar(Card):
    """A year of days, and a sentence about the one under the pointer, or else the chosen one.

    Its keys are those of `walking`; Enter opens a day. Whoever holds it answers `year_wanted` by `show_year`, which
    then stands on the day that was asked for.
    """

    walked = Signal(object)
    """The date the user went to, in the year shown."""
    opened = Signal(object)
    """The date the user pressed Enter or the mouse on; `walked` came before if it was not the chosen one."""
    year_wanted = Signal(int, object)
    """Another year, from the first one to this one, and the date in it the user goes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.model = YearModel()
        self.sheet = YearSheet(self.model)
        self.view = self.sheet.view
        self.sentence = DaySentence()
        self.legend = YearLegend()
        self.before = IconButton(self.tr("The year before"), "left", BUTTON_PX)
        self.after = IconButton(self.tr("The year after"), "right", BUTTON_PX)
        self._year = Text("", "head", tabular=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._asked: date | None = None
        self._under: date | None = None
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.view.walked.connect(self._walk)
        self.view.opened.connect(self.opened)
        self.view.year_wanted.connect(self._ask)
        self.view.hovered.connect(self._hover)
        self._lay_out()

    @property
    def year(self) -> int:
        """The year shown."""
        return self.model.year

    @property
    def chosen(self) -> date:
        """The day that is outlined; there is one as soon as a year was shown."""
        day = self.view.day
        assert day is not None, "no year was shown yet"
        return day

    def show_year(
        self,
        year: int,
        days: Mapping[date, DayTotal],
        today: date,
        first_year: int,
        *,
        first_day: date | None = None,
        is_part: bool = False,
    ) -> None:
        """Show a year's totals, which are kept as they are; what is missing is a rest, what is after `today` to come.

        `first_year` is how far back one can go; before `first_day` nothing is called a rest. `is_part` says that only
        some sessions are asked for, so that a day without any of them is none, either.

        Nothing is signalled. Chosen is then the day that was asked for by `year_wanted`, the one chosen before, today,
        or the year's last day: the first of these in this year.
        """
        former = (self._asked, self.view.day, today)
        self._asked = self._under = None
        self.model.show_year(year, days, today, first_day, is_part=is_part)
        self.view.first = date(min(first_year, year), 1, 1)
        self.view.setAccessibleName(self.tr("Minutes a day in {0}").format(year))
        self._year.setText(str(year))
        with handed_on(self.window()):
            self.before.setEnabled(year > first_year)
            self.after.setEnabled(year < today.year)
        here = next((day for day in former if day is not None and day.year == year), date(year, 12, 31))
        self.choose(here)

    def choose(self, day: date) -> None:
        """Stand on a day of the year shown without saying so; on today instead of one still to come."""
        self.view.stand_on(within(day, date.min, max(self.model.today, date(self.year, 1, 1))))
        self._tell()

    def go_to(self, day: date) -> None:
        """Go to a day as the user does, with the signals of that; never beyond the first year or today."""
        self.view.go_to(within(day, self.view.first, self.model.today))

    # -- inside --------------------------------------------------------------------------------------

    def _turn(self, years: int) -> None:
        self.go_to(months_away(self.chosen, 12 * years))

    def _ask(self, year: int, day: date) -> None:
        self._asked = day
        self.year_wanted.emit(year, day)

    def _walk(self, day: date) -> None:
        self._tell()
        self.walked.emit(day)

    def _hover(self, day: date | None) -> None:
        self._under = day
        self._tell()

    def _tell(self) -> None:
        day = self._under or self.chosen
        self.sentence.show_day(day, self.model.done(day))

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._head = QHBoxLayout()
        self._head.setSpacing(0)
        self._head.addSpacing(-TO_ICON_PX)
        for part in (self.before, self._year, self.after):
            self._head.addWidget(part)
        self._head.addSpacing(SENTENCE_GAP_PX)
        self._head.addWidget(self.sentence, 1)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._line = QHBoxLayout()  # the sentence where it has no room in the head
        self._whole.addLayout(self._head)
        self._whole.addLayout(self._line)
        self._whole.addWidget(self.sheet)
        self._whole.addLayout(self._foot)
        self._head.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignVCenter)

    def _fit_head(self, width: int) -> Head:
        """How sentence and legend find room in so many px."""
        turning = 2 * BUTTON_PX + self._year.sizeHint().width() - TO_ICON_PX
        inner = width - 2 * _edge(width)
        room, legend = inner - turning - SENTENCE_GAP_PX, self.legend.sizeHint().width()
        for room_px, is_below in ((room - LEGEND_GAP_PX - legend, False), (room, True)):
            for is_short in (False, True):
                if self.sentence.room_px(is_short=is_short) <= room_px:
                    return Head(is_short, is_below)
        return Head(self.sentence.room_px(is_short=False) > inner, legend > room, is_sentence_below=True)

    def _arrange(self) -> None:
        air, edge = _air(self.width()), _edge(self.width())
        self._whole.setContentsMargins(edge, air.top_px, edge, air.bottom_px)
        self._head.setContentsMargins(0, 0, 0, air.below_head_px)
        head = self._fit_head(self.width())
        self.sentence.set_short(head.is_short)
        home = self._line if head.is_sentence_below else self._head
        if home.indexOf(self.sentence) < 0:
            (self._head if head.is_sentence_below else self._line).removeWidget(self.sentence)
            home.insertWidget(home.indexOf(self.legend), self.sentence, 1)  # at the end where no legend is
        home = self._foot if head.is_legend_below else self._head
        if home.indexOf(self.legend) < 0:
            (self._head if head.is_legend_below else self._foot).removeWidget(self.legend)
            home.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head.setStretchFactor(self.legend, 1 if head.is_sentence_below else 0)
        self.sentence.setFixedHeight(SENTENCE_PX if head.is_sentence_below else self.sentence.sizeHint().height())
        self._foot.setContentsMargins(0, ABOVE_LEGEND_PX if head.is_legend_below else 0, 0, 0)

    # -- Qt ------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """The wider the days, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The head, the days, and the legend where it does not fit beside the sentence."""
        days, head = self.sheet.heightForWidth(width - 2 * _edge(width)), self._fit_head(width)
        below = ABOVE_LEGEND_PX + self.legend.sizeHint().height() if head.is_legend_below else 0
        sentence = SENTENCE_PX if head.is_sentence_below else 0
        return HEAD_PX + sentence + days + below + sum(_air(width))

    def sizeHint(self) -> QSize:
        """The least."""
        width = self.sheet.sizeHint().width() + 2 * EDGE_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Days narrower than they are high, and the sentence of any day."""
        inner = max(self.sheet.minimumSizeHint().width(), self.sentence.room_px(is_short=True))
        width = inner + 2 * NARROW_EDGE_PX
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the sentence."""
        super().resizeEvent(event)
        self._arrange()


def _edge(width: int) -> int:
    return NARROW_EDGE_PX if width < NARROW_BELOW_PX else EDGE_PX


def _air(width: int) -> Air:
    return LOW if width < LOW_BELOW_PX else ROOMY
