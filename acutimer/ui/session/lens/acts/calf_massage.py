"""A hand strokes the calf from the ankle upwards, lifts off at the knee, and begins anew."""

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.bending import soft_step
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.hands import FLAT

ANKLE_Y, KNEE_Y = 292.0, 100.0  # of the palm's middle
PALM_X = -6.0
LEAN = -17.0
STROKES = 0.76  # this share of a movement the hand goes upwards
LEAVES, RETURNS = 0.72, 0.88  # from here to STROKES + FADES it fades, from there it is back at the ankle
FADES = 0.1
OFF_MM = 14.0


class CalfMassage(Cycle):
    """Millimetres of the lower leg seen from behind. The hand comes down its outer side."""

    subject = "calf-massage"
    base = "leg_back"
    center: Place = (0.0, 196.0)
    across = 430.0
    figures = (base, FLAT)
    period_seconds: float = 5.0
    steps = 50
    moving: Rect | None = (-145.0, -21.0, 194.0, 414.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The leg and the hand, which is only seen while it is on the skin."""
        if share < RETURNS:
            off = soft_step((share - LEAVES) / (STROKES + FADES - LEAVES))
            up = soft_step(share / STROKES)
        else:
            off, up = 1 - soft_step((share - RETURNS) / (1 - RETURNS)), 0.0
        at = (PALM_X - OFF_MM * off, ANKLE_Y + (KNEE_Y - ANKLE_Y) * up)
        hand = () if off >= 1 else (Drawn(FLAT, at=at, degrees=LEAN, opacity=1 - off),)
        return (Drawn(self.base), *hand)
