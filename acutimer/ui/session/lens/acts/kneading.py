"""Two fingers of each hand make small circles, and the circles wander round the kneecap."""

import math

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.hands import TWO_FINGERS, pair, wave

CIRCLE_SECONDS = 2.0
CIRCLES = 6  # on the way along one side of the kneecap and back
CIRCLE_MM = 5.0
ROUND_MM = (39.0, 42.0)  # half the width and height of the way round the kneecap
WANDER = math.radians(48)  # so far up and down from the kneecap's side
LEAN = 30.0


class Kneading(Cycle):
    """Millimetres of the knee seen from the front."""

    subject = "knee-kneading"
    base = "knee_front"
    center: Place = (0.0, -20.0)
    across = 276.0
    figures = (base, TWO_FINGERS)
    period_seconds: float = CIRCLE_SECONDS * CIRCLES
    steps = 96
    moving: Rect | None = (-138.0, -157.0, 276.0, 220.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The knee and both hands, mirror images of each other."""
        round_x, round_y = ROUND_MM
        way, circle = WANDER * wave(share), 2 * math.pi * share * CIRCLES
        x = round_x * math.cos(way) + CIRCLE_MM * math.cos(circle)
        y = -round_y * math.sin(way) + CIRCLE_MM * math.sin(circle)
        return (Drawn(self.base), *pair(TWO_FINGERS, x, y, LEAN))
