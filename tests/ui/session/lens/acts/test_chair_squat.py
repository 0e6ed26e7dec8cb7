import pytest

from acutimer import paths
from acutimer.core.body import Part
from acutimer.ui.session.lens.acts.chair_squat import POSES, SEAT_Y, SEATED, ChairSquat, stance_at
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.acts.side_body import ANKLE, HIP
from tests.shipped import LIBRARY
from tests.ui.session.lens.acts.limbs import leg_joints

SHARES = tuple(step / 40 for step in range(41))


def test_it_goes_from_the_chair_to_standing_straight() -> None:
    assert stance_at(0).hip == pytest.approx(SEATED)
    assert stance_at(1).hip == pytest.approx(HIP, abs=0.2)
    assert stance_at(1).lean == pytest.approx(0)


def test_the_feet_never_move() -> None:
    for share in SHARES:
        stance = stance_at(share)
        assert leg_joints(stance, stance.near)[2] == pytest.approx(ANKLE, abs=0.01)
        assert stance.near.foot == 0


def test_the_hips_rise_and_come_forward_all_the_way() -> None:
    hips = [stance_at(share).hip for share in SHARES]
    assert [y for _, y in hips] == sorted((y for _, y in hips), reverse=True)
    assert [x for x, _ in hips] == sorted((x for x, _ in hips), reverse=True)


def test_the_trunk_leans_most_on_the_way() -> None:
    leans = [stance_at(share).lean for share in SHARES]
    assert max(leans) > 30
    assert leans[0] < 10
    assert max(leans) < 45


def test_seated_he_sits_on_the_seat_and_not_in_it() -> None:
    poses = Poses(paths.resources() / "body", LIBRARY.rules)
    seat = next(part for part in poses.figure("chair").parts if isinstance(part, Part) and part.name == "seat")
    low = [y for polygon in poses.figure("chair-squats 0").outline for x, y in polygon if x > 100]
    assert max(low) <= SEAT_Y + 0.5
    assert max(low) > SEAT_Y - 6
    assert min(y for _, y in seat.contours[0].points) == pytest.approx(SEAT_Y, abs=2)


def test_the_chair_stands_still_behind_the_body() -> None:
    act = ChairSquat()
    chairs = {act.drawn(share)[:2] for share in SHARES}
    assert len(chairs) == 1
    assert act.drawn(0)[-1].figure == "chair-squats 0"
    assert act.drawn(1)[-1].figure == f"chair-squats {POSES - 1}"
