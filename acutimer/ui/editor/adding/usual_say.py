"""What a step says on the screen and in the voice unless the user wants other words: at most 34 characters."""

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.drafting import MOST_SAY_LETTERS
from acutimer.core.routines import BreathsStep, PressStep, Pressure, RestStep, Step, TechniqueStep, subject_of
from acutimer.core.sides import Sides
from acutimer.core.starting_steps import first_use


def usual_say(step: Step, library: Library) -> str:
    """The instruction that goes with the step as it is: with its pressure, its circles, its practice."""
    match step:
        case PressStep():
            return press_say(step.pressure, step.sides, is_circling=step.circle_seconds == step.dose.seconds)
        case BreathsStep():
            return breaths_say()
        case RestStep():
            return rest_say()
        case TechniqueStep(technique="walking"):  # our own routines walk without a clock, and say so
            return _tr("Walk at a pace that feels good")
    return practice_say(subject_of(step), library)


def press_say(pressure: Pressure, sides: Sides, *, is_circling: bool = False) -> str:
    """How a point is pressed."""
    if is_circling:
        return {
            Pressure.LIGHT: _tr("Circle very lightly on the spot"),
            Pressure.GENTLE: _tr("Circle gently on the spot"),
            Pressure.FIRM: _tr("Circle firmly, it must not hurt"),
        }[pressure]
    if sides is Sides.BOTH:
        return {
            Pressure.LIGHT: _tr("Press lightly, both sides at once"),
            Pressure.GENTLE: _tr("Press gently, both sides at once"),
            Pressure.FIRM: _tr("Press firmly, both sides at once"),
        }[pressure]
    return {
        Pressure.LIGHT: _tr("Press very lightly, breathe slowly"),
        Pressure.GENTLE: _tr("Press gently, breathe slowly"),
        Pressure.FIRM: _tr("Press firmly, it must not hurt"),
    }[pressure]


def practice_say(subject: str | None, library: Library) -> str:
    """What our own routines say of a technique or exercise; where none has it, its name."""
    if subject is None:
        return wait_say()
    own = {"point-press": _tr("Press slowly, breathe slowly"), "press-then-circle": _tr("Press, then circle gently")}
    if subject in own:
        return own[subject]
    used = first_use(subject, library.routines.values())
    words = used.say if used is not None else library.name_of(subject)
    return words[:MOST_SAY_LETTERS]


def breaths_say() -> str:
    """How one breathes."""
    return _tr("Breathe in slowly, and out slower")


def rest_say() -> str:
    """What one does in a rest."""
    return _tr("Rest, and breathe as you like")


def wait_say() -> str:
    """What one does in a wait without a practice."""
    return _tr("Go on when you are ready")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)
