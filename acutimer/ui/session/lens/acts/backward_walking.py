"""Walking backwards on a treadmill, the back to its panel, seen from the side."""

from collections.abc import Mapping
from dataclasses import replace

from acutimer.core.body import Figure
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.gait import hip_at, leg_at, on_ground
from acutimer.ui.session.lens.acts.side_body import FIGURE, Stance, arm_to, posed

TECHNIQUE = "backward-walking"
TREADMILL, BELT, FRONT, FLOOR = "treadmill", "treadmill-belt", "treadmill-front", "floor"
POSES = 18
PERIOD_SECONDS = 2.4  # two steps; product choice: a slow start
STRIDE = 250.0  # two steps, in thousandths of the stature
MARK_GAP = STRIDE / 5  # so that the belt is where it was after a whole cycle
FLOOR_Y = 1052.0
WRIST_ON_RAIL: Place = (-52.0, 477.0)
HAND_DEGREES = 62.0
RECT: Rect = (-190.0, -10.0, 360.0, 1020.0)


class BackwardWalking(Cycle):
    """One cycle of two steps backwards; the belt carries the standing foot forwards."""

    subject = TECHNIQUE
    base = FIGURE
    center: Place = (20.0, 530.0)
    across = 1210.0
    figures = (FIGURE, FLOOR, TREADMILL, BELT, FRONT, *(f"{TECHNIQUE} {number}" for number in range(POSES)))
    period_seconds: float = PERIOD_SECONDS
    steps = POSES
    moving: Rect | None = (-360.0, -14.0, 750.0, 1050.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The treadmill, its belt moving, the walker, and what of the treadmill is in front."""
        number = round(share * POSES) % POSES
        shift = (STRIDE * number / POSES) % MARK_GAP
        return (
            Drawn(FLOOR, at=(0.0, FLOOR_Y)),
            Drawn(TREADMILL),
            Drawn(BELT, at=(-shift, 0.0)),
            Drawn(f"{TECHNIQUE} {number}"),
            Drawn(FRONT),
        )

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The walker at that step."""
        return posed(drawings[FIGURE], stance_at(int(figure_id.split(" ")[1]) / POSES), figure_id, RECT)

    def frame(self, _drawings: Mapping[str, Figure], _figure_id: str) -> Rect:
        """The same for all of them."""
        return RECT


def stance_at(share: float) -> Stance:
    """How the walker is held: the cycle of walking from its end to its beginning, both hands on the rails."""
    back = 1 - share
    hip = hip_at(back)
    near, far = leg_at(back, STRIDE, hip), leg_at(back + 0.5, STRIDE, hip)
    stance = Stance(hip, 3.0, 3.0, near, far, press=on_ground)
    return replace(stance, arm=arm_to(stance, WRIST_ON_RAIL, HAND_DEGREES, fingers_seen=0.7))
