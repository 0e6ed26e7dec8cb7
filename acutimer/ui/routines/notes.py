"""What to know before a routine: what to beware of at its steps, how often it is advised, where it comes from."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.points import Claim
from acutimer.core.routines import PressStep, Routine, Schedule, Step, TechniqueStep, subject_of
from acutimer.language.catalogue import trn
from acutimer.language.joining import side_by_side, things

PRODUCT = "product"  # the source id that marks a choice of ours
OWN = "own"  # and the one of the user's


def step_cautions(routine: Routine, library: Library) -> tuple[str, ...]:
    """What to beware of at single steps, the steps named before: "SP9, LR8: A long vein ...".

    What the routine says itself is left out.
    """
    said: dict[str, dict[str, None]] = {}
    own = {claim.text for claim in routine.cautions}
    for step in routine.steps:
        for claim in _cautions_of(step, library):
            if claim.text not in own:
                said.setdefault(claim.text, {})[_mark(step, library)] = None
    told = QCoreApplication.translate("Routines", "{0}: {1}")
    return tuple(told.format(things(marks), text) for text, marks in said.items())


def sources(routine: Routine, library: Library) -> str:
    """Where the routine comes from, and whether some of its times are our own choice or the user's."""
    ids = dict.fromkeys((routine.source, *(step.source for step in routine.steps)))
    named = [library.sources[id_].short for id_ in ids if id_ not in (PRODUCT, OWN) and id_ in library.sources]
    said = QCoreApplication.translate("Routines", "Source: {0}.").format(side_by_side(named)) if named else ""
    if any(_is_from(PRODUCT, step) for step in routine.steps):
        ours = QCoreApplication.translate("Routines", "Where it gives no time or number, we chose one.")
        said = f"{said} {ours}".strip()
    if named and any(_is_from(OWN, step) for step in routine.steps):
        own = QCoreApplication.translate("Routines", "What was changed is a choice of your own.")
        said = f"{said} {own}"
    return said


def how_often(schedule: Schedule) -> str:
    """How often the source advises it: "1 to 2 times a day for 48 h"."""
    low, high = schedule.times_a_day_min, schedule.times_a_day_max
    times = (
        QCoreApplication.translate("Routines", "{0} to {1} times a day").format(low, high)
        if low != high
        else trn("Once a day", "{0} times a day", high).format(high)
    )
    if schedule.for_hours is None:
        return times
    return QCoreApplication.translate("Routines", "{0} for {1}\u00a0h").format(times, schedule.for_hours)


def _cautions_of(step: Step, library: Library) -> Iterator[Claim]:
    subject = subject_of(step)
    if subject is None:
        return
    practice = library.points.get(subject) or library.techniques.get(subject) or library.exercises.get(subject)
    if practice is not None:
        yield from practice.cautions


def _mark(step: Step, library: Library) -> str:
    return step.point if isinstance(step, PressStep) else library.name_of(subject_of(step))


def _is_from(source: str, step: Step) -> bool:
    dosed = isinstance(step, PressStep | TechniqueStep) and step.dose.source == source
    return dosed or step.source == source
