"""One page, always: everything finds its place, or is told to have none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from acutimer.ui.log.report.chart import Chart
from acutimer.ui.log.report.figure import FigureBlock
from acutimer.ui.log.report.foot import foot
from acutimer.ui.log.report.header import header
from acutimer.ui.log.report.keys import key_figures
from acutimer.ui.log.report.letters import UNITS_PER_MM
from acutimer.ui.log.report.notes import NotesBlock
from acutimer.ui.log.report.paper import Paper
from acutimer.ui.log.report.rows import tables_of
from acutimer.ui.log.report.section import Contents, Section
from acutimer.ui.log.report.table import Tables, nothing

FIGURE_MM = 56.0  # the right column: the figure and the chart
BETWEEN_MM = 7.0  # the columns
GAP_MM = 5.0  # the parts, one below the other
NOTES_SHARE = 0.28  # of the free height is theirs, if they need it, whatever else there is


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid out. `notes_missing` is how many of the chosen notes found no room; the sheet tells it, too."""

    paper: Paper
    sections: tuple[Section, ...]
    notes_missing: int = 0

    @property
    def texts(self) -> list[str]:
        """Everything said on it, in the order it is read."""
        return [text for part in self.sections for text in part.texts]

    def paint(self, painter: QPainter) -> None:
        """Paint it; the painter is in units of the sheet (`letters.UNITS_PER_MM` to the mm)."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        size = (self.paper.width_mm * UNITS_PER_MM, self.paper.height_mm * UNITS_PER_MM)
        painter.fillRect(QRectF(0, 0, *size), Qt.GlobalColor.white)
        for part in self.sections:
            for mark in part.marks:
                mark.paint(painter)


def lay_out(contents: Contents) -> Sheet:
    """The sheet, whatever there is to tell."""
    inner = contents.paper.inner
    head = header(contents, inner)
    keys = key_figures(contents, inner, head.rect.bottom() + GAP_MM)
    end = foot(contents, inner)
    top, bottom = keys.rect.bottom() + GAP_MM, end.rect.top() - GAP_MM
    columns = _Columns(contents, inner)
    notes = NotesBlock(contents.report.notes, inner)
    notes_top = bottom + GAP_MM
    if notes.wanted_mm:
        room = bottom - top
        free = room - columns.least_mm - GAP_MM
        notes_top = bottom - min(notes.wanted_mm, max(free, NOTES_SHARE * room))
    parts = [head, keys, *columns.lay_out(top, notes_top - GAP_MM)]
    missing = 0
    if notes.wanted_mm:
        written, missing = notes.lay_out(notes_top, bottom)
        parts.append(written)
    return Sheet(contents.paper, (*parts, end), missing)


class _Columns:
    """The tables at the left, the figure and the chart at the right; without these the tables have the whole width."""

    def __init__(self, contents: Contents, inner: QRectF) -> None:
        left = inner.right() - FIGURE_MM
        rated = contents.report.discomfort
        self._inner = inner
        self._figure = FigureBlock(contents, left, FIGURE_MM) if contents.views else None
        self._chart = Chart(contents.report, left, FIGURE_MM) if rated.sessions else None
        has_right = self._figure is not None or self._chart is not None
        self._tables_mm = inner.width() - (FIGURE_MM + BETWEEN_MM if has_right else 0)
        told = tables_of(contents.report, contents.library)
        self._tables = Tables(told, inner.left(), self._tables_mm) if told else None

    @property
    def least_mm(self) -> float:
        """The height at which nothing need be left out."""
        heights = [part.least_mm for part in (self._figure,) if part]
        heights += [part.height_mm for part in (self._chart,) if part]
        right = sum(heights) + GAP_MM * (len(heights) - 1)
        return max(right, self._tables.least_mm if self._tables else 0.0)

    def lay_out(self, top: float, bottom: float) -> Sequence[Section]:
        """The sections of both columns, between these heights."""
        made: list[Section] = []
        if self._tables is None:
            made.append(nothing(self._inner.left(), top, self._tables_mm))
        else:
            made += self._tables.lay_out(top, bottom)
        y = top
        if self._figure is not None:
            below = self._chart.height_mm + GAP_MM if self._chart else 0.0
            figure = self._figure.lay_out(top, bottom - below)
            made.append(figure)
            y = figure.rect.bottom() + GAP_MM
        if self._chart is not None:
            made.append(self._chart.lay_out(y, bottom))
        return made
