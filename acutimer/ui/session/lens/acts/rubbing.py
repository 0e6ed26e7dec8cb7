"""Both palms glide up and down on the two sides of the knee, in turn."""

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.hands import BESIDE, wave

PALM_X = 41.0  # so far from the midline the palms lie
MIDDLE_Y, REACH_MM = 2.0, 26.0


class Rubbing(Cycle):
    """Millimetres of the knee seen from the front."""

    subject = "knee-rubbing"
    base = "knee_front"
    center: Place = (0.0, -8.0)
    across = 270.0
    figures = (base, BESIDE)
    period_seconds: float = 4.0
    steps = 40
    moving: Rect | None = (-96.0, -143.0, 192.0, 256.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The knee, one hand up while the other is down."""
        shift = REACH_MM * wave(share)
        return (
            Drawn(self.base),
            Drawn(BESIDE, at=(-PALM_X, MIDDLE_Y + shift), is_flipped=True),
            Drawn(BESIDE, at=(PALM_X, MIDDLE_Y - shift)),
        )
