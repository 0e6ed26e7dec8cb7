import math

import pytest

from acutimer.core.pacing import Motion
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import Cadence, Tempo
from acutimer.core.session import Session, Why
from acutimer.ui.context import Context
from acutimer.ui.session.lens.face import Face, face_of, progress_of, seconds_to_next_picture

RING_PX = 1596.0
PRESS = Phase(kind=PhaseKind.PRESS, step=1, seconds=120, circle_seconds=30)
REPS = Phase(kind=PhaseKind.REPS, step=1, seconds=120, reps=20, tempo=Tempo(2, 1, 3))
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
    assert 0 < seen.lift < 1


def test_a_wait_has_no_end_to_count_to(context: Context) -> None:
    assert face(context, OPEN, 60).to_go is None


def test_a_pause_says_its_word_and_being_away_the_time(context: Context) -> None:
    held = begun(context, PRESS).pause(73)
    assert face_of(held, 99, "Paused", reduced_motion=False).bubble == "Paused"
    away = begun(context, PRESS).pause(73, Why.AWAY)
    assert face_of(away, 99, "Paused", reduced_motion=False).bubble == "0:47"


def test_reduced_motion_steps_once_a_second_and_switches_at_once(context: Context) -> None:
    assert face(context, PRESS, 36.1, reduced=True) == face(context, PRESS, 36.9, reduced=True)
    assert face(context, PULSED, 0.1, reduced=True).swell == 0
    assert face(context, PULSED, 0.3, reduced=True).swell == 1


def test_the_lens_has_turned_before_the_start(context: Context) -> None:
    session = begun(context, READY)
    assert progress_of(session, 0, pans=True, reduced_motion=False) == 0
    assert progress_of(session, 0.35, pans=True, reduced_motion=False) == pytest.approx(0.5)
    assert progress_of(session, 0.7, pans=True, reduced_motion=False) == 1
    assert progress_of(session, 0, pans=True, reduced_motion=True) == 1


def next_picture(context: Context, phase: Phase, now: float, *, turning: bool = False, reduced: bool = False) -> float:
    session = begun(context, phase)
    return seconds_to_next_picture(session, now, RING_PX, is_turning=turning, reduced=reduced)


def test_a_slow_ring_is_painted_seldom_and_a_moving_pulse_often(context: Context) -> None:
    assert next_picture(context, PRESS, 20.2) == pytest.approx(1.5 * 120 / RING_PX)
    assert next_picture(context, PULSED, 0.1) == pytest.approx(1 / 30)
    assert next_picture(context, PRESS, 0.1, turning=True) == pytest.approx(1 / 30)


def test_nothing_is_painted_more_than_thirty_times_a_second(context: Context) -> None:
    for phase in (PRESS, REPS, PULSED, READY):
        for tick in range(200):
            assert next_picture(context, phase, tick * 0.03) >= 1 / 30 - 1e-9


def test_the_number_changes_on_time(context: Context) -> None:
    long = Phase(kind=PhaseKind.TECHNIQUE, step=1, seconds=3600)
    assert next_picture(context, long, 0.9) == pytest.approx(0.102)


def test_with_reduced_motion_a_picture_a_second_is_enough(context: Context) -> None:
    assert next_picture(context, PRESS, 20.25, reduced=True) == pytest.approx(0.752)


def test_what_stands_still_needs_no_picture(context: Context) -> None:
    held = begun(context, PRESS).pause(20)
    assert seconds_to_next_picture(held, 25, RING_PX, is_turning=False, reduced=False) == math.inf
