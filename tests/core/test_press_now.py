from dataclasses import replace

import pytest

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.points import Area, Claim, Direction, Dose, FindStep, Guidance, Point, Rule, Shows
from acutimer.core.press_now import press_now
from tests.unprofiled import UNPROFILED

CLAIM = Claim("Some words.", ("who-2008",))
ST36 = Point(
    code="ST36",
    name="Leg Three Miles",
    pinyin="Zúsānlǐ",
    hanzi="足三里",
    meridian="Stomach",
    aliases=(),
    area=Area.KNEE,
    rule=Rule("ST35", Direction.DISTAL, 3, toward="ST41"),
    location=CLAIM,
    find=Guidance((FindStep(Shows.LANDMARK, "Feel."), FindStep(Shows.POINT, "Press.")), ("who-2008",)),
    short="Four fingers below the outer knee eye",
    press=CLAIM,
    dose=Dose(seconds=90, min_seconds=60, max_seconds=120, source="backward-walking"),
    tradition=(),
    evidence=(),
    cautions=(CLAIM,),
)


def test_a_point_is_pressed_on_both_sides_for_the_chosen_time() -> None:
    phases = plan(press_now(ST36, 45), Choices(), UNPROFILED).phases
    assert [(phase.kind, phase.side, phase.seconds) for phase in phases] == [
        ("get_ready", "left", 8),
        ("press", "left", 45),
        ("changeover", "right", 8),
        ("press", "right", 45),
    ]


def test_a_point_on_the_back_is_pressed_with_both_hands_at_once() -> None:
    phases = plan(press_now(replace(ST36, code="BL23", area=Area.LOWER_BACK), 60), Choices(), UNPROFILED).phases
    assert [(phase.kind, phase.side, phase.seconds) for phase in phases] == [
        ("get_ready", "both", 8),
        ("press", "both", 60),
    ]


def test_it_is_named_after_the_point_and_keeps_its_cautions() -> None:
    routine = press_now(ST36, 90)
    assert (routine.id, routine.name, routine.cautions) == ("press-ST36", "Leg Three Miles", (CLAIM,))


@pytest.mark.parametrize("seconds", [30, 60, 90, 120, 300])
def test_the_chosen_time_may_lie_outside_the_sources_range(seconds: int) -> None:
    (step,) = press_now(ST36, seconds).steps
    assert step.kind == "press"
    assert step.dose.seconds == seconds
    assert step.dose.source == "backward-walking"


def test_a_point_for_professionals_is_not_timed() -> None:
    with pytest.raises(ValueError, match="professional"):
        press_now(replace(ST36, professional=True), 60)
