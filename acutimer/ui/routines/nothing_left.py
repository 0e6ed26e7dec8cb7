"""What to say of a routine of which the safety profile leaves nothing."""

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.conditions import Condition
from acutimer.core.planning import Plan


def nothing_left(plan: Plan, library: Library) -> str:
    """Why it cannot be started, and what can be done instead; a routine without steps says only that."""
    reasons = {condition for change in plan.changes for condition in change.because}
    if not reasons:
        return QCoreApplication.translate("Routines", "This routine has no steps yet.")
    because = library.safety_words.because([condition for condition in Condition if condition in reasons])
    words = QCoreApplication.translate(
        "Routines",
        "Your safety profile leaves out all of this routine: {0}. Choose another one, or see Settings for it.",
    )
    return words.format(because)
