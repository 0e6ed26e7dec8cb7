"""The whole body with its areas: pills beside it, the skin itself, and dots where points wait."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Facing, Figure
from acutimer.core.placing import area_at, flip, is_flipped
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import points_of
from acutimer.ui.explore.marking.labels import spread
from acutimer.ui.explore.view.area_pill import HEIGHT_PX, AreaPill
from acutimer.ui.explore.view.body_painting import Lead, paint_dots, paint_floor, paint_leads
from acutimer.ui.explore.view.body_warmth import BodyWarmth
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.view.skin import lit
from acutimer.ui.explore.view.stage import Stage
from acutimer.ui.explore.view.stage_tools import StageTools
from acutimer.ui.explore.words import area_name, facing_name, points_count
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.tokens import tokens

FACINGS = (Facing.FRONT, Facing.BACK, Facing.SIDE)
BODIES = {Facing.FRONT: "body_front", Facing.BACK: "body_back", Facing.SIDE: "body_side"}
# The areas as the pills stand, from above, and how high on the body each stands where that shows no such area.
AREAS = {Area.LOWER_BACK: 385.0, Area.HAND: 500.0, Area.KNEE: 715.0, Area.LOWER_LEG: 830.0, Area.ANKLE_FOOT: 950.0}

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

MARGIN_PX = 24
# The search field stands over the body, and ends there.
TOP_PX, COVERED_PX = 92, 80
SWITCH_PX = (330, 52)
FOOT_PX = 20
TOOLS_PX = 12
# The body stands right of the middle, for the pills stand on the left.
ASIDE_PX = 64
# How far the hands hang from the middle, in thousandths of the stature, and the pills from them.
ARMS = 205.0
BESIDE_PX = 40


class BodyStage(Stage):
    """Front, back or side of the body. An area opens by its pill or by its skin."""

    opened = Signal(object, object)
    """An area, and the side that was clicked; None where no side was meant."""
    area_lit = Signal(object)
    """The Area that is lit now, or None."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._facing = Facing.FRONT
        self._area: Area | None = None
        library, atlas = context.library, context.atlas
        self._codes = {area: points_of(area, atlas, library.points) for area in AREAS}
        self.list = Listing(self)
        self.list.setAccessibleName(self.tr("Areas of the body"))
        self.pills = {area: self._pill(area) for area in AREAS}
        self.switch = Switch([facing_name(facing) for facing in FACINGS], name=self.tr("View of the body"), parent=self)
        self.switch.chosen.connect(lambda index: self.turn(FACINGS[index]))
        self.tools = StageTools(self, self, has_warmth=True)
        self.warmth = BodyWarmth(context, self.drawing, self.tools)
        for part in (self.list, self.tools.warmth):
            self.warmth.told.connect(part.setAccessibleDescription)
        self.turn(Facing.FRONT)

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
        for area, pill in self.pills.items():
            turns = area is Area.LOWER_BACK and area not in self.figure.areas
            words = self.tr("your ruler") if area is Area.HAND else points_count(len(self._codes[area]))
            pill.show_detail(self.tr("on the back") if turns else words, turns=turns)
        widest = max(pill.sizeHint().width() for pill in self.pills.values())
        for pill in self.pills.values():
            pill.resize(widest, HEIGHT_PX)
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

    # -- the stage -----------------------------------------------------------------------------------

    def frame_at_rest(self) -> Frame | None:
        """The body between the search field and the switch, with room for the pills."""
        figure, width = self.figure, self.width()
        _, _, rect_width, rect_height = figure.rect
        height = self.height() - TOP_PX - SWITCH_PX[1] - FOOT_PX - 12
        if height < 1:
            return None
        scale = height / rect_height
        pills_end = MARGIN_PX + max(pill.sizeHint().width() for pill in self.pills.values())
        half = rect_width * scale / 2
        axis = max(width / 2 + ASIDE_PX, pills_end + min(half, 12 + ARMS * scale))
        axis = min(axis, max(width - half - 8, pills_end + 100 * scale))
        flipped = is_flipped(figure, self._context.preferences.value.first_side, self._context.preferences.value.mirror)
        return Frame(figure, flipped, scale, round(axis - rect_width / 2 * scale), TOP_PX)

    def follow(self) -> None:
        """The pills make way for what comes nearer; the switch and the tools keep their places."""
        frame = self.frame
        if frame is not None:
            self._move_pills(frame)

    def arrange(self) -> None:
        """Lay everything out for the present size, view and mirror."""
        super().arrange()
        frame = self._rest
        if frame is None:
            return
        self._place_pills(frame)
        size = self.switch.sizeHint().expandedTo(QSize(*SWITCH_PX))
        axis = frame.left + frame.size[0] / 2
        x = round(min(max(axis - size.width() / 2, MARGIN_PX), self.width() - size.width() - 12))
        self.switch.setGeometry(x, self.height() - FOOT_PX - size.height(), size.width(), size.height())
        is_beside = self.switch.geometry().right() + TOOLS_PX + 60 < self.width()
        bottom = self.height() - FOOT_PX if is_beside else self.switch.y() - TOOLS_PX
        self.tools.stand(self.width() - TOOLS_PX, bottom, is_upright=True)

    def take_drawing(self) -> None:
        """Another picture."""
        self.update()

    def is_ground(self, at: QPointF) -> bool:
        """Whether there is no area's skin at a place."""
        return self._under(at) is None

    # -- inside --------------------------------------------------------------------------------------

    def _pill(self, area: Area) -> AreaPill:
        pill = AreaPill(area, area_name(area), self.list)
        pill.clicked.connect(lambda: self._press(pill))
        pill.installEventFilter(self)
        return pill

    def _press(self, pill: AreaPill) -> None:
        if pill.turns:
            self.turn(Facing.BACK)
            self.light(pill.area)
        else:
            self.opened.emit(pill.area, None)

    def _place_pills(self, frame: Frame) -> None:
        back = frame.figure.rect[1]
        wanted = []
        for area, height in AREAS.items():
            zones = frame.figure.areas.get(area)
            wanted.append(frame.top + ((zones[0].anchor[1] if zones else height) - back) * frame.scale)
        middles = sorted(wanted)
        heights = spread(middles, [HEIGHT_PX] * len(wanted), frame.top, self.height() - FOOT_PX, 10.0) or middles
        for area, middle in zip(AREAS, heights, strict=True):
            self.pills[area].move(0, round(middle - HEIGHT_PX / 2))
        self._move_pills(self.frame or frame)

    def _move_pills(self, frame: Frame) -> None:
        """Stand beside the hands, but never farther in than when the body is seen whole, and always in sight."""
        widest = max(pill.width() for pill in self.pills.values())
        left, _, width, _ = frame.figure.rect
        hands = min(it.px((left + width / 2 - ARMS, 0.0))[0] for it in (frame, self._rest or frame))
        self.list.setGeometry(round(max(MARGIN_PX, hands - BESIDE_PX - widest)), 0, widest, self.height())

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
            covers = (QRect(0, 0, self.width(), COVERED_PX), self.switch.geometry(), self.tools.geometry(), *others)
            if lead.is_seen(self.rect(), covers):
                leads.append(lead)
        return leads

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
        return QSize(380, 460)

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
