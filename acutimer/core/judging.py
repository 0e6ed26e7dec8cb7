"""Looks a draft over: what is missing, what will not work well, and how one press mends it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from acutimer.core.altering import with_dose
from acutimer.core.drafting import MOST_SAY_LETTERS, OWN, Draft, as_own
from acutimer.core.limits import MOST_IN_NAME, MOST_SECONDS
from acutimer.core.planning import Choices, lay_out
from acutimer.core.points import Dose, Point
from acutimer.core.practices import Exercise, Technique
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    Posture,
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

LEAST_SWITCH_SECONDS = 5
GOOD_SWITCH_SECONDS = 8
LEAST_TEMPO_SECONDS = 2.0
GOOD_TEMPO = Tempo(2.0, 1.0, 3.0)
LEAST_BREATH_SECONDS = 5.0
GOOD_BREATH_SECONDS = (4.0, 6.0)


class ProblemKind(StrEnum):
    """What is wrong. The comments name the `field` it stands at."""

    NAME_MISSING = "name_missing"  # name
    NAME_TAKEN = "name_taken"  # name: another routine is called so
    NO_STEPS = "no_steps"  # steps
    ONLY_RESTS = "only_rests"  # steps
    NO_POSTURE = "no_posture"  # postures
    UNKNOWN = "unknown"  # the step: no such point, technique or exercise here
    PROFESSIONAL = "professional"  # the step
    SWITCH_TOO_SHORT = "switch_too_short"  # changeover_seconds
    TOO_LONG = "too_long"  # dose: longer than any source says
    TOO_SHORT = "too_short"  # dose: shorter than any source says
    RHYTHM_TOO_SLOW = "rhythm_too_slow"  # cadence: not once through in the time there is
    TOO_FAST = "too_fast"  # tempo
    BREATHS_TOO_FAST = "breaths_too_fast"  # in_seconds
    SAY_TOO_LONG = "say_too_long"  # say
    WHOLE_TOO_LONG = "whole_too_long"  # steps


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `place` is the step's, counted from 0, or None where it is the routine's. `field` names what it stands at, an
    attribute of the step or the draft; it is empty where it is the step as a whole. `value` is
    what stands there and `wanted` what would be well (seconds, letters, a name; None where that says nothing).
    `repaired` is the whole draft after the one press that mends it, None where only the user can. A blocking problem
    keeps the draft from being saved; the others are advice.
    """

    kind: ProblemKind
    place: int | None
    field: str
    value: float | str | None = None
    wanted: float | str | None = None
    repaired: Draft | None = None
    is_blocking: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to practise, and for how long the sources let one: (least, most) seconds by subject.

    `names` are the names of the user's other routines.
    """

    points: Mapping[str, Point]
    techniques: Mapping[str, Technique]
    exercises: Mapping[str, Exercise]
    ranges: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


def ranges_of(
    points: Iterable[Point], techniques: Iterable[Technique], routines: Iterable[Routine]
) -> dict[str, tuple[int, int]]:
    """The least and the most seconds that any source gives, by code or id: from the records and from our routines."""
    doses = [(point.code, point.dose) for point in points]
    doses += [(technique.id, technique.dose) for technique in techniques]
    for routine in routines:
        for step in routine.steps:
            if isinstance(step, PressStep):
                doses.append((step.point, step.dose))
            elif isinstance(step, TechniqueStep):
                doses.append((step.technique, step.dose))
    found: dict[str, tuple[int, int]] = {}
    for subject, dose in doses:
        low, high = found.get(subject, (dose.min_seconds, dose.max_seconds))
        found[subject] = min(low, dose.min_seconds), max(high, dose.max_seconds)
    return found


def judge(draft: Draft, known: Known) -> tuple[Problem, ...]:
    """Every problem: the routine's own first, then those of its steps in order."""
    found = [*_of_routine(draft, known)]
    for place, step in enumerate(draft.steps):
        found += _of_step(draft, place, step, known)
    return tuple(found)


def at_place(problems: Iterable[Problem], place: int | None) -> tuple[Problem, ...]:
    """The problems of one step, or the routine's own."""
    return tuple(problem for problem in problems if problem.place == place)


