"""The small lens: the figure on its disc, and the ring that is the time."""

from functools import cached_property

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from acutimer import paths
from acutimer.core.session import Session
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.context import Context
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.ring import Ring, draw_count, draw_countdown, draw_notch
from acutimer.ui.session.mini.dial_face import DialFace
from acutimer.ui.session.mini.view import RADIUS_PX, View, view_of
from acutimer.ui.session.mini.vignette import Look, Vignette

SIZE_PX = 102
RING_PX, BAND_PX = 45.0, 7.0
NOTCH_SHARE = 0.5  # the gap's width, of the large ring's
JUMP_SHARE = 0.05  # a ring that moves further at once is painted whole


class Dial(QWidget):
    """Shows one view and one face; only what changed is painted again. The window takes what is pressed on it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: View | None = None
        self._face = DialFace()
        self._disc: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(SIZE_PX, SIZE_PX)
        context.figures.drawn.connect(self._on_drawn)

    @property
    def face(self) -> DialFace:
        """What is round the picture."""
        return self._face

    @property
    def view(self) -> View | None:
        """What is in it."""
        return self._view

    def show_view(self, session: Session) -> None:
        """Turn to the phase of `session`."""
        context = self._context
        view = view_of(session, context.library, context.atlas, context.preferences.value)
        if view != self._view:
            self._view = view
            self._draw_anew()

    def show_face(self, face: DialFace) -> None:
        """Show the time."""
        before, self._face = self._face, face
        if face == before:
            return
        if (face.is_raised, face.is_held) != (before.is_raised, before.is_held):
            self._draw_anew()
            return
        is_step = before.to_go is not None and face.to_go is not None and face.to_go > 0
        is_other_ring = (face.notch, face.is_ember) != (before.notch, before.is_ember)
        if face.reps or not is_step or is_other_ring or abs(_apart(before, face)) > JUMP_SHARE:
            self.update()
        else:
            ring = self._ring()
            self.update(ring.tip(before.to_go or 0.0).united(ring.tip(face.to_go or 0.0)).toAlignedRect())

    def close_drawings(self) -> None:
        """Wait for what is being drawn; nothing is drawn after."""
        if "_vignette" in self.__dict__:
            self._acts.close()

    # -- inside ----------------------------------------------------------------------------------

    @cached_property
    def _poses(self) -> Poses:
        return Poses(paths.resources() / "body", self._context.library.rules)

    @cached_property
    def _acts(self) -> Figures:
        acts = Figures(self._poses, parent=self)
        acts.drawn.connect(self._on_drawn)
        return acts

    @cached_property
    def _vignette(self) -> Vignette:
        return Vignette(self._context.figures, self._context.atlas, self._acts, self._poses)

    def _look(self) -> Look:
        return Look(tokens(self), self.devicePixelRatioF(), self._face.is_raised, self._face.is_held)

    def _draw_anew(self) -> None:
        self._disc = None
        self.update()

    def _on_drawn(self, key: FigureKey) -> None:
        if self._view is not None and self.isVisible() and key in self._vignette.keys(self._view, self._look()):
            self._draw_anew()

    def _ring(self) -> Ring:
        return Ring(QPointF(SIZE_PX / 2, SIZE_PX / 2), RING_PX, BAND_PX)

    # -- Qt --------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_anew()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc and ring."""
        face, theme, ring = self._face, tokens(self), self._ring()
        if self._disc is None or self._disc.devicePixelRatio() != self.devicePixelRatioF():
            self._disc = self._vignette.disc(self._view, self._look())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = SIZE_PX / 2 - RADIUS_PX
        painter.drawPixmap(QPointF(corner, corner), self._disc)
        colour = color(theme.ember if face.is_ember else theme.pine)
        track = color(theme.ember_track if face.is_ember else theme.pine_soft)
        if face.reps:
            draw_count(painter, ring, face.done, face.reps, colour=colour, track=track)
        else:
            draw_countdown(painter, ring, face.to_go or 0.0, colour, track)
            if face.notch:
                draw_notch(painter, ring, face.notch, color(theme.surface), NOTCH_SHARE)
        painter.end()


def _apart(before: DialFace, face: DialFace) -> float:
    return (before.to_go or 0.0) - (face.to_go or 0.0)
