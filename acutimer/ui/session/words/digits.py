"""The big digits of a phase, and the words beside them."""

from PySide6.QtCore import QCoreApplication

from acutimer.core.counting import done_of
from acutimer.core.planning import Phase, PhaseKind
from acutimer.language.catalogue import trn
from acutimer.ui.session.words.times import clock, whole


def digits_of(
    phase: Phase, elapsed: float, left: float | None, today: tuple[int, int | None] | None
) -> tuple[str, str, str]:
    """The big digits of a phase, the unit beside them and the detail below: ("12", "of 20", "52 of 100 today")."""
    translate = QCoreApplication.translate
    if left is None:
        return "", "", ""
    if phase.reps is not None and phase.tempo is not None:
        done = done_of(phase, elapsed)
        detail = ""
        if today is not None:
            before, goal = today
            total = before + done
            detail = (
                translate("Session", "{0} today").format(total)
                if goal is None
                else translate("Session", "{0} of {1} today").format(total, goal)
            )
        return f"{done}", translate("Session", "of {0}").format(phase.reps), detail
    if phase.kind is PhaseKind.BREATHS:
        unit = trn("of {0} breath", "of {0} breaths", phase.breaths)
        return f"{done_of(phase, elapsed)}", unit.format(phase.breaths), ""
    if phase.kind.is_practice or left > 59:
        return clock(left), "", ""
    seconds = whole(left)
    return f"{seconds}", trn("second", "seconds", seconds), ""
