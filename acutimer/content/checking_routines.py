"""What is wrong in a routine whose form is sound: names nobody knows, words one cannot show, times beyond all use."""

import re
from collections.abc import Iterator
from functools import partial

from acutimer.content.citing import none_such, unknown, wrong_sources
from acutimer.content.library import Library
from acutimer.content.problems import Place, Problem
from acutimer.core.errors import InputError
from acutimer.core.limits import MOST_IN_ID, MOST_IN_NAME, MOST_IN_SAY, MOST_SECONDS, ROUTINE_ID
from acutimer.core.planning import Choices, lay_out
from acutimer.core.routines import PressStep, Routine, Schedule, Step
from acutimer.language.catalogue import tr


def wrong_in_routine(routine: Routine, place: Place, library: Library) -> Iterator[Problem]:
    """Each problem of a routine that stands at `place` in its file."""
    if not re.fullmatch(ROUTINE_ID, routine.id):
        words = tr("an id is 1 to {0} letters from A to Z, digits, dots, dashes, and begins with a letter or digit.")
        yield Problem((*place, "id"), words.format(MOST_IN_ID))
    yield from _too_long(routine.name, MOST_IN_NAME, (*place, "name"))
    if not routine.postures:
        yield Problem((*place, "postures"), tr("name at least one: seated, standing or walking."))
    yield from (
        Problem((*place, "postures", index), tr("{0} stands twice. Keep one of the two.").format(posture))
        for index, posture in enumerate(routine.postures)
        if posture in routine.postures[:index]
    )
    for index, thing in enumerate(routine.equipment):
        yield from _blank(thing, (*place, "equipment", index))
    if routine.schedule:
        yield from _wrong_in_schedule(routine.schedule, (*place, "schedule"))
    yield from unknown(routine.guide, library.guide, (*place, "guide"))
    yield from wrong_sources(routine, place, library)
    if not routine.steps:
        yield Problem((*place, "steps"), tr("a routine needs at least one step."))
    for index, step in enumerate(routine.steps):
        yield from _wrong_in_step(step, (*place, "steps", index), library)
    seconds = sum(phase.seconds or 0 for phase in lay_out(routine, Choices()))
    if seconds > MOST_SECONDS:
        words = tr("all steps together last {0} hours; {1} is the most.")
        hours = f"{seconds / 3600:.1f}".replace(".", tr(".", "between the whole of a number and its fraction"))
        yield Problem((*place, "steps"), words.format(hours, MOST_SECONDS // 3600))


def _wrong_in_schedule(schedule: Schedule, place: Place) -> Iterator[Problem]:
    if not 1 <= schedule.times_a_day_min <= schedule.times_a_day_max <= 24:
        yield Problem(place, tr("it needs 1 <= times_a_day_min <= times_a_day_max <= 24."))
    if schedule.for_hours is not None and not 1 <= schedule.for_hours <= 1000:
        yield Problem((*place, "for_hours"), tr("this must be between {0} and {1}.").format(1, 1000))


def _wrong_in_step(step: Step, place: Place, library: Library) -> Iterator[Problem]:
    yield from _too_long(step.say, MOST_IN_SAY, (*place, "say"))
    if step.title is not None:
        yield from _blank(step.title, (*place, "title"))
        yield from _too_long(step.title, MOST_IN_NAME, (*place, "title"))
    if isinstance(step, PressStep):
        try:
            if library.point(step.point).professional:
                words = tr("{0} is for a professional. Choose another point.")
                yield Problem((*place, "point"), words.format(step.point))
        except InputError as error:
            yield Problem((*place, "point"), str(error))
    for kind, known in (("technique", library.techniques), ("exercise", library.exercises)):
        subject = getattr(step, kind, None)
        if subject is not None and subject not in known:
            yield Problem((*place, kind), partial(none_such, kind, subject, known))


def _too_long(text: str, most: int, place: Place) -> Iterator[Problem]:
    if len(text) > most:
        yield Problem(place, tr("this has {0} characters; {1} is the most.").format(len(text), most))


def _blank(text: str, place: Place) -> Iterator[Problem]:
    if not text.strip():
        yield Problem(place, tr("this is empty. Write something, or take it out."))
