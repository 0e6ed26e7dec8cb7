"""The chips over the list: which routines each of them lets through."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from acutimer.core.planning import Plan
from acutimer.core.routines import Posture
from acutimer.ui.routines.words import is_paced

SHORT_SECONDS = 600


class Filter(StrEnum):
    """One chip."""

    ALL = "all"
    SEATED = "seated"
    STANDING = "standing"
    SHORT = "short"

    @property
    def label(self) -> str:
        """The words on the chip."""
        return {
            Filter.ALL: QCoreApplication.translate("Routines", "All"),
            Filter.SEATED: QCoreApplication.translate("Routines", "Seated"),
            Filter.STANDING: QCoreApplication.translate("Routines", "Standing"),
            Filter.SHORT: QCoreApplication.translate("Routines", "Under 10\u00a0min"),
        }[self]

    def lets(self, plan: Plan) -> bool:
        """Whether the routine passes: seated is all of it seated, standing any of it, short is a known length."""
        match self:
            case Filter.SEATED:
                return plan.routine.postures == (Posture.SEATED,)
            case Filter.STANDING:
                return Posture.STANDING in plan.routine.postures
            case Filter.SHORT:
                return plan.seconds < SHORT_SECONDS and not is_paced(plan.routine)
        return True
