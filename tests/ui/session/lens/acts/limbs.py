"""Where the joints of the body from the side come to be."""

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.side_body import (
    ANKLE,
    ELBOW,
    HIP,
    KNEE,
    SHOULDER,
    WRIST,
    Arm,
    Leg,
    Stance,
    _arm,
    _leg,
)

Joints = tuple[Place, Place, Place]


def leg_joints(stance: Stance, leg: Leg) -> Joints:
    """Hip, knee and ankle of a leg."""
    bend = _leg(stance, leg)
    return bend(HIP), bend(KNEE), bend(ANKLE)


def arm_joints(stance: Stance, arm: Arm) -> Joints:
    """Shoulder, elbow and wrist of an arm."""
    bend = _arm(stance, arm)
    return bend(SHOULDER), bend(ELBOW.pivot), bend(WRIST.pivot)
