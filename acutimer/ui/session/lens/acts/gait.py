"""A calm gait seen from the side: where each foot is at every share of a cycle, and so how both legs are held.

A cycle is two steps and begins as the near heel touches the ground in front. While a foot stands it moves evenly
backwards under the body, as the ground or the belt does; walked backwards, the same cycle runs from its end to its
beginning. All lengths are in thousandths of the stature, all angles in degrees.
"""

import math

from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.bending import soft_step, turned
from acutimer.ui.session.lens.acts.side_body import ANKLE, BALL, HIP, Leg, leg_to

STANDING = 0.62  # of a cycle: a calm walker has both feet on the ground for a quarter of it
HEEL: Place = (44.0, 1001.0)
STRIKE_DEGREES, PUSH_DEGREES = 11.0, -24.0
BEHIND = 26.0  # the feet stand a little longer behind the hips than before them
GROUND_Y = 1003.2  # as far down as the drawing's foot reaches
_FLAT_FROM, _FLAT_TO = 0.12, 0.36
_CLEARANCE = 20.0


def hip_at(share: float) -> Place:
    """Where the hip joint is: lowest while both feet are on the ground."""
    return (HIP[0], HIP[1] + 6.0 + 4.0 * math.cos(4 * math.pi * share))


def leg_at(share: float, stride: float, hip: Place) -> Leg:
    """How the leg is held whose heel touched the ground at share 0. `stride` is the way of a whole cycle."""
    share %= 1.0
    ankle, pitch, toes = foot_at(share, stride)
    return leg_to(hip, ankle, pitch, toes)


def foot_at(share: float, stride: float) -> tuple[Place, float, float]:
    """Where the ankle is, how far the foot is turned (toes up is more), and the toes against it."""
    if share <= STANDING:
        return _standing(share, stride)
    start, start_pitch, start_toes = _standing(STANDING, stride)
    end, end_pitch, _ = _standing(0.0, stride)
    swing = (share - STANDING) / (1 - STANDING)
    # The foot leaves the ground and comes back to it as fast as the ground moves, so that it never slides.
    pace = -stride * (1 - STANDING)
    x = _hermite(swing, start[0], end[0], -pace, -pace)
    y = start[1] + (end[1] - start[1]) * soft_step(swing) - _CLEARANCE * math.sin(math.pi * swing) ** 2
    up = soft_step(swing / 0.75)
    pitch = start_pitch + (end_pitch - start_pitch) * up
    return (x, y), pitch, start_toes * (1 - soft_step(swing / 0.4))


def on_ground(_drawn: Place, there: Place) -> Place:
    """The ground flattens the ball of the foot that pushes off."""
    return (there[0], min(there[1], GROUND_Y))


def _standing(share: float, stride: float) -> tuple[Place, float, float]:
    shift = stride * (share - STANDING / 2) + BEHIND
    if share < _FLAT_FROM:
        pitch = STRIKE_DEGREES * (1 - share / _FLAT_FROM) ** 2
        ankle = turned(ANKLE, HEEL, pitch)
        return (ankle[0] + shift, ankle[1]), pitch, 0.0
    pitch = PUSH_DEGREES * max(0.0, (share - _FLAT_TO) / (STANDING - _FLAT_TO)) ** 1.8
    ankle = turned(ANKLE, BALL, pitch)
    return (ankle[0] + shift, ankle[1]), pitch, -pitch


def _hermite(t: float, start: float, end: float, leaving: float, arriving: float) -> float:
    a, b = 2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t
    c, d = -2 * t**3 + 3 * t**2, t**3 - t**2
    return a * start + b * leaving + c * end + d * arriving
