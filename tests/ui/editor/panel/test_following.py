from dataclasses import replace

from acutimer.core.altering import with_dose
from acutimer.core.routines import PressStep, Pressure
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.starting import starting_step
from acutimer.ui.editor.panel.following import followed


def firm(context: Context) -> PressStep:
    (step,) = (it for it in context.library.routines["knee-pain-press"].steps if getattr(it, "point", "") == "SP9")
    assert isinstance(step, PressStep)
    assert "firmly" in step.say
    return step


def test_the_usual_words_follow_the_pressure(context: Context) -> None:
    step = starting_step("ST36", context.library)
    assert isinstance(step, PressStep)
    lighter = replace(step, pressure=Pressure.LIGHT)
    assert followed(step, lighter, context.library).say == "Press very lightly, breathe slowly"


def test_the_words_of_our_routines_do_not_contradict_the_pressure(context: Context) -> None:
    step = firm(context)
    gentle = replace(step, pressure=Pressure.GENTLE)
    assert followed(step, gentle, context.library).say == "Press gently, breathe slowly"


def test_they_stay_where_the_change_is_another_one(context: Context) -> None:
    step = firm(context)
    shorter = with_dose(step, 70, step.dose)
    assert followed(step, shorter, context.library) == shorter


def test_the_users_own_words_stay(context: Context) -> None:
    step = replace(firm(context), say="With my thumb")
    gentle = replace(step, pressure=Pressure.GENTLE)
    assert followed(step, gentle, context.library) == gentle
    renamed = replace(step, pressure=Pressure.GENTLE, say="Press firmly below the inner knee")
    assert followed(step, renamed, context.library) == renamed
