"""Discomfort before and after, week by week or in longer spans: rings before, discs after."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from acutimer.core.estimating import WORST
from acutimer.core.report import Report
from acutimer.core.trends import Unit
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed
from acutimer.ui.log.numbers import number, sessions
from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import HEAD, INK, QUIET, SMALL
from acutimer.ui.log.report.marks import FAINT, RULE, Dot, Line, Mark, Words
from acutimer.ui.log.report.section import Section, section

PLOT_MM, MOST_PLOT_MM = 26.0, 40.0
AXIS_MM = 6.0  # the numbers at the left
RADIUS_MM = 0.95
LEGEND_GAP_MM = 6.0
MIDDLE, END = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


class Chart:
    """The chart of a report in which something was rated before and after."""

    def __init__(self, report: Report, left: float, width: float) -> None:
        self._discomfort = report.discomfort
        self._first, self._last = report.first, report.last
        self._left, self._width = left, width
        self._heads = self._above()

    @property
    def height_mm(self) -> float:
        """What it needs at least."""
        return self._around_mm + PLOT_MM

    @property
    def _around_mm(self) -> float:
        return max(mark.bottom for mark in self._heads) + 2.0 + 1.0 + SMALL.line_mm

    def lay_out(self, top: float, bottom: float) -> Section:
        """The section from `top`, higher where there is room."""
        plot_mm = max(PLOT_MM, min(MOST_PLOT_MM, bottom - top - self._around_mm))
        for words_ in self._heads:
            words_.top += top
        legend = self._heads[-2:]
        plot_top = max(mark.bottom for mark in self._heads) + 2.0
        plot = QRectF(self._left + AXIS_MM, plot_top, self._width - AXIS_MM, plot_mm)
        marks: list[Mark] = [*self._heads]
        for said, is_hollow in zip(legend, (True, False), strict=True):
            middle = QPointF(said.x - 2.0, said.top + SMALL.line_mm / 2)
            marks.append(Dot(middle, RADIUS_MM, QUIET if is_hollow else INK, is_hollow))
        marks += self._axes(plot)
        marks += self._means(plot)
        end = plot.bottom() + 1.0 + SMALL.line_mm
        return section("discomfort", self._left, top, self._width, end, marks)

    def _above(self) -> list[Words]:
        """Heading, what a mark stands for, and the legend."""
        heading = Words(self._left, 0, _tr("Discomfort before and after"), HEAD, self._width)
        told = [_unit(self._discomfort.spans.unit)]
        told.append(sessions(self._discomfort.sessions))
        if once := self._discomfort.rated_once:
            left_out = trn("{0} rated only once is left out", "{0} rated only once are left out", once)
            told.append(left_out.format(number(once)))
        below = Words(self._left, heading.bottom, listed(told), SMALL, self._width)
        before = Words(self._left + AXIS_MM, below.bottom + 0.6, _tr("before"), SMALL)
        after = Words(before.rect.right() + LEGEND_GAP_MM, before.top, _tr("after"), SMALL)
        return [heading, below, before, after]

    def _axes(self, plot: QRectF) -> list[Mark]:
        marks: list[Mark] = []
        for value in (0, 5, WORST):
            y = _y(plot, value)
            line_color = RULE if value == 0 else FAINT
            marks.append(Line(QPointF(plot.left(), y), QPointF(plot.right(), y), line_color))
            said = number(value)
            marks.append(Words(plot.left() - 1.6, y - SMALL.line_mm / 2, said, SMALL, align=END))
        top = plot.bottom() + 1.0
        begun, ended = self._ends()
        marks.append(Words(plot.left(), top, begun, SMALL))
        if begun != ended:
            marks.append(Words(plot.right(), top, ended, SMALL, align=END))
        return marks

    def _ends(self) -> tuple[str, str]:
        """The days, months or years at the two ends."""
        spans = self._discomfort.spans
        if spans.unit is not Unit.WEEK:
            return words.span_start(spans.starts[0], spans.unit), words.span_start(spans.starts[-1], spans.unit)
        return words.day(self._first), words.day(self._last)

    def _means(self, plot: QRectF) -> list[Mark]:
        count = len(self._discomfort.means)
        step = plot.width() / count
        radius = min(RADIUS_MM, step * 0.42)
        stems: list[Mark] = []
        dots: list[Mark] = []
        for place, mean in enumerate(self._discomfort.means):
            if mean.before is None or mean.after is None:
                continue
            x = plot.left() + (place + 0.5) * step
            before, after = QPointF(x, _y(plot, mean.before)), QPointF(x, _y(plot, mean.after))
            if before.y() != after.y():
                stems.append(Line(before, after, RULE, 0.35))
            dots.append(Dot(before, radius, QUIET, is_hollow=True))
            dots.append(Dot(after, radius * (0.6 if before == after else 1.0), INK))
        return stems + dots


def _y(plot: QRectF, value: float) -> float:
    return plot.bottom() - plot.height() * value / WORST


def _unit(unit: Unit) -> str:
    return {
        Unit.WEEK: _tr("Mean of each week"),
        Unit.MONTH: _tr("Mean of each month"),
        Unit.QUARTER: _tr("Mean of each quarter"),
        Unit.YEAR: _tr("Mean of each year"),
    }[unit]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
