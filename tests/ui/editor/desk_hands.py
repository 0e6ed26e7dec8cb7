"""Steps and routines to lay on the editor's desk."""

from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, Posture, PressStep, RestStep, Routine, Step, WaitStep


def press(point: str = "ST36", seconds: int = 60, changeover_seconds: int | None = None) -> PressStep:
    dose = Dose(seconds=seconds, min_seconds=30, max_seconds=180, source="own")
    return PressStep(say="Press gently", source="own", point=point, dose=dose, changeover_seconds=changeover_seconds)


def rest(seconds: int = 20) -> RestStep:
    return RestStep(say="Let go", source="own", seconds=seconds)


EVENING: tuple[Step, ...] = (
    WaitStep(say="Settle and find the points", source="own"),
    press("SP9"),
    press("GB34"),
    press("ST36"),
    BreathsStep(say="Breathe slowly", source="own"),
)


def routine(*steps: Step, name: str = "Evening knees", id: str = "own-1") -> Routine:  # noqa: A002 - an id is called id
    """One of the user's own."""
    return Routine(
        id=id,
        name=name,
        summary="",
        postures=(Posture.SEATED,),
        equipment=(),
        steps=steps or EVENING,
        source="own",
    )
