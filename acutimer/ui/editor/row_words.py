"""What a row of the editor shows of its step."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    PressStep,
    RepsStep,
    RestStep,
    Step,
    TechniqueStep,
    WaitStep,
    subject_of,
)
from acutimer.core.sides import Side, Sides
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed
from acutimer.ui.editor.adding.entries import icon_of
from acutimer.ui.routines.words import clock, sentence


@dataclass(frozen=True, slots=True)
class StepRow:
    """`code` is empty where no point is pressed; `time` where it waits for the user or is left out.

    `problem` and `left_out` take the place of `dose`; at most one of them is not empty.
    """

    icon: str
    code: str
    name: str
    dose: str
    time: str
    problem: str = ""
    left_out: str = ""

    @property
    def below(self) -> str:
        """The line below the name."""
        return self.problem or self.left_out or self.dose

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader; a problem goes before the dose, which stays told."""
        parts = (f"{self.code} {self.name}".strip(), self.problem or self.left_out, self.dose, self.time)
        return listed(parts)


def row_of(step: Step, seconds: float | None, library: Library, first_side: Side) -> StepRow:
    """A step that lasts `seconds` with all that belongs to it; None where it has no length."""
    return StepRow(
        icon=icon_of(step, library),
        code=step.point if isinstance(step, PressStep) else "",
        name=name_of(step, library),
        dose=_dose(step, first_side),
        time="" if seconds is None else clock(seconds),
    )


def name_of(step: Step, library: Library) -> str:
    """The step's own title, or its subject's name, or what it is."""
    if step.title:
        return step.title
    subject = subject_of(step)
    if subject is not None:
        return library.name_of(subject)
    return QCoreApplication.translate("Editor", "Rest") if isinstance(step, RestStep) else step.say


def _dose(step: Step, first_side: Side) -> str:
    if isinstance(step, WaitStep):
        return QCoreApplication.translate("Editor", "Waits for you")
    parts = [_work(step, first_side)]
    if step.waits:
        parts.append(QCoreApplication.translate("Editor", "waits for you first"))
    if step.optional:
        parts.append(QCoreApplication.translate("Editor", "optional"))
    return listed(parts)


def _work(step: Step, first_side: Side) -> str:
    match step:
        case PressStep() | TechniqueStep():
            return _sided(step.sides, clock(step.dose.seconds), first_side)
        case PatsStep():
            words = QCoreApplication.translate("Editor", "{0} front and back, {0} on the two sides, {1} times")
            return _sided(step.sides, words.format(step.pats, step.rounds), first_side, per_side=False)
        case RepsStep() if step.sets > 1:
            words = QCoreApplication.translate("Editor", "{0} sets of {1}").format(step.sets, step.reps)
            return _sided(_told(step.sides), words, first_side, per_side=False)
        case RepsStep():
            words = trn("Once", "{0} times", step.reps).format(step.reps)
            return _sided(_told(step.sides), words, first_side, per_side=False)
        case BreathsStep():
            return trn("One slow breath", "{0} slow breaths", step.breaths).format(step.breaths)
    return step.say


def _told(sides: Sides) -> Sides | None:
    """One does exercises with both legs where nothing is said."""
    return None if sides is Sides.BOTH else sides


def _sided(sides: Sides | None, words: str, first_side: Side, *, per_side: bool = True) -> str:
    if sides is None:
        return sentence(words)
    if sides is Sides.EACH and per_side:
        words = QCoreApplication.translate("Editor", "{0} each").format(words)
    return listed((order_of(sides, first_side), words))


def order_of(sides: Sides, first_side: Side) -> str:
    """The sides as a sentence begins: "Left, then right"."""
    if sides is Sides.EACH and first_side is Side.RIGHT:
        return QCoreApplication.translate("Editor", "Right, then left")
    return {
        Sides.EACH: QCoreApplication.translate("Editor", "Left, then right"),
        Sides.BOTH: QCoreApplication.translate("Editor", "Both sides at once"),
        Sides.LEFT: QCoreApplication.translate("Editor", "Left only"),
        Sides.RIGHT: QCoreApplication.translate("Editor", "Right only"),
    }[sides]
