"""What was done in a session, subject by subject and side by side, out of its record and its plan."""

from dataclasses import dataclass

from acutimer.core.history import PhaseRecord, SessionRecord, counts
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was done of how much: seconds, or repetitions where `in_reps`."""

    done: float
    planned: float
    in_reps: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1; doing more than planned is 1, and so is anything of what had no length planned."""
        return min(1.0, self.done / self.planned) if self.planned else float(self.done > 0)

    def plus(self, done: float, planned: float) -> "Amount":
        """The two together."""
        return Amount(self.done + done, self.planned + planned, self.in_reps)


@dataclass(frozen=True, slots=True)
class Done:
    """One line of the summary. `sides` holds LEFT and RIGHT, or only BOTH where the sides are not told apart."""

    subject: str
    kind: PhaseKind
    sides: dict[Side, Amount]


def summarise(record: SessionRecord, plan: Plan | None) -> tuple[Done, ...]:
    """Every subject practised or planned, in the order of the session.

    `plan` adds what was never reached; without it only what the record knows is told.
    """
    found: dict[tuple[str, PhaseKind], dict[Side, Amount]] = {}
    seen: set[int] = set()
    for phase in (phase for phase in record.phases if _is_told(phase)):
        planned = 0.0 if phase.index in seen else _planned(phase)
        seen.add(phase.index)
        done = phase.done_seconds if phase.planned_reps is None else float(phase.done_reps or 0)
        _add(found, phase, Amount(0, 0, phase.planned_reps is not None).plus(_kept(phase, done), planned))
    for index, unreached in enumerate(plan.phases if plan else ()):
        if _is_told(unreached) and index not in seen:
            planned = unreached.seconds or 0 if unreached.reps is None else unreached.reps
            _add(found, unreached, Amount(0, planned, unreached.reps is not None))
    return tuple(Done(subject, kind, _both_told(sides)) for (subject, kind), sides in found.items())


def was_stopped(record: SessionRecord, plan: Plan | None) -> bool:
    """Whether the session ended before its plan did."""
    if record.outcome is Outcome.DONE or plan is None:
        return False
    reached = max((phase.index for phase in record.phases), default=-1)
    last = len(plan.phases) - 1
    at_the_end = [phase for phase in record.phases if phase.index == last]
    return reached < last or all(phase.outcome is Outcome.PARTIAL for phase in at_the_end)


def _is_told(phase: PhaseRecord | Phase) -> bool:
    """Practice, and a walk as long as one likes; not sitting down, nor a drink."""
    return counts(phase.kind, phase.subject)


def _planned(phase: PhaseRecord) -> float:
    return phase.planned_seconds or 0 if phase.planned_reps is None else phase.planned_reps


def _kept(phase: PhaseRecord, done: float) -> float:
    return 0.0 if phase.outcome is Outcome.SKIPPED else done


def _add(found: dict[tuple[str, PhaseKind], dict[Side, Amount]], phase: PhaseRecord | Phase, amount: Amount) -> None:
    sides = found.setdefault((phase.subject or "", phase.kind), {})
    side = phase.side or Side.BOTH
    if side is Side.BOTH and phase.kind is PhaseKind.PRESS:  # both hands at once: each side got it all
        for each in (Side.LEFT, Side.RIGHT):
            _add_to(sides, each, amount)
    else:
        _add_to(sides, side, amount)


def _add_to(sides: dict[Side, Amount], side: Side, amount: Amount) -> None:
    sides[side] = sides[side].plus(amount.done, amount.planned) if side in sides else amount


def _both_told(sides: dict[Side, Amount]) -> dict[Side, Amount]:
    """Left before right, whichever came first."""
    return {side: sides[side] for side in Side if side in sides}
