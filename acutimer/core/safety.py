"""The safety profile at work: what it forbids, what it asks care for, and a routine or a plan made to fit it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from acutimer.core.adjusting import Adjustment, Change
from acutimer.core.conditions import Condition
from acutimer.core.history import WALKS
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.points import Point
from acutimer.core.practices import Exercise, Technique
from acutimer.core.routines import PressStep, Pressure, RestStep, Routine, Step, WaitStep, subject_of

CIRCLING = "press-then-circle"  # what a press with circles is, among the techniques

SAYING_ORDER = (
    *(Adjustment.SEATED, Adjustment.LIGHTER, Adjustment.SHALLOWER, Adjustment.SUPPORTED),
    *(Adjustment.ELBOW_TEST, Adjustment.ASK_FIRST),
)
"""Of several adjustments of one step the first that has words of its own gives the instruction."""

Verdict = tuple[Adjustment, tuple[Condition, ...]]


@dataclass(frozen=True, slots=True)
class Safety:
    """What a person told of themselves (`profile`), and what is known of every subject by its code or id.

    Points in the care of a condition are pressed lightly; techniques and exercises say themselves what it asks for.
    `say` gives the instruction of a step so adjusted, or None where its own stays true.
    """

    profile: frozenset[Condition]
    points: Mapping[str, Point]
    techniques: Mapping[str, Technique]
    exercises: Mapping[str, Exercise]
    say: Callable[[Step, Adjustment], str | None] = lambda _step, _adjustment: None

    def forbids(self, subject: str | None) -> tuple[Condition, ...]:
        """Why this person leaves a point, technique or exercise out; empty where they need not."""
        record = self._record(subject)
        return () if record is None else self._met(record.unsuitable)

    def cares(self, subject: str | None) -> tuple[Condition, ...]:
        """Which of this person's conditions ask for care with it; empty where none does, or it is left out."""
        record = self._record(subject)
        return () if record is None or self.forbids(subject) else self._met(record.care)

    def verdict(self, step: Step) -> tuple[Verdict, ...]:
        """What becomes of a step, each adjustment with its reasons; empty where it stays as it is."""
        if because := self.forbids(subject_of(step)):
            return ((Adjustment.REMOVED, because),)
        if isinstance(step, PressStep):
            because = self._pressing(step)
            return ((Adjustment.LIGHTER, because),) if because and step.pressure is not Pressure.LIGHT else ()
        record = self._record(subject_of(step))
        if record is None or isinstance(record, Point):
            return ()
        found: dict[Adjustment, list[Condition]] = {}
        for condition in self._met(record.care):
            found.setdefault(record.care[condition], []).append(condition)
        if Adjustment.SEATED in found:  # who sits needs nothing to hold on to
            found.pop(Adjustment.SUPPORTED, None)
        return tuple((adjustment, tuple(found[adjustment])) for adjustment in Adjustment if adjustment in found)

    def adjusted(self, step: Step, verdict: Iterable[Verdict]) -> Step:
        """The step so adjusted: lighter where it has that in numbers, and with an instruction that stays true."""
        adjustments = [adjustment for adjustment, _ in verdict]
        says = (self.say(step, adjustment) for adjustment in SAYING_ORDER if adjustment in adjustments)
        say = next((it for it in says if it is not None), step.say)
        if Adjustment.LIGHTER in adjustments and isinstance(step, PressStep):
            step = replace(step, pressure=Pressure.LIGHT)
        return step if say == step.say else replace(step, say=say)

    def _pressing(self, step: PressStep) -> tuple[Condition, ...]:
        circling = self.techniques.get(CIRCLING) if step.circle_seconds else None
        asked = {*self.cares(step.point), *(self._met(circling.care) if circling is not None else ())}
        return tuple(condition for condition in Condition if condition in asked)

    def _met(self, conditions: "tuple[Condition, ...] | Mapping[Condition, Adjustment]") -> tuple[Condition, ...]:
        return tuple(condition for condition in Condition if condition in conditions and condition in self.profile)

    def _record(self, subject: str | None) -> Point | Technique | Exercise | None:
        if subject is None:
            return None
        return self.points.get(subject) or self.techniques.get(subject) or self.exercises.get(subject)


