"""The figure, warm where one pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.placing import is_flipped
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.after.spots import views_for
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.body.warm_pictures import WarmPictures, side_names
from acutimer.ui.body.warm_views import Pressed, View
from acutimer.ui.context import Context
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import color, tokens

FULL_SECONDS = 180.0  # pressed so long in one session, a spot is as warm as it gets
LABEL_PX = 48.0  # room for "Right" beside the figure
LABEL_GAP_PX = 4.0
VIEW_GAP_PX = 28.0
HEIGHT_PX = 340


class Warmth(QWidget):
    """One view of the body, or two, each side named. The table beside it says the same in words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._views: tuple[View, ...] = ()
        self._pictures = WarmPictures(context.figures, context.atlas)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.figures.drawn.connect(self._drawn)

    @property
    def views(self) -> tuple[View, ...]:
        """What it shows; empty where nothing was pressed that a whole body shows."""
        return self._views

    def show_pressed(self, pressed: Sequence[Pressed]) -> None:
        """Show these points as warm."""
        self._views = views_for(pressed, self._context.atlas, self._mirror)
        self._pictures.show(self._views, FULL_SECONDS)
        self.update()

    def height_in(self, width: int) -> int:
        """How high it likes to be in that width, in px; 0 where it has nothing to show."""
        if not self._views:
            return 0
        room = self._share(width) - 2 * LABEL_PX
        scale = min(room / view.crop[2] for view in self._views)
        return min(HEIGHT_PX, round(scale * max(view.crop[3] for view in self._views)))

    def _share(self, width: float) -> float:
        """What each view has of the width."""
        return (width + VIEW_GAP_PX) / len(self._views) - VIEW_GAP_PX

    @property
    def _mirror(self) -> Mirror:
        return self._context.preferences.value.mirror

    def _drawn(self, key: FigureKey) -> None:
        if any(view.figure_id == key.id for view in self._views):
            self.update()

    def _key(self, view: View, scale: float) -> FigureKey:
        flipped = is_flipped(self._context.atlas.figure(view.figure_id), Side.LEFT, self._mirror)
        per_unit = scale * self.devicePixelRatioF()
        return FigureKey(view.figure_id, per_unit, tokens(self).is_dark, flipped, self._context.preferences.value.bones)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each view in its share of the width, the names of the sides beside it."""
        if not self._views:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.TextAntialiasing)
        share = self._share(self.width())
        room = share - 2 * LABEL_PX
        scale = min(min(room / view.crop[2], self.height() / view.crop[3]) for view in self._views)
        for place, view in enumerate(self._views):
            self._paint(painter, view, QPointF((share + VIEW_GAP_PX) * place + share / 2, self.height() / 2), scale)
        painter.end()

    def _paint(self, painter: QPainter, view: View, middle: QPointF, scale: float) -> None:
        size = (view.crop[2] * scale, view.crop[3] * scale)
        picture = self._pictures.get(view, self._key(view, scale), tokens(self))
        if picture is not None:
            painter.drawImage(QRectF(middle.x() - size[0] / 2, middle.y() - size[1] / 2, *size), picture)
        near, far = side_names(view.figure_id, self._mirror)
        ink = color(tokens(self).ink2)
        away = size[0] / 2 + LABEL_GAP_PX
        draw_text(painter, middle.x() - away, middle.y(), near, font(17, 500), ink, Qt.AlignmentFlag.AlignRight)
        draw_text(painter, middle.x() + away, middle.y(), far, font(17, 500), ink)
