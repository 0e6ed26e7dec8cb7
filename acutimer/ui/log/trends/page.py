"""The page of the trends: minutes and sides week by week, and discomfort before and after."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.history import day_of
from acutimer.ui.context import Context
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.log.trends.card import ACROSS_PX
from acutimer.ui.log.trends.discomfort import DiscomfortCard
from acutimer.ui.log.trends.minutes import MinutesCard
from acutimer.ui.log.trends.reading import Period, read
from acutimer.ui.log.trends.sides import SidesCard

EDGE_PX = 12
GAP_PX = 14
BESIDE_FROM_PX = 960  # narrower than this, everything stands in one column
WORDS_PX = 460  # how wide they run where there is nothing else


class TrendsPage(QWidget):
    """Three cards for the time the switch says. `refresh` is to be called whenever the page is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Period | None = None  # what the cards show
        self.period = Switch(
            (self.tr("12 weeks"), self.tr("1 year"), self.tr("All")), height=48, name=self.tr("How far back")
        )
        self.period.chosen.connect(lambda _index: self.refresh())
        self.minutes, self.sides, self.discomfort = MinutesCard(), SidesCard(), DiscomfortCard()
        self.words = Text("", "lead", "ink2", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(GAP_PX)
        self._upper.addWidget(self.minutes, 1)
        self._upper.addWidget(self.sides, 1)
        cards = QWidget()
        self._cards = QVBoxLayout(cards)
        self._cards.setContentsMargins(0, 4, EDGE_PX, 0)
        self._cards.setSpacing(GAP_PX)
        self._cards.addLayout(self._upper, 1)
        self._cards.addWidget(self.discomfort, 1)
        self._filled = column(row(self.period, None, margins=(0, 0, EDGE_PX, 0)), 8, (GutterScroll(EDGE_PX, cards), 1))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._empty = column(None, (Icon("log", 44, "ink3", 1.5), middle), 16, (self.words, middle), None, None)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._filled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._pages)

    def refresh(self) -> None:
        """Read the history anew and show it. A fault of the disk is said, and what was shown stays."""
        hour = self._context.preferences.value.day_begins_hour
        today = day_of(self._context.wall(), hour)
        first_weekday = QLocale().firstDayOfWeek().value
        try:
            reading = read(self._context.history.totals, Period(self.period.index), today, hour, first_weekday)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            if self._shown is None:
                self._say(self.tr("The log could not be read. Come back to this place to try again."))
            else:
                self.period.set_index(self._shown)
            return
        self._shown = None if reading is None else Period(self.period.index)
        if reading is None:
            self._say(
                self.tr(
                    "Once you have practised, you see here how it goes week by week: your minutes, left and right, and"
                    " your discomfort if you rate it."
                )
            )
            return
        for card in (self.minutes, self.sides, self.discomfort):
            card.show_reading(reading)
        self._level()
        self._pages.setCurrentWidget(self._filled)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= BESIDE_FROM_PX

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._pages.setCurrentWidget(self._empty)
        self._fit_words()

    def _fit_words(self) -> None:
        width = max(1, min(WORDS_PX, self.width() - EDGE_PX))
        self.words.setFixedSize(width, self.words.heightForWidth(width))

    def _level(self) -> None:
        """Let the two charts beside each other end at the same height, and only what has a chart take spare room."""
        beside = (self.minutes.words, self.sides.words)
        width = (self.width() - EDGE_PX - GAP_PX) // 2 - 2 * ACROSS_PX
        lines_px = max(words.heightForWidth(width) for words in beside) if self._is_wide else 0
        for words in beside:
            words.setMinimumHeight(lines_px)
        self._cards.setStretch(1, 1 if self.discomfort.has_chart else 0)

    def minimumSizeHint(self) -> QSize:
        """The switch, and a chart below it; the rest is scrolled to."""
        return QSize(360, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards beside each other where there is room."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._upper.setDirection(across if self._is_wide else down)
        self.discomfort.set_beside(self._is_wide)
        self._level()
        self._fit_words()
