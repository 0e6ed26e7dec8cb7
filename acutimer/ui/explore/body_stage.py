"""The whole body with its areas: pills beside it, the skin itself, and dots where points wait."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.body import Facing, Figure
from acutimer.core.placing import area_at, flip, is_flipped
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.area_pill import HEIGHT_PX, AreaPill
from acutimer.ui.explore.areas import points_of
from acutimer.ui.explore.body_painting import Lead, paint_dots, paint_floor, paint_leads
from acutimer.ui.explore.drawing import Drawing
from acutimer.ui.explore.framing import Frame
from acutimer.ui.explore.labels import spread
from acutimer.ui.explore.skin import lit
from acutimer.ui.explore.words import area_name, facing_name, points_count
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.tokens import tokens

FACINGS = (Facing.FRONT, Facing.BACK, Facing.SIDE)
BODIES = {Facing.FRONT: "body_front", Facing.BACK: "body_back", Facing.SIDE: "body_side"}
# The areas as the pills stand, from above.
AREAS = (Area.LOWER_BACK, Area.KNEE, Area.LOWER_LEG, Area.ANKLE_FOOT)

MARGIN_PX = 24
TOP_PX = 20
SWITCH_PX = (330, 52)
FOOT_PX = 20
# The body stands right of the middle, for the pills stand on the left.
ASIDE_PX = 64
# How far the forearms hang from the middle, in thousandths of the stature, and the pills from them.
ARMS = 190.0
BESIDE_PX = 40


class BodyStage(QWidget):
    """Front, back or side of the body. An area opens by its pill or by its skin."""

    opened = Signal(object, object)
    """An area, and the side that was clicked; None where no side was meant."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drawing = Drawing(context.figures, self)
        self._drawing.changed.connect(self._take)
        self._facing = Facing.FRONT
        self._area: Area | None = None
        self._frame: Frame | None = None
        self._lit: QImage | None = None
        library, atlas = context.library, context.atlas
        self._codes = {area: points_of(area, atlas, library.points) for area in AREAS}
        self.pills = {area: self._pill(area) for area in AREAS}
        self.switch = Switch([facing_name(facing) for facing in FACINGS], name=self.tr("View of the body"), parent=self)
        self.switch.chosen.connect(lambda index: self.turn(FACINGS[index]))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
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
    def frame(self) -> Frame | None:
        """How the body stands on the stage; None before it was laid out."""
        return self._frame

    @property
    def area(self) -> Area | None:
        """The area that is lit, by the pointer or by the keyboard."""
        return self._area

    def turn(self, facing: Facing) -> None:
        """Turn the body."""
        self._facing = facing
        self.switch.set_index(FACINGS.index(facing))
        for area, pill in self.pills.items():
            is_here = area in self.figure.areas
            count = points_count(len(self._codes[area]))
            pill.show_detail(count if is_here else self.tr("on the back"), turns=not is_here)
        self._even_pills()
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
        self._relight()

    def arrange(self) -> None:
        """Lay everything out for the present size, view and mirror."""
        figure, width = self.figure, self.width()
        left, _, rect_width, rect_height = figure.rect
        height = self.height() - TOP_PX - SWITCH_PX[1] - FOOT_PX - 12
        if height < 1:
            return
        scale = height / rect_height
        pills_end = MARGIN_PX + max(pill.sizeHint().width() for pill in self.pills.values())
        half = rect_width * scale / 2
        axis = max(width / 2 + ASIDE_PX, pills_end + min(half, 12 + ARMS * scale))
        axis = min(axis, max(width - half - 8, pills_end + 100 * scale))
        mirror = self._context.preferences.value.mirror
        flipped = is_flipped(figure, self._side_shown, mirror)
        middle = left + rect_width / 2
        self._frame = Frame(figure, flipped, scale, round(axis - (middle - left) * scale), TOP_PX)
        self._place_pills(self._frame)
        size = self.switch.sizeHint().expandedTo(QSize(*SWITCH_PX))
        x = round(min(max(axis - size.width() / 2, MARGIN_PX), width - size.width() - 12))
        self.switch.setGeometry(x, self.height() - FOOT_PX - size.height(), size.width(), size.height())
        self._want()
        self.update()

    # -- inside --------------------------------------------------------------------------------------

    @property
    def _side_shown(self) -> Side:
        return self._context.preferences.value.first_side

    def _pill(self, area: Area) -> AreaPill:
        pill = AreaPill(area, area_name(area), self)
        pill.clicked.connect(lambda: self._press(pill))
        pill.installEventFilter(self)
        return pill

    def _even_pills(self) -> None:
        widest = max(pill.sizeHint().width() for pill in self.pills.values())
        for pill in self.pills.values():
            pill.resize(widest, HEIGHT_PX)

    def _press(self, pill: AreaPill) -> None:
        if pill.turns:
            self.turn(Facing.BACK)
            self.light(pill.area)
        else:
            self.opened.emit(pill.area, None)

    def _place_pills(self, frame: Frame) -> None:
        back = frame.figure.rect[1]
        wanted = []
        for area in AREAS:
            zones = frame.figure.areas.get(area)
            anchor = zones[0].anchor[1] if zones else 385.0
            wanted.append(frame.top + (anchor - back) * frame.scale)
        heights = spread(wanted, [HEIGHT_PX] * len(wanted), frame.top, self.height() - FOOT_PX, 10.0) or wanted
        left, _, width, _ = frame.figure.rect
        reach = frame.px((left + width / 2 - ARMS, 0.0))[0] - BESIDE_PX
        for area, middle in zip(AREAS, heights, strict=True):
            pill = self.pills[area]
            pill.move(round(max(MARGIN_PX, reach - pill.width())), round(middle - HEIGHT_PX / 2))

    def _leads(self, frame: Frame) -> list[Lead]:
        leads = []
        for area, zones in frame.figure.areas.items():
            pill = self.pills[area]
            spots = [flip(frame.figure, it.anchor) if frame.is_flipped else it.anchor for it in zones]
            end = min((frame.px(spot) for spot in spots), key=lambda spot: spot[0])
            box = pill.geometry()
            leads.append(Lead((box.right() + 1.0, box.top() + box.height() / 2), end, area is self._area))
        return leads

    def _want(self) -> None:
        if self._frame is None or not self.isVisible():
            return
        scale, dark = self._frame.scale * self.devicePixelRatio(), tokens(self).is_dark
        bones = self._context.preferences.value.bones
        self._drawing.want(FigureKey(self._frame.figure.id, scale, dark, self._frame.is_flipped, bones))

    def _take(self) -> None:
        self._relight()

    def _relight(self) -> None:
        """Light the present image; None where nothing is to be lit."""
        image, key = self._drawing.image, self._drawing.key
        self._lit = None
        if image is not None and key is not None and self._area is not None:
            figure = self._context.atlas.figure(key.id)
            zones = figure.areas.get(self._area, ())
            self._lit = lit(image, figure, zones, tokens(self).pine, is_flipped=key.flipped) if zones else None
        self.update()

    def _under(self, at: QPointF) -> tuple[Area, Side | None] | None:
        """The area whose skin is at a place, and its side."""
        if self._frame is None:
            return None
        spot = self._frame.drawn((at.x(), at.y()))
        found = area_at(self._frame.figure, spot)
        if found is None or not self._frame.figure.covers(spot):
            return None
        return found[0], None if found[1] is Side.BOTH else found[1]

    def _focused(self) -> Area | None:
        """The area whose pill the keyboard came to; a focus that a click or the window gave lights nothing."""
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return next((area for area, pill in self.pills.items() if by_keys and pill.hasFocus()), None)

    # -- Qt ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The pills and half a body beside them."""
        return QSize(380, 460)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only pills come here
        """A pill under the pointer or with the keyboard lights its area."""
        if isinstance(watched, AreaPill):
            if event.type() is QEvent.Type.Enter:
                self.light(watched.area)
            elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.light(self._focused())
        return super().eventFilter(watched, event)

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
        """Paint the body, its light, the dots and the lines from the pills."""
        frame = self._frame
        if frame is None:
            return
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paint_floor(painter, frame, theme)
        self._drawing.paint(painter, frame, self._lit)
        paint_leads(painter, self._leads(frame), theme)
        if self._drawing.image is not None:
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
        """Open the area whose skin was clicked, on the side that was clicked."""
        under = self._under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and under is not None:
            self.opened.emit(*under)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the light go where the keyboard is."""
        super().leaveEvent(event)
        self.light(self._focused())
