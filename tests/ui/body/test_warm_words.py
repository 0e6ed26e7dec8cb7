import pytest

from acutimer.core.sides import Side
from acutimer.ui.body.warm_views import Pressed
from acutimer.ui.body.warm_words import spoken_amount, spoken_warmth


@pytest.mark.parametrize(
    ("seconds", "spoken"),
    [
        (0.0, "none"),
        (1.0, "1 second"),
        (45.0, "45 seconds"),
        (59.9, "1 minute"),
        (840.0, "14 minutes"),
        (7200.0, "120 minutes"),
    ],
)
def test_time_pressed_is_spoken_in_whole_words(seconds: float, spoken: str) -> None:
    assert spoken_amount(seconds) == spoken


def test_what_is_warm_is_told_point_by_point_left_before_right() -> None:
    pressed = [
        Pressed("ST36", Side.RIGHT, 60.0),
        Pressed("ST36", Side.LEFT, 120.0),
        Pressed("SP9", Side.LEFT, 30.0),
        Pressed("ST36", Side.LEFT, 60.0),
    ]
    assert spoken_warmth(pressed, 14) == (
        "Warm where you pressed in the last 14 days: ST36 left 3 minutes, right 1 minute;"
        " SP9 left 30 seconds, right none."
    )
    assert spoken_warmth([], 14) == "No point was pressed in the last 14 days."
