"""A phase made longer while it runs."""

import math
from dataclasses import replace

from acutimer.core.planning import Phase, PhaseKind, Plan

EXTENSION_SECONDS = 15
EXTENSION_REPS = 5


def longer(phase: Phase, elapsed: float, *, in_circles: bool) -> Phase:
    """The phase with 15 seconds, or 5 repetitions, more, `elapsed` seconds after its beginning.

    Breaths are never cut: they get as many whole ones as last 15 seconds or a little more. `in_circles` gives the
    seconds to the circles at the phase's end. A half that has been told is not moved, so that it is told once.
    """
    assert phase.seconds is not None
    if phase.reps is not None and phase.tempo is not None:
        more = EXTENSION_REPS * phase.tempo.seconds
        return replace(phase, reps=phase.reps + EXTENSION_REPS, seconds=phase.seconds + more)
    if phase.kind is PhaseKind.BREATHS:
        breaths = breaths_more(phase)
        more = breaths * (phase.in_seconds + phase.out_seconds)
        return replace(phase, breaths=phase.breaths + breaths, seconds=phase.seconds + more)
    half = phase.seconds / 2 if phase.half_seconds is None else phase.half_seconds
    return replace(
        phase,
        seconds=phase.seconds + EXTENSION_SECONDS,
        circle_seconds=phase.circle_seconds + (EXTENSION_SECONDS if in_circles else 0),
        half_seconds=half if elapsed >= half else None,
    )


def breaths_more(phase: Phase) -> int:
    """How many whole breaths a phase of breaths is made longer by."""
    return math.ceil(EXTENSION_SECONDS / (phase.in_seconds + phase.out_seconds))


def with_half_ahead(plan: Plan, index: int) -> Plan:
    """The plan for a phase that is begun again: its half, told before, is to be told once more."""
    phase = plan.phases[index]
    return plan if phase.half_seconds is None else plan.with_phase(index, replace(phase, half_seconds=None))
