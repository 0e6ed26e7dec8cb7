import itertools
import math

import pytest

from acutimer.ui.session.lens.acts import backward_walking, walking
from acutimer.ui.session.lens.acts.bending import turned
from acutimer.ui.session.lens.acts.gait import HEEL, STANDING, foot_at, hip_at, leg_at
from acutimer.ui.session.lens.acts.side_body import ANKLE, BALL
from tests.ui.session.lens.acts.limbs import arm_joints

STRIDE = 400.0
CYCLE = tuple(step / 200 for step in range(201))


def contact(share: float, there: tuple[float, float]) -> tuple[float, float]:
    """Where a place of the foot is."""
    (x, y), pitch, _ = foot_at(share, STRIDE)
    moved = turned(there, ANKLE, pitch)
    return (moved[0] + x - ANKLE[0], moved[1] + y - ANKLE[1])


def test_the_foot_that_stands_moves_with_the_ground() -> None:
    for share in (0.0, 0.03, 0.06, 0.09):
        assert contact(share, HEEL)[1] == pytest.approx(HEEL[1])
        assert contact(share, HEEL)[0] - contact(0, HEEL)[0] == pytest.approx(STRIDE * share)
    for share in (0.15, 0.3, 0.45, 0.6):
        assert contact(share, BALL)[1] == pytest.approx(BALL[1])
        assert contact(share, BALL)[0] - contact(0.12, BALL)[0] == pytest.approx(STRIDE * (share - 0.12))


def test_the_foot_that_swings_is_above_the_ground() -> None:
    for share in (0.7, 0.8, 0.9):
        assert contact(share, HEEL)[1] < HEEL[1] - 2
        assert contact(share, BALL)[1] < BALL[1] - 2


def test_the_foot_comes_back_to_where_it_began_without_a_jump() -> None:
    places = [foot_at(share, STRIDE) for share in CYCLE]
    for (one, pitch, _), (other, later, _) in itertools.pairwise(places):
        assert math.dist(one, other) < 7
        assert abs(pitch - later) < 4
    assert places[0][0] == pytest.approx(places[-1][0])


def test_both_feet_are_on_the_ground_for_a_while() -> None:
    assert 0.5 < STANDING < 0.7


def test_the_legs_reach_the_ground_at_every_share() -> None:
    for stride in (walking.STRIDE, backward_walking.STRIDE):
        legs = [leg_at(share, stride, hip_at(share)) for share in CYCLE]
        assert legs[0].thigh == pytest.approx(legs[-1].thigh)
        for one, other in itertools.pairwise(legs):
            assert abs(one.thigh - other.thigh) < 4
            assert abs(one.shank - other.shank) < 5
        assert max(leg.thigh for leg in legs) > 10
        assert min(leg.thigh for leg in legs) < 4


def test_forwards_the_standing_foot_goes_back_and_backwards_it_comes_forward() -> None:
    early, late = walking.stance_at(0.2).near, walking.stance_at(0.4).near
    assert late.thigh < early.thigh
    early, late = backward_walking.stance_at(0.6).near, backward_walking.stance_at(0.8).near
    assert late.thigh > early.thigh


def test_the_marks_move_with_the_standing_foot() -> None:
    def shift(act: walking.Walking | backward_walking.BackwardWalking, name: str) -> list[float]:
        steps = [act.drawn(step / act.steps) for step in range(3)]
        return [drawn.at[0] for layer in steps for drawn in layer if drawn.figure == name]

    ground = shift(walking.Walking(), walking.MARKS)
    assert ground[1] - ground[0] == pytest.approx(walking.STRIDE / walking.POSES)
    belt = shift(backward_walking.BackwardWalking(), backward_walking.BELT)
    assert belt[1] - belt[0] == pytest.approx(-backward_walking.STRIDE / backward_walking.POSES)
    for stride, gap in ((walking.STRIDE, walking.MARK_GAP), (backward_walking.STRIDE, backward_walking.MARK_GAP)):
        assert stride / gap == pytest.approx(round(stride / gap))


def test_the_hands_stay_on_the_rails() -> None:
    wrists = [arm_joints(stance, stance.arm)[2] for stance in map(backward_walking.stance_at, CYCLE)]
    assert max(math.dist(wrist, wrists[0]) for wrist in wrists) < 0.1
