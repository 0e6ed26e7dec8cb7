"""The close-up: the drawing, the markers live on top of it, their labels beside it, and the ruler."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from acutimer.core.body import Figure
from acutimer.core.placing import is_flipped, shown
from acutimer.core.points import Shows
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import walk
from acutimer.ui.explore.finding.finding import Finding, share_of
from acutimer.ui.explore.marking.label_painting import tag_rect
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.markers import Markers
from acutimer.ui.explore.reading.hand_measures import room_beside
from acutimer.ui.explore.view.boxes import Box, Spot
from acutimer.ui.explore.view.diagram_layout import Arrangement, Key, arrange, framed
from acutimer.ui.explore.view.diagram_painting import paint_diagram
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.view.stage import Stage

# A drawing that would come so near to the tools stands between them and the other side.
APART_PX = 4.0
# A marker that the keyboard comes to is brought so far into the stage.
REVEAL_PX = 96.0


class Diagram(Stage):
    """One view of one area. The nearest marker within reach of the pointer is the one meant."""

    chosen = Signal(str, object)
    """A marker was pressed: its code and its side."""
    pointed = Signal(str)
    """The pointer came over a marker: its code, or nothing when it left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._figure: Figure | None = None
        self._next: Figure | None = None
        self._side = Side.LEFT
        self._codes = frozenset[str]()
        self._selected: tuple[str, ...] = ()
        self._done: Collection[Key] = ()
        self._unsuitable: Collection[str] = ()
        self._finding: Finding | None = None
        self._insets, self._taken, self._is_quiet = (0, 0), tuple[Box, ...](), False
        self._arrangement: Arrangement | None = None
        self.list = Markers(self)
        self.list.chosen.connect(self.chosen)
        self.list.reached.connect(self._reveal)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def arrangement(self) -> Arrangement | None:
        """Where everything stands; None before it was laid out."""
        return self._arrangement

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The markers in the order Tab walks them."""
        return self.list.all

    # -- what it shows -------------------------------------------------------------------------------

    def stand(
        self, rect: QRect, top_px: int, bottom_px: int, taken: Sequence[QRect] = (), *, is_quiet: bool = False
    ) -> None:
        """Take a place; leave room at top and bottom for what lies there, and lay no label under what is `taken`.

        A quiet one has labels for nothing but what is selected.
        """
        boxes = tuple(Box(it.left(), it.top(), it.right() + 1.0, it.bottom() + 1.0) for it in taken)
        is_other = ((top_px, bottom_px), boxes, is_quiet) != (self._insets, self._taken, self._is_quiet)
        self._insets, self._taken, self._is_quiet = (top_px, bottom_px), boxes, is_quiet
        if rect != self.geometry():
            self.setGeometry(rect)
        elif is_other:
            self.arrange()

    def show_view(self, figure: Figure, side: Side, codes: frozenset[str], then: Figure | None = None) -> None:
        """Show the points `codes` on `figure`; a bilateral one shows both sides, `side` is the one meant.

        `then` is the view that is likely to come next: it is drawn ahead.
        """
        is_same = self._figure is figure and (self._side is side or figure.bilateral)
        self._figure, self._side, self._codes, self._next = figure, side, codes, then
        if not is_same:
            self.forget_camera()
        if not is_same or {marker.point.code for marker in self.markers} != codes & figure.placements.keys():
            sides = (Side.LEFT, Side.RIGHT) if figure.bilateral else (side,)
            points = [self._context.library.points[code] for code in walk(figure, codes)]
            self.list.fill(points, sides, side)
        self.arrange()

    def draw_ahead(self, figure: Figure, side: Side, codes: frozenset[str]) -> None:
        """Have the picture drawn that `show_view` would show here."""
        if self._room.right - self._room.left > 1 and self._room.bottom - self._room.top > 1:
            self._context.figures.get(self.key_of(self._framed(figure, side, codes)))

    def select(self, codes: Sequence[str]) -> None:
        """Mark a point, or the points of a pair, as what the panel shows; lay the ruler of a single one."""
        self._selected, self._finding = tuple(codes), None
        self.arrange()
        chosen = self.list.marker_of(codes[0], self._side) if codes else None
        if chosen is not None:
            self._reveal(chosen)

    def show_finding(self, finding: Finding | None) -> None:
        """Show how far one has come in finding the selected point; None: all of the ruler, still."""
        self._finding = finding
        self._mark()
        self.update()

    def show_done(self, done: Collection[Key]) -> None:
        """Mark what was done today: codes with their sides."""
        self._done = done
        self._mark()

    def show_unsuitable(self, codes: Collection[str]) -> None:
        """Mark what the safety profile leaves out."""
        self._unsuitable = codes
        self._mark()

    def point_at(self, code: str) -> None:
        """Answer to the pointer over a point's name elsewhere; empty: over none."""
        self._answer(self.list.marker_of(code, self._side))

    def focus_first(self) -> None:
        """Give the keyboard to the first marker."""
        self.list.focus_first()

    def focus_point(self, code: str) -> None:
        """Give the keyboard to a point's marker."""
        self.list.focus(code, self._side)

    # -- the stage -----------------------------------------------------------------------------------

    def frame_at_rest(self) -> Frame | None:
        """The figure with room for its labels beside it."""
        room = self._room
        if self._figure is None or room.right - room.left < 1 or room.bottom - room.top < 1:
            return None
        return self._framed(self._figure, self._side, self._codes)

    def follow(self) -> None:
        """Put the markers and the ruler in their places, and the labels when it rests."""
        frame, figure = self.frame, self._figure
        if frame is None or figure is None:
            return
        self._arrangement = arrange(
            frame,
            self._places(figure, self._side, self._codes),
            selected=frozenset((code, self._side) for code in self._selected),
            rules={code: self._context.library.points[code].rule for code in self._selected},
            landmarks=self._context.library.landmarks,
            room=self._room,
            taken=self._taken,
            has_labels=not self.is_moving,
            is_quiet=self._is_quiet,
        )
        self.list.stand(self._arrangement.spots)
        self._mark()

    def take_drawing(self) -> None:
        """Markers stand on a drawing, not on nothing."""
        self.list.veil(self.drawing.image is None)
        self.update()

    def ahead(self) -> Iterator[FigureKey]:
        """The view that is likely to come next, as it would stand here. The other side is the same one flipped."""
        if self._next is not None:
            yield self.key_of(self._framed(self._next, self._side, self._codes))

    def heart(self) -> Spot | None:
        """The selected marker; without one, that which the keyboard is on."""
        chosen = self.list.marker_of(self._selected[0], self._side) if self._selected else None
        marker = chosen or next((it for it in self.markers if it.hasFocus()), None)
        return None if marker is None else (marker.middle.x(), marker.middle.y())

    def is_ground(self, at: QPointF) -> bool:
        """Whether no marker is meant at a place."""
        return self._meant(at) is None

    # -- inside --------------------------------------------------------------------------------------

    @property
    def _room(self) -> Box:
        top, bottom = self._insets
        return Box(0.0, top, self.width(), self.height() - bottom)

    def _framed(self, figure: Figure, side: Side, codes: frozenset[str]) -> Frame:
        is_turned = is_flipped(figure, side, self._context.preferences.value.mirror)
        places, room = self._places(figure, side, codes), room_beside(self._room, figure.landmarks)
        frame = framed(figure, places, is_flipped=is_turned, room=room)
        for box in self._taken:
            if box.meets(room) and frame.meets(replace(box, left=box.left - APART_PX, bottom=room.bottom)):
                beside = replace(room, left=room.right - box.left, right=box.left)
                frame = framed(figure, places, is_flipped=is_turned, room=beside)
        return frame

    def _places(self, figure: Figure, side: Side, codes: frozenset[str]) -> dict[Key, Spot]:
        """Where the points lie on a figure, as shown."""
        mirror = self._context.preferences.value.mirror
        sides = (Side.LEFT, Side.RIGHT) if figure.bilateral else (side,)
        found = {(code, own): shown(figure, code, own, mirror) for code in codes for own in sides}
        return {key: spot for key, spot in found.items() if spot is not None}

    def _mark(self) -> None:
        if self._arrangement is not None:
            self.list.mark(
                self._side,
                selected=self._selected,
                is_found=share_of(self._finding, Shows.POINT) > 0,
                behind=self._arrangement.dimmed,
                done=self._done,
                unsuitable=self._unsuitable,
            )

    def _reveal(self, marker: Marker) -> None:
        """Bring a marker the keyboard came to into sight."""
        if self.is_nearer:
            self.reveal((marker.middle.x(), marker.middle.y()), REVEAL_PX)

    def _meant(self, at: QPointF) -> Marker | None:
        """The marker the pointer means: the nearest within reach, or the one whose label it is on."""
        nearest = self.list.at(at)
        if nearest is not None or self._arrangement is None:
            return nearest
        key = self._arrangement.label_at(at.x(), at.y())
        return None if key is None else self.list.marker_of(*key)

    def _answer(self, near: Marker | None) -> None:
        """Light up a marker and its label; only they are painted anew."""
        for marker in self.markers:
            if marker.is_near is not (marker is near):
                marker.show_near(marker is near)
                self._update_label(marker)

    def _update_label(self, marker: Marker) -> None:
        key, tags = (marker.point.code, marker.side), () if self._arrangement is None else self._arrangement.tags
        for rect in (rect for tag in tags if tag.key == key for rect in tag_rect(tag)):
            self.update(rect)

    # -- Qt ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Below this the markers of a knee would touch."""
        return QSize(300, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self.list.setGeometry(self.rect())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all but the markers, which paint themselves."""
        if self._arrangement is not None and self.drawing.image is not None:
            near = self.list.near
            key = None if near is None else (near.point.code, near.side)
            paint_diagram(self, self.drawing, self._arrangement, self._finding, key, event.region())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the marker that a click would mean."""
        self._point(self._meant(event.position()))

    def _point(self, near: Marker | None) -> None:
        if near is self.list.near:
            return
        self._answer(near)
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(near.point.code if near else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere near a marker is a click on it; other buttons are not the diagram's."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        near = self._meant(event.position())
        if near is not None:
            near.setFocus(Qt.FocusReason.MouseFocusReason)
            near.click()

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the marker."""
        super().leaveEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        """Tell a point's name where the pointer rests on its marker."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = self._meant(QPointF(event.pos()))
            QToolTip.showText(event.globalPos() + QPoint(12, 8), near.point.name if near else "", self)
            return True
        return super().event(event)
