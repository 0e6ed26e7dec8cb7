"""The lens's size, and where a place of a drawing lies in it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from acutimer.core.splines import Place
from acutimer.ui.kit.tokens import Tokens
from acutimer.ui.session.lens.scene import Scene

RADIUS_PX = 232.0


@dataclass(frozen=True, slots=True)
class Geometry:
    """The lens's size: `side` px, `scale` times the design's, `ratio` device px to the px."""

    side: float
    scale: float
    ratio: float

    @property
    def middle(self) -> QPointF:
        """The middle of lens and ring."""
        return QPointF(self.side / 2, self.side / 2)

    @property
    def radius(self) -> float:
        """The disc's, in px."""
        return RADIUS_PX * self.scale

    @property
    def disc(self) -> QRectF:
        """The square the disc touches."""
        return QRectF(self.side / 2 - self.radius, self.side / 2 - self.radius, 2 * self.radius, 2 * self.radius)

    def px_per_unit(self, across: float) -> float:
        """How large a figure is shown of which the lens shows so much."""
        return 2 * self.radius / across

    def px(self, scene: Scene, there: Place, center: Place | None = None) -> QPointF:
        """Where a place of the scene is, `center` being in the middle (the scene's own, if not told otherwise)."""
        x, y = center or scene.center
        scale = self.px_per_unit(scene.across)
        return QPointF(self.side / 2 + (there[0] - x) * scale, self.side / 2 + (there[1] - y) * scale)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is painted on: the size, and the colours."""

    geometry: Geometry
    theme: Tokens
