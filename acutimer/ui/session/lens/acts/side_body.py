"""The whole body from the side as a puppet: the drawing body_side with its limbs turned at their joints.

The unit is a thousandth of the stature. The figure looks to the left, so that turning a hanging limb clockwise (more
degrees) takes it forwards. Its two legs are drawn as one; where they part, the far one is a copy in the shade.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from acutimer.core.body import Edge, Figure, Layer, Outline, Part, Role, Soft
from acutimer.core.splines import Curve, Place
from acutimer.ui.session.lens.acts.act import Rect
from acutimer.ui.session.lens.acts.bending import (
    Bend,
    Change,
    Joint,
    bearing,
    bent_curve,
    bent_part,
    finer,
    knee_of,
    reshaped,
    reshaped_layer,
    soft_step,
    turned,
)
from acutimer.ui.session.lens.acts.shading import in_shade

FIGURE = "body_side"
HIP: Place = (5.0, 475.0)
KNEE: Place = (6.0, 718.0)
ANKLE: Place = (17.0, 957.0)
BALL: Place = (-62.0, 998.0)
SOLE_Y = 1003.0
THIGH = math.dist(HIP, KNEE)
SHANK = math.dist(KNEE, ANKLE)

NECK = Joint((14.0, 146.0), fan=40, reach=60, moves_below=False)
HIPS = Joint(HIP, fan=90, reach=130)
KNEES = Joint(KNEE, fan=42, reach=90)
ANKLES = Joint(ANKLE, fan=28, reach=46)
SHOULDER: Place = (3.0, 212.0)
ELBOW = Joint((7.0, 370.0), fan=32, reach=62)
WRIST = Joint((-3.0, 508.0), fan=24, reach=36)
UPPER_ARM = math.dist(SHOULDER, ELBOW.pivot)
FOREARM = math.dist(ELBOW.pivot, WRIST.pivot)
KNUCKLES_Y, TIPS_Y = 560.0, 613.0
TOES_SPAN = 16.0
FOOT_TOP_Y = 940.0  # above this nothing belongs to the toes

_THIGH_TOP_Y = 436.0  # where the far leg is cut off, behind the body
_FINE = 14.0
_EDGE = Edge(Role.OUTLINE, 1.3, 1.0)

Press = Callable[[Place, Place], Place]


def _as_it_is(there: Place) -> Place:
    return there


def _pressed_by_nothing(_drawn: Place, there: Place) -> Place:
    return there


@dataclass(frozen=True, slots=True)
class Leg:
    """How a leg is held: how far thigh, shank and foot are turned from hanging straight, and the toes from the foot."""

    thigh: float = 0.0
    shank: float = 0.0
    foot: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True, slots=True)
class Arm:
    """How an arm is held: how far upper arm, forearm and hand are turned from hanging straight.

    `lower_seen`, `hand_seen` and `fingers_seen` are how much of their length is seen: less than 1 where they point
    towards us or away, or curl round something.
    """

    upper: float = 0.0
    lower: float = 0.0
    hand: float = 0.0
    lower_seen: float = 1.0
    hand_seen: float = 1.0
    fingers_seen: float = 1.0


@dataclass(frozen=True, slots=True)
class Stance:
    """How the whole body stands. `hip` is where the hip joint is, `lean` how far the trunk leans forwards.

    `head` turns the head upwards against the trunk. `flesh` moves the skin before anything turns, `press` at the end:
    it is told where a place was drawn and where it has come to.
    """

    hip: Place = HIP
    lean: float = 0.0
    head: float = 0.0
    near: Leg = Leg()
    far: Leg | None = None
    arm: Arm = Arm()
    far_arm: Arm | None = None
    flesh: Bend = _as_it_is
    press: Press = _pressed_by_nothing


def leg_to(hip: Place, ankle: Place, foot: float = 0.0, toes: float = 0.0) -> Leg:
    """The leg that reaches from `hip` to `ankle`, the knee in front. Raises ValueError where it is too short."""
    knee = knee_of(hip, ankle, THIGH, SHANK)
    return Leg(bearing(hip, knee) - bearing(HIP, KNEE), bearing(knee, ankle) - bearing(KNEE, ANKLE), foot, toes)


def arm_to(stance: Stance, wrist: Place, hand: float, *, fingers_seen: float = 1.0) -> Arm:
    """The arm that reaches from the shoulder of the stance to `wrist`, the elbow behind. Raises ValueError likewise."""
    shoulder = _trunk(stance)(SHOULDER)
    elbow = knee_of(shoulder, wrist, UPPER_ARM, FOREARM, forward=1)
    upper = bearing(shoulder, elbow) - bearing(SHOULDER, ELBOW.pivot)
    lower = bearing(elbow, wrist) - bearing(ELBOW.pivot, WRIST.pivot)
    return Arm(upper, lower, hand, fingers_seen=fingers_seen)


def posed(figure: Figure, stance: Stance, figure_id: str, rect: Rect) -> Figure:
    """The body standing so. It is shown in `rect`; nothing of it is for clicking or for points."""
    named = {part.name: part for part in figure.parts if isinstance(part, Part)}
    near, arm, head = _leg(stance, stance.near), _arm(stance, stance.arm), _head(stance)
    body = _body(named["body"], near, arm)
    parts: list[Part | Outline] = []
    if stance.far_arm is not None:
        far_arm = _arm(stance, stance.far_arm)
        parts += [in_shade(reshaped(named["arm"], _by(far_arm)), _EDGE)]
    if stance.far is not None:
        parts += [_far_leg(named["body"], _leg(stance, stance.far))]
    parts += [body, bent_part(named["hair"], head), bent_part(named["ear"], head)]
    parts += [part for part in figure.parts if isinstance(part, Outline)]
    parts += [reshaped(named["arm"], _by(arm)), reshaped(named["arm_edge"], _by(arm))]
    return replace(figure, id=figure_id, rect=rect, parts=tuple(parts), landmarks={}, axis=(), placements={}, areas={})


def _trunk(stance: Stance) -> Bend:
    dx, dy = stance.hip[0] - HIP[0], stance.hip[1] - HIP[1]

    def bend(there: Place) -> Place:
        x, y = turned(there, HIP, -stance.lean)
        return (x + dx, y + dy)

    return bend


def _head(stance: Stance) -> Bend:
    trunk = _trunk(stance)
    return lambda there: trunk(NECK.rigid(there, stance.head))


def _leg(stance: Stance, leg: Leg) -> Bend:
    """The skin of head, trunk and one leg."""
    trunk = _trunk(stance)
    hip, knee, ankle = leg.thigh + stance.lean, leg.shank - leg.thigh, leg.foot - leg.shank

    def bend(drawn: Place) -> Place:
        there = stance.flesh(drawn)
        there = NECK.soft(there, stance.head)
        there = _toes(there, leg.toes)
        there = ANKLES.soft(there, ankle)
        there = KNEES.soft(there, knee)
        there = HIPS.soft(there, hip)
        return stance.press(drawn, trunk(there))

    return bend


def _toes(there: Place, degrees: float) -> Place:
    """The toes turned at the ball of the foot."""
    x, y = there
    if not degrees or y < FOOT_TOP_Y:
        return there
    return turned(there, BALL, degrees * soft_step((BALL[0] + TOES_SPAN - x) / (2 * TOES_SPAN)))


def _arm(stance: Stance, arm: Arm) -> Bend:
    trunk = _trunk(stance)
    # The arm hangs from the trunk, but is told how it is held in the room.
    upper, lower, hand = arm.upper + stance.lean, arm.lower - arm.upper, arm.hand - arm.lower

    def bend(there: Place) -> Place:
        there = _shortened(there, KNUCKLES_Y, TIPS_Y, arm.fingers_seen)
        there = _shortened(there, WRIST.pivot[1], KNUCKLES_Y, arm.hand_seen)
        there = WRIST.soft(there, hand)
        there = _shortened(there, ELBOW.pivot[1], WRIST.pivot[1], arm.lower_seen)
        there = ELBOW.soft(there, lower)
        return trunk(turned(there, SHOULDER, upper))

    return bend


def _shortened(there: Place, top: float, bottom: float, seen: float) -> Place:
    """The stretch between two heights foreshortened; what is below it follows."""
    x, y = there
    return (x, y - (1 - seen) * min(max(y - top, 0.0), bottom - top))


def _body(body: Part, skin: Bend, arm: Bend) -> Part:
    """What is drawn on the body goes with its skin; the only soft forms on it are the shadow of the arm."""
    layers: list[Layer] = []
    for layer in body.layers:
        if isinstance(layer, Part):
            layers.append(_body(layer, skin, arm))
        else:
            layers.append(reshaped_layer(layer, _by(arm if isinstance(layer, Soft) and layer.forms else skin)))
    return replace(body, contours=tuple(map(_by(skin), body.contours)), layers=tuple(layers))


def _by(bend: Bend) -> Change:
    """Long stretches of a curve bend as well as its points do."""
    return lambda curve: bent_curve(finer(curve, _FINE), bend)


def _far_leg(body: Part, skin: Bend) -> Part:
    """A leg of its own cut out of the body, in the shade of the other."""
    (whole,) = body.contours
    points = tuple(there for there in whole.points if there[1] > _THIGH_TOP_Y)
    plain = tuple(layer for layer in body.layers if not (isinstance(layer, Soft) and layer.forms))  # no arm hangs here
    leg = replace(body, name="far leg", contours=(Curve(points, is_closed=True),), layers=plain)
    return in_shade(_body(leg, skin, skin), _EDGE)
