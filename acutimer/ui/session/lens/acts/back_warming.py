"""Both palms rest on the lower back. They rise and sink with a slow breath, and their warmth swells and fades."""

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.hands import FLAT, wave

WARMTH = "warmth"
PALM: Place = (73.0, -14.0)
LEAN = 31.0
BREATH_MM = 2.4
FAINTEST = 0.15


class BackWarming(Cycle):
    """Millimetres of the lower back seen from behind: the thumbs look outwards, round the waist."""

    subject = "lower-back-warming"
    base = "lower_back"
    center: Place = (0.0, -26.0)
    across = 372.0
    figures = (base, WARMTH, FLAT)
    period_seconds: float = 8.0
    steps = 24
    moving: Rect | None = (-186.0, -172.0, 372.0, 300.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The back, the warmth, the hands."""
        breath = (1 - wave(share)) / 2
        x, y = PALM[0] + BREATH_MM * breath, PALM[1] - BREATH_MM * breath
        return (
            Drawn(self.base),
            Drawn(WARMTH, opacity=FAINTEST + (1 - FAINTEST) * breath),
            Drawn(FLAT, at=(-x, y), degrees=-LEAN),
            Drawn(FLAT, at=(x, y), degrees=LEAN, is_flipped=True),
        )
