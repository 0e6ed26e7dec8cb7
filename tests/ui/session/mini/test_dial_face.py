import math

import pytest

from acutimer.core.planning import PhaseKind
from acutimer.ui.context import Context
from acutimer.ui.session.mini.dial_face import dial_face_of, seconds_to_next_look
from tests.ui.session.mini.reaching import reached

KIND = PhaseKind
RING_PX = 300.0


def test_a_countdown_shows_what_is_to_go_and_where_the_technique_changes(context: Context) -> None:
    face = dial_face_of(reached(context, "knee-pain-press", KIND.PRESS, seconds=36), 36.0)
    assert face.to_go == pytest.approx(84 / 120)
    assert face.notch == pytest.approx(0.25)
    assert face.is_ember
    assert not face.reps


def test_a_count_shows_what_is_done(context: Context) -> None:
    face = dial_face_of(reached(context, "morning-balance", KIND.REPS, seconds=73), 73.0)
    assert (face.done, face.reps) == (12, 20)


def test_getting_ready_is_pine_and_a_wait_has_nothing_to_count_down(context: Context) -> None:
    assert not dial_face_of(reached(context, "knee-pain-press", KIND.GET_READY), 1.0).is_ember
    assert dial_face_of(reached(context, "knee-pain-press", KIND.WAIT), 1.0).to_go is None


@pytest.mark.parametrize(("seconds", "is_raised"), [(0.5, True), (2.5, True), (3.5, False), (6.5, True)])
def test_the_picture_knows_up_and_down(context: Context, seconds: float, is_raised: bool) -> None:
    session = reached(context, "morning-balance", KIND.REPS, seconds=seconds)
    assert dial_face_of(session, seconds).is_raised is is_raised


def test_a_held_session_and_one_that_is_over_do_not_move(context: Context) -> None:
    held = reached(context, "knee-pain-press", KIND.PRESS, seconds=36).pause(36.0)
    over = held.stop(40.0)
    assert dial_face_of(held, 99.0).is_held
    assert dial_face_of(over, 99.0).is_held
    assert seconds_to_next_look(held, 99.0, RING_PX) == math.inf
    assert seconds_to_next_look(over, 99.0, RING_PX) == math.inf


@pytest.mark.parametrize(
    ("routine", "kind"),
    [
        ("knee-pain-press", KIND.PRESS),
        ("knee-pain-press", KIND.CHANGEOVER),
        ("morning-balance", KIND.REPS),
        ("morning-balance", KIND.BREATHS),
        ("walk-and-soak", KIND.TECHNIQUE),
    ],
)
def test_looks_are_due_at_every_change_of_the_digits_and_four_times_a_second_at_most(
    context: Context, routine: str, kind: PhaseKind
) -> None:
    session, now, looks = reached(context, routine, kind), 0.0, 0
    while now < 7.0:
        before = now
        now += seconds_to_next_look(session, now, RING_PX)
        looks += 1
        assert math.ceil(session.left(before) or 0) - math.ceil(session.left(now) or 0) <= 1
    assert looks <= 7 * 4 + 3 + 7  # the ring's, with those of digits and beats that fall between


def test_a_long_phase_costs_one_look_a_second(context: Context) -> None:
    session, now, looks = reached(context, "walk-and-soak", KIND.TECHNIQUE, 2), 0.0, 0
    assert session.phase is not None
    assert session.phase.seconds == 600
    while now < 20.0:
        now += seconds_to_next_look(session, now, RING_PX)
        looks += 1
    assert looks <= 21


def test_a_wait_needs_no_look_at_all(context: Context) -> None:
    assert seconds_to_next_look(reached(context, "knee-pain-press", KIND.WAIT), 3.0, RING_PX) == math.inf
