"""The whole body with its areas: pills beside it, the skin itself, and dots where points wait."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Facing, Figure
from acutimer.core.placing import area_at, flip, is_flipped
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import points_of
from acutimer.ui.explore.view.area_pill import AreaPill
from acutimer.ui.explore.view.area_pills import AREAS, AreaPills
from acutimer.ui.explore.view.body_layout import (
    CLOSE_GAP_PX,
    CLOSE_MARGIN_PX,
    FOOT_PX,
    GAP_PX,
    HIGH_PX,
    MARGIN_PX,
    SWITCH_PX,
    frame_of,
    is_small,
    search_rect,
)
from acutimer.ui.explore.view.body_painting import Lead, paint_dots, paint_floor, paint_leads
from acutimer.ui.explore.view.body_warmth import BodyWarmth
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.view.skin import lit
from acutimer.ui.explore.view.stage import Stage
from acutimer.ui.explore.view.stage_tools import StageTools
from acutimer.ui.explore.words import facing_name
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.tokens import tokens

FACINGS = (Facing.FRONT, Facing.BACK, Facing.SIDE)
BODIES = {Facing.FRONT: "body_front", Facing.BACK: "body_back", Facing.SIDE: "body_side"}
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

TOOLS_PX = 12


class BodyStage(Stage):
    """Front, back or side of the body. An area opens by its pill or by its skin."""

    opened = Signal(object, object)
    """An area, and the side that was clicked; None where no side was meant."""
    area_lit = Signal(object)
    """The Area that is lit now, or None."""
    panel_wanted = Signal()
    """The panel that goes with the body, which covers it here, was asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._facing = Facing.FRONT
        self._area: Area | None = None
        library, atlas = context.library, context.atlas
        self._codes = {area: points_of(area, atlas, library.points) for area in AREAS}
        self.list = AreaPills(self)
        self.list.pressed.connect(self._press)
        for pill in self.pills.values():
            pill.installEventFilter(self)
        self.switch = Switch([facing_name(facing) for facing in FACINGS], name=self.tr("View of the body"), parent=self)
        self.switch.chosen.connect(lambda index: self.turn(FACINGS[index]))
        self.tools = StageTools(self, self, has_warmth=True)
        self.warmth = BodyWarmth(context, self.drawing, self.tools)
        self.panel_button = Button(self.tr("By complaint"), "secondary", height=SWITCH_PX[1], parent=self)
        self.panel_button.clicked.connect(self.panel_wanted)
        self.panel_button.hide()
        for part in (self.list, self.tools.warmth):
            self.warmth.told.connect(part.setAccessibleDescription)
        self.turn(Facing.FRONT)

    @property
    def pills(self) -> dict[Area, AreaPill]:
        """The buttons of the areas."""
        return self.list.all

    @property
    def facing(self) -> Facing:
        """Which way the body is turned."""
        return self._facing

    @property
    def figure(self) -> Figure:
        """The body that is shown."""
        return self._context.atlas.figure(BODIES[self._facing])

    @property
    def area(self) -> Area | None:
        """The area that is lit, by the pointer or by the keyboard."""
        return self._area

    def turn(self, facing: Facing) -> None:
        """Turn the body."""
        if facing is not self._facing:
            self.forget_camera()
        self._facing = facing
        self.switch.set_index(FACINGS.index(facing))
        self.list.show_figure(self.figure, self._codes)
        self._tint()
        self.arrange()

    def turn_by(self, step: int) -> None:
        """To the next view, or the one before."""
        self.turn(FACINGS[(FACINGS.index(self._facing) + step) % len(FACINGS)])

    def light(self, area: Area | None) -> None:
        """Light an area's skin and its pill."""
        if area is self._area:
            return
        self._area = area
        for own, pill in self.pills.items():
            pill.show_lit(own is area)
        self._tint()
        self.update()
        self.area_lit.emit(area)

    def area_under(self, spot: Spot) -> tuple[Area, Side | None] | None:
        """The area whose skin is at a place of the body, as drawn, and its side."""
        found = area_at(self.figure, spot)
        if found is None or not self.figure.covers(spot):
            return None
        return found[0], None if found[1] is Side.BOTH else found[1]

    @property
    def is_small(self) -> bool:
        """Whether the controls stand close together."""
        return is_small(self.width(), self.height(), has_button=not self.panel_button.isHidden())

    def offer_panel(self, is_offered: bool) -> None:
        """Have a button that brings the panel, or none."""
        if is_offered is self.panel_button.isHidden():
            self.panel_button.setVisible(is_offered)
            self.arrange()

    def search_rect(self, *, is_searching: bool) -> QRect:
        """Where the search field stands over the body."""
        panel_px = 0 if self.panel_button.isHidden() else self.panel_button.sizeHint().width()
        return search_rect(
            self.width(), self.list.px, panel_px, is_small_stage=self.is_small, is_searching=is_searching
        )

    # -- the stage -----------------------------------------------------------------------------------

    def frame_at_rest(self) -> Frame | None:
        """The body among its controls."""
        preferences, size = self._context.preferences.value, (self.width(), self.height())
        flipped = is_flipped(self.figure, preferences.first_side, preferences.mirror)
        tools_px = self.tools.sizeHint().width()
        return frame_of(self.figure, size, self.list.px, tools_px, is_flipped=flipped, is_close=self.is_small)

    def follow(self) -> None:
        """The pills make way for what comes nearer; the switch and the tools keep their places."""
        frame = self.frame
        if frame is not None:
            self.list.follow(frame, self._rest or frame, self.height(), is_close=self.is_small)

    def arrange(self) -> None:
        """Lay everything out for the present size, view and mirror."""
        super().arrange()
        frame = self._rest
        if frame is None:
            return
        small, width = self.is_small, self.width()
        top = self.search_rect(is_searching=False).bottom() + 1 + CLOSE_GAP_PX if small else round(frame.top)
        margin, foot = (CLOSE_MARGIN_PX, CLOSE_MARGIN_PX) if small else (MARGIN_PX, FOOT_PX)
        over_switch = 0 if small or self.height() >= HIGH_PX else SWITCH_PX[1] + GAP_PX
        self.list.stand(frame, top, self.height() - foot - over_switch, is_close=small)
        self.follow()
        size = self.switch.sizeHint() if small else self.switch.sizeHint().expandedTo(QSize(*SWITCH_PX))
        axis, pills_end = frame.left + frame.size[0] / 2, margin + self.list.px + 8 if small else margin
        x = round(min(max(axis - size.width() / 2, pills_end), width - size.width() - 12))
        self.switch.setGeometry(x, self.height() - foot - size.height(), size.width(), size.height())
        is_beside = self.switch.geometry().right() + TOOLS_PX + 60 < width
        bottom = self.height() - foot if is_beside else self.switch.y() - TOOLS_PX
        self.tools.stand(width - TOOLS_PX, bottom, is_upright=True)
        button = self.panel_button.sizeHint()
        self.panel_button.setGeometry(QRect(QPoint(width - margin - button.width(), margin), button))

    def is_ground(self, at: QPointF) -> bool:
        """Whether there is no area's skin at a place."""
        return self._under(at) is None

    # -- inside --------------------------------------------------------------------------------------

    def _press(self, pill: AreaPill) -> None:
        if pill.turns:
            self.turn(Facing.BACK)
            self.light(pill.area)
        else:
            self.opened.emit(pill.area, None)

    def _leads(self, frame: Frame) -> list[Lead]:
        """The lines from the pills; none that would lead out of sight, or under something."""
        pills = {area: pill.geometry().translated(self.list.pos()) for area, pill in self.pills.items()}
        leads = []
        for area, zones in frame.figure.areas.items():
            spots = [flip(frame.figure, it.anchor) if frame.is_flipped else it.anchor for it in zones]
            end = min((frame.px(spot) for spot in spots), key=lambda spot: spot[0])
            box = pills[area]
            lead = Lead((box.right() + 1.0, box.top() + box.height() / 2), end, area is self._area)
            others = [other for own, other in pills.items() if own is not area]
            covers = (*self._over, self.switch.geometry(), self.tools.geometry(), *others)
            if lead.is_seen(self.rect(), covers):
                leads.append(lead)
        return leads

    @property
    def _over(self) -> tuple[QRect, ...]:
        """What lies over the body at the top."""
        search = self.search_rect(is_searching=False)
        if not self.is_small:
            search = QRect(0, 0, self.width(), search.bottom() + 1)
        return (search,) if self.panel_button.isHidden() else (search, self.panel_button.geometry())

    def _tint(self) -> None:
        """Light the picture where an area of this body is lit."""
        zones = self.figure.areas.get(self._area, ()) if self._area is not None else ()
        if not zones:
            self.drawing.tint(None)
            return

        def tint(image: QImage, key: FigureKey) -> QImage:
            figure = self._context.atlas.figure(key.id)
            return lit(image, key, figure, zones, tokens(self).pine)

        self.drawing.tint(tint)

    def _under(self, at: QPointF) -> tuple[Area, Side | None] | None:
        frame = self.frame
        return None if frame is None else self.area_under(frame.drawn((at.x(), at.y())))

    def _focused(self) -> Area | None:
        """The area whose pill the keyboard came to; a focus that a click or the window gave lights nothing."""
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return next((area for area, pill in self.pills.items() if by_keys and pill.hasFocus()), None)

    # -- Qt ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The pills and half a body beside them."""
        return QSize(380, 320)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only pills come here
        """A pill under the pointer or with the keyboard lights its area. Arrows with Shift shift the body."""
        if isinstance(watched, AreaPill):
            if event.type() is QEvent.Type.Enter:
                self.light(watched.area)
            elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.light(self._focused())
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ARROWS:
                is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                event.setAccepted(not is_shift)
                return is_shift
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, its light, the dots and the lines from the pills."""
        frame = self.frame
        if frame is None:
            return
        theme = tokens(self)
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paint_floor(painter, frame, theme)
        self.drawing.paint(painter, frame)
        paint_leads(painter, self._leads(frame), theme)
        if self.drawing.image is not None:
            codes = frozenset[str]().union(*self._codes.values())
            hot = self._codes[self._area] if self._area is not None else frozenset[str]()
            paint_dots(painter, frame, codes, hot, theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the skin under the pointer."""
        under = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
        self.light(under[0] if under else self._focused())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the area whose skin was clicked, on the side that was clicked; other buttons are not the body's."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        under = self._under(event.position())
        if under is not None:
            self.opened.emit(*under)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the light go where the keyboard is."""
        super().leaveEvent(event)
        self.light(self._focused())
