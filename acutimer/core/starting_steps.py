"""The step one begins with for anything that can be put into a routine: sensible as it is, to be changed at will."""

from collections.abc import Iterable
from dataclasses import replace

from acutimer.core.drafting import OWN
from acutimer.core.points import Dose, Point
from acutimer.core.practices import Exercise, Technique
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    PressStep,
    RepsStep,
    RestStep,
    Routine,
    Step,
    TechniqueStep,
    Tempo,
    WaitStep,
    subject_of,
)
from acutimer.core.sides import Sides

STARTING_REST_SECONDS = 30
USUAL_REPS = (10, 20)  # of one set, as the source of both exercises says
STARTING_TEMPO = Tempo(2.0, 1.0, 3.0)


def first_use(subject: str, routines: Iterable[Routine]) -> Step | None:
    """How a point, technique or exercise first occurs in some routines; None where it does not."""
    steps = (step for routine in routines for step in routine.steps)
    return next((step for step in steps if subject_of(step) == subject), None)


def starting_press(point: Point, say: str) -> PressStep:
    """A point pressed for its usual time: on both sides one after the other, on the back both at once.

    Raises:
        ValueError: the point is left to a professional.
    """
    if point.professional:
        raise ValueError(f"{point.code} is left to a professional")
    sides = Sides.BOTH if point.takes_both_hands else Sides.EACH
    return PressStep(say=say, source=OWN, point=point.code, dose=replace(point.dose, source=OWN), sides=sides)


def starting_technique(technique: Technique, like: Step | None, say: str) -> Step:
    """A technique as it is done in `like`, a step with it: beaten, open-ended or for its usual time, and on its sides.

    Without `like` it is timed, and sides mean nothing.
    """
    match like:
        case PatsStep() | WaitStep():
            return replace(like, say=say, source=OWN, title=None, optional=False)
        case TechniqueStep():
            sides, waits = like.sides, like.waits
        case _:
            sides, waits = None, False
    dose = replace(technique.dose, source=OWN)
    return TechniqueStep(say=say, source=OWN, technique=technique.id, dose=dose, sides=sides, waits=waits)


def starting_reps(exercise: Exercise, like: Step | None, say: str) -> RepsStep:
    """An exercise in one set, with the repetitions and the tempo of `like`, a step with it."""
    if isinstance(like, RepsStep):
        return replace(like, say=say, source=OWN, title=None, optional=False, sets=1)
    low, high = USUAL_REPS
    return RepsStep(
        say=say, source=OWN, exercise=exercise.id, reps=low, min_reps=low, max_reps=high, tempo=STARTING_TEMPO
    )


def starting_rest(say: str) -> RestStep:
    """Half a minute."""
    return RestStep(say=say, source=OWN, seconds=STARTING_REST_SECONDS)


def starting_breaths(say: str) -> BreathsStep:
    """Five slow ones, out for longer than in."""
    return BreathsStep(say=say, source=OWN)


def starting_wait(say: str) -> WaitStep:
    """Until the user says go."""
    return WaitStep(say=say, source=OWN)


def timed(step: WaitStep, usual: Dose) -> TechniqueStep:
    """A practice that lasted as long as one liked, for its usual time instead. It is to have a technique."""
    assert step.technique is not None
    return TechniqueStep(
        say=step.say,
        source=OWN,
        title=step.title,
        optional=step.optional,
        waits=step.waits,
        technique=step.technique,
        dose=replace(usual, source=OWN),
    )


def untimed(step: TechniqueStep) -> WaitStep:
    """A timed practice for as long as one likes instead; what it knew of sides and times goes."""
    return WaitStep(
        say=step.say,
        source=OWN,
        title=step.title,
        optional=step.optional,
        waits=step.waits,
        technique=step.technique,
    )
