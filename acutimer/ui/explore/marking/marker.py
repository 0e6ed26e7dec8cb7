"""A marker on the close-up: a real control that a keyboard and a screen reader find."""

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Point
from acutimer.core.sides import Side
from acutimer.ui.explore.marking.marker_words import spoken_description, spoken_name
from acutimer.ui.explore.marking.marks import Mark, paint_halo, paint_mark, reach_px, ring_px
from acutimer.ui.kit.choosable import Choosable
from acutimer.ui.kit.focus import BY_KEYS, GAP_PX, WIDTH_PX
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.spoken import speak_for_itself
from acutimer.ui.kit.tokens import Tokens

# What the halo of the focus ring needs beyond the mark itself.
ROOM_PX = 8


class Marker(Pressable):
    """One point on one side. The diagram decides what the mouse means, for the nearest marker wins.

    To a screen reader it is a button that is checked while it is selected; its name says which point it is, its
    description where that is and what else holds.
    """

    def __init__(self, point: Point, side: Side, parent: QWidget) -> None:
        speak_for_itself()  # before anything that a screen reader may ask about
        super().__init__("", parent)
        self.point, self.side = point, side
        self._mark, self._is_done, self._is_unsuitable = Mark.REST, False, False
        self._is_near, self._is_veiled = False, False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(True)
        self.setAccessibleName(spoken_name(point, side))
        self.setAccessibleDescription(spoken_description(point, Mark.REST))
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

    def show_mark(self, mark: Mark, *, is_done: bool = False, is_unsuitable: bool = False) -> None:
        """Say something else; `is_done` and `is_unsuitable` also where the mark itself says another thing."""
        if (mark, is_done, is_unsuitable) == (self._mark, self._is_done, self._is_unsuitable):
            return
        self._mark, self._is_done, self._is_unsuitable = mark, is_done, is_unsuitable
        self.setChecked(mark is Mark.SELECTED)
        self.setAccessibleDescription(
            spoken_description(self.point, mark, is_done=is_done, is_unsuitable=is_unsuitable)
        )
        middle = self.middle
        self.setGeometry(QRect(self.pos(), self.sizeHint()))
        self.stand(middle.x(), middle.y())
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
        self.move(QPoint(round(x), round(y)) - QPoint(self.width() // 2, self.height() // 2))

    def outline(self) -> tuple[QRectF, float]:
        """The ring goes round the disc, not round the target."""
        radius = ring_px(self._mark)
        middle = QRectF(self.rect()).center()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), radius

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the marker as it is."""
        if self._is_veiled:
            return
        middle = QRectF(self.rect()).center()
        if self.hasFocus() and self.window().property(BY_KEYS):
            paint_halo(painter, middle, self.outline()[1] + GAP_PX + WIDTH_PX / 2, theme)
        paint_mark(
            painter,
            middle,
            self._mark,
            theme,
            is_hot=self._is_near,
            is_professional=self.point.professional,
            is_done=self._is_done,
            is_unsuitable=self._is_unsuitable,
        )

    def accessible(self) -> QAccessibleInterface:
        """A button that may be the chosen one."""
        return Choosable(self)

    def sizeHint(self) -> QSize:
        """Large enough for the mark and the focus ring round it; even, so that its middle is a whole pixel."""
        side = 2 * math.ceil(reach_px(self._mark) + ROOM_PX)
        return QSize(side, side)

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
