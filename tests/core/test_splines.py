import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from acutimer.core.splines import Curve, Place, cubics, flatten

numbers = st.floats(-500, 500).map(lambda number: round(number, 1))
places = st.lists(st.tuples(numbers, numbers), min_size=3, max_size=12, unique=True)


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    points = draw(places)
    corners = draw(st.sets(st.integers(0, len(points) - 1)))
    return Curve(tuple(points), frozenset(corners), draw(st.booleans()))


def near(one: Place, other: Place) -> bool:
    return math.dist(one, other) < 1e-6


@given(curves())
def test_a_spline_passes_through_every_point(curve: Curve) -> None:
    segments = cubics(curve)
    assert len(segments) == len(curve.points) - (not curve.is_closed)
    ends = {segment.start for segment in segments} | {segment.end for segment in segments}
    assert ends == set(curve.points)


@given(curves())
def test_each_segment_begins_where_the_last_one_ended(curve: Curve) -> None:
    segments = cubics(curve)
    for before, after in itertools.pairwise(segments):
        assert before.end == after.start
    if curve.is_closed:
        assert segments[-1].end == segments[0].start


@given(places)
def test_a_smooth_spline_has_no_kink(points: list[Place]) -> None:
    curve = Curve(tuple(points), is_closed=True)
    segments = cubics(curve)
    for before, after in zip(segments, [*segments[1:], segments[0]], strict=True):
        arriving = (before.end[0] - before.second[0], before.end[1] - before.second[1])
        leaving = (after.first[0] - after.start[0], after.first[1] - after.start[1])
        if math.hypot(*arriving) > 1e-3 and math.hypot(*leaving) > 1e-3:
            turn = math.atan2(*leaving) - math.atan2(*arriving)
            assert abs(math.remainder(turn, math.tau)) < 1e-4


def test_four_points_of_a_circle_give_a_circle() -> None:
    circle = Curve(((1, 0), (0, 1), (-1, 0), (0, -1)), is_closed=True)
    assert all(abs(math.hypot(*place) - 1) < 0.002 for place in flatten(circle))


def test_a_corner_may_turn_sharply_and_only_there() -> None:
    square = Curve(((0, 0), (2, 0), (2, 2), (0, 2)), frozenset(range(4)), is_closed=True)
    assert all(min(abs(x), abs(x - 2), abs(y), abs(y - 2)) < 1e-9 for x, y in flatten(square))


@given(curves())
def test_a_mirrored_curve_is_the_mirror_image(curve: Curve) -> None:
    # Where a curve turns straight back, either way round is right.
    chain = (*curve.points[-2:], *curve.points, *curve.points[:2])
    for a, b, c in zip(chain, chain[1:], chain[2:], strict=False):
        turn = math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0])
        assume(abs(abs(math.remainder(turn, math.tau)) - math.pi) > 1e-6)
    mirrored = flatten(curve.mirrored())
    for (x, y), place in zip(flatten(curve), mirrored, strict=True):
        assert near((-x, y), place)


def test_an_open_curve_ends_at_its_last_point_and_a_closed_one_does_not_repeat_its_first() -> None:
    points = ((0.0, 0.0), (10.0, 5.0), (20.0, 0.0))
    assert flatten(Curve(points), 4)[-1] == points[-1]
    assert len(flatten(Curve(points), 4)) == 9
    assert len(set(flatten(Curve(points, is_closed=True), 4))) == 12


@pytest.mark.parametrize(
    ("points", "is_closed"),
    [(((0.0, 0.0),), False), (((0.0, 0.0), (1.0, 1.0)), True), (((0.0, math.nan), (1.0, 1.0)), False)],
)
def test_a_curve_of_too_few_or_endless_points_is_refused(points: tuple[Place, ...], is_closed: bool) -> None:
    with pytest.raises(ValueError, match=r"curve"):
        Curve(points, is_closed=is_closed)
