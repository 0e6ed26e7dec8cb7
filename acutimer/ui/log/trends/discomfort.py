"""The card of discomfort before and after: what was rated, and how much of it is sure."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from acutimer.core.estimating import LEAST_SESSIONS, Change, TooFew, change
from acutimer.core.history import day_of
from acutimer.core.totals import Rated
from acutimer.core.trends import DiscomfortMean, Spans, both_rated, discomfort_in, spans
from acutimer.language.catalogue import trn
from acutimer.ui.log.numbers import clock_time, date_words
from acutimer.ui.log.trends.axis import Mark
from acutimer.ui.log.trends.card import ChartCard
from acutimer.ui.log.trends.dots import DotChart
from acutimer.ui.log.trends.marks import Key
from acutimer.ui.log.trends.reading import Reading
from acutimer.ui.log.trends.span_words import from_to, span_words, ticks
from acutimer.ui.log.trends.words import change_words, level

MOST_SESSIONS = 60  # more of them are told by the mean of their week
MOST_MEANS = 60
MARKED = (0, 5, 10)
JOURNEY_SESSIONS = 20  # more than anybody has on the way round the earth


class DiscomfortCard(ChartCard):
    """A pair of marks a session, or a week and more where they are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._dots = DotChart()
        keys = (Key("before", self.tr("Before")), Key("after", self.tr("After")))
        super().__init__(self.tr("Discomfort, 0 to 10"), self._dots, keys, parent=parent)

    def show_reading(self, reading: Reading) -> None:
        """Show what was rated."""
        rated, hour = reading.rated, reading.day_begins_hour
        if not rated:
            self._explain()
            return
        pairs = both_rated(rated)
        found, idle = change(pairs), self._idle(pairs)
        # the oldest in true time first; only about the ends can a journey have put a session on a day beyond theirs
        days = [day_of(it.started_at, hour) for it in (*rated[:JOURNEY_SESSIONS], *rated[-JOURNEY_SESSIONS:])]
        weeks = spans(min(days), max(days), reading.first_weekday, MOST_MEANS)
        if len(rated) <= MOST_SESSIONS:
            self._show_sessions(weeks, rated, reading, idle)
        else:
            self._show_means(weeks, discomfort_in(weeks, rated, hour), idle)
        self.say(change_words(found), self._small_print(found), has_chart=True)
        what = self.tr("Discomfort before and after, 0 to 10, {0}. {1}. {2}")
        self._dots.setAccessibleName(what.format(from_to(weeks), idle, change_words(found)))

    def _show_sessions(self, weeks: Spans, rated: Sequence[Rated], reading: Reading, idle: str) -> None:
        in_order = sorted(rated, key=lambda it: it.started_at.replace(tzinfo=None))  # of the days, in travel too
        self._dots.show_pairs(
            [(it.before, it.after) for it in in_order],
            [_share(weeks, it.started_at, reading.day_begins_hour) for it in in_order],
            words=[self._session(it, reading.today.year) for it in in_order],
            idle=idle,
            marks=[Mark(it, level(it)) for it in MARKED],
            ticks=ticks(weeks, -1),
        )

    def _show_means(self, weeks: Spans, means: Sequence[DiscomfortMean], idle: str) -> None:
        self._dots.show_pairs(
            [(it.before, it.after) for it in means],
            [(place + 0.5) / len(means) for place in range(len(means))],
            words=[self._mean(weeks, place, it) for place, it in enumerate(means)],
            idle=idle,
            marks=[Mark(it, level(it)) for it in MARKED],
            ticks=ticks(weeks, -1),
        )

    def _small_print(self, found: Change | TooFew) -> str:
        remembered = self.tr("“Before” is as you remembered it, for both are asked after the session.")
        if isinstance(found, TooFew):
            return remembered
        return self.tr("{0} {1}").format(remembered, self.tr("“Likely” stands for an interval of 95\u00a0%."))

    def _explain(self) -> None:
        """Say how to rate."""
        self.say(
            self.tr(
                "No session in this time was rated. After a session you can say how much discomfort there was before it"
                " and is now, from 0 (none) to 10 (worst imaginable). You can do so later, too: open the session"
                " under Days. From {0} rated sessions on, you read here how much changed and how sure that is."
            ).format(level(LEAST_SESSIONS)),
            has_chart=False,
        )

    def _idle(self, pairs: Sequence[tuple[int, int]]) -> str:
        """The means of all, or the marks' meaning where there are none."""
        if not pairs:
            return self.tr("0 = none, 10 = worst imaginable")
        before, after = (sum(of) / len(pairs) for of in zip(*pairs, strict=True))
        return self.tr("On average {0} before and {1} after").format(level(float(before)), level(float(after)))

    def _session(self, it: Rated, year: int) -> str:
        day = date_words(it.started_at.date(), has_year=it.started_at.year != year)
        before, after = (self.tr("not rated") if rating is None else level(rating) for rating in (it.before, it.after))
        return self.tr("{0}, {1}: before {2}, after {3}").format(day, clock_time(it.started_at), before, after)

    def _mean(self, weeks: Spans, place: int, it: DiscomfortMean) -> str:
        when = span_words(weeks, place)
        if it.before is None or it.after is None:
            return self.tr("{0}: not rated before and after").format(when)
        words = trn(
            "{0}: before {1}, after {2} in {3} session",
            "{0}: before {1}, after {2} on average in {3} sessions",
            it.sessions,
        )
        return words.format(when, level(it.before), level(it.after), self.locale().toString(it.sessions))


def _share(weeks: Spans, moment: datetime, day_begins_hour: int) -> float:
    """Where a moment is along them, each as wide as the other."""
    place = weeks.place_of(day_of(moment, day_begins_hour))
    assert place is not None  # they are made to hold all that is shown
    start, end = weeks.starts[place], weeks.last_day(place)
    gone = moment.replace(tzinfo=None) - timedelta(hours=day_begins_hour) - datetime.combine(start, time())
    return (place + gone / timedelta(days=(end - start).days + 1)) / len(weeks.starts)
