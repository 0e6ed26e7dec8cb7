"""The chips over the list: which routines each of them lets through."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from acutimer.core.planning import Plan
from acutimer.core.routines import Posture, Routine
from acutimer.ui.routines.words import is_paced

SHORT_SECONDS = 600


@dataclass(frozen=True)
class Listed:
    """A routine as its author wrote it, what lays it out, whether it is the user's own, and whether a favourite."""

    routine: Routine
    lay_out: Callable[[], Plan]
    is_own: bool = False
    is_favourite: bool = False

    @property
    def id(self) -> str:
        """The routine's id."""
        return self.routine.id

    @cached_property
    def plan(self) -> Plan:
        """Its plan, laid out when it is first asked for: of thousands only a few are ever looked at."""
        return self.lay_out()


class Filter(StrEnum):
    """One chip."""

    ALL = "all"
    FAVOURITES = "favourites"
    OWN = "own"
    SEATED = "seated"
    STANDING = "standing"
    SHORT = "short"

    @property
    def label(self) -> str:
        """The words on the chip."""
        return {
            Filter.ALL: QCoreApplication.translate("Routines", "All"),
            Filter.FAVOURITES: QCoreApplication.translate("Routines", "Favourites"),
            Filter.OWN: QCoreApplication.translate("Routines", "Yours"),
            Filter.SEATED: QCoreApplication.translate("Routines", "Seated"),
            Filter.STANDING: QCoreApplication.translate("Routines", "Standing"),
            Filter.SHORT: QCoreApplication.translate("Routines", "Under 10\u00a0min"),
        }[self]

    def lets(self, listed: Listed) -> bool:
        """Whether the routine passes: seated is all of it seated, standing any of it, short is a known length."""
        match self:
            case Filter.FAVOURITES:
                return listed.is_favourite
            case Filter.OWN:
                return listed.is_own
            case Filter.SEATED:
                return listed.routine.postures == (Posture.SEATED,)
            case Filter.STANDING:
                return Posture.STANDING in listed.routine.postures
            case Filter.SHORT:
                plan = listed.plan
                return plan.seconds < SHORT_SECONDS and not is_paced(plan.routine) and not plan.is_empty
        return True
