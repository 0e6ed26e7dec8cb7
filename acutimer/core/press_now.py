"""One point, pressed right now."""

from acutimer.core.points import Dose, Point
from acutimer.core.routines import Posture, PressStep, Routine
from acutimer.core.sides import Sides


def press_now(point: Point, seconds: int) -> Routine:
    """A routine of one step: `point` on both sides for `seconds` (1 to 3600) each, on the back both at once.

    Raises ValueError for a point that is left to a professional: it is shown, not timed.
    """
    if point.professional:
        raise ValueError(f"{point.code} is left to a professional")
    dose = Dose(
        seconds=seconds,
        min_seconds=min(seconds, point.dose.min_seconds),
        max_seconds=max(seconds, point.dose.max_seconds),
        source=point.dose.source,
    )
    sides = Sides.BOTH if point.takes_both_hands else Sides.EACH
    return Routine(
        id=f"press-{point.code}",
        name=point.name,
        summary=point.short,
        postures=(Posture.SEATED,),
        equipment=(),
        steps=(PressStep(say=point.short, source=point.dose.source, point=point.code, dose=dose, sides=sides),),
        source=point.dose.source,
        cautions=point.cautions,
    )
