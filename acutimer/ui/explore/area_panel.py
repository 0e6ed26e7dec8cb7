"""The points of an area in words, for who would rather read than aim."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Area, Point
from acutimer.core.sides import Side
from acutimer.ui.explore.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.panel_row import PanelRow
from acutimer.ui.explore.words import points_count, side_name
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text

# As wide as a point's panel, so that the diagram stays where it is when one opens.
WIDTH_PX = 440


class AreaPanel(Panel):
    """A close-up's own panel: every point of the area, in anatomical order."""

    chosen = Signal(str)
    """A point's code."""
    pointed = Signal(str)
    """The pointer came over a point: its code, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self.rows: dict[str, PanelRow] = {}

    def show_points(self, area: Area, side: Side, points: Sequence[Point]) -> None:
        """Show the points of one side of an area."""
        count = points_count(len(points))
        hint = self.tr("{count}. Choose one here or on the drawing.").format(count=count)
        title = row((Text(side_name(area, side), "title", wrap=True), 1), self.way_back(self.tr("Whole body")))
        self.rows = {point.code: self._row(point) for point in points}
        rows = column(*self.rows.values(), spacing=8)
        self.fill(
            column(
                title, 4, Text(hint, "body", "ink2", wrap=True), 20, rows, None, margins=(PADDING_PX, 16, RIGHT_PX, 24)
            )
        )

    def point_at(self, code: str) -> None:
        """Answer to the pointer over a marker; empty: over none."""
        for own, made in self.rows.items():
            made.show_near(own == code)

    def _row(self, point: Point) -> PanelRow:
        made = PanelRow(point.english, point.short, code=point.code)
        made.clicked.connect(lambda: self.chosen.emit(point.code))
        made.pointed.connect(lambda is_near: self.pointed.emit(point.code if is_near else ""))
        return made
