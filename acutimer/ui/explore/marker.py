"""A marker on the close-up: a real control that a keyboard and a screen reader find."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Point
from acutimer.core.sides import Side
from acutimer.ui.explore.marks import RADIUS_PX, REACH_PX, SELECTED_RADIUS_PX, Mark, paint_halo, paint_mark
from acutimer.ui.kit.focus import GAP_PX, WIDTH_PX
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.tokens import Tokens

SIZE_PX = round(2 * (REACH_PX + 6))


class Marker(Pressable):
    """One point on one side. The diagram decides what the mouse means, for the nearest marker wins."""

    def __init__(self, point: Point, side: Side, parent: QWidget) -> None:
        super().__init__("", parent)
        self.point, self.side = point, side
        self._mark, self._is_near, self._is_veiled = Mark.REST, False, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(True)
        self.resize(self.sizeHint())

    @property
    def mark(self) -> Mark:
        """What it says now."""
        return self._mark

    @property
    def middle(self) -> QPointF:
        """Where it stands on the diagram."""
        return QRectF(self.geometry()).center()

    @property
    def is_near(self) -> bool:
        """Whether the pointer is over it, or over its words in the list."""
        return self._is_near

    def show_mark(self, mark: Mark) -> None:
        """Say something else."""
        self._mark = mark
        self.setChecked(mark is Mark.SELECTED)
        self.update()

    def show_near(self, is_near: bool) -> None:
        """Answer the pointer."""
        if is_near != self._is_near:
            self._is_near = is_near
            self.update()

    def veil(self, is_veiled: bool) -> None:
        """Paint nothing as long as there is no drawing to stand on; the control itself is there all the while."""
        if is_veiled != self._is_veiled:
            self._is_veiled = is_veiled
            self.update()

    def stand(self, x: float, y: float) -> None:
        """Put its middle at a place on the diagram, in px."""
        self.move(QPoint(round(x - SIZE_PX / 2), round(y - SIZE_PX / 2)))

    def outline(self) -> tuple[QRectF, float]:
        """The ring goes round the disc, not round the target."""
        radius = SELECTED_RADIUS_PX + 12 if self._mark is Mark.SELECTED else RADIUS_PX + 4.5
        middle = QRectF(self.rect()).center()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), radius

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the marker as it is."""
        if self._is_veiled:
            return
        middle = QRectF(self.rect()).center()
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self.hasFocus() and by_keys:
            paint_halo(painter, middle, self.outline()[1] + GAP_PX + WIDTH_PX / 2, theme)
        paint_mark(painter, middle, self._mark, theme, is_hot=self._is_near, is_professional=self.point.professional)

    def sizeHint(self) -> QSize:
        """Large enough for the ring of a selected marker."""
        return QSize(SIZE_PX, SIZE_PX)

    def nextCheckState(self) -> None:
        """Selecting is the diagram's business: pressing a selected marker leaves it selected."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to the front, so that the ring lies over the neighbours."""
        self.raise_()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter selects, as Space does; arrows are the diagram's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
