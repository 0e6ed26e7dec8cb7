import pytest

from acutimer.core.drafting import MOST_SAY_LETTERS
from acutimer.core.routines import Step, subject_of
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.entries import entries_of, icon_of
from acutimer.ui.editor.adding.starting import starting_step
from acutimer.ui.editor.adding.usual_say import usual_say


def every(context: Context) -> list[Step]:
    entries = entries_of(context.library, context.safety)
    return [starting_step(entry.key, context.library) for entry in entries if not entry.refusal]


def test_everything_that_can_be_added_begins_with_words_that_fit_the_screen(context: Context) -> None:
    for step in every(context):
        assert len(step.say) <= MOST_SAY_LETTERS, step
        assert step.say == usual_say(step, context.library), step


def test_everything_that_can_be_added_has_its_icon(context: Context) -> None:
    for step in every(context):
        assert icon_of(step, context.library), step


def test_every_subject_of_the_content_can_be_added_but_what_is_left_to_a_professional(context: Context) -> None:
    library = context.library
    begun = {subject_of(step) for step in every(context)} | {"BL57"}
    assert begun >= {*library.points, *library.exercises, *library.techniques}


def test_nothing_else_is_known(context: Context) -> None:
    with pytest.raises(KeyError):
        starting_step("nonsense", context.library)
    with pytest.raises(ValueError, match="professional"):
        starting_step("BL57", context.library)
