"""The step one begins with, in the user's words."""

from acutimer.content.library import Library
from acutimer.core.routines import Pressure, Step
from acutimer.core.sides import Sides
from acutimer.core.starting_steps import (
    first_use,
    starting_breaths,
    starting_press,
    starting_reps,
    starting_rest,
    starting_technique,
    starting_wait,
)
from acutimer.ui.editor.adding.usual_say import breaths_say, practice_say, press_say, rest_say, wait_say

REST, BREATHS, WAIT = "rest", "breaths", "wait"


def starting_step(key: str, library: Library) -> Step:
    """The step to begin with for a point's code, a technique's or exercise's id, "rest", "breaths" or "wait".

    Raises:
        ValueError: the point is left to a professional.
        KeyError: nothing is called so.
    """
    used = first_use(key, library.routines.values())
    if key in (BREATHS, "deep-breaths"):
        return starting_breaths(breaths_say())
    if key == REST:
        return starting_rest(rest_say())
    if key == WAIT:
        return starting_wait(wait_say())
    if (point := library.points.get(key)) is not None:
        return starting_press(point, press_say(Pressure.GENTLE, Sides.BOTH if point.takes_both_hands else Sides.EACH))
    if (exercise := library.exercises.get(key)) is not None:
        return starting_reps(exercise, used, practice_say(key, library))
    return starting_technique(library.techniques[key], used, practice_say(key, library))
