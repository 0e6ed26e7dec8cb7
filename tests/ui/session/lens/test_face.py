import pytest

from acutimer.core.pacing import Motion
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import Cadence, Tempo
from acutimer.core.session import Session, Why
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.lens.acts.heel_raise import POSES
from acutimer.ui.session.lens.face import Face, face_of, progress_of

PRESS = Phase(kind=PhaseKind.PRESS, step=1, seconds=120, circle_seconds=30)
REPS = Phase(kind=PhaseKind.REPS, step=1, seconds=120, subject="heel-raises", reps=20, tempo=Tempo(2, 1, 3))
PATS = Phase(kind=PhaseKind.PATS, step=1, seconds=12.6, pats=9, beat_seconds=0.7)
BREATHS = Phase(kind=PhaseKind.BREATHS, step=1, seconds=50, breaths=5, in_seconds=4, out_seconds=6)
PULSED = Phase(kind=PhaseKind.PRESS, step=1, seconds=70, cadence=Cadence(5, 2))
READY = Phase(kind=PhaseKind.GET_READY, step=1, seconds=8)
OPEN = Phase(kind=PhaseKind.WAIT, step=1, seconds=None)


def begun(context: Context, phase: Phase) -> Session:
    return Session(Plan(context.library.routines["knee-pain-press"], (phase,))).start(0)


def face(context: Context, phase: Phase, now: float, *, reduced: bool = False) -> Face:
    return face_of(begun(context, phase), now, "Paused", reduced_motion=reduced)


def test_the_ring_empties_with_the_number(context: Context) -> None:
    seen = face(context, PRESS, 36)
    assert seen.to_go == pytest.approx(84 / 120)
    assert seen.notch == pytest.approx(0.25)
    assert seen.is_ember


def test_getting_ready_is_pine(context: Context) -> None:
    assert not face(context, READY, 3).is_ember


def test_a_count_fills_a_tick_at_a_time(context: Context) -> None:
    seen = face(context, REPS, 73)
    assert (seen.reps, seen.done, seen.motion) == (20, 12, Motion.RISE)
    assert 0 < seen.step < POSES - 1


def test_a_wait_has_no_end_to_count_to(context: Context) -> None:
    assert face(context, OPEN, 60).to_go is None


def test_a_pause_says_its_word_and_being_away_the_time(context: Context) -> None:
    held = begun(context, PRESS).pause(73)
    assert face_of(held, 99, "Paused", reduced_motion=False).bubble == "Paused"
    away = begun(context, PRESS).pause(73, Why.AWAY)
    assert face_of(away, 99, "Paused", reduced_motion=False).bubble == "0:47"


def test_reduced_motion_steps_once_a_second_and_switches_with_the_word(context: Context) -> None:
    assert face(context, PRESS, 36.1, reduced=True) == face(context, PRESS, 36.9, reduced=True)
    for tenth in range(140):
        seen = face(context, PULSED, tenth / 10, reduced=True)
        assert seen.swell == (1 if seen.motion is Motion.PRESS else 0)
    assert face(context, READY, 3, reduced=True).swell == 0


def test_a_session_that_is_held_shows_no_figure_half_turned(context: Context) -> None:
    held = begun(context, READY).pause(0.3)
    for reduced in (True, False):
        assert progress_of(held, 60, pans=False, reduced_motion=reduced) == 1


def test_the_lens_has_turned_before_the_start(context: Context) -> None:
    session = begun(context, READY)
    assert progress_of(session, 0, pans=True, reduced_motion=False) == 0
    assert progress_of(session, 0.35, pans=True, reduced_motion=False) == pytest.approx(0.5)
    assert progress_of(session, 0.7, pans=True, reduced_motion=False) == 1
    assert progress_of(session, 0, pans=True, reduced_motion=True) == 1


def test_a_circle_is_a_bead_that_goes_round_at_its_pace(context: Context) -> None:
    assert face(context, PRESS, 60).turn is None
    assert face(context, PRESS, 90.5).turn == pytest.approx(0.25)
    assert face(context, PRESS, 92.5).turn == pytest.approx(0.25)
    assert face(context, PRESS, 90.5).swell == 1


def test_a_steady_press_stands_still(context: Context) -> None:
    assert {face(context, PRESS, second / 7).swell for second in range(600)} == {1.0}


def test_with_reduced_motion_nothing_goes_round_and_no_pat_flashes(context: Context) -> None:
    assert face(context, PRESS, 90.5, reduced=True).turn is None
    assert face(context, PATS, 0.05, reduced=True).pat is None
    assert {face(context, BREATHS, tenth / 10, reduced=True).breath for tenth in range(100)} == {0.0, 1.0}


def test_a_practice_that_only_prepares_shows_its_first_picture(context: Context) -> None:
    ready = Phase(kind=PhaseKind.GET_READY, step=1, seconds=8, subject="heel-raises", side=Side.BOTH)
    assert {face(context, ready, second).step for second in range(8)} == {0}
