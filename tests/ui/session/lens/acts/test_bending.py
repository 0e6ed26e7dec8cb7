import math

import pytest

from acutimer.core.body import Bones, Lines, Part, Role, Soft, Stroke
from acutimer.core.splines import Curve, Place, flatten
from acutimer.ui.session.lens.acts.bending import Joint, bearing, bent_part, finer, knee_of, soft_step, turned

KNEE = Joint((0.0, 0.0), fan=40, reach=90)


def test_clockwise_takes_what_hangs_to_the_left() -> None:
    assert turned((0.0, 10.0), (0.0, 0.0), 90) == pytest.approx((-10.0, 0.0))
    assert bearing((0.0, 0.0), (-10.0, 0.0)) == pytest.approx(90)
    assert bearing((0.0, 0.0), (0.0, 10.0)) == 0


@pytest.mark.parametrize("degrees", [-95.0, -30.0, 60.0])
def test_only_one_side_of_a_joint_turns(degrees: float) -> None:
    assert KNEE.soft((30.0, -120.0), degrees) == (30.0, -120.0)
    assert KNEE.soft((30.0, 120.0), degrees) == pytest.approx(turned((30.0, 120.0), KNEE.pivot, degrees))
    neck = Joint((0.0, 0.0), fan=40, reach=60, moves_below=False)
    assert neck.soft((30.0, 120.0), degrees) == (30.0, 120.0)
    assert neck.soft((30.0, -120.0), degrees) == pytest.approx(turned((30.0, -120.0), neck.pivot, degrees))


def test_a_joint_that_is_not_turned_moves_nothing() -> None:
    assert KNEE.soft((30.0, 5.0), 0) == (30.0, 5.0)


@pytest.mark.parametrize("degrees", [-20.0, -60.0, -100.0])
def test_the_skin_meets_in_a_crease_on_the_inside_and_never_crosses(degrees: float) -> None:
    inside = [KNEE.soft((35.0, float(y)), degrees) for y in range(-120, 121, 4)]
    half = math.radians(-degrees) / 2
    for index, (x, y) in enumerate(inside):
        # The line that halves the bend: what was above the joint stays on its side.
        side = y * math.cos(half) + x * math.sin(half)
        if index < 30:
            assert side <= 1e-6
        elif index > 30:
            assert side >= -1e-6


def test_the_skin_on_the_outside_keeps_its_distance_from_the_bone() -> None:
    for y in range(-60, 61, 5):
        before = math.hypot(35, y)
        assert math.hypot(*KNEE.soft((-35.0, float(y)), -90)) == pytest.approx(before)


def test_neighbours_stay_neighbours() -> None:
    for x in range(-50, 51, 10):
        for y in range(-100, 100, 2):
            one, other = KNEE.soft((float(x), float(y)), -90), KNEE.soft((float(x), y + 2.0), -90)
            limit = 8 if x <= 10 else 26  # in the crease the turn is all or nothing, and there both sides meet
            assert math.dist(one, other) < limit


def test_the_knee_keeps_the_length_of_both_bones() -> None:
    for reach in (300.0, 400.0, 470.0):
        ankle: Place = (20.0, reach)
        knee = knee_of((0.0, 0.0), ankle, 243, 239)
        assert math.dist((0.0, 0.0), knee) == pytest.approx(243)
        assert math.dist(knee, ankle) == pytest.approx(239)
        assert knee[0] < 0


def test_a_leg_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="does not reach"):
        knee_of((0.0, 0.0), (0.0, 500.0), 243, 239)


def test_a_finer_curve_is_the_same_curve() -> None:
    curve = Curve(((0.0, 0.0), (100.0, 0.0), (100.0, 80.0), (0.0, 80.0)), frozenset({0, 2}), is_closed=True)
    fine = finer(curve, 10)
    assert len(fine.points) > 30
    assert {fine.points[corner] for corner in fine.corners} == {(0.0, 0.0), (100.0, 80.0)}
    assert max(math.dist(a, b) for a, b in zip(fine.points, fine.points[1:], strict=False)) < 16
    dense = flatten(curve, 64)
    assert max(min(math.dist(there, other) for other in dense) for there in flatten(fine)) < 1.5
    assert finer(Curve(((0.0, 0.0), (5.0, 5.0))), 10).points == ((0.0, 0.0), (5.0, 5.0))


def test_everything_drawn_on_a_part_goes_with_it() -> None:
    curve = Curve(((0.0, 0.0), (10.0, 0.0), (10.0, 10.0)), is_closed=True)
    stroke = Stroke(curve, 1, 1)
    inner = Part("inner", (curve,))
    layers = (Soft(Role.SHADE, 2, (stroke,)), Lines(Role.LINE, (stroke,)), Bones((curve,), (), (stroke,), 1), inner)
    moved = bent_part(Part("outer", (curve,), layers=layers), lambda there: (there[0] + 100, there[1]))
    assert "Curve(points=((0.0" not in repr(moved)


def test_a_soft_step_stays_between_0_and_1() -> None:
    assert [soft_step(share) for share in (-1, 0, 0.5, 1, 2)] == [0, 0, 0.5, 1, 1]
