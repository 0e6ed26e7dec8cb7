"""The small round picture of a step: where hands are, or what one does."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer import paths
from acutimer.core.placing import flip, is_flipped
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import PressStep, Step, subject_of
from acutimer.core.settings import Settings
from acutimer.core.sides import Side, Sides
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.entries import icon_of
from acutimer.ui.kit.buttons import Look as Ground
from acutimer.ui.kit.buttons import paint_shape
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.scene import scene_of
from acutimer.ui.session.mini.view import AIR, NEARER, RADIUS_PX, View
from acutimer.ui.session.mini.vignette import Look, Vignette

ICON_PX = 32
ACTS = "drawings of acts"


class StepPicture(QWidget):
    """The same drawing as in the session, come nearer; an icon where there is nothing to see."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: View | None = None
        self._icon = ""
        acts = _acts_of(context)
        poses = Poses(paths.resources() / "body", context.library.rules)
        self._vignette = Vignette(context.figures, context.atlas, acts, poses)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.figures.drawn.connect(self._on_drawn)
        acts.drawn.connect(self._on_drawn)

    @property
    def view(self) -> View | None:
        """What is to be seen in it, or None."""
        return self._view

    def show_step(self, step: Step) -> None:
        """Show another step."""
        settings = self._context.preferences.value
        view, icon = _view_of(step, self._context, settings), icon_of(step, self._context.library)
        if (view, icon) != (self._view, self._icon):
            self._view, self._icon = view, icon
            self.update()

    def _on_drawn(self, key: FigureKey) -> None:
        if self._view is not None and self.isVisible() and key in self._vignette.keys(self._view, self._look()):
            self.update()

    def _look(self) -> Look:
        return Look(tokens(self), self.devicePixelRatioF(), is_raised=True)

    # -- Qt ------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(round(2 * RADIUS_PX), round(2 * RADIUS_PX))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc, or the icon on its ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view is not None:
            painter.drawPixmap(QPointF(0, 0), self._vignette.disc(self._view, self._look()))
        else:
            theme = tokens(self)
            paint_shape(painter, QRectF(self.rect()), self.width() / 2, Ground(theme.inset, theme.ink2))
            if self._icon:
                paint_icon(painter, self._icon, QRectF(self.rect()).center(), ICON_PX, color(theme.ink2), 1.6)
        painter.end()


def _acts_of(context: Context) -> Figures:
    """One for all pictures; it goes when the figures do."""
    found = context.figures.findChild(Figures, ACTS, Qt.FindChildOption.FindDirectChildrenOnly)
    if found is not None:
        return found
    made = Figures(Poses(paths.resources() / "body", context.library.rules), parent=context.figures)
    made.setObjectName(ACTS)
    return made


def _view_of(step: Step, context: Context, settings: Settings) -> View | None:
    sides: Sides | None = getattr(step, "sides", None)
    side = None if sides is None else sides.order(settings.first_side)[0]
    subject, figures = subject_of(step), context.atlas
    act = act_of(subject)
    if act is not None:
        figure = figures[act.base]
        flipped = is_flipped(figure, side or Side.BOTH, settings.mirror)
        return View(figure.id, flipped, flip(figure, act.center) if flipped else act.center, act.across, act=act)
    kind = PhaseKind.PRESS if isinstance(step, PressStep) else PhaseKind.TECHNIQUE
    phase = Phase(kind=kind, step=0, seconds=1, subject=subject, side=side)
    scene = scene_of(phase, context.library, figures, settings.mirror)
    if scene is None or not scene.active:
        return None
    (x, y), active = scene.center, scene.active
    away = max((abs(number) for place in active for number in (place[0] - x, place[1] - y)), default=0.0)
    is_close = figures[scene.figure].area is not None
    across = max(scene.across * (NEARER if is_close else 1.0), 2 * AIR * away)
    return View(scene.figure, scene.is_flipped, (x, y), across, settings.bones and is_close, active)
