"""What a safety profile makes of a step: how it is adjusted, and why."""

from dataclasses import dataclass
from enum import StrEnum

from acutimer.core.conditions import Condition
from acutimer.core.routines import Step


class Adjustment(StrEnum):
    """What is different about a step. Only `REMOVED` takes it out of the plan; the others say how to go about it."""

    REMOVED = "removed"
    LIGHTER = "lighter"
    SEATED = "seated"
    SUPPORTED = "supported"
    SHALLOWER = "shallower"
    ELBOW_TEST = "elbow_test"
    ASK_FIRST = "ask_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing a profile changed in a plan.

    `step` is the step as its author wrote it, `place` where it stands among the steps of the plan's routine, counted
    from 0; None where it was removed. `because` holds at least one condition, in the order of `Condition`.
    """

    step: Step
    place: int | None
    adjustment: Adjustment
    because: tuple[Condition, ...]

    def __post_init__(self) -> None:
        if not self.because:
            raise ValueError("a change needs its reason")
        if (self.place is None) != (self.adjustment is Adjustment.REMOVED):
            raise ValueError("a step that was removed has no place, and any other one has")
