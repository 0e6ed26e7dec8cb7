"""One change to a step that takes others with it, so that what comes out is always sound.

A range is that of the sources, grown by what the user wants: what they type on the way to a number leaves no trace.
"""

from dataclasses import replace

from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, Cadence, PatsStep, PressStep, RepsStep, Step, TechniqueStep, Tempo
from acutimer.core.sides import Sides


def with_dose(step: PressStep | TechniqueStep, seconds: int, usual: Dose) -> PressStep | TechniqueStep:
    """The step for so many `seconds` (1 to 3600) a side; `usual` is the range of the sources.

    Circles that took all of the time go on doing so, others shrink where they must.
    """
    dose = replace(
        step.dose,
        seconds=seconds,
        min_seconds=min(usual.min_seconds, seconds),
        max_seconds=max(usual.max_seconds, seconds),
    )
    if isinstance(step, PressStep):
        is_all = step.circle_seconds == step.dose.seconds
        return replace(step, dose=dose, circle_seconds=seconds if is_all else min(step.circle_seconds, seconds))
    return replace(step, dose=dose)


def with_sides(step: Step, sides: Sides) -> Step:
    """The step on these sides; one to which sides mean nothing as it is."""
    if isinstance(step, PressStep | TechniqueStep | PatsStep | RepsStep):
        return replace(step, sides=sides)
    return step


def with_changeover(step: Step, seconds: int | None) -> Step:
    """The step with its own time from side to side (0 to 600 s), or with that of the settings."""
    if isinstance(step, PressStep | TechniqueStep | PatsStep | RepsStep):
        return replace(step, changeover_seconds=seconds)
    return step


def with_reps(step: RepsStep, reps: int, usual: tuple[int, int]) -> RepsStep:
    """The step with so many repetitions (1 to 200) a set; `usual` is the range of the sources."""
    low, high = usual
    return replace(step, reps=reps, min_reps=min(low, reps), max_reps=max(high, reps))


def with_beat(step: PressStep, *, press: float | None = None, release: float | None = None) -> PressStep:
    """The step with another time to press or to release (1 to 60 s) in its rhythm, which it is to have."""
    assert step.cadence is not None
    before = step.cadence
    return replace(
        step,
        cadence=Cadence(
            before.press_seconds if press is None else press, before.release_seconds if release is None else release
        ),
    )


def with_tempo(
    step: RepsStep, *, up: float | None = None, hold: float | None = None, down: float | None = None
) -> RepsStep:
    """The step with another time (0 to 30 s) for one part of a repetition.

    A repetition lasts a second at least: where it would not, going down takes what is missing, or going up where
    going down is what was asked for.
    """
    before = step.tempo
    parts = [
        before.up_seconds if up is None else up,
        before.hold_seconds if hold is None else hold,
        before.down_seconds if down is None else down,
    ]
    missing = max(0.0, 1.0 - sum(parts))
    parts[2 if down is None else 0] += missing
    return replace(step, tempo=Tempo(*parts))


def with_breath(step: BreathsStep, *, going_in: float | None = None, going_out: float | None = None) -> BreathsStep:
    """The step with another time (1 to 30 s) for breathing in or out."""
    return replace(
        step,
        in_seconds=step.in_seconds if going_in is None else going_in,
        out_seconds=step.out_seconds if going_out is None else going_out,
    )
