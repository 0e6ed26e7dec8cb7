import pytest

from acutimer.content.library import Library
from acutimer.core.observing import Observation, Offer, PointLately, Saying, SideLately
from acutimer.core.sides import Side
from acutimer.ui.log.body import words
from tests.shipped import LIBRARY


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


def point(code: str, left: tuple[float, int | None], right: tuple[float, int | None]) -> PointLately:
    return PointLately(code, SideLately(*left), SideLately(*right))


def test_when_is_one_day_for_both_sides_and_the_later_sides_where_they_differ() -> None:
    assert words.when(point("ST36", (60, 0), (60, 0))) == ("Today", False)
    assert words.when(point("ST36", (60, 1), (60, 1))) == ("Yesterday", False)
    assert words.when(point("ST36", (60, 2), (60, 2))) == ("2 days ago", False)
    assert words.when(point("ST36", (60, 0), (60, 3))) == ("Right: 3 days ago", True)
    assert words.when(point("ST36", (60, 1), (60, 0))) == ("Left: yesterday", True)
    assert words.when(point("ST36", (60, 1), (0, None))) == ("Right: not lately", True)
    assert words.when(point("ST36", (0, None), (9, 1))) == ("Left: not lately", True)
    assert words.when(point("KI6", (0, 16), (0, 17))) == ("Not for 16 days", False)


def test_a_point_is_one_sentence(library: Library) -> None:
    for told, sentence in (
        (
            point("ST36", (840, 0), (360, 3)),
            "ST36, Leg Three Miles: left leg 14 minutes, today; right leg 6 minutes, 3 days ago",
        ),
        (point("ST36", (60, 1), (0, None)), "ST36, Leg Three Miles: left leg 1 minute, yesterday; right leg none"),
        (point("BL23", (480, 1), (480, 1)), "BL23, Kidney Transporter: both sides 8 minutes, yesterday"),
        (
            point("BL23", (60, 1), (120, 0)),
            "BL23, Kidney Transporter: left side 1 minute, yesterday; right side 2 minutes, today",
        ),
        (point("KI6", (0, 16), (0, 16)), "KI6, Shining Sea: not for 16 days"),
        (point("XX9", (60, 0), (60, 0)), "XX9: left leg 1 minute, today; right leg 1 minute, today"),
    ):
        assert words.spoken_point(told, library) == sentence


def test_observations_are_plain_and_never_a_reproach() -> None:
    st36, ki6 = point("ST36", (840, 0), (360, 3)), point("KI6", (0, 16), (0, 16))
    for seen, sentence in (
        (Observation(Saying.LESS, st36, Side.RIGHT), "Your right ST36 has had less than your left."),
        (Observation(Saying.LESS, st36, Side.LEFT), "Your left ST36 has had less than your right."),
        (Observation(Saying.LONG_AGO, ki6), "KI6 was last pressed 16 days ago."),
        (Observation(Saying.EVEN), "Left and right have had about the same."),
        (Observation(Saying.NOTHING), "Press a point, and the figure grows warm where you pressed it."),
    ):
        assert words.observation(seen) == sentence


def test_an_offer_names_its_result() -> None:
    assert words.offer(Offer("ST36", Side.RIGHT)) == "Press right ST36 now"
    assert words.offer(Offer("ST36", Side.LEFT)) == "Press left ST36 now"
    assert words.offer(Offer("KI6")) == "Press KI6 now"


def test_the_figures_are_one_sentence() -> None:
    told = words.figures([point("ST36", (840, 0), (45, 3)), point("KI6", (0, 16), (0, 16))])
    assert told == (
        "Your body from the front and from behind, warm where you pressed: ST36 left 14 minutes, right 45 seconds."
    )
    assert "No point was pressed" in words.figures([point("KI6", (0, 16), (0, 16))])
