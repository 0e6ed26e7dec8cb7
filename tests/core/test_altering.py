from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.altering import (
    with_beat,
    with_breath,
    with_changeover,
    with_dose,
    with_reps,
    with_sides,
    with_tempo,
)
from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, Cadence, PressStep, RepsStep, RestStep, TechniqueStep, Tempo
from acutimer.core.sides import Sides

USUAL = Dose(seconds=90, min_seconds=60, max_seconds=120, source="own")
PRESS = PressStep(say="Press", source="own", point="ST36", dose=USUAL, circle_seconds=30, cadence=Cadence(5, 2))
REPS = RepsStep(
    say="Up", source="own", exercise="heel-raises", reps=20, min_reps=10, max_reps=20, tempo=Tempo(2.0, 1.0, 3.0)
)


@given(st.lists(st.integers(1, 3600), min_size=1))
def test_whatever_was_typed_on_the_way_to_a_time_leaves_no_trace(typed: list[int]) -> None:
    step = PRESS
    for seconds in typed:
        changed = with_dose(step, seconds, USUAL)
        assert isinstance(changed, PressStep)
        assert 0 <= changed.circle_seconds <= seconds == changed.dose.seconds
        step = changed
    back = with_dose(step, 90, USUAL)
    assert (back.dose.min_seconds, back.dose.max_seconds) == (60, 120)


def test_a_range_grows_with_what_the_user_wants() -> None:
    assert with_dose(PRESS, 300, USUAL).dose.max_seconds == 300
    assert with_dose(PRESS, 10, USUAL).dose.min_seconds == 10


def test_what_is_all_circles_stays_so() -> None:
    circles = PressStep(say="Circle", source="own", point="GB33", dose=USUAL, circle_seconds=90)
    longer = with_dose(circles, 120, USUAL)
    assert isinstance(longer, PressStep)
    assert longer.circle_seconds == 120


def test_a_technique_has_only_its_time() -> None:
    step = TechniqueStep(say="Soak", source="own", technique="foot-soak", dose=USUAL)
    assert with_dose(step, 60, USUAL).dose.seconds == 60


@given(st.integers(1, 200), st.integers(1, 200))
def test_repetitions_keep_the_usual_range_round_them(first: int, second: int) -> None:
    step = with_reps(with_reps(REPS, first, (10, 20)), second, (10, 20))
    assert (step.min_reps, step.reps, step.max_reps) == (min(10, second), second, max(20, second))


@given(st.sampled_from(["up", "hold", "down"]), st.integers(0, 300))
def test_a_repetition_always_lasts_a_second_at_least(part: str, tenths: int) -> None:
    step = REPS
    for name in ("up", "hold", part):
        step = with_tempo(step, **{name: 0})
    step = with_tempo(step, **{part: tenths / 10})
    assert step.tempo.seconds >= 1
    assert getattr(step.tempo, f"{part}_seconds") == tenths / 10


def test_the_beat_and_the_breath_change_one_part_at_a_time() -> None:
    assert with_beat(PRESS, press=4).cadence == Cadence(4, 2)
    assert with_beat(PRESS, release=3.5).cadence == Cadence(5, 3.5)
    breaths = BreathsStep(say="Breathe", source="own")
    assert with_breath(breaths, going_in=3).in_seconds == 3
    assert with_breath(breaths, going_out=8).out_seconds == 8


def test_sides_and_the_way_across_are_only_set_where_there_are_any() -> None:
    rest = RestStep(say="Rest", source="own", seconds=30)
    assert with_sides(rest, Sides.LEFT) is rest
    assert with_changeover(rest, 5) is rest
    assert getattr(with_sides(PRESS, Sides.LEFT), "sides") is Sides.LEFT  # noqa: B009  a union of steps
    assert getattr(with_changeover(PRESS, 5), "changeover_seconds") == 5  # noqa: B009
