"""The close-up: the drawing, the markers live on top of it, their labels beside it, and the ruler."""

import math
from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from acutimer.core.body import Figure
from acutimer.core.placing import is_flipped, shown
from acutimer.core.points import Point
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import walk
from acutimer.ui.explore.diagram_layout import Arrangement, arrange, framed
from acutimer.ui.explore.drawing import Drawing
from acutimer.ui.explore.framing import Frame
from acutimer.ui.explore.label_painting import paint_labels
from acutimer.ui.explore.marker import Marker
from acutimer.ui.explore.marks import HIT_PX, Mark
from acutimer.ui.explore.ruler_painting import paint_ruler
from acutimer.ui.explore.words import marker_name
from acutimer.ui.kit.tokens import tokens

Done = Collection[tuple[str, Side]]


class Diagram(QWidget):
    """One view of one area. The nearest marker within reach of the pointer is the one meant."""

    chosen = Signal(str, object)
    """A marker was pressed: its code and its side."""
    pointed = Signal(str)
    """The pointer came over a marker: its code, or nothing when it left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drawing = Drawing(context.figures, self)
        self._drawing.changed.connect(self._unveil)
        self._figure: Figure | None = None
        self._next: Figure | None = None
        self._side = Side.LEFT
        self._codes = frozenset[str]()
        self._selected: tuple[str, ...] = ()
        self._done: Done = ()
        self._arrangement: Arrangement | None = None
        self.markers: tuple[Marker, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def arrangement(self) -> Arrangement | None:
        """Where everything stands; None before it was laid out."""
        return self._arrangement

    # -- what it shows -------------------------------------------------------------------------------

    def show_view(self, figure: Figure, side: Side, codes: frozenset[str], then: Figure | None = None) -> None:
        """Show the points `codes` on `figure`; a bilateral one shows both sides, `side` is the one meant.

        `then` is the view that is likely to come next: it is drawn ahead.
        """
        is_same = self._figure is figure and (self._side is side or figure.bilateral)
        self._figure, self._side, self._codes, self._next = figure, side, codes, then
        if not is_same or {marker.point.code for marker in self.markers} != codes & figure.placements.keys():
            self._make_markers(figure, codes)
        self.arrange()

    def select(self, codes: Sequence[str]) -> None:
        """Mark a point, or the points of a pair, as what the panel shows; lay the ruler of a single one."""
        self._selected = tuple(codes)
        self.arrange()

    def show_done(self, done: Done) -> None:
        """Mark what was done today: codes with their sides."""
        self._done = done
        self._mark()

    def point_at(self, code: str) -> None:
        """Answer to the pointer over a point's name elsewhere; empty: over none."""
        for marker in self.markers:
            marker.show_near(marker.point.code == code and self._is_meant(marker))
        self.update()

    def focus_first(self) -> None:
        """Give the keyboard to the first marker."""
        if self.markers:
            self.markers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_point(self, code: str) -> None:
        """Give the keyboard to a point's marker."""
        for marker in self.markers:
            if marker.point.code == code and self._is_meant(marker):
                marker.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Lay everything out anew for the present size, view and selection."""
        if self._figure is None or self.width() < 1 or self.height() < 1:
            return
        mirror = self._context.preferences.value.mirror
        keys = [(marker.point.code, marker.side) for marker in self.markers]
        places = {key: shown(self._figure, *key, mirror) for key in keys}
        self._arrangement = arrange(
            self._figure,
            {key: spot for key, spot in places.items() if spot is not None},
            selected=frozenset((code, self._side) for code in self._selected),
            rules={code: self._context.library.points[code].rule for code in self._selected},
            landmarks=self._context.library.landmarks,
            is_flipped=is_flipped(self._figure, self._side, mirror),
            width=self.width(),
            height=self.height(),
        )
        for marker in self.markers:
            marker.stand(*self._arrangement.spots[marker.point.code, marker.side])
        self._mark()
        self._want()
        self.update()

    # -- inside --------------------------------------------------------------------------------------

    def _make_markers(self, figure: Figure, codes: frozenset[str]) -> None:
        focused = next((marker.point.code for marker in self.markers if marker.hasFocus()), None)
        old, self.markers = self.markers, ()
        sides = (Side.LEFT, Side.RIGHT) if figure.bilateral else (self._side,)
        points = [self._context.library.points[code] for code in walk(figure, codes)]
        self.markers = tuple(self._made(point, side) for point in points for side in sides)
        if focused is not None:
            self.focus_point(focused if focused in codes & figure.placements.keys() else points[0].code)
        for marker in old:
            marker.hide()
            marker.deleteLater()

    def _made(self, point: Point, side: Side) -> Marker:
        marker = Marker(point, side, self)
        marker.clicked.connect(lambda: self.chosen.emit(point.code, side))
        marker.show()
        return marker

    def _is_meant(self, marker: Marker) -> bool:
        return marker.side is self._side

    def _mark(self) -> None:
        if self._arrangement is None:
            return
        for marker in self.markers:
            key = (marker.point.code, marker.side)
            is_done = key in self._done
            marker.show_mark(self._mark_of(marker, is_done=is_done))
            name = marker_name(marker.point, marker.side, is_done=is_done)
            marker.setAccessibleName(name)
        for marker in self.markers:
            if marker.mark is Mark.SELECTED:
                marker.raise_()

    def _mark_of(self, marker: Marker, *, is_done: bool) -> Mark:
        assert self._arrangement is not None
        if marker.point.code in self._selected:
            return Mark.SELECTED if self._is_meant(marker) else Mark.TWIN
        if (marker.point.code, marker.side) in self._arrangement.dimmed:
            return Mark.DIM
        return Mark.DONE if is_done else Mark.REST

    def _key(self, frame: Frame) -> FigureKey:
        bones = self._context.preferences.value.bones
        scale = frame.scale * self.devicePixelRatio()
        return FigureKey(frame.figure.id, scale, tokens(self).is_dark, frame.is_flipped, bones)

    def _want(self) -> None:
        if self._arrangement is None or not self.isVisible():
            return
        self._drawing.want(self._key(self._arrangement.frame), self._ahead)
        self._unveil()

    def _ahead(self) -> Iterator[FigureKey]:
        """The view that is likely to come next, as it would stand here. The other side is the same one flipped."""
        if self._next is None:
            return
        mirror = self._context.preferences.value.mirror
        places = {(code, self._side): shown(self._next, code, self._side, mirror) for code in self._codes}
        yield self._key(
            framed(
                self._next,
                {key: spot for key, spot in places.items() if spot is not None},
                is_flipped=is_flipped(self._next, self._side, mirror),
                width=self.width(),
                height=self.height(),
            )
        )

    def _unveil(self) -> None:
        for marker in self.markers:
            marker.veil(self._drawing.image is None)
        self.update()

    def _nearest(self, at: QPointF) -> Marker | None:
        """The marker the pointer means: the nearest within reach, or the one whose label it is on."""
        if self._arrangement is None:
            return None

        def away(marker: Marker) -> float:
            line = marker.middle - at
            return math.hypot(line.x(), line.y())

        nearest = min(self.markers, key=away, default=None)
        if nearest is not None and away(nearest) <= HIT_PX:
            return nearest
        key = self._arrangement.label_at(at.x(), at.y())
        return next((it for it in self.markers if (it.point.code, it.side) == key), None)

    def _answer(self, near: Marker | None) -> None:
        if near is not next((marker for marker in self.markers if marker.is_near), None):
            for marker in self.markers:
                marker.show_near(marker is near)
            self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
            self.pointed.emit(near.point.code if near else "")
            self.update()

    def _step(self, by: int) -> None:
        at = next((index for index, marker in enumerate(self.markers) if marker.hasFocus()), None)
        if at is not None and 0 <= at + by < len(self.markers):
            reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
            self.markers[at + by].setFocus(reason)

    # -- Qt ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Below this the markers of a knee would touch."""
        return QSize(300, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the drawing only when it is looked at."""
        super().showEvent(event)
        self._want()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._want()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing, the ruler and the labels; the markers paint themselves."""
        if self._arrangement is None or self._drawing.image is None:
            return
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._drawing.paint(painter, self._arrangement.frame)
        if self._arrangement.ruling is not None:
            ruling = self._arrangement.ruling
            paint_ruler(painter, ruling, theme)
        near = next(((it.point.code, it.side) for it in self.markers if it.is_near), None)
        paint_labels(painter, self._arrangement, near, theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the marker that a click would mean."""
        self._answer(self._nearest(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere near a marker is a click on it."""
        near = self._nearest(event.position())
        if event.button() is Qt.MouseButton.LeftButton and near is not None:
            near.setFocus(Qt.FocusReason.MouseFocusReason)
            near.click()

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the marker."""
        super().leaveEvent(event)
        self._answer(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the markers in anatomical order."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._step(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell a point's name where the pointer rests on its marker."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = self._nearest(QPointF(event.pos()))
            QToolTip.showText(event.globalPos() + QPoint(12, 8), near.point.english if near else "", self)
            return True
        return super().event(event)
