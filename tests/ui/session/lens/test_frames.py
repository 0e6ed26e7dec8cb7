import math
from itertools import pairwise

import pytest

from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import Cadence, Tempo
from acutimer.core.session import Session
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.session.lens.face import Face, face_of
from acutimer.ui.session.lens.frames import FRAME_SECONDS, ring_seconds, seconds_to_next_picture

RING_PX = 1596.0
STEADY = Phase(kind=PhaseKind.PRESS, step=1, seconds=120, side=Side.LEFT)
PULSED = Phase(kind=PhaseKind.PRESS, step=1, seconds=70, cadence=Cadence(5, 2))
CIRCLED = Phase(kind=PhaseKind.PRESS, step=1, seconds=120, circle_seconds=30)
REPS = Phase(kind=PhaseKind.REPS, step=1, seconds=120, subject="heel-raises", reps=20, tempo=Tempo(2, 1, 3))
BREATHS = Phase(
    kind=PhaseKind.BREATHS, step=1, seconds=50, subject="deep-breaths", breaths=5, in_seconds=4, out_seconds=6
)
PATS = Phase(kind=PhaseKind.PATS, step=1, seconds=12.6, pats=9, beat_seconds=0.7)
KNEADED = Phase(kind=PhaseKind.TECHNIQUE, step=1, seconds=180, subject="knee-kneading", side=Side.LEFT)
READY = Phase(kind=PhaseKind.GET_READY, step=1, seconds=8)
ALL = (STEADY, PULSED, CIRCLED, REPS, BREATHS, PATS, KNEADED, READY)


def begun(context: Context, phase: Phase) -> Session:
    return Session(Plan(context.library.routines["knee-pain-press"], (phase,))).start(0)


def wait(context: Context, phase: Phase, now: float, *, turning: bool = False, reduced: bool = False) -> float:
    return seconds_to_next_picture(begun(context, phase), now, RING_PX, is_turning=turning, reduced=reduced)


def pictures(context: Context, phase: Phase, start: float, end: float, *, reduced: bool = False) -> list[float]:
    """When a picture is painted from `start` to `end`."""
    moments = [start]
    while moments[-1] < end:
        moments.append(moments[-1] + wait(context, phase, moments[-1], reduced=reduced))
    return moments[:-1]


def test_nothing_is_painted_more_than_twenty_four_times_a_second(context: Context) -> None:
    for phase in ALL:
        for tick in range(150):
            assert wait(context, phase, tick * 0.03) >= FRAME_SECONDS - 1e-9


def test_a_steady_press_is_painted_a_few_times_a_second(context: Context) -> None:
    assert 2 <= len(pictures(context, STEADY, 10, 20)) / 10 <= 4


def test_a_pulse_is_painted_often_only_while_it_moves(context: Context) -> None:
    assert len(pictures(context, PULSED, 0.01, 0.4)) >= 9
    assert len(pictures(context, PULSED, 0.5, 4.5)) <= 4 * 6
    assert len(pictures(context, PULSED, 5.01, 5.6)) >= 14


def test_a_movement_is_painted_at_most_twelve_times_a_second(context: Context) -> None:
    for phase in (REPS, BREATHS, KNEADED):
        moments = pictures(context, phase, 0.01, 10)
        assert len(moments) <= 12 * 10 + 21, phase.subject  # and once more at a second, and at a beat


def test_a_repetition_that_is_held_is_hardly_painted(context: Context) -> None:
    assert len(pictures(context, REPS, 2.1, 2.9)) <= 2


def test_no_picture_of_a_beat_comes_late(context: Context) -> None:
    for phase in (PULSED, PATS):
        session = begun(context, phase)
        shown = [(at, face(session, at)) for at in pictures(context, phase, 0.0, 12)]
        for (at, seen), (then, _) in pairwise(shown):
            for late in range(1, int((then - at) / 0.05)):
                now = face(session, at + late * 0.05)
                assert (now.pat, now.motion) == (seen.pat, seen.motion), (phase.kind, at, late)


def face(session: Session, now: float) -> Face:
    return face_of(session, now, "Paused", reduced_motion=False)


def test_the_number_changes_on_time(context: Context) -> None:
    long = Phase(kind=PhaseKind.TECHNIQUE, step=1, seconds=3600)
    assert wait(context, long, 0.9) == pytest.approx(0.102)


def test_with_reduced_motion_a_picture_a_second_is_enough(context: Context) -> None:
    assert wait(context, STEADY, 20.25, reduced=True) == pytest.approx(0.752)
    assert wait(context, CIRCLED, 100.25, reduced=True) == pytest.approx(0.752)
    assert wait(context, KNEADED, 20.25, reduced=True) == pytest.approx(0.752)


def test_what_stands_still_needs_no_picture(context: Context) -> None:
    held = begun(context, STEADY).pause(20)
    assert seconds_to_next_picture(held, 25, RING_PX, is_turning=False, reduced=False) == math.inf


def test_while_the_lens_turns_every_frame_is_painted(context: Context) -> None:
    assert wait(context, STEADY, 0.1, turning=True) == FRAME_SECONDS


@pytest.mark.parametrize("seconds", [5, 8, 20, 60, 120, 180, 600, 3600])
def test_a_ring_steps_a_whole_number_of_times_a_second(seconds: int) -> None:
    steps = 1 / ring_seconds(seconds, RING_PX)
    assert steps == pytest.approx(round(steps))
    assert 1 <= steps <= 24
