"""What the history knows of the routines: when each was last done, and what was counted today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from acutimer.core.history import day_of
from acutimer.core.practices import Exercise
from acutimer.core.routines import RepsStep, RestStep, Routine, WaitStep
from acutimer.core.session import Outcome
from acutimer.core.totals import Counted
from acutimer.language.catalogue import trn
from acutimer.ui.context import Context
from acutimer.ui.routines.words import last_done


@dataclass(frozen=True, slots=True)
class Lately:
    """As it was at `now`. `in_part` names the routines begun today and not once done to the end.

    `times_done` counts, by the routine's id, how often each was done to its end.
    """

    now: datetime
    day_begins_hour: int
    last_done: Mapping[str, datetime]
    in_part: frozenset[str]
    counted_today: Mapping[str, Counted]
    times_done: Mapping[str, int] = field(default_factory=dict)

    def of(self, routine_id: str) -> tuple[object, ...]:
        """All that is told of a routine, to be compared: nothing of it depends on the minute."""
        return self.day(routine_id), dict(self.counted_today), self.times_done.get(routine_id, 0)

    def day(self, routine_id: str) -> str:
        """When the routine was last done, in words."""
        done_at = self.last_done.get(routine_id)
        return last_done(done_at, self.now, self.day_begins_hour, in_part=routine_id in self.in_part)

    def towards(self, exercise: Exercise) -> str:
        """Today's repetitions toward the exercise's goal: "40 of 100 today, in 2 sets"; empty where there are none."""
        done = self.counted_today.get(exercise.id, Counted(0, 0))
        if not done.reps or not exercise.daily_goal:
            return ""
        words = trn("{0}, in one set", "{0}, in {1} sets", done.sets)
        return words.format(_towards(done.reps, exercise.daily_goal), done.sets)

    def towards_all(self, routine: Routine, exercises: Mapping[str, Exercise]) -> str:
        """The same for a routine that consists of such exercises and rests, all together; empty for any other."""
        work = [step for step in routine.steps if not isinstance(step, RestStep | WaitStep)]
        counted = [exercises[step.exercise] for step in work if isinstance(step, RepsStep)]
        goals = [exercise.daily_goal for exercise in counted if exercise.daily_goal]
        done = sum(self.counted_today[it.id].reps for it in counted if it.id in self.counted_today)
        return _towards(done, sum(goals)) if done and len(goals) == len(work) else ""


def read_lately(context: Context, exercises: Iterable[Exercise]) -> Lately:
    """Ask the history, as of now."""
    now, hour = context.wall(), context.preferences.value.day_begins_hour
    today = day_of(now, hour)
    midnight = datetime.combine(today, time(), now.tzinfo)
    sessions = context.history.sessions(since=midnight + timedelta(hours=hour))
    done = {session.routine for session in sessions if session.outcome is Outcome.DONE}
    goals = [it.id for it in exercises if it.daily_goal]
    return Lately(
        now=now,
        day_begins_hour=hour,
        last_done=context.history.last_done(),
        times_done=context.history.times_done(),
        in_part=frozenset(session.routine for session in sessions) - done,
        counted_today={it: context.history.totals.counted_on(it, today, hour) for it in goals},
    )


def _towards(done: int, goal: int) -> str:
    return QCoreApplication.translate("Routines", "{0} of {1} today").format(done, goal)
