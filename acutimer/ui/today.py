"""What was done today, at the foot of the navigation."""

from acutimer.core.errors import WorldError
from acutimer.core.history import day_of
from acutimer.ui.context import Context
from acutimer.ui.navigation import Navigation

DAILY_EXERCISE = "heel-raises"


def show_today(navigation: Navigation, context: Context) -> None:
    """Count today anew. A history that cannot be read is said, and costs no more than that."""
    settings, history = context.preferences.value, context.history
    today, hour = day_of(context.wall(), settings.day_begins_hour), settings.day_begins_hour
    try:
        seconds = history.totals.seconds_by_day(today, today, hour).get(today, 0.0)
        reps = history.totals.counted_on(DAILY_EXERCISE, today, hour).reps
    except WorldError as error:
        context.messages.say(str(error), "caution")
        return
    goal = context.library.exercises[DAILY_EXERCISE].daily_goal
    navigation.show_today(seconds, reps, goal or 0)
