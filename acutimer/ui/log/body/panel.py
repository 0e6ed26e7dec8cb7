"""What the last days were like, beside the figures: one observation, the points, and one offer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.observing import Observation, Offer, PointLately
from acutimer.core.totals import SubjectTotal
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text, draw_text
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.body.point_list import PointList
from acutimer.ui.log.body.point_row import MARGIN_PX, side_columns
from acutimer.ui.log.body.words import done, observation, offer, title
from acutimer.ui.log.unrolling import UnrollingScroll

EDGE_PX = 24
GUTTER_PX = EDGE_PX - MARGIN_PX  # the grounds of the rows reach beyond the words
HEADS_PX = 24


class Heads(QWidget):
    """Left and Right above their columns: the rows below lie inside the gutters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEADS_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the two words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        ink = color(tokens(self).ink3)
        left, right, _ = side_columns(self.width() - 2 * GUTTER_PX)
        for x, name in ((left, self.tr("Left")), (right, self.tr("Right"))):
            draw_text(painter, GUTTER_PX + x, HEADS_PX / 2, name, font(15, 500), ink)
        painter.end()


class BodyPanel(Card):
    """A card. `chosen` carries the Offer that was pressed, `pointed` the code of the row one looks at, or nothing."""

    chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._library = library
        self._offer: Offer | None = None
        self.title = Text("", "head")
        self.observation = Text("", "body", "ink2", wrap=True)
        self.heads = Heads()
        self.list = PointList(library)
        self.list.pointed.connect(self.pointed)
        self.also = column(parent=QWidget())
        self.button = Button("", "primary", "play", height=56)
        self.button.clicked.connect(self._press)
        content = column(self.list, self.also, None, margins=(GUTTER_PX, 0, GUTTER_PX, 0))
        self.listed = UnrollingScroll(GUTTER_PX, content)
        self.list.reached.connect(lambda it: self.listed.ensureWidgetVisible(it, 0, MARGIN_PX))
        words = column(self.title, 4, self.observation, margins=(EDGE_PX, 0, EDGE_PX, 14))
        self._lower = column(self.button, margins=(EDGE_PX, 12, EDGE_PX, EDGE_PX))
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, EDGE_PX, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(words)
        layout.addWidget(self.heads)
        layout.addWidget(self.listed, 1)
        layout.addWidget(self._lower)

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to list."""
        return not self.list.rows and self.also.isHidden()

    def show_period(
        self, days: int, points: Sequence[PointLately], also: Sequence[SubjectTotal], seen: Observation
    ) -> None:
        """Tell of so many days; `also` are the sums of what was done besides pressing."""
        self.title.setText(title(days))
        self.observation.setText(observation(seen))
        self.list.setAccessibleName(title(days))
        self.list.show_points(points)
        self.heads.setVisible(bool(points))
        self._show_also(also)
        self.listed.setVisible(not self.is_bare)
        self._offer = seen.offer
        self._lower.setVisible(seen.offer is not None)
        if seen.offer is not None:
            self.button.setText(offer(seen.offer))
        if self.list.rows:
            self.setTabOrder(self.list.rows[-1], self.button)

    def _show_also(self, also: Sequence[SubjectTotal]) -> None:
        layout = self.also.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        lines = [
            row(
                (Text(self._library.name_of(it.subject), "small", "ink2", wrap=True), 1),
                Text(done(it), "small", "ink", tabular=True),
                spacing=12,
            )
            for it in also
        ]
        if lines:
            heading = Text(self.tr("Also"), "small_strong")
            layout.addWidget(column(heading, 6, *lines, spacing=4, margins=(MARGIN_PX, 16, MARGIN_PX, 12)))
        self.also.setVisible(bool(lines))

    def _press(self) -> None:
        if self._offer is not None:
            self.chosen.emit(self._offer)
