"""Discomfort before and after, 0 to 10, each pair joined by a line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.log.trends.axis import Mark, Tick, spaced
from acutimer.ui.log.trends.chart import Chart
from acutimer.ui.log.trends.marks import paint_rating

APART_PX = 14.0  # sessions of one day stand beside each other
WIDEST_REACH_PX, LEAST_REACH_PX = 7.0, 2.5
DISC_SHARE, INSIDE_SHARE = 0.72, 0.4  # the disc beside its diamond, and within it

Pair = tuple[float | None, float | None]


class DotChart(Chart):
    """A column is a session, or the mean of a week or more."""

    def __init__(self) -> None:
        self._pairs: tuple[Pair, ...] = ()
        self._shares: tuple[float, ...] = ()
        self._spaced: tuple[float, ...] = ()  # px, in a plot as wide as the next says
        self._spaced_in = 0.0
        super().__init__()

    def show_pairs(
        self,
        pairs: Sequence[Pair],
        shares: Sequence[float],
        *,
        words: Sequence[str],
        idle: str,
        marks: Sequence[Mark],
        ticks: Sequence[Sequence[Tick]],
    ) -> None:
        """Show before and after of each column, None where it was not rated; `shares` are their places in time.

        These are 0 to 1, in order. The rest is as in `set_columns`.
        """
        self._pairs, self._shares, self._spaced_in = tuple(pairs), tuple(shares), 0.0
        self.set_columns(words, idle, marks, ticks)

    def share_of(self, place: int) -> float:
        """Its place in time, or a little beside it where others are."""
        room = self.plot().width()
        if self._spaced_in != room:
            self._spaced_in, self._spaced = room, spaced([it * room for it in self._shares], APART_PX, room)
        return self._spaced[place] / room

    def step_px(self) -> float:
        """What a pair has for itself."""
        return min(APART_PX, super().step_px())

    def paint_column(self, painter: QPainter, theme: Tokens, place: int, x: float) -> None:
        """Paint a pair."""
        before, after = self._pairs[place]
        reach = max(LEAST_REACH_PX, min(WIDEST_REACH_PX, 0.5 * self.step_px()))
        if before is not None and after is not None and before != after:
            painter.setPen(QPen(color(theme.ink3, 0.7), 1.25))
            painter.drawLine(QPointF(x, self.up(before)), QPointF(x, self.up(after)))
        if before is not None:
            paint_rating(painter, theme, "before", QPointF(x, self.up(before)), reach)
        if after is not None:
            is_inside = before is not None and abs(self.up(before) - self.up(after)) < reach
            disc = reach * (INSIDE_SHARE if is_inside else DISC_SHARE)
            paint_rating(painter, theme, "after", QPointF(x, self.up(after)), disc)
