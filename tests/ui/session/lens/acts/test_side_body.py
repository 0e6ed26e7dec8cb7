"""The body from the side stays a body however it is bent: every pose of every act it plays in."""

import math
from collections.abc import Callable

import pytest

from acutimer import paths
from acutimer.core.body import Part
from acutimer.core.splines import Place, flatten
from acutimer.ui.session.lens.acts import backward_walking, chair_squat, deep_breath, walking
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.acts.side_body import (
    FOREARM,
    SHANK,
    SOLE_Y,
    THIGH,
    UPPER_ARM,
    Stance,
    leg_to,
    posed,
)
from tests.shipped import ATLAS, LIBRARY
from tests.ui.session.lens.acts.limbs import arm_joints, leg_joints

STANCES: dict[str, Callable[[float], Stance]] = {
    "chair-squats": chair_squat.stance_at,
    "walking": walking.stance_at,
    "backward-walking": backward_walking.stance_at,
    "deep-breaths": deep_breath.stance_at,
}
SHARES = tuple(step / 40 for step in range(41))
DRAWN = tuple(f"{subject} {number}" for subject in STANCES for number in (0, 3, 5, 8, 11))


@pytest.fixture(scope="module")
def poses() -> Poses:
    return Poses(paths.resources() / "body", LIBRARY.rules)


def crossings(chain: tuple[Place, ...]) -> int:
    """How often a closed chain crosses itself."""

    def side(a: Place, b: Place, c: Place) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    edges = list(zip(chain, (*chain[1:], chain[0]), strict=True))
    count = 0
    for index, (a, b) in enumerate(edges):
        for c, d in edges[index + 2 :]:
            apart = max(c[0], d[0]) < min(a[0], b[0]) or min(c[0], d[0]) > max(a[0], b[0])
            if apart or d == a:
                continue
            count += side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
    return count


@pytest.mark.parametrize("subject", STANCES)
def test_no_bone_grows_or_shrinks(subject: str) -> None:
    for share in SHARES:
        stance = STANCES[subject](share)
        for leg in (stance.near, stance.far):
            if leg is not None:
                hip, knee, ankle = leg_joints(stance, leg)
                assert math.dist(hip, knee) == pytest.approx(THIGH, rel=0.03)
                assert math.dist(knee, ankle) == pytest.approx(SHANK, rel=0.03)
        for arm in (stance.arm, stance.far_arm):
            if arm is not None:
                shoulder, elbow, wrist = arm_joints(stance, arm)
                assert math.dist(shoulder, elbow) == pytest.approx(UPPER_ARM, rel=0.03)
                assert math.dist(elbow, wrist) == pytest.approx(FOREARM * arm.lower_seen, rel=0.03)


@pytest.mark.parametrize("subject", STANCES)
def test_knees_and_elbows_bend_the_way_they_can(subject: str) -> None:
    for share in SHARES:
        stance = STANCES[subject](share)
        for leg in (stance.near, stance.far):
            if leg is not None:
                assert -2 < leg.thigh - leg.shank < 115
                assert -35 < leg.thigh + stance.lean < 120
        for arm in (stance.arm, stance.far_arm):
            if arm is not None:
                assert 0 <= arm.lower - arm.upper < 120


@pytest.mark.parametrize("name", DRAWN)
def test_it_stands_on_the_ground(poses: Poses, name: str) -> None:
    lowest = max(y for polygon in poses.figure(name).outline for _, y in polygon)
    assert lowest == pytest.approx(SOLE_Y, abs=0.6)


@pytest.mark.parametrize("name", DRAWN)
def test_no_contour_crosses_itself(poses: Poses, name: str) -> None:
    for part in poses.figure(name).parts:
        if isinstance(part, Part) and part.name in ("body", "arm", "far leg behind"):
            for curve in part.contours:
                assert crossings(flatten(curve, 1)) == 0


@pytest.mark.parametrize("name", [name for name in DRAWN if not name.startswith("deep")])
def test_what_is_shown_of_it_is_all_of_it(poses: Poses, name: str) -> None:
    figure = poses.figure(name)
    x, y, width, height = figure.rect
    places = [there for part in figure.parts if isinstance(part, Part) for c in part.contours for there in c.points]
    assert x <= min(place[0] for place in places)
    assert max(place[0] for place in places) <= x + width
    assert y <= min(place[1] for place in places)
    assert max(place[1] for place in places) <= y + height


def test_standing_straight_it_is_the_drawing_itself() -> None:
    drawn = ATLAS.figure("body_side")
    straight = posed(drawn, Stance(), "straight", drawn.rect)
    for name in ("body", "arm"):
        one, other = (
            next(part for part in figure.parts if isinstance(part, Part) and part.name == name)
            for figure in (straight, drawn)
        )
        dense = flatten(other.contours[0], 32)
        for there in one.contours[0].points:
            assert min(math.dist(there, place) for place in dense) < 1
    assert leg_to((5.0, 500.0), (17.0, 957.0)).thigh > 0
