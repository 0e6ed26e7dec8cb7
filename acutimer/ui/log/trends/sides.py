"""The card of the left side and the right."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from acutimer.core.trends import SideTotal, Spans, sides_in
from acutimer.ui.log.numbers import practised
from acutimer.ui.log.trends.bars import BarChart
from acutimer.ui.log.trends.card import ChartCard
from acutimer.ui.log.trends.marks import Key
from acutimer.ui.log.trends.reading import Reading
from acutimer.ui.log.trends.span_words import from_to, now_words, span_words, ticks, time_marks
from acutimer.ui.log.trends.words import sides_words

MOST_PAIRS = 60  # the bars of more would be thinner than a glance can tell apart


class SidesCard(ChartCard):
    """Two bars a week, the left side's on the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._bars = BarChart(("left", "right"))
        self.left, self.right = Key("left"), Key("right")
        # the left one stands on the left of every screen, as the bars do
        keys = (self.right, self.left) if QGuiApplication.isRightToLeft() else (self.left, self.right)
        super().__init__(self.tr("Left and right"), self._bars, keys, parent=parent)

    def show_reading(self, reading: Reading) -> None:
        """Show the time of each side."""
        spans = reading.spans(MOST_PAIRS)
        totals = sides_in(spans, reading.sides)
        now, begun = spans.place_of(reading.today), spans.place_of(reading.began) or 0
        assert now is not None  # every period goes up to today at least
        left, right = sum(total.left for total in totals), sum(total.right for total in totals)
        self.left.set_text(self.tr("Left {0}").format(practised(left)))
        self.right.set_text(self.tr("Right {0}").format(practised(right)))
        words = sides_words(left, right)
        self._bars.show_bars(
            [(total.left, total.right) if place >= begun else None for place, total in enumerate(totals)],
            now,
            words=[self._told(spans, place, total, now) for place, total in enumerate(totals)],
            idle=self._told(spans, now, totals[now], now),
            marks=time_marks(max(max(total.left, total.right) for total in totals)),
            ticks=ticks(spans, now),
        )
        self.say(words, has_chart=bool(left or right))
        sums = self.tr("{0} · {1}").format(self.left.text, self.right.text)
        self._bars.setAccessibleName(self.tr("Left and right, {0}. {1}. {2}").format(from_to(spans), sums, words))

    def _told(self, spans: Spans, place: int, total: SideTotal, now: int) -> str:
        if not total.left and not total.right:
            both = practised(0)
        else:
            both = self.tr("left {0}, right {1}").format(practised(total.left), practised(total.right))
        if place == now:
            return self.tr("{0} so far: {1}").format(now_words(spans.unit), both)
        return self.tr("{0}: {1}").format(span_words(spans, place), both)
