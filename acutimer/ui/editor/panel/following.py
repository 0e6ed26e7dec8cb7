"""What follows a change by itself: the words that go with it."""

from dataclasses import replace

from acutimer.content.library import Library
from acutimer.core.routines import Step, subject_of
from acutimer.ui.editor.adding.usual_say import usual_say


def followed(before: Step, after: Step, library: Library) -> Step:
    """`after`, saying how it is done now, where the change made another thing of it and the words were not the user's.

    So "Press firmly below the knee", which came from one of our routines, does not stand beside a light press.
    """
    words = usual_say(after, library)
    is_other = words != usual_say(before, library)
    if is_other and after.say == before.say and _is_ours(before, library):
        return replace(after, say=words)
    return after


def _is_ours(step: Step, library: Library) -> bool:
    """Whether a step says the usual words, or those of a routine of ours with the same subject."""
    if step.say == usual_say(step, library):
        return True
    subject, steps = subject_of(step), (it for routine in library.routines.values() for it in routine.steps)
    return any(it.say == step.say and subject_of(it) == subject for it in steps)