def made_safe(routine: Routine, safety: Safety) -> tuple[Routine, tuple[Change, ...]]:
    """The routine as this person may do it, and what was changed.

    A rest goes with what it stood beside. Where nothing is left but rests and waits, no step is.
    """
    verdicts = [safety.verdict(step) for step in routine.steps]
    kept = [index for index, verdict in enumerate(verdicts) if not _asks(verdict, Adjustment.REMOVED)]
    if len(kept) < len(verdicts):
        kept = list(_without_idle_rests(routine.steps, kept))
        if not any(_is_practice(routine.steps[index]) for index in kept):
            kept = []
    places = {index: place for place, index in enumerate(kept)}
    steps = [safety.adjusted(routine.steps[index], verdicts[index]) for index in kept]
    _stay_seated(steps, {places[index] for index in kept if _asks(verdicts[index], Adjustment.SEATED)}, safety)
    changes = tuple(
        Change(step=routine.steps[index], place=places.get(index), adjustment=adjustment, because=because)
        for index, verdict in enumerate(verdicts)
        for adjustment, because in verdict
        if index in places or adjustment is Adjustment.REMOVED
    )
    return replace(routine, steps=tuple(steps)), changes


def kept_safe(plan: Plan, safety: Safety) -> Plan:
    """A plan laid out before, as this person may follow it now: what it forbids by now is not in it.

    The steps stay where they are, so that a record of the plan still fits it; only their phases go. A plan that fits
    already is given back as it is.
    """
    gone = Counter[Step]()
    told = {_key(change.step, change.place, change.adjustment, gone): change for change in plan.changes}
    steps, removed = list(plan.routine.steps), set[int]()
    gone.clear()
    for index, step in enumerate(plan.routine.steps):
        verdict = safety.verdict(step)
        new = tuple(it for it in verdict if (index, it[0]) not in told)
        steps[index] = safety.adjusted(step, new)
        if _asks(verdict, Adjustment.REMOVED):
            removed.add(index)
        for adjustment, because in verdict:
            place = None if adjustment is Adjustment.REMOVED else index
            change = Change(step=step, place=place, adjustment=adjustment, because=because)
            key = _key(step, place, adjustment, gone)
            told[key] = replace(change, step=told[key].step) if key in told else change
    _stay_seated(steps, {place for place, adjustment in told if adjustment is Adjustment.SEATED}, safety)
    phases = tuple(_following(phase, steps) for phase in plan.phases if phase.step not in removed)
    if removed and not any(phase.kind.is_practice or phase.subject in WALKS for phase in phases):
        phases = ()
    return replace(plan, routine=replace(plan.routine, steps=tuple(steps)), phases=phases, changes=tuple(told.values()))


def _key(step: Step, place: int | None, adjustment: Adjustment, gone: Counter[Step]) -> tuple[object, ...]:
    """What tells one change from another: its place, or, where it has none, which of the equal steps it is.

    `gone` counts the steps removed so far.
    """
    if place is not None:
        return (place, adjustment)
    gone[step] += 1
    return (step, gone[step])


def _following(phase: Phase, steps: Sequence[Step]) -> Phase:
    """The phase, no firmer than its step."""
    step = steps[phase.step]
    is_lighter = phase.kind is PhaseKind.PRESS and isinstance(step, PressStep) and step.pressure is Pressure.LIGHT
    return replace(phase, pressure=Pressure.LIGHT) if is_lighter else phase


def _stay_seated(steps: list[Step], seated: Collection[object], safety: Safety) -> None:
    """The rests beside a step done sitting ask nobody to stand up."""
    for place, step in enumerate(steps):
        if isinstance(step, RestStep) and (place - 1 in seated or place + 1 in seated):
            say = safety.say(step, Adjustment.SEATED)
            steps[place] = step if say is None else replace(step, title=None, say=say)


def _asks(verdict: Iterable[Verdict], adjustment: Adjustment) -> bool:
    return any(it is adjustment for it, _ in verdict)


def _is_practice(step: Step) -> bool:
    if isinstance(step, WaitStep):
        return step.technique in WALKS
    return not isinstance(step, RestStep)


def _without_idle_rests(steps: tuple[Step, ...], kept: list[int]) -> Iterator[int]:
    """The places kept, without a rest that comes first, last, or after another rest."""
    work = [index for index in kept if not isinstance(steps[index], RestStep)]
    is_resting = True
    for index in kept:
        rests = isinstance(steps[index], RestStep)
        if not rests or (not is_resting and work and index < work[-1]):
            yield index
        is_resting = rests
