import math

import pytest

from acutimer import paths
from acutimer.core.body import Part
from acutimer.ui.session.lens.acts.bending import bent
from acutimer.ui.session.lens.acts.heel_raise import (
    ANKLE,
    BALL,
    FIGURE,
    FLOOR_Y,
    HEEL,
    HIGHEST_DEGREES,
    POSES,
    HeelRaise,
    lifted,
    pose_id,
)
from acutimer.ui.session.lens.acts.poses import Poses
from tests.shipped import LIBRARY


@pytest.fixture(scope="module")
def poses() -> Poses:
    return Poses(paths.resources() / "body", LIBRARY.rules)


def test_flat_is_the_drawing_itself(poses: Poses) -> None:
    flat, drawn = poses.figure(pose_id(0)), poses.figure(FIGURE)
    for part, other in zip(flat.parts, drawn.parts, strict=True):
        if isinstance(part, Part) and isinstance(other, Part):
            for curve, same in zip(part.contours, other.contours, strict=True):
                assert curve.corners == same.corners
                for point, there in zip(curve.points, same.points, strict=True):
                    assert point == pytest.approx(there)


def test_the_heel_rises_and_the_toes_stay() -> None:
    heights = [lifted(HEEL, HIGHEST_DEGREES * number / (POSES - 1))[1] for number in range(POSES)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] - heights[-1] > 60
    assert lifted((-190.0, 475.0), HIGHEST_DEGREES) == pytest.approx((-190.0, 475.0))


def test_the_leg_above_moves_as_one_piece() -> None:
    top, low = lifted((20.0, 0.0), 20), lifted((60.0, 300.0), 20)
    assert (top[0] - 20, top[1]) == pytest.approx((low[0] - 60, low[1] - 300))


def test_the_ankle_keeps_its_distance_from_the_ball() -> None:
    assert math.dist(lifted(ANKLE, 20), BALL) == pytest.approx(math.dist(ANKLE, BALL), rel=0.1)


def test_no_part_of_the_foot_sinks_into_the_floor(poses: Poses) -> None:
    for number in range(POSES):
        lowest = max(y for polygon in poses.figure(pose_id(number)).outline for _, y in polygon)
        assert lowest < FLOOR_Y + 6


def test_a_pose_has_a_fingerprint_of_its_own(poses: Poses) -> None:
    assert len({poses.digest(pose_id(number)) for number in range(POSES)}) == POSES
    assert poses.digest("knee_front") != poses.digest(pose_id(0))


def test_every_curve_is_bent(poses: Poses) -> None:
    moved = bent(poses.figure(FIGURE), lambda there: (there[0] + 1000, there[1]), "moved")
    assert min(x for polygon in moved.outline for x, _ in polygon) > 500


def test_what_the_lens_does_not_show_is_not_drawn(poses: Poses) -> None:
    act, (x, y, width, height) = HeelRaise(), poses.figure(pose_id(3)).rect
    assert y <= act.center[1] - act.across / 2 + 5
    assert y + height >= FLOOR_Y
    assert poses.frame(pose_id(3)) == (x, y, width, height)


def test_the_flat_foot_stays_as_a_ghost_under_the_lifted_one() -> None:
    drawn = HeelRaise().drawn(1.0)
    assert [it.figure for it in drawn[1:]] == [pose_id(0), pose_id(POSES - 1)]
    assert drawn[1].opacity < 0.5
    assert [it.figure for it in HeelRaise().drawn(0.0)[1:]] == [pose_id(0)]
