from datetime import UTC, datetime

from acutimer.core.planning import PhaseKind
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.totals import SubjectTotal
from acutimer.ui.body.warm_views import Pressed, members, pressed_in, spots_on
from tests.shipped import ATLAS, LIBRARY


def test_a_pair_is_its_two_points() -> None:
    points = LIBRARY.points
    pressed = members([Pressed("EX-LE5", Side.LEFT, 60), Pressed("ST36", Side.RIGHT, 30)], points)
    assert [it.code for it in pressed] == [*points["EX-LE5"].members, "ST36"]
    assert len(pressed) == 3


def test_a_spot_is_where_the_mirror_has_it_and_as_long_as_it_was_pressed() -> None:
    front = ATLAS.figure("body_front")
    for mirror, sign in ((Mirror.MIRROR, -1), (Mirror.CHART, 1)):
        (spot,) = spots_on(front, [Pressed("ST36", Side.LEFT, 60)], mirror)
        assert spot.place[0] * sign > 0
        assert spot.seconds == 60


def test_what_a_figure_does_not_show_and_what_was_not_pressed_leaves_no_spot() -> None:
    front = ATLAS.figure("body_front")
    pressed = [Pressed("BL40", Side.LEFT, 60), Pressed("ST36", Side.LEFT, 0), Pressed("XX1", Side.LEFT, 9)]
    assert spots_on(front, pressed, Mirror.MIRROR) == ()


def total(subject: str, side: Side | None, seconds: float, kind: PhaseKind = PhaseKind.PRESS) -> SubjectTotal:
    return SubjectTotal(
        subject=subject,
        kind=kind,
        side=side,
        seconds=seconds,
        reps=0,
        times=1,
        last_at=datetime(2025, 11, 20, tzinfo=UTC),
    )


def test_a_point_pressed_alone_and_as_one_of_a_pair_is_summed() -> None:
    sums = [total("EX-LE5", Side.LEFT, 120), total("ST35", Side.LEFT, 60)]
    assert set(pressed_in(sums, LIBRARY.points)) == {
        Pressed("ST35", Side.LEFT, 180),
        Pressed("EX-LE4", Side.LEFT, 120),
    }


def test_both_sides_at_once_are_each_of_them_and_other_practice_is_not_pressed() -> None:
    sums = [
        total("BL23", Side.BOTH, 60),
        total("BL23", None, 5),
        total("knee-kneading", Side.LEFT, 60, PhaseKind.TECHNIQUE),
        total("ST36", Side.LEFT, 0),
    ]
    assert set(pressed_in(sums, LIBRARY.points)) == {Pressed("BL23", Side.LEFT, 65), Pressed("BL23", Side.RIGHT, 65)}
