"""What was done, as one corrects it: one amount for each subject and side, however many phases it came from."""

from dataclasses import dataclass, field

from acutimer.core.correcting import kinds_of, with_amount, with_reached
from acutimer.core.history import PhaseRecord, SessionRecord, counts
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side


@dataclass(frozen=True, slots=True)
class Part:
    """What one phase gives: seconds, or repetitions where the cell counts them. `planned` is None for a walk.

    `ordinal` is the phase's in the record, None where it was never reached; `index` its place in the plan.
    """

    ordinal: int | None
    index: int
    done: float
    planned: float | None

    @property
    def is_full(self) -> bool:
        """Whether all that was planned is done."""
        return self.planned is not None and self.done >= self.planned


@dataclass(frozen=True, slots=True)
class Cell:
    """The amount of one subject on one side, from its parts in the order of the session."""

    in_reps: bool
    parts: tuple[Part, ...] = ()

    @property
    def done(self) -> int:
        """All of it, as it is told: whole seconds, or repetitions."""
        return round(sum(part.done for part in self.parts))

    @property
    def planned(self) -> float:
        """How much of it was planned; what was done again is planned once."""
        return sum({part.index: part.planned or 0.0 for part in self.parts}.values())

    def spread(self, total: int) -> tuple[tuple[Part, float], ...]:
        """The parts that change when all is to be `total`, each with its new amount.

        More fills what was left early, in order, and the last part takes what is over. Less is taken from what was
        left early first, then from the end. As many seconds as planned, told in whole ones, are just those planned.
        """
        wanted = self.planned if total == round(self.planned) else float(total)
        more = wanted - sum(part.done for part in self.parts)
        amounts = {part: part.done for part in self.parts}
        if more > 0:
            for part in self.parts:
                added = min(more, self._room(part))
                amounts[part] += added
                more -= added
            amounts[self.parts[-1]] += more
        for _, part in sorted(enumerate(self.parts), key=lambda it: (it[1].is_full, -it[0])):
            taken = min(amounts[part], max(0.0, -more))
            amounts[part] -= taken
            more += taken
        return tuple((part, amount) for part, amount in amounts.items() if amount != part.done)

    def _room(self, part: Part) -> float:
        """How much a part lacks; nothing where its phase was done in full another time."""
        if part.planned is None:
            return float("inf")
        is_done = any(other.is_full for other in self.parts if other.index == part.index)
        return 0.0 if is_done else part.planned - part.done


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A subject; `cells` holds LEFT and RIGHT, or BOTH, left before right."""

    subject: str
    kind: PhaseKind
    cells: dict[Side, Cell] = field(default_factory=dict)


def amount_rows(record: SessionRecord, plan: Plan | None) -> tuple[AmountRow, ...]:
    """Every subject practised or planned, in the order of the session; without its plan only what was reached."""
    found: dict[tuple[str, PhaseKind], dict[Side, Cell]] = {}
    for phase in record.phases:
        if phase.counts:
            _add(found, phase, _part(phase))
    reached = {phase.index for phase in record.phases}
    for index, planned in enumerate(plan.phases if plan else ()):
        if index not in reached and counts(planned.kind, planned.subject):
            _add(found, planned, Part(None, index, 0.0, _whole(planned.reps, planned.seconds)))
    return tuple(
        AmountRow(subject, kind, {side: cells[side] for side in Side if side in cells})
        for (subject, kind), cells in found.items()
    )


def corrected(record: SessionRecord, plan: Plan | None, totals: list[tuple[Cell, int]]) -> SessionRecord:
    """The session with each of these cells brought to its total."""
    kinds = None if plan is None else kinds_of(plan)
    for cell, total in totals:
        for part, amount in cell.spread(total):
            ordinal = part.ordinal
            if ordinal is None:
                assert plan is not None
                record = with_reached(record, plan, part.index)
                ordinal = record.phases[-1].ordinal
            if cell.in_reps:
                record = with_amount(record, ordinal, reps=round(amount), kinds=kinds)
            else:
                record = with_amount(record, ordinal, seconds=amount, kinds=kinds)
    return record


def _part(phase: PhaseRecord) -> Part:
    done = phase.done_seconds if phase.planned_reps is None else float(phase.done_reps or 0)
    kept = 0.0 if phase.outcome is Outcome.SKIPPED else done
    return Part(phase.ordinal, phase.index, kept, _whole(phase.planned_reps, phase.planned_seconds))


def _whole(reps: int | None, seconds: float | None) -> float | None:
    return seconds if reps is None else float(reps)


def _add(found: dict[tuple[str, PhaseKind], dict[Side, Cell]], phase: PhaseRecord | Phase, part: Part) -> None:
    reps = phase.planned_reps if isinstance(phase, PhaseRecord) else phase.reps
    cells = found.setdefault((phase.subject or "", phase.kind), {})
    side = phase.side or Side.BOTH
    before = cells.get(side, Cell(reps is not None))
    cells[side] = Cell(before.in_reps, (*before.parts, part))
