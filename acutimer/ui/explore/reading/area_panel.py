"""The points of an area in words, for who would rather read than aim."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.placing import views_of
from acutimer.core.points import Area, Point
from acutimer.core.settings import Settings
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.guide_panel import links
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.reading.panel_row import PanelRow
from acutimer.ui.explore.words import facing_name, points_count, side_name
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.text import Text

# As wide as a point's panel, so that the diagram stays where it is when one opens.
WIDTH_PX = 440


class AreaPanel(Panel):
    """A close-up's own panel: every point of the area, in anatomical order."""

    chosen = Signal(str)
    """A point's code."""
    pointed = Signal(str)
    """The pointer came over a point: its code, or nothing."""

    card_chosen = Signal(object)
    """A GuideCard to read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        self._area = Area.KNEE
        self._shown: tuple[Side, Sequence[Point], Collection[str]] | None = None
        self._conditions = context.preferences.value.conditions
        context.preferences.changed.connect(self._look_again)
        self.hint: Text | None = None
        self.rows: dict[str, PanelRow] = {}

    def show_points(self, area: Area, side: Side, points: Sequence[Point], seen: Collection[str]) -> None:
        """Show the points of one side of an area. `seen` are the codes of those that the present view shows."""
        self._area, self._shown = area, (side, points, seen)
        self._conditions = self._context.preferences.value.conditions
        title = row(
            (Text(side_name(area, side), "title", wrap=True), 1),
            self.way_back(self.tr("Whole body"), self.tr("Back to the drawing")),
        )
        self.hint = Text("", "body", "ink2", wrap=True)
        self.rows = {point.code: self._row(point) for point in points}
        rows = Listing()
        rows.setAccessibleName(side_name(area, side))
        column(*self.rows.values(), spacing=8, parent=rows)
        margins = (PADDING_PX, 16, RIGHT_PX, 24)
        self.show_seen(seen)  # before it is shown: each word that comes later would lay out all of it anew
        self.fill(column(title, 4, self.hint, 20, rows, *self._reading(area), None, margins=margins))

    def show_seen(self, seen: Collection[str]) -> None:
        """Tell how many points there are; those the present view does not show step back and say where they are."""
        assert self.hint is not None
        if self._shown is not None:
            self._shown = (*self._shown[:2], seen)
        for code, made in self.rows.items():
            made.show_elsewhere("" if code in seen else self._seen_in(code))
        words = self.tr("None of the points shows from here. Choose one, and the view turns to it.")
        if any(code in seen for code in self.rows):
            count = points_count(len(self.rows))
            words = self.tr("{count}. Choose one here or on the drawing.").format(count=count)
        self.hint.setText(words)
        self.hint.updateGeometry()

    def point_at(self, code: str) -> None:
        """Answer to the pointer over a marker; empty: over none."""
        for own, made in self.rows.items():
            made.show_near(own == code)

    def _look_again(self, settings: Settings) -> None:
        """Another safety profile may leave out other points."""
        if self._shown is not None and settings.conditions != self._conditions:
            self.show_points(self._area, *self._shown)

    def _seen_in(self, code: str) -> str:
        """In words, the view that choosing the point turns to."""
        atlas = self._context.atlas
        views = atlas.views(self._area)
        best = next(view for view in views_of(atlas, code) if view in views)
        return self.tr("Seen in {view}").format(view=facing_name(atlas.figure(best).facing))

    def _reading(self, area: Area) -> list[Item]:
        reading = links(self._context, (area,))
        if reading is None:
            return []
        reading.chosen.connect(self.card_chosen)
        return [28, reading]

    def _row(self, point: Point) -> PanelRow:
        note = self.tr("Not for you") if self._context.safety.forbids(point.code) else ""
        made = PanelRow(point.name, point.short, code=point.code, note=note)
        made.clicked.connect(lambda: self.chosen.emit(point.code))
        made.pointed.connect(lambda is_near: self.pointed.emit(point.code if is_near else ""))
        return made
