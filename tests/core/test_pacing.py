import math

import pytest

from acutimer.core.pacing import (
    Beat,
    Motion,
    beat_of,
    beats_between,
    circle_turn,
    lift,
    stillness_seconds,
    swell,
    to_next_beat,
)
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import Cadence, Tempo

PRESS = Phase(kind=PhaseKind.PRESS, step=0, seconds=70, subject="ST36", cadence=Cadence(5, 2))
REPS = Phase(kind=PhaseKind.REPS, step=0, seconds=120, subject="heel-raises", reps=20, tempo=Tempo(2, 1, 3))
PATS = Phase(kind=PhaseKind.PATS, step=0, seconds=37.8, pats=9, beat_seconds=0.7)
BREATHS = Phase(kind=PhaseKind.BREATHS, step=0, seconds=50, breaths=5, in_seconds=4, out_seconds=6)
CIRCLES = Phase(kind=PhaseKind.PRESS, step=0, seconds=120, subject="SP9", circle_seconds=30)


def seen(phase: Phase, elapsed: float) -> Beat:
    beat = beat_of(phase, elapsed)
    assert beat is not None
    return beat


@pytest.mark.parametrize(
    ("phase", "elapsed", "motion", "lit"),
    [
        (PRESS, 0, Motion.PRESS, 1),
        (PRESS, 2.5, Motion.PRESS, 3),
        (PRESS, 4.99, Motion.PRESS, 5),
        (PRESS, 5, Motion.RELEASE, 1),
        (PRESS, 6.5, Motion.RELEASE, 2),
        (PRESS, 7, Motion.PRESS, 1),
        (REPS, 0, Motion.RISE, 1),
        (REPS, 2, Motion.HOLD, 1),
        (REPS, 3, Motion.LOWER, 1),
        (REPS, 5.9, Motion.LOWER, 3),
        (REPS, 6, Motion.RISE, 1),
        (BREATHS, 3.9, Motion.IN, 4),
        (BREATHS, 4, Motion.OUT, 1),
        (BREATHS, 10, Motion.IN, 1),
        (PATS, 0, Motion.FRONT_AND_BACK, 1),
        (PATS, 6.2, Motion.FRONT_AND_BACK, 9),
        (PATS, 6.31, Motion.SIDES, 1),
        (PATS, 12.61, Motion.FRONT_AND_BACK, 1),
    ],
)
def test_the_beat_follows_the_clock(phase: Phase, elapsed: float, motion: Motion, lit: int) -> None:
    beat = seen(phase, elapsed)
    assert (beat.motion, beat.lit) == (motion, lit)


def test_the_last_moment_shows_the_end_of_the_beat_not_the_begin_of_another() -> None:
    assert (seen(REPS, 120).motion, seen(REPS, 120).lit) == (Motion.LOWER, 3)


def test_pressing_turns_into_circles_where_the_step_says() -> None:
    assert seen(CIRCLES, 89.9).motion is Motion.PRESS
    assert seen(CIRCLES, 45).lit == pytest.approx(0.5)
    assert seen(CIRCLES, 90).motion is Motion.CIRCLE
    assert seen(CIRCLES, 105).lit == pytest.approx(0.5)


def test_circles_after_a_cadence_stand_alone() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=65, cadence=Cadence(5, 2), circle_seconds=30)
    assert [part.motion for part in seen(phase, 34).parts] == [Motion.PRESS, Motion.RELEASE]
    assert [part.motion for part in seen(phase, 36).parts] == [Motion.CIRCLE]


def test_a_dose_of_circles_alone_has_one_part() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=60, circle_seconds=60)
    assert [part.motion for part in seen(phase, 0).parts] == [Motion.CIRCLE]


def test_many_beats_become_bars() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=180, cadence=Cadence(30, 30))
    assert [part.pips for part in seen(phase, 0).parts] == [1, 1]
    assert seen(phase, 15).lit == pytest.approx(0.5)


@pytest.mark.parametrize("kind", [PhaseKind.GET_READY, PhaseKind.TECHNIQUE, PhaseKind.REST, PhaseKind.PRESS])
def test_nothing_beats_where_nothing_is_to_be_paced(kind: PhaseKind) -> None:
    assert beat_of(Phase(kind=kind, step=0, seconds=60), 10) is None


def test_the_pulse_swells_on_press_holds_and_shrinks_on_release() -> None:
    assert swell(PRESS, 0) == 0
    assert 0 < swell(PRESS, 0.2) < 1
    assert swell(PRESS, 0.4) == 1
    assert swell(PRESS, 4.9) == 1
    assert 0 < swell(PRESS, 5.3) < 1
    assert swell(PRESS, 5.6) == 0


def test_a_steady_press_stays_swollen() -> None:
    assert swell(CIRCLES, 0) == 1
    assert stillness_seconds(CIRCLES, 0) == math.inf


def test_the_pulse_is_still_between_its_moves() -> None:
    assert stillness_seconds(PRESS, 0.1) == 0
    assert stillness_seconds(PRESS, 1) == pytest.approx(4)
    assert stillness_seconds(PRESS, 5.7) == pytest.approx(1.3)


def test_a_repetition_rises_holds_and_lowers() -> None:
    assert lift(REPS, 0) == 0
    assert lift(REPS, 1) == pytest.approx(0.5)
    assert lift(REPS, 2.5) == 1
    assert lift(REPS, 4.5) == pytest.approx(0.5)
    assert lift(REPS, 6) == 0
    assert lift(PRESS, 3) == 0


def test_every_beat_is_told_once_and_never_the_first() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=21, cadence=Cadence(5, 2))
    told = [motion for tick in range(100) for motion in beats_between(phase, tick / 4, (tick + 1) / 4)]
    assert told == [Motion.RELEASE, Motion.PRESS] * 2 + [Motion.RELEASE]
    assert beats_between(phase, 0, 21) == tuple(told)


def test_circles_beat_once_round_and_take_over_from_the_cadence() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=20, cadence=Cadence(5, 2), circle_seconds=6)
    assert beats_between(phase, 0, 20) == (Motion.RELEASE, Motion.PRESS, Motion.RELEASE, *[Motion.CIRCLE] * 3)
    assert to_next_beat(phase, 12.5) == pytest.approx(1.5)
    assert to_next_beat(phase, 18) == math.inf


def test_each_pat_beats_and_says_where() -> None:
    phase = Phase(kind=PhaseKind.PATS, step=0, seconds=2 * 9 * 2 * 0.7, pats=9, beat_seconds=0.7)
    told = beats_between(phase, 0, phase.seconds or 0)
    assert len(told) == 35
    assert told[:9] == (Motion.FRONT_AND_BACK,) * 8 + (Motion.SIDES,)
    assert told[-9:] == (Motion.SIDES,) * 9


def test_a_steady_press_has_no_beat() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=60)
    assert beats_between(phase, 0, 60) == ()
    assert to_next_beat(phase, 0) == math.inf


def test_a_circle_goes_round_at_its_pace() -> None:
    assert circle_turn(CIRCLES, 0) is None
    phase = Phase(kind=PhaseKind.PRESS, step=0, seconds=60, circle_seconds=20)
    assert circle_turn(phase, 39.9) is None
    assert circle_turn(phase, 40) == 0
    assert circle_turn(phase, 41) == pytest.approx(0.5)
    assert circle_turn(phase, 42.5) == pytest.approx(0.25)