def missing(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What keeps a draft from being saved."""
    return tuple(problem for problem in problems if problem.is_blocking)


def free_name(name: str, taken: Iterable[str]) -> str:
    """`name`, with the first number after it that makes it different from all of `taken`."""
    used, number, free = {other.casefold() for other in taken}, 1, name
    while free.casefold() in used:
        number += 1
        end = f" {number}"
        free = name[: MOST_IN_NAME - len(end)] + end
    return free


# -- the routine ---------------------------------------------------------------------------------


def _of_routine(draft: Draft, known: Known) -> Iterator[Problem]:
    name = draft.name.strip()
    if not name:
        yield Problem(ProblemKind.NAME_MISSING, None, "name", is_blocking=True)
    elif name.casefold() in {other.casefold() for other in known.names}:
        free = free_name(name, known.names)
        yield Problem(ProblemKind.NAME_TAKEN, None, "name", name, free, draft.renamed(free))
    if not draft.steps:
        yield Problem(ProblemKind.NO_STEPS, None, "steps", is_blocking=True)
    elif all(isinstance(step, RestStep) or step == _bare(step) for step in draft.steps):
        yield Problem(ProblemKind.ONLY_RESTS, None, "steps")
    if draft.steps and (seconds := _whole_seconds(draft)) > MOST_SECONDS:
        yield Problem(ProblemKind.WHOLE_TOO_LONG, None, "steps", seconds, MOST_SECONDS, is_blocking=True)
    if not draft.postures:
        mended = replace(draft, postures=(Posture.SEATED,))
        yield Problem(ProblemKind.NO_POSTURE, None, "postures", None, Posture.SEATED, mended, is_blocking=True)


def _whole_seconds(draft: Draft) -> float:
    routine = replace(draft, name=draft.name.strip() or draft.id).as_routine()
    return sum(phase.seconds or 0 for phase in lay_out(routine, Choices()))


def _bare(step: Step) -> Step | None:
    """A wait during which nothing is practised, itself."""
    return step if isinstance(step, WaitStep) and step.technique is None else None


# -- a step --------------------------------------------------------------------------------------


def _of_step(draft: Draft, place: int, step: Step, known: Known) -> Iterator[Problem]:
    flaw = _subject_flaw(step, known)
    if flaw is not None:
        yield Problem(flaw, place, "", subject_of(step), None, draft.removed(place), is_blocking=True)
    for kind, name, value, wanted, better in (*_of_sides(step), *_of_dose(step, known), *_of_pace(step)):
        yield Problem(kind, place, name, value, wanted, draft.with_step(place, as_own(step, better)))
    if len(step.say) > MOST_SAY_LETTERS:
        yield Problem(ProblemKind.SAY_TOO_LONG, place, "say", len(step.say), MOST_SAY_LETTERS)


_Flaw = tuple[ProblemKind, str, float, float, Step]
"""Its kind and field, what stands there, what would be well, and the step mended."""


def _of_sides(step: Step) -> Iterator[_Flaw]:
    if isinstance(step, PressStep | TechniqueStep | PatsStep | RepsStep) and step.sides is Sides.EACH:
        seconds = step.changeover_seconds
        if seconds is not None and seconds < LEAST_SWITCH_SECONDS:
            better = replace(step, changeover_seconds=GOOD_SWITCH_SECONDS)
            yield ProblemKind.SWITCH_TOO_SHORT, "changeover_seconds", seconds, GOOD_SWITCH_SECONDS, better


def _of_dose(step: Step, known: Known) -> Iterator[_Flaw]:
    if isinstance(step, PressStep | TechniqueStep):
        usual = known.ranges.get(subject_of(step) or "")
        if usual is None:
            return
        (low, high), seconds = usual, step.dose.seconds
        nearest = max(low, min(seconds, high))
        better = with_dose(step, nearest, Dose(seconds=nearest, min_seconds=low, max_seconds=high, source=OWN))
        if seconds > high:
            yield ProblemKind.TOO_LONG, "dose", seconds, high, better
        elif seconds < low:
            yield ProblemKind.TOO_SHORT, "dose", seconds, low, better


def _of_pace(step: Step) -> Iterator[_Flaw]:
    match step:
        case PressStep(cadence=cadence) if cadence is not None:
            beat = cadence.press_seconds + cadence.release_seconds
            still = step.dose.seconds - step.circle_seconds
            if 0 < still < beat:
                yield ProblemKind.RHYTHM_TOO_SLOW, "cadence", beat, still, replace(step, cadence=None)
        case RepsStep() if step.tempo.seconds < LEAST_TEMPO_SECONDS:
            better = replace(step, tempo=GOOD_TEMPO)
            yield ProblemKind.TOO_FAST, "tempo", step.tempo.seconds, GOOD_TEMPO.seconds, better
        case BreathsStep() if (whole := step.in_seconds + step.out_seconds) < LEAST_BREATH_SECONDS:
            breath_in, breath_out = GOOD_BREATH_SECONDS
            slower = replace(step, in_seconds=breath_in, out_seconds=breath_out)
            yield ProblemKind.BREATHS_TOO_FAST, "in_seconds", whole, breath_in + breath_out, slower
        case _:
            pass


def _subject_flaw(step: Step, known: Known) -> ProblemKind | None:
    subject = subject_of(step)
    if subject is None:
        return None
    if isinstance(step, PressStep):
        point = known.points.get(subject)
        if point is not None and point.professional:
            return ProblemKind.PROFESSIONAL
        return ProblemKind.UNKNOWN if point is None else None
    there: Mapping[str, object] = known.exercises if isinstance(step, RepsStep) else known.techniques
    return None if subject in there else ProblemKind.UNKNOWN
