import math

import pytest

from acutimer import paths
from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.core.placing import flip
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.settings import Mirror
from acutimer.ui.session.lens.acts.acts import act_of, moving
from acutimer.ui.session.lens.acts.chair_squat import SEAT_Y
from acutimer.ui.session.lens.acts.heel_raise import HeelRaise
from acutimer.ui.session.lens.acts.poses import Poses
from acutimer.ui.session.lens.acts.seated_heel_raise import EXERCISE, POSES, RECT, SeatedHeelRaise, sitting_at
from acutimer.ui.session.lens.acts.side_body import ANKLE, BALL, SHANK, SOLE_Y, THIGH
from acutimer.ui.session.lens.scene import scene_at
from tests.shipped import ATLAS, LIBRARY
from tests.ui.session.lens.acts.limbs import leg_joints

SHARES = tuple(step / 20 for step in range(21))


def laid_out(*conditions: Condition) -> Plan:
    return plan(LIBRARY.routines["daily-strength"], Choices(), LIBRARY.safety(conditions))


def test_the_heels_rise_round_the_balls_of_the_feet() -> None:
    ankles = [leg_joints(sitting_at(share), sitting_at(share).near)[2] for share in SHARES]
    assert ankles[0] == pytest.approx(ANKLE, abs=0.01)
    assert [y for _, y in ankles] == sorted((y for _, y in ankles), reverse=True)
    assert ankles[0][1] - ankles[-1][1] > 25
    for ankle in ankles:
        assert math.dist(ankle, BALL) == pytest.approx(math.dist(ANKLE, BALL), abs=0.01)


def test_one_stays_on_the_seat_and_the_legs_keep_their_length() -> None:
    hips = {sitting_at(share).hip for share in SHARES}
    assert len(hips) == 1
    for share in SHARES:
        hip, knee, ankle = leg_joints(sitting_at(share), sitting_at(share).near)
        assert math.dist(hip, knee) == pytest.approx(THIGH, abs=0.01)
        assert math.dist(knee, ankle) == pytest.approx(SHANK, abs=0.01)


def test_nothing_sinks_into_the_floor_or_through_the_seat() -> None:
    poses = Poses(paths.resources() / "body", LIBRARY.rules)
    for number in (0, POSES // 2, POSES - 1):
        outline = [spot for polygon in poses.figure(f"{EXERCISE} {number}").outline for spot in polygon]
        assert max(y for _, y in outline) < SOLE_Y + 6
        assert max(y for x, y in outline if x > 180) <= SEAT_Y + 0.5
        assert poses.frame(f"{EXERCISE} {number}") == RECT


def test_the_feet_flat_stay_as_a_ghost() -> None:
    act = SeatedHeelRaise()
    assert [it.figure for it in act.drawn(1.0)[2:]] == [f"{EXERCISE} 0", f"{EXERCISE} {POSES - 1}"]
    assert [it.figure for it in act.drawn(0.0)[2:]] == [f"{EXERCISE} 0"]
    assert set(act.figures) >= {it.figure for share in SHARES for it in act.drawn(share)}


def test_it_takes_the_place_of_standing_where_the_profile_asks_for_that_alone() -> None:
    for conditions, wanted in (((), HeelRaise.subject), ((Condition.POOR_BALANCE,), EXERCISE)):
        made = laid_out(*conditions)
        index = next(index for index, it in enumerate(made.phases) if it.kind is PhaseKind.REPS)
        assert moving(made, made.phases[index]) == wanted
        scene = scene_at(made, index, LIBRARY, ATLAS, Mirror.MIRROR)
        assert scene is not None
        assert scene.act is act_of(wanted)


def test_it_has_as_many_pictures_as_standing_and_beats_like_it() -> None:
    standing, sitting = HeelRaise(), SeatedHeelRaise()
    assert sitting.steps == standing.steps, "the stage is painted anew for the steps of the exercise"
    phase = next(it for it in laid_out().phases if it.kind is PhaseKind.REPS)
    for elapsed in (0.0, 1.0, 2.5, 4.0):
        assert sitting.share(phase, elapsed) == standing.share(phase, elapsed)


def test_the_arrow_stands_where_the_chair_is_not() -> None:
    made = laid_out(Condition.POOR_BALANCE)
    index = next(index for index, it in enumerate(made.phases) if it.kind is PhaseKind.REPS)
    scene = scene_at(made, index, LIBRARY, ATLAS, Mirror.MIRROR)
    assert scene is not None
    assert scene.paced is not None
    x, _ = flip(ATLAS[scene.figure], scene.paced) if scene.is_flipped else scene.paced
    assert x < BALL[0]
