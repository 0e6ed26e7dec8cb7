"""The fields of one kind of step, in the order one thinks of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

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
from acutimer.ui.context import Context
from acutimer.ui.editor.panel import numbers
from acutimer.ui.editor.panel.choice_parts import PressurePart, RhythmPart, SpanPart
from acutimer.ui.editor.panel.number_part import NumberPart
from acutimer.ui.editor.panel.part import Part
from acutimer.ui.editor.panel.problem_note import ProblemNote
from acutimer.ui.editor.panel.safety_line import SafetyLine
from acutimer.ui.editor.panel.sides_part import SidesPart
from acutimer.ui.editor.panel.switch_time_part import SwitchTimePart
from acutimer.ui.editor.panel.toggle_part import OptionalPart, WaitsPart
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.editor.panel.words_part import SayPart, TitlePart, name_of
from acutimer.ui.kit.cards import Rule
from acutimer.ui.kit.layout import column

GAP_PX = 14


class Form(QWidget):
    """Sets all there is to set about steps of the kind and with the subject of the first one it is made for."""

    changed = Signal(object)
    """The step as the user wants it now."""
    repair_wanted = Signal(object)
    """What came with a problem, to be mended."""

    def __init__(self, step: Step, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        library = context.library
        self.whole, self.safety = ProblemNote(), SafetyLine(context)
        self.own = tuple(_own_parts(step, context))
        words: list[Part] = [SayPart(library), TitlePart(lambda step: name_of(step, library)), OptionalPart()]
        self.parts: tuple[Part, ...] = (*self.own, *words)
        for part in self.parts:
            part.changed.connect(self.changed)
            part.repair_wanted.connect(self.repair_wanted)
        self.whole.repair_wanted.connect(self.repair_wanted)
        column(self.whole, self.safety, *self.own, Rule(), *words, spacing=GAP_PX, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_step(self, step: Step, *, anew: bool) -> None:
        """Show a step; `anew` where it is another one, so that what is half typed goes."""
        self.safety.show_step(step)
        for part in self.parts:
            part.show_step(step, anew=anew)

    def tell(self, problems: Sequence[Told]) -> None:
        """Tell each problem at its field, and above all what stands at none."""
        told = {field for part in self.parts if not part.isHidden() for field in part.fields}
        for part in self.parts:
            part.tell(() if part.isHidden() else problems)
        self.whole.tell(next((it for it in problems if it.field not in told), None))

    def part(self, field: str) -> Part | None:
        """The part that sets a field, if it is there."""
        return next((part for part in self.parts if field in part.fields and not part.isHidden()), None)


def key_of(step: Step) -> tuple[str, str | None]:
    """What forms are told apart by."""
    return step.kind, subject_of(step)


def _own_parts(step: Step, context: Context) -> Sequence[Part]:
    counted = _counted_parts(step, context)
    return (*counted, *(() if isinstance(step, WaitStep) else (WaitsPart(),)))


def _counted_parts(step: Step, context: Context) -> Sequence[Part]:
    library, preferences = context.library, context.preferences

    def switching() -> Part:
        return SwitchTimePart(lambda: preferences.value.changeover_seconds)

    first_side = preferences.value.first_side
    match step:
        case PressStep():
            dose = NumberPart(numbers.dose_number(step, library))
            circles = NumberPart(numbers.circles_number())
            return SidesPart(first_side), dose, switching(), PressurePart(), RhythmPart(), circles
        case TechniqueStep():
            dose = NumberPart(numbers.dose_number(step, library))
            return SidesPart(first_side), SpanPart(library), dose, switching()
        case PatsStep():
            pats = [NumberPart(number) for number in numbers.pats_numbers()]
            return SidesPart(first_side), *pats, switching()
        case RepsStep():
            rest = preferences.value.rest_seconds
            reps = [NumberPart(it) for it in numbers.reps_numbers(step.exercise, library, lambda: rest)]
            return *reps[:3], SidesPart(first_side, is_together=True), switching(), *reps[3:]
        case BreathsStep():
            own = numbers.breaths_numbers()
        case RestStep():
            own = numbers.rest_numbers()
        case WaitStep():
            return (SpanPart(library),)
    return tuple(NumberPart(number) for number in own)
