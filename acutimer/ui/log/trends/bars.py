"""Columns of one or two bars: the time practised, or that of the left side and the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.tokens import Tokens
from acutimer.ui.log.trends.axis import Mark, Tick
from acutimer.ui.log.trends.chart import Chart
from acutimer.ui.log.trends.marks import Bar, paint_bar

WIDEST_PX = 40.0
SHARE, CLOSE_SHARE = 0.66, 0.8  # of the room a column has, all its bars together; where there is little room
CLOSE_BELOW_PX = 12.0
STUB_PX = 4.0  # nothing practised
BETWEEN_PX = 3.0  # the bars of one column, where there is room


class BarChart(Chart):
    """`kinds` are the bars of a column from left to right; on no screen do these change places."""

    def __init__(self, kinds: Sequence[Bar]) -> None:
        self._kinds = tuple(kinds)
        self._values: tuple[tuple[float, ...] | None, ...] = ()
        self._now = -1
        super().__init__()

    def show_bars(
        self,
        values: Sequence[tuple[float, ...] | None],
        now: int,
        *,
        words: Sequence[str],
        idle: str,
        marks: Sequence[Mark],
        ticks: Sequence[Sequence[Tick]],
    ) -> None:
        """Show a column for each of `values`, which are a value for each kind; None was before anything began.

        The column `now` is the one that still goes on, -1 where there is none. The rest is as in `set_columns`.
        """
        self._values, self._now = tuple(values), now
        self.set_columns(words, idle, marks, ticks)

    def paint_column(self, painter: QPainter, theme: Tokens, place: int, x: float) -> None:
        """Paint the bars side by side, and what was nothing as a low grey one."""
        values = self._values[place]
        if values is None:
            return
        step = self.step_px()
        room = min(WIDEST_PX * len(values), step * (SHARE if step >= CLOSE_BELOW_PX else CLOSE_SHARE))
        between = min(BETWEEN_PX, 0.15 * room) if len(values) > 1 else 0.0
        width = (room - between * (len(values) - 1)) / len(values)
        floor = self.up(0)
        for number, value in enumerate(values):
            left = x - room / 2 + number * (width + between)
            if value > 0:
                height = max(floor - self.up(value), min(STUB_PX, width))
                kind: Bar = "now" if place == self._now and self._kinds[number] == "time" else self._kinds[number]
                paint_bar(painter, theme, kind, QRectF(left, floor - height, width, height))
            else:
                height = min(STUB_PX, width)
                painter.setOpacity(0.5)
                stub = QRectF(left, floor - height, width, height)
                paint_shape(painter, stub, height / 2, Look(theme.edge, theme.ink))
                painter.setOpacity(1.0)
