"""Fits a routine to the user's time: `plan(routine, choices)` lays it out, shorter where a time was asked for."""

from bisect import bisect_right
from dataclasses import replace

from acutimer.core.planning import Choices, Plan, lay_out
from acutimer.core.routines import PressStep, RepsStep, Routine, Step, TechniqueStep

LEVELS = 3600  # a dose lasts an hour at most, so one level moves none of them by more than a second


def plan(routine: Routine, choices: Choices) -> Plan:
    """The plan of `routine`, never longer than `choices.minutes` asks for, if it can be that short.

    Every dose becomes shorter in the same proportion, though never than its range allows. If that is not
    enough, optional steps are dropped from the end, and what remains is as long as the time allows. A plan
    whose required steps do not fit even at their shortest is as short as they allow. Nothing is lengthened.
    """
    if choices.minutes is None:
        return Plan(routine, lay_out(routine, choices))
    kept, dropped = routine.steps, tuple[Step, ...]()
    while (fitted := _fitted(routine, kept, choices, choices.minutes * 60)) is None:
        optional = [index for index, step in enumerate(kept) if step.optional]
        if not optional or len(kept) == 1:
            return replace(_at_level(0, routine, kept, choices), dropped=dropped)
        last = optional[-1]
        kept, dropped = (*kept[:last], *kept[last + 1 :]), (kept[last], *dropped)
    return replace(fitted, dropped=dropped)


def _fitted(routine: Routine, steps: tuple[Step, ...], choices: Choices, seconds: float) -> Plan | None:
    """The longest plan of these steps that lasts at most `seconds`, or None."""

    def length(level: int) -> float:
        return _at_level(level, routine, steps, choices).seconds

    level = bisect_right(range(LEVELS + 1), seconds, key=length) - 1
    return None if level < 0 else _at_level(level, routine, steps, choices)


def _at_level(level: int, routine: Routine, steps: tuple[Step, ...], choices: Choices) -> Plan:
    shortened = replace(routine, steps=tuple(_shorter(step, level) for step in steps))
    return Plan(shortened, lay_out(shortened, choices))


def _shorter(step: Step, level: int) -> Step:
    """The step at `level` of `LEVELS`: in that proportion, but within its range. Both sides share the step."""
    match step:
        case PressStep(dose=dose):
            seconds = max(dose.min_seconds, dose.seconds * level // LEVELS)
            circle_seconds = step.circle_seconds * seconds // dose.seconds
            return replace(step, dose=replace(dose, seconds=seconds), circle_seconds=circle_seconds)
        case TechniqueStep(dose=dose):
            seconds = max(dose.min_seconds, dose.seconds * level // LEVELS)
            return replace(step, dose=replace(dose, seconds=seconds))
        case RepsStep():
            total = step.reps * step.sets * level // LEVELS
            sets = max(1, min(step.sets, total // step.min_reps))
            return replace(step, sets=sets, reps=max(step.min_reps, min(step.reps, total // sets)))
    return step
