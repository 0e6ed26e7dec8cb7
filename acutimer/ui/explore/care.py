"""What the safety profile says of the points one looks at."""

from collections.abc import Iterable

from acutimer.core.adjusting import Change
from acutimer.core.points import Point
from acutimer.core.press_now import press_now
from acutimer.core.safety import made_safe
from acutimer.ui.context import Context


def left_out(context: Context) -> frozenset[str]:
    """The codes of the points that the profile leaves out."""
    return frozenset(code for code in context.library.points if context.safety.forbids(code))


def changes_of(points: Iterable[Point], context: Context) -> tuple[Change, ...]:
    """What the profile would change about pressing each of these points now; nothing for a professional's."""
    routines = (press_now(point, point.dose.seconds) for point in points if not point.professional)
    return tuple(change for routine in routines for change in made_safe(routine, context.safety)[1])
