"""Lays a routine out as data before it starts: every phase in order. `fitting.plan` fits it to a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from acutimer.core.adjusting import Change
from acutimer.core.routines import (
    BreathsStep,
    Cadence,
    PatsStep,
    PressStep,
    Pressure,
    RepsStep,
    RestStep,
    Routine,
    Step,
    TechniqueStep,
    Tempo,
    WaitStep,
)
from acutimer.core.sides import Side


class PhaseKind(StrEnum):
    """What happens during a phase."""

    GET_READY = "get_ready"
    PRESS = "press"
    CHANGEOVER = "changeover"
    TECHNIQUE = "technique"
    PATS = "pats"
    REPS = "reps"
    BREATHS = "breaths"
    REST = "rest"
    WAIT = "wait"

    @property
    def prepares(self) -> bool:
        """Whether the phase only leads up to the next one."""
        return self in (PhaseKind.GET_READY, PhaseKind.CHANGEOVER)

    @property
    def is_practice(self) -> bool:
        """Whether the phase is practice itself, counted in the log and in a session's outcome."""
        return self not in (PhaseKind.GET_READY, PhaseKind.CHANGEOVER, PhaseKind.REST, PhaseKind.WAIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One stretch of a plan. `step` counts the routine's steps from 0.

    `seconds` is None while it waits for the user. `subject` is a point code, an exercise or a technique.
    A preparing phase carries the subject and side it prepares. `set_number` and `sets` count from 1. `half_seconds`
    is where the half was told before the phase was lengthened; None where it is in the middle.
    """

    kind: PhaseKind
    step: int
    seconds: float | None
    subject: str | None = None
    side: Side | None = None
    reps: int | None = None
    tempo: Tempo | None = None
    set_number: int = 1
    sets: int = 1
    pressure: Pressure | None = None
    circle_seconds: float = 0
    half_seconds: float | None = None
    cadence: Cadence | None = None
    pats: int = 0
    beat_seconds: float = 0
    breaths: int = 0
    in_seconds: float = 0
    out_seconds: float = 0

    @property
    def is_paired(self) -> bool:
        """Whether the phase practises one side only, so that the other may follow."""
        return self.kind.is_practice and self.side in (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user settled before the start. Seconds; 0 leaves a preparing phase or a rest out.

    `minutes` (more than 0) asks for a plan that fits (see `fitting`); `side` narrows every `each` step to that side.
    """

    first_side: Side = Side.LEFT
    get_ready_seconds: int = 8
    changeover_seconds: int = 8
    rest_seconds: int = 30
    minutes: float | None = None
    side: Side | None = None

    def __post_init__(self) -> None:
        for name in ("get_ready_seconds", "changeover_seconds", "rest_seconds"):
            if not 0 <= getattr(self, name) <= 600:
                raise ValueError(f"{name} must be between 0 and 600")
        if self.minutes is not None and not self.minutes > 0:
            raise ValueError("minutes must be more than 0")
        if self.first_side is Side.BOTH or self.side is Side.BOTH:
            raise ValueError("a first side, or an only side, is left or right")


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine laid out.

    `routine` holds the steps and doses actually used, `dropped` the steps left out to fit a time, `changes` what the
    safety profile made of the others.
    """

    routine: Routine
    phases: tuple[Phase, ...]
    dropped: tuple[Step, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of it that the safety profile allows."""
        return not self.phases

    @property
    def seconds(self) -> float:
        """The whole length in seconds; waits count nothing."""
        return sum(phase.seconds or 0 for phase in self.phases)

    @property
    def waits(self) -> bool:
        """Whether some phase waits for the user, so that the length is only a lower bound."""
        return any(phase.seconds is None for phase in self.phases)

    def twin(self, index: int) -> int | None:
        """The later phase that is the other side of the paired phase at `index`, or None."""
        phase = self.phases[index]
        if not phase.is_paired:
            return None
        for later in range(index + 1, len(self.phases)):
            other = self.phases[later]
            if other.step != phase.step:
                return None
            same_work = (other.kind, other.set_number) == (phase.kind, phase.set_number)
            if same_work and other.side is not None and other.side is not phase.side:
                return later
        return None

    def with_phase(self, index: int, phase: Phase) -> "Plan":
        """The same plan with one phase replaced."""
        return replace(self, phases=(*self.phases[:index], phase, *self.phases[index + 1 :]))


def lay_out(routine: Routine, choices: Choices) -> tuple[Phase, ...]:
    """Every phase of `routine` in order, as its doses stand.

    An `each` step is: get ready, the first side for its full time, changeover, the other side for the same time.
    """
    return tuple(phase for index, step in enumerate(routine.steps) for phase in _phases(index, step, choices))


def _phases(index: int, step: Step, choices: Choices) -> Iterator[Phase]:
    match step:
        case RestStep():
            yield Phase(kind=PhaseKind.REST, step=index, seconds=None if step.waits else step.seconds)
        case WaitStep():
            yield Phase(kind=PhaseKind.WAIT, step=index, seconds=None, subject=step.technique)
        case _:
            for place, side in enumerate(_sides(step, choices)):
                work = _work(index, step, side)
                yield from _lead_in(step, work, choices, is_first=place == 0)
                yield from _sets(step, work, choices)


def _sides(step: Step, choices: Choices) -> tuple[Side | None, ...]:
    sides = getattr(step, "sides", None)
    if sides is None:
        return (None,)
    order: tuple[Side, ...] = sides.order(choices.first_side)
    return (choices.side,) if choices.side and len(order) == 2 else order


def _lead_in(step: Step, work: Phase, choices: Choices, *, is_first: bool) -> Iterator[Phase]:
    kind = PhaseKind.GET_READY if is_first else PhaseKind.CHANGEOVER
    length = choices.get_ready_seconds if is_first else _changeover_seconds(step, choices)
    seconds = None if is_first and step.waits else length
    if seconds != 0:
        yield Phase(kind=kind, step=work.step, seconds=seconds, subject=work.subject, side=work.side)


def _changeover_seconds(step: Step, choices: Choices) -> int:
    own: int | None = getattr(step, "changeover_seconds", None)
    return choices.changeover_seconds if own is None else own


def _sets(step: Step, work: Phase, choices: Choices) -> Iterator[Phase]:
    rest_seconds = choices.rest_seconds
    if isinstance(step, RepsStep) and step.rest_seconds is not None:
        rest_seconds = step.rest_seconds
    for number in range(1, work.sets + 1):
        if number > 1 and rest_seconds:
            rest = replace(work, kind=PhaseKind.REST, seconds=rest_seconds, reps=None, tempo=None)
            yield replace(rest, set_number=number)
        yield replace(work, set_number=number)


def _work(index: int, step: Step, side: Side | None) -> Phase:
    match step:
        case PressStep():
            return Phase(
                kind=PhaseKind.PRESS,
                step=index,
                seconds=step.dose.seconds,
                subject=step.point,
                side=side,
                pressure=step.pressure,
                circle_seconds=step.circle_seconds,
                cadence=step.cadence,
            )
        case TechniqueStep():
            seconds = step.dose.seconds
            return Phase(kind=PhaseKind.TECHNIQUE, step=index, seconds=seconds, subject=step.technique, side=side)
        case PatsStep():
            return Phase(
                kind=PhaseKind.PATS,
                step=index,
                seconds=2 * step.pats * step.rounds * step.beat_seconds,
                subject=step.technique,
                side=side,
                pats=step.pats,
                beat_seconds=step.beat_seconds,
            )
        case RepsStep():
            return Phase(
                kind=PhaseKind.REPS,
                step=index,
                seconds=step.reps * step.tempo.seconds,
                subject=step.exercise,
                side=side,
                reps=step.reps,
                tempo=step.tempo,
                sets=step.sets,
            )
        case BreathsStep():
            return Phase(
                kind=PhaseKind.BREATHS,
                step=index,
                seconds=step.breaths * (step.in_seconds + step.out_seconds),
                subject=step.technique,
                side=side,
                breaths=step.breaths,
                in_seconds=step.in_seconds,
                out_seconds=step.out_seconds,
            )
        case _:
            raise AssertionError(f"{type(step).__name__} has no work of its own")
