"""A warm folded towel lies over the knee, and both hands smooth it."""

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.hands import FLAT, pair, wave

TOWEL = "towel"
PALM: Place = (74.0, -26.0)
LEAN = 28.0
STROKE: Place = (5.0, 14.0)  # outwards and down, half the way


class WarmingUp(Cycle):
    """Millimetres of the knee seen from the front."""

    subject = "warm-up"
    base = "knee_front"
    center: Place = (0.0, -16.0)
    across = 300.0
    figures = (base, TOWEL, FLAT)
    period_seconds: float = 6.0
    steps = 48
    moving: Rect | None = (-150.0, -143.0, 300.0, 222.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The knee, the towel, the hands."""
        way = -wave(share)
        x, y = PALM[0] + STROKE[0] * way, PALM[1] + STROKE[1] * way
        return (Drawn(self.base), Drawn(TOWEL), *pair(FLAT, x, y, LEAN))
