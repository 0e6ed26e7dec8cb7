from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.observing import Observation, Offer, PointLately, Saying, SideLately, observe, points_lately
from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side
from acutimer.core.totals import SubjectTotal

TODAY = date(2025, 11, 20)
NOON = datetime(2025, 11, 20, 12, 0, tzinfo=UTC)
POINTS = load_library(paths.resources() / "content" / "en").points
ALL = frozenset(POINTS)


def total(
    code: str, side: Side | None, seconds: float, days_ago: int = 0, kind: PhaseKind = PhaseKind.PRESS
) -> SubjectTotal:
    last_at = NOON - timedelta(days=days_ago)
    return SubjectTotal(subject=code, kind=kind, side=side, seconds=seconds, reps=0, times=1, last_at=last_at)


def point(code: str, left: float, right: float, days_ago: int = 0) -> PointLately:
    return PointLately(code, SideLately(left, days_ago), SideLately(right, days_ago))


def observed(*points: PointLately, of_routines: frozenset[str] = ALL) -> Observation:
    return observe(points, POINTS, of_routines)


def test_each_side_has_its_own_seconds_and_its_own_day() -> None:
    sums = [total("ST36", Side.LEFT, 840), total("ST36", Side.RIGHT, 360, days_ago=3)]
    (found,) = points_lately(sums, sums, TODAY, 3)
    assert found == PointLately("ST36", SideLately(840, 0), SideLately(360, 3))


def test_what_was_pressed_on_both_sides_at_once_counts_for_each() -> None:
    sums = [total("BL23", Side.BOTH, 60, days_ago=2), total("BL23", Side.LEFT, 30, days_ago=1)]
    (found,) = points_lately(sums, sums, TODAY, 3)
    assert found == PointLately("BL23", SideLately(90, 1), SideLately(60, 2))
    unsaid = [total("BL23", None, 60)]
    assert points_lately(unsaid, unsaid, TODAY, 3)[0].right.seconds == 60


def test_a_point_not_pressed_in_the_period_is_there_with_nothing() -> None:
    (found,) = points_lately([], [total("KI6", Side.LEFT, 90, days_ago=16)], TODAY, 3)
    assert found == PointLately("KI6", SideLately(0, 16), SideLately(0, None))
    assert (found.seconds, found.days_ago) == (0, 16)


def test_what_was_no_pressing_and_what_was_skipped_is_no_point() -> None:
    sums = [
        total("knee-kneading", Side.LEFT, 60, kind=PhaseKind.TECHNIQUE),
        total("ST36", Side.LEFT, 0),
    ]
    assert points_lately(sums, sums, TODAY, 3) == ()


def test_the_most_pressed_comes_first_and_then_what_was_pressed_last() -> None:
    period = [total("SP9", Side.LEFT, 60), total("ST36", Side.RIGHT, 90)]
    reach = [*period, total("KI6", Side.LEFT, 999, days_ago=30), total("KI3", Side.LEFT, 5, days_ago=20)]
    assert [it.code for it in points_lately(period, reach, TODAY, 3)] == ["ST36", "SP9", "KI3", "KI6"]


def test_a_day_is_counted_on_the_clock_of_the_press_and_from_the_hour_it_begins() -> None:
    tokyo = timezone(timedelta(hours=9))
    for moment, hour, ago in (
        (datetime(2025, 11, 20, 2, 30, tzinfo=tokyo), 3, 1),
        (datetime(2025, 11, 20, 2, 30, tzinfo=tokyo), 0, 0),
        (datetime(2025, 11, 21, 4, 0, tzinfo=tokyo), 3, 0),  # it was tomorrow there already
    ):
        pressed = SubjectTotal(
            subject="ST36", kind=PhaseKind.PRESS, side=Side.LEFT, seconds=60, reps=0, times=1, last_at=moment
        )
        assert points_lately([], [pressed], TODAY, hour)[0].left.days_ago == ago


def test_the_side_that_had_less_is_told_and_offered_alone() -> None:
    st36 = point("ST36", 840, 360)
    found = observed(point("BL40", 240, 360), st36, point("GB34", 600, 600))
    assert found == Observation(Saying.LESS, st36, Side.RIGHT, Offer("ST36", Side.RIGHT))


def test_the_larger_difference_is_told_whichever_side_it_is() -> None:
    found = observed(point("ST36", 300, 120), point("SP9", 100, 600))
    assert (found.saying, found.offer) == (Saying.LESS, Offer("SP9", Side.LEFT))


def test_a_small_difference_or_a_small_share_is_about_the_same() -> None:
    assert observed(point("ST36", 90, 40)).saying is Saying.EVEN  # less than a minute
    assert observed(point("ST36", 1200, 1000)).saying is Saying.EVEN  # more than three quarters
    assert observed(point("ST36", 1200, 890)).saying is Saying.LESS


def test_a_point_of_a_routine_not_pressed_for_long_is_told_when_the_sides_are_even() -> None:
    ki6, ki3 = point("KI6", 0, 0, days_ago=16), point("KI3", 0, 0, days_ago=15)
    assert observed(point("ST36", 90, 90), ki3, ki6) == Observation(Saying.LONG_AGO, ki6, offer=Offer("KI6"))


def test_a_point_of_no_routine_is_not_missed() -> None:
    found = observed(point("ST36", 90, 90), point("KI6", 0, 0, days_ago=16), of_routines=frozenset({"ST36"}))
    assert found.saying is Saying.EVEN


def test_even_sides_offer_what_was_pressed_longest_ago_and_nothing_that_was_pressed_today() -> None:
    today, earlier, earliest = point("ST36", 90, 90), point("SP9", 90, 90, days_ago=1), point("KI3", 60, 60, days_ago=2)
    assert observed(today, earlier, earliest) == Observation(Saying.EVEN, offer=Offer("KI3"))
    assert observed(today) == Observation(Saying.EVEN)


def test_a_professionals_point_and_an_unknown_one_are_neither_spoken_of_nor_offered() -> None:
    assert POINTS["BL57"].professional
    for code in ("BL57", "XX99"):
        for spoken in (point(code, 900, 0, days_ago=3), point(code, 0, 0, days_ago=20)):
            assert observed(spoken, of_routines=ALL | {"XX99"}) == Observation(Saying.NOTHING)


def test_the_lower_back_is_never_offered_on_one_side() -> None:
    found = observed(point("BL23", 900, 60, days_ago=2))
    assert found == Observation(Saying.EVEN, offer=Offer("BL23"))


def test_nothing_is_said_of_nothing() -> None:
    assert observed() == Observation(Saying.NOTHING)
    assert points_lately([], [], TODAY, 3) == ()


SECONDS = st.floats(0, 5000)


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(POINTS)), SECONDS, SECONDS, st.integers(0, 59)), unique_by=lambda it: it[0]
    )
)
def test_an_offer_can_always_be_pressed(rows: list[tuple[str, float, float, int]]) -> None:
    found = observed(*(point(*row) for row in rows))
    if found.offer is not None:
        offered = POINTS[found.offer.code]
        assert not offered.professional
        assert found.offer.side is None or not offered.takes_both_hands
    if found.saying is Saying.LESS:
        assert found.point is not None
        assert found.side is not None
        assert found.point.side(found.side).seconds < found.point.side(found.side.other).seconds
