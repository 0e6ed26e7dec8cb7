"""Everything that can be put into a routine, in groups, with the words of its row."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from acutimer.content.library import Library
from acutimer.core.points import Area, Point
from acutimer.core.routines import (
    BreathsStep,
    PressStep,
    RepsStep,
    RestStep,
    Step,
    TechniqueStep,
    WaitStep,
    subject_of,
)
from acutimer.core.safety import Safety
from acutimer.core.sides import Sides
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed
from acutimer.ui.editor.adding.starting import BREATHS, REST, WAIT, starting_step
from acutimer.ui.editor.panel.amounts import length_shown
from acutimer.ui.explore.words import area_name

POINT_ICON, REST_ICON, WAIT_ICON, BREATHS_ICON = "point", "pause", "seated", "breath"
SPOKEN_OF_ITSELF = frozenset({"deep-breaths"})  # a technique that is a kind of step


class Sort(StrEnum):
    """What an entry is, for those who want to see only that."""

    POINT = "point"
    PRACTICE = "practice"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `key` as `starting_step` takes it, `code` or `icon` before the `name`, `detail` below it.

    `refusal` says why it cannot be chosen; it is empty where it can.
    """

    key: str
    sort: Sort
    group: str
    name: str
    detail: str
    code: str = ""
    icon: str = ""
    refusal: str = ""

    @property
    def spoken(self) -> str:
        """The row for who cannot see it."""
        return listed((f"{self.code} {self.name}".strip(), self.refusal or self.detail))


def entries_of(library: Library, safety: Safety) -> tuple[Entry, ...]:
    """All of it: points by where they lie first, pauses last. What is not to be chosen says why."""
    return (*_points(library, safety), *_practices(library, safety), *_pauses(library))


def icon_of(step: Step, library: Library) -> str:
    """The icon of a step's row and picture."""
    match step:
        case PressStep():
            return POINT_ICON
        case RestStep():
            return REST_ICON
        case BreathsStep():
            return BREATHS_ICON
        case WaitStep() if step.technique is None:
            return WAIT_ICON
    subject = subject_of(step) or ""
    practice = library.techniques.get(subject) or library.exercises.get(subject)
    return "hand" if practice is None else practice.icon


def dose_words(step: Step) -> str:
    """How much of it one begins with: "1:30 each side", "20 times", "30 s"."""
    match step:
        case PressStep() | TechniqueStep():
            length = length_shown(step.dose.seconds)
            return _tr("{0} each side").format(length) if step.sides is Sides.EACH else length
        case RepsStep():
            return trn("Once", "{0} times", step.reps).format(step.reps)
        case RestStep():
            return length_shown(step.seconds)
        case BreathsStep():
            return trn("One slow breath", "{0} slow breaths", step.breaths).format(step.breaths)
        case WaitStep():
            return _tr("As long as you like")
    words = _tr("{0} pats front and back, {0} on the sides")
    return words.format(step.pats)


def _points(library: Library, safety: Safety) -> Iterator[Entry]:
    for area in Area:
        for point in library.points.values():
            if point.area is area:
                yield Entry(
                    point.code,
                    Sort.POINT,
                    area_name(area),
                    point.name,
                    point.short,
                    code=point.code,
                    refusal=_refused_point(point, library, safety),
                )


def _practices(library: Library, safety: Safety) -> Iterator[Entry]:
    groups = ((_tr("Exercises"), library.exercises), (_tr("Techniques"), library.techniques))
    for group, practices in groups:
        for practice in practices.values():
            if practice.id not in SPOKEN_OF_ITSELF:
                words = dose_words(starting_step(practice.id, library))
                refusal = _refused(practice.id, library, safety)
                yield Entry(
                    practice.id, Sort.PRACTICE, group, practice.name, words, icon=practice.icon, refusal=refusal
                )


def _pauses(library: Library) -> Iterator[Entry]:
    pauses = {
        BREATHS: (_tr("Deep breaths"), BREATHS_ICON),
        REST: (_tr("Rest"), REST_ICON),
        WAIT: (_tr("Wait for me"), WAIT_ICON),
    }
    for key, (name, icon) in pauses.items():
        words = dose_words(starting_step(key, library))
        yield Entry(key, Sort.PAUSE, _tr("Breaths and pauses"), name, words, icon=icon)


def _refused_point(point: Point, library: Library, safety: Safety) -> str:
    if point.professional:
        return _tr("For a professional: shown in Explore, not pressed here.")
    return _refused(point.code, library, safety)


def _refused(subject: str, library: Library, safety: Safety) -> str:
    because = safety.forbids(subject)
    return _tr("Not for you, because {0}.").format(library.safety_words.because(because)) if because else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editor", text)
