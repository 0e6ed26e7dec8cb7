"""Movements that repeat themselves at a pace of their own."""

from acutimer.core.planning import Phase


class Cycle:
    """What acts have in common whose movement begins anew every `period_seconds`, whatever the phase."""

    period_seconds: float

    def share(self, phase: Phase, elapsed: float) -> float:  # noqa: ARG002  other acts ask it for their beat
        """How much of the movement under way is done."""
        return elapsed / self.period_seconds % 1.0
