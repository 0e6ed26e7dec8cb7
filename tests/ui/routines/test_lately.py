from datetime import timedelta

from acutimer.ui.context import Context
from acutimer.ui.routines.lately import Lately, read_lately
from tests.ui.practice import NOW, practise


def lately(context: Context) -> Lately:
    return read_lately(context, context.library.exercises.values())


def test_a_routine_knows_the_day_it_was_last_done(context: Context) -> None:
    practise(context, "balance-points", NOW - timedelta(days=3))
    practise(context, "balance-points", NOW - timedelta(days=5))
    assert lately(context).day("balance-points") == "3 days ago"
    assert lately(context).day("knee-pain-press") == "Not yet"


def test_a_routine_stopped_today_was_done_in_part_until_it_is_done_to_the_end(context: Context) -> None:
    practise(context, "knee-pain-press", NOW - timedelta(hours=2), until=4)
    assert lately(context).day("knee-pain-press") == "Today, in part"
    practise(context, "knee-pain-press", NOW - timedelta(hours=1))
    assert lately(context).day("knee-pain-press") == "Today"


def test_todays_repetitions_count_toward_the_daily_goal(context: Context) -> None:
    routine, exercises = context.library.routines["daily-strength"], context.library.exercises
    assert lately(context).towards_all(routine, exercises) == ""
    practise(context, "daily-strength", NOW - timedelta(hours=1))
    now = lately(context)
    assert now.towards(exercises["heel-raises"]) == "40 of 100 today, in 2 sets"
    assert now.towards_all(routine, exercises) == "60 of 200 today"
    assert now.towards_all(context.library.routines["morning-balance"], exercises) == ""


def test_what_was_done_before_the_day_began_belongs_to_yesterday(context: Context) -> None:
    practise(context, "daily-strength", NOW.replace(hour=1))
    assert lately(context).towards(context.library.exercises["heel-raises"]) == ""
    context.preferences.update(day_begins_hour=0)
    assert lately(context).towards(context.library.exercises["heel-raises"]) == "40 of 100 today, in 2 sets"
