"""Fits a routine to the user: `plan(routine, choices, safety)` makes it safe, lays it out, shorter where asked."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from acutimer.core.adjusting import Change
from acutimer.core.planning import Choices, Phase, Plan, lay_out
from acutimer.core.points import Dose
from acutimer.core.routines import PressStep, RepsStep, Routine, Step, TechniqueStep
from acutimer.core.safety import Safety, kept_safe, made_safe

LEVELS = 3600  # a dose lasts an hour at most, so one level moves none of them by more than a second


def plan(routine: Routine, choices: Choices, safety: Safety) -> Plan:
    """The plan of `routine`, never longer than `choices.minutes` asks for, if it can be that short.

    First it is made to fit the safety profile; there is no way to a plan around that. Then every dose becomes shorter
    in the same proportion, though never than its range allows. If that is not enough, optional steps are dropped from
    the end, and what remains is as long as the time allows. A plan whose required steps do not fit even at their
    shortest is as short as they allow. Nothing is lengthened. Where the profile leaves nothing, the plan is empty.
    """
    fit, changes = made_safe(routine, safety)
    if choices.minutes is None or not fit.steps:
        return Plan(fit, lay_out(fit, choices), changes=changes)
    kept = tuple(range(len(fit.steps)))
    while (fitted := _fitted(fit, kept, choices, choices.minutes * 60)) is None:
        optional = [index for index in kept if fit.steps[index].optional]
        if not optional or len(kept) == 1:
            fitted = _at_level(0, fit, kept, choices)
            break
        kept = tuple(index for index in kept if index != optional[-1])
    dropped = tuple(step for index, step in enumerate(fit.steps) if index not in kept)
    shorter = replace(fitted, dropped=dropped, changes=tuple(_moved(changes, kept)))
    return kept_safe(shorter, safety) if dropped else shorter  # a rest may stand beside a step done sitting now


def _moved(changes: tuple[Change, ...], kept: tuple[int, ...]) -> Iterator[Change]:
    """The changes of the steps that are left, at the places they have now; what was removed stays removed."""
    places = {index: place for place, index in enumerate(kept)}
    for change in changes:
        if change.place is None:
            yield change
        elif change.place in places:
            yield replace(change, place=places[change.place])


def _fitted(routine: Routine, kept: tuple[int, ...], choices: Choices, seconds: float) -> Plan | None:
    """The longest plan of the steps at these places that lasts at most `seconds`, or None."""
    phases = lay_out(routine, choices)
    steps = [(routine.steps[index], tuple(phase for phase in phases if phase.step == index)) for index in kept]

    def length(level: int) -> float:
        return sum(lasts for step, phases in steps for lasts in _seconds_at(level, step, phases))

    if length(0) > seconds:
        return None
    level = bisect_right(range(LEVELS + 1), seconds, key=length) - 1
    return _at_level(level, routine, kept, choices)


def _at_level(level: int, routine: Routine, kept: tuple[int, ...], choices: Choices) -> Plan:
    shortened = replace(routine, steps=tuple(_shorter(routine.steps[index], level) for index in kept))
    return Plan(shortened, lay_out(shortened, choices))


def _seconds_at(level: int, step: Step, phases: tuple[Phase, ...]) -> Iterator[float]:
    """How long each of a step's phases lasts at that level; laying it out a dozen times over would keep one waiting."""
    match step:
        case PressStep(dose=dose) | TechniqueStep(dose=dose):
            seconds = _dose_seconds(dose, level)
            yield from (seconds if phase.kind.is_practice else phase.seconds or 0 for phase in phases)
        case RepsStep():
            sets, reps = _sets_and_reps(step, level)
            for phase in phases:
                if phase.set_number <= sets:
                    yield reps * step.tempo.seconds if phase.kind.is_practice else phase.seconds or 0
        case _:
            yield from (phase.seconds or 0 for phase in phases)


def _dose_seconds(dose: Dose, level: int) -> int:
    return max(dose.min_seconds, dose.seconds * level // LEVELS)


def _sets_and_reps(step: RepsStep, level: int) -> tuple[int, int]:
    total = step.reps * step.sets * level // LEVELS
    sets = max(1, min(step.sets, total // step.min_reps))
    return sets, max(step.min_reps, min(step.reps, total // sets))


def _shorter(step: Step, level: int) -> Step:
    """The step at `level` of `LEVELS`: in that proportion, but within its range. Both sides share the step."""
    match step:
        case PressStep(dose=dose):
            seconds = _dose_seconds(dose, level)
            circle_seconds = step.circle_seconds * seconds // dose.seconds
            return replace(step, dose=replace(dose, seconds=seconds), circle_seconds=circle_seconds)
        case TechniqueStep(dose=dose):
            return replace(step, dose=replace(dose, seconds=_dose_seconds(dose, level)))
        case RepsStep():
            sets, reps = _sets_and_reps(step, level)
            return replace(step, sets=sets, reps=reps)
    return step
