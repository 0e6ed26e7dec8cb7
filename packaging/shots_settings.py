"""What is asked at the first start, Settings with their pages, reminders, and the keys."""

from collections.abc import Callable
from datetime import time, timedelta
from functools import partial

from stage import NOW, Scene, Stage

from acutimer.core.conditions import Condition
from acutimer.core.reminding import AfterWorkout, AtTimes, Every, Reminder
from acutimer.ui.preferences.place import PreferencesPlace

GROUPS = ("looks", "session", "safety", "data", "help")
PROFILE = (Condition.BLOOD_THINNERS, Condition.POOR_BALANCE)
REMINDERS = (
    Reminder(id="r1", when=AtTimes((time(7, 30), time(20))), routine="morning-balance"),
    Reminder(id="r2", when=Every(120, time(9), time(17), (1, 2, 3, 4, 5))),
    Reminder(id="r3", when=AfterWorkout(NOW - timedelta(hours=10)), routine="post-workout-recovery"),
    Reminder(id="r4", when=AtTimes((time(12),), (6, 7)), routine="walk-and-soak", is_on=False),
)

Then = Callable[[Stage, PreferencesPlace], object]


def scenes() -> dict[str, Scene]:
    """One scene a page, a group of cards, and a state of it."""
    found: dict[str, Scene] = {
        f"settings-{name}": partial(look, then=partial(show_group, name)) for name in GROUPS if name != "looks"
    }
    return found | {
        "first-start": partial(start_first),
        "first-start-chosen": partial(start_first, conditions=PROFILE),
        "settings-profile": partial(look, then=partial(show_page, "profile")),
        "settings-reminders": partial(look, then=partial(show_page, "reminders")),
        "settings-reminders-none": partial(look, reminders=(), then=partial(show_page, "reminders")),
        "settings-reminder": partial(look, then=lambda _stage, place: place.remind("knee-pain-press")),
        "keys": partial(look, then=lambda stage, _place: stage.window.show_keys()),
    }


def start_first(stage: Stage, *, conditions: tuple[Condition, ...] = ()) -> None:
    """The very first window."""
    stage.context.preferences.update(welcomed=False, conditions=conditions)
    stage.open()


def look(stage: Stage, *, then: Then, reminders: tuple[Reminder, ...] = REMINDERS) -> None:
    """Settings of a person with a profile and reminders."""
    stage.live_past_weeks()
    stage.context.preferences.update(conditions=PROFILE, reminders=reminders)
    stage.open()
    stage.window.show_place("settings")
    stage.settle()
    then(stage, stage.place(PreferencesPlace))


def show_group(name: str, _stage: Stage, place: PreferencesPlace) -> None:
    """A group of cards."""
    place.cards.show_group(name)


def show_page(name: str, _stage: Stage, place: PreferencesPlace) -> None:
    """A page of the place."""
    place.show_page(name)
