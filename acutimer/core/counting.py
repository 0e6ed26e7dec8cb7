"""What is counted rather than timed: repetitions and breaths."""

from acutimer.core.planning import Phase, PhaseKind


def count_of(phase: Phase) -> int:
    """How many repetitions or breaths a phase has; 0 where it counts none."""
    return phase.breaths if phase.kind is PhaseKind.BREATHS else phase.reps or 0


def done_of(phase: Phase, elapsed: float) -> int:
    """How many of them are done after `elapsed` seconds."""
    total = count_of(phase)
    if not total or not phase.seconds:
        return 0
    return min(total, int((elapsed + 1e-6) * total / phase.seconds))
