"""The card of the time practised, week by week."""

from PySide6.QtWidgets import QWidget

from acutimer.core.trends import Spans, Unit, WeekTotal, continuity, time_in
from acutimer.language.sentences import one_after_another
from acutimer.ui.log.numbers import continuity_words, practised
from acutimer.ui.log.trends.bars import BarChart
from acutimer.ui.log.trends.card import ChartCard
from acutimer.ui.log.trends.reading import Reading
from acutimer.ui.log.trends.span_words import from_to, now_words, span_words, ticks, time_marks
from acutimer.ui.log.trends.words import on_days

MOST_BARS = 110


class MinutesCard(ChartCard):
    """A bar a week, or a longer time where there are many years of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._bars = BarChart(("time",))
        super().__init__(self.tr("Minutes a week"), self._bars, parent=parent)

    def show_reading(self, reading: Reading) -> None:
        """Show the time practised."""
        spans = reading.spans(MOST_BARS)
        totals = time_in(spans, reading.seconds)
        now, begun = spans.place_of(reading.today), spans.place_of(reading.began) or 0
        assert now is not None  # every period goes up to today at least
        self.title.setText(self._title(spans.unit))
        has_any = any(total.days for total in totals)
        self._bars.show_bars(
            [(total.seconds,) if place >= begun else None for place, total in enumerate(totals)],
            now,
            words=[self._told(spans, place, total, now) for place, total in enumerate(totals)],
            idle=self._told(spans, now, totals[now], now),
            marks=time_marks(max(total.seconds for total in totals)),
            ticks=ticks(spans, now),
        )
        mean = self._mean(spans.unit, [total.seconds for total in totals[begun:now]])
        days = continuity_words(continuity(reading.seconds, reading.today))
        nothing = self.tr("Nothing was practised in this time.")
        self.say(one_after_another(part for part in (mean if has_any else nothing, days) if part), has_chart=True)
        self._bars.setAccessibleName(self._in_a_sentence(spans, totals, begun, now, mean))

    def _title(self, unit: Unit) -> str:
        return {
            Unit.WEEK: self.tr("Minutes a week"),
            Unit.MONTH: self.tr("Time a month"),
            Unit.QUARTER: self.tr("Time a quarter"),
            Unit.YEAR: self.tr("Time a year"),
        }[unit]

    def _told(self, spans: Spans, place: int, total: WeekTotal, now: int) -> str:
        done = on_days(total.seconds, total.days)
        if place == now:
            return self.tr("{0} so far: {1}").format(now_words(spans.unit), done)
        return self.tr("{0}: {1}").format(span_words(spans, place), done)

    def _mean(self, unit: Unit, before: list[float]) -> str:
        """Of what is over; empty where nothing is."""
        if not any(before):
            return ""
        words = {
            Unit.WEEK: self.tr("On average {0} a week, this week not counted."),
            Unit.MONTH: self.tr("On average {0} a month, this month not counted."),
            Unit.QUARTER: self.tr("On average {0} a quarter, this quarter not counted."),
            Unit.YEAR: self.tr("On average {0} a year, this year not counted."),
        }[unit]
        return words.format(practised(sum(before) / len(before)))

    def _in_a_sentence(self, spans: Spans, totals: tuple[WeekTotal, ...], begun: int, now: int, mean: str) -> str:
        most = max(range(len(totals)), key=lambda place: totals[place].seconds)
        parts = [self.tr("{0}, {1}.").format(self._title(spans.unit), from_to(spans))]
        if totals[most].seconds:
            parts.append(self.tr("Most: {0}.").format(self._told(spans, most, totals[most], now)))
            least = min(range(begun, now), key=lambda place: totals[place].seconds, default=now)
            if least not in (most, now):
                parts.append(self.tr("Least: {0}.").format(self._told(spans, least, totals[least], now)))
        if most != now:
            parts.append(self.tr("{0}.").format(self._told(spans, now, totals[now], now)))
        return one_after_another([*parts, mean]).strip()
