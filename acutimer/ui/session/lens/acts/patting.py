"""Cupped hands pat the knee in front and behind, then on its two sides. They land exactly on the beat."""

import math

from acutimer.core.pacing import Motion, beat_of
from acutimer.core.planning import Phase
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.hands import BEHIND, BESIDE, CUPPED, SHADE

RESTS = 0.12  # this share of a pat the hands stay where they landed
PART = 0.4  # shares 0 to PART are a pat in front and behind, 1 - PART to 1 one on the sides; between lies nothing
FRONT: Place = (-2.0, -4.0)
FRONT_LEAN = -24.0
BEHIND_AT: Place = (-2.0, 16.0)
BEHIND_LEAN = 48.0
SIDE_X, SIDE_Y = 43.0, 4.0


class Patting:
    """Millimetres of the knee seen from the front. One hand comes from the inner side, the other from the outer."""

    subject = "empty-palm-patting"
    base = "knee_front"
    center: Place = (0.0, -6.0)
    across = 300.0
    figures = (base, SHADE, CUPPED, BEHIND, BESIDE)
    period_seconds = None
    steps = 21
    moving: Rect | None = (-134.0, -156.0, 276.0, 252.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The knee between the hands."""
        if share < 0.5:
            return self._front_and_back(lifted(share / PART))
        return self._sides(lifted((share - 1 + PART) / PART))

    def share(self, phase: Phase, elapsed: float) -> float:
        """How far the pat has come: 0 and `PART` are landed in front, 1 - `PART` and 1 on the sides."""
        beat = beat_of(phase, elapsed)
        if beat is None or not phase.beat_seconds:
            return 0.0
        within = math.fmod(beat.seconds_in, phase.beat_seconds) / phase.beat_seconds
        return within * PART if beat.motion is Motion.FRONT_AND_BACK else 1 - PART + within * PART

    def _front_and_back(self, height: float) -> tuple[Drawn, ...]:
        x, y = FRONT
        away_x, away_y = BEHIND_AT
        return (
            Drawn(BEHIND, at=(away_x + 20 * height, away_y - 18 * height), degrees=BEHIND_LEAN),
            Drawn(self.base),
            Drawn(
                SHADE,
                at=(x + 3 + 9 * height, y + 3 + 9 * height),
                degrees=FRONT_LEAN,
                opacity=0.8 - 0.4 * height,
                is_flipped=True,
            ),
            Drawn(
                CUPPED,
                at=(x - 10 * height, y - 26 * height),
                degrees=FRONT_LEAN,
                scale=1 + 0.08 * height,
                is_flipped=True,
            ),
        )

    def _sides(self, height: float) -> tuple[Drawn, ...]:
        x, y = SIDE_X + 30 * height, SIDE_Y - 6 * height
        return (
            Drawn(self.base),
            Drawn(BESIDE, at=(-x, y), degrees=-8 * height, is_flipped=True),
            Drawn(BESIDE, at=(x, y), degrees=8 * height),
        )


def lifted(within: float) -> float:
    """How high the hands are lifted, 0 to 1, so far into a pat: 0 at both its ends."""
    share = (within - RESTS) / (1 - RESTS)
    return math.sin(math.pi * share) if 0 < share < 1 else 0.0
