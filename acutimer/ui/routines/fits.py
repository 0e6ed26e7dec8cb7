"""The lengths one can choose for a routine: 5 min, 10 min and full, as far as they differ, and any between."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.fitting import plan
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.routines import Routine
from acutimer.core.safety import Safety
from acutimer.core.settings import Settings
from acutimer.language.catalogue import trn
from acutimer.language.sentences import inside
from acutimer.ui.routines.doses import each_side, name_of
from acutimer.ui.routines.words import is_open, joined, minutes, steps

SHORT_MINUTES = (5, 10)
NEXT_TO_NONE = 0.01  # minutes: asks for a routine as short as it can be


@dataclass(frozen=True, slots=True)
class Fit:
    """One choice: the routine fitted to `minutes`, or in full where that is None."""

    minutes: int | None
    plan: Plan

    @property
    def label(self) -> str:
        """Its real length: "5 min", or "Full, 13 min"."""
        total = minutes(self.plan.seconds)
        if self.minutes is not None:
            return total
        return QCoreApplication.translate("Routines", "Full, {0}").format(total)

    def detail(self, library: Library) -> str:
        """What that means: "2:00 each side", "and your walk", else the repetitions in all, else the steps."""
        if walks := [name_of(step, library) for step in self.plan.routine.steps if is_open(step)]:
            walk = joined([inside(name) for name in walks])
            return QCoreApplication.translate("Routines", "and {0}").format(walk)
        if pressed := each_side(self.plan):
            return pressed
        if reps := sum(phase.reps or 0 for phase in self.plan.phases if phase.kind is PhaseKind.REPS):
            return trn("{0} repetition", "{0} repetitions", reps).format(reps)
        return steps(len(self.plan.routine.steps))


def fits(routine: Routine, settings: Settings, safety: Safety) -> tuple[Fit, ...]:
    """The lengths that differ by at least a minute as told, shortest first; the last is the full one."""
    kept = [fit_to(None, routine, settings, safety)]
    for asked in reversed(SHORT_MINUTES):
        shorter = fit_to(asked, routine, settings, safety)
        if minutes(shorter.plan.seconds) != minutes(kept[0].plan.seconds):
            kept.insert(0, shorter)
    return tuple(kept)


def fit_to(asked: int | None, routine: Routine, settings: Settings, safety: Safety) -> Fit:
    """The routine fitted to any number of minutes, or in full."""
    return Fit(asked, plan(routine, settings.choices(minutes=asked), safety))


def span_minutes(routine: Routine, settings: Settings, safety: Safety) -> tuple[int, int]:
    """The fewest minutes the routine fits into, and how many it takes in full."""
    shortest = plan(routine, settings.choices(minutes=NEXT_TO_NONE), safety).seconds
    return _whole_minutes(shortest), _whole_minutes(plan(routine, settings.choices(), safety).seconds)


def _whole_minutes(seconds: float) -> int:
    return max(1, math.ceil(seconds / 60))


def told_dropped(fit: Fit, library: Library) -> str:
    """What a shorter length leaves out, in words; empty when it only shortens."""
    if not fit.plan.dropped:
        return ""
    names = joined([name_of(step, library) for step in fit.plan.dropped])
    total = minutes(fit.plan.seconds)
    return QCoreApplication.translate("Routines", "To fit {0} this does without: {1}.").format(total, names)
