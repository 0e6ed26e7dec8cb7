import pytest

from acutimer.core.planning import PhaseKind
from acutimer.ui.context import Context
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.mini.view import RADIUS_PX, View, view_of
from tests.ui.session.mini.reaching import reached

KIND = PhaseKind


def view(context: Context, routine: str, kind: PhaseKind, number: int = 0) -> View:
    session = reached(context, routine, kind, number)
    found = view_of(session, context.library, context.atlas, context.preferences.value)
    assert found is not None
    return found


def test_the_point_that_is_pressed_is_in_the_middle_and_nearer_than_in_the_large_lens(context: Context) -> None:
    found = view(context, "knee-pain-press", KIND.PRESS, 4)
    assert found.active == (found.center,)
    assert found.across < 200
    assert found.is_flipped


def test_a_changeover_shows_the_side_that_comes(context: Context) -> None:
    change = view(context, "knee-pain-press", KIND.CHANGEOVER, 2)
    assert change == view(context, "knee-pain-press", KIND.PRESS, 5)
    assert not change.is_flipped


def test_a_rest_shows_what_follows_it(context: Context) -> None:
    assert view(context, "daily-strength", KIND.REST) == view(context, "daily-strength", KIND.REPS, 1)


def test_a_wait_without_a_picture_shows_what_it_waits_for(context: Context) -> None:
    waiting = view(context, "backward-treadmill", KIND.WAIT)
    assert waiting == view(context, "backward-treadmill", KIND.GET_READY)


@pytest.mark.parametrize(("routine", "number"), [("qigong-knee-massage", 4), ("morning-balance", 2)])
def test_points_that_are_pressed_together_are_all_inside(context: Context, routine: str, number: int) -> None:
    found = view(context, routine, KIND.PRESS, number)
    assert len(found.active) == 2
    for there in found.active:
        at = found.px(there)
        assert (at.x() ** 2 + at.y() ** 2) ** 0.5 < RADIUS_PX - 6


def test_a_practice_that_moves_shows_its_drawings(context: Context) -> None:
    found = view(context, "morning-balance", KIND.REPS)
    act = act_of("heel-raises")
    assert act is not None
    assert found.act is act
    assert found.figure == act.base
    assert not found.has_bones


def test_a_session_that_is_over_has_no_picture(context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS).stop(1.0)
    assert view_of(session, context.library, context.atlas, context.preferences.value) is None
