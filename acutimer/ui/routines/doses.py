"""What a step asks for, in words: its dose line, its time, and what changes when it is fitted to a time."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    PressStep,
    Pressure,
    RepsStep,
    RestStep,
    Step,
    TechniqueStep,
    WaitStep,
    subject_of,
)
from acutimer.core.sides import Side, Sides
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed, side_by_side
from acutimer.ui.decimals import decimal
from acutimer.ui.routines.words import clock


@dataclass(frozen=True, slots=True)
class StepLines:
    """The words of one step: `code` is empty where no point is pressed."""

    code: str
    name: str
    dose: str
    time: str

    @property
    def spoken(self) -> str:
        """The step as one sentence for a screen reader."""
        return listed((f"{self.code} {self.name}".strip(), self.dose, self.time))


def lines_of(step: Step, library: Library, first_side: Side) -> StepLines:
    """The words for a step as it stands in a plan's routine."""
    subject = subject_of(step)
    code = subject if isinstance(step, PressStep) and subject else ""
    return StepLines(code, name_of(step, library), _dose(step, first_side), _time(step))


def name_of(step: Step, library: Library) -> str:
    """The step's own title, or its subject's name, or its instruction."""
    subject = subject_of(step)
    if step.title:
        return step.title
    if subject is not None:
        return library.name_of(subject)
    return QCoreApplication.translate("Routines", "Rest") if isinstance(step, RestStep) else step.say


def each_side(plan: Plan) -> str:
    """How long each side gets: "2:00 each side", the range where they differ; empty where sides mean nothing."""
    presses = (phase for phase in plan.phases if phase.is_paired and phase.kind is PhaseKind.PRESS)
    lengths = sorted({phase.seconds for phase in presses if phase.seconds is not None})
    if not lengths:
        return ""
    shortest, longest = clock(lengths[0]), clock(lengths[-1])
    if shortest == longest:
        return QCoreApplication.translate("Routines", "{0} each side").format(shortest)
    return QCoreApplication.translate("Routines", "{0}\u2013{1} each").format(shortest, longest)


def _dose(step: Step, first_side: Side) -> str:
    parts = [_work(step), _order(step, first_side)]
    if step.waits and not isinstance(step, WaitStep):
        parts.append(QCoreApplication.translate("Routines", "starts when you are ready"))
    return side_by_side(parts)


def _work(step: Step) -> str:
    match step:
        case PressStep():
            return _press(step)
        case PatsStep():
            words = QCoreApplication.translate("Routines", "{0} front and back, {0} on the two sides, {1} times")
            return words.format(step.pats, step.rounds)
        case RepsStep() if step.sets > 1:
            return QCoreApplication.translate("Routines", "{0} sets of {1}").format(step.sets, step.reps)
        case RepsStep():
            return trn("Once, slowly", "{0} times, slowly", step.reps).format(step.reps)
        case BreathsStep():
            words = trn(
                "{0} breath, in {1}\u00a0s, out {2}\u00a0s", "{0} breaths, in {1}\u00a0s, out {2}\u00a0s", step.breaths
            )
            return words.format(step.breaths, decimal(step.in_seconds), decimal(step.out_seconds))
    return step.say


def _press(step: PressStep) -> str:
    if 0 < step.circle_seconds < step.dose.seconds:
        words = {
            Pressure.LIGHT: QCoreApplication.translate("Routines", "Press lightly {0}, circle {1}"),
            Pressure.GENTLE: QCoreApplication.translate("Routines", "Press {0}, circle {1}"),
            Pressure.FIRM: QCoreApplication.translate("Routines", "Press firmly {0}, circle {1}"),
        }
        still = step.dose.seconds - step.circle_seconds
        return words[step.pressure].format(clock(still), clock(step.circle_seconds))
    if step.circle_seconds:
        return QCoreApplication.translate("Routines", "Gentle circles")
    return {
        Pressure.LIGHT: QCoreApplication.translate("Routines", "Press lightly"),
        Pressure.GENTLE: QCoreApplication.translate("Routines", "Press gently"),
        Pressure.FIRM: QCoreApplication.translate("Routines", "Press firmly"),
    }[step.pressure]


def _order(step: Step, first_side: Side) -> str:
    sides = getattr(step, "sides", None)
    if sides is None or (isinstance(step, RepsStep) and sides is Sides.BOTH):
        return ""
    if sides is Sides.EACH and first_side is Side.RIGHT:
        return QCoreApplication.translate("Routines", "right, then left")
    return {
        Sides.EACH: QCoreApplication.translate("Routines", "left, then right"),
        Sides.BOTH: QCoreApplication.translate("Routines", "both at once"),
        Sides.LEFT: QCoreApplication.translate("Routines", "left only"),
        Sides.RIGHT: QCoreApplication.translate("Routines", "right only"),
    }[Sides(sides)]


def _time(step: Step) -> str:
    match step:
        case PressStep() | TechniqueStep():
            seconds: float = step.dose.seconds
        case PatsStep():
            seconds = 2 * step.pats * step.rounds * step.beat_seconds
        case RepsStep():
            seconds = step.sets * step.reps * step.tempo.seconds
        case BreathsStep():
            seconds = step.breaths * (step.in_seconds + step.out_seconds)
        case RestStep():
            seconds = step.seconds
        case WaitStep():
            return QCoreApplication.translate("Routines", "Waits for you")
    if getattr(step, "sides", None) is Sides.EACH:
        return QCoreApplication.translate("Routines", "{0} each").format(clock(seconds))
    return clock(seconds)
