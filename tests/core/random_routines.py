"""Routines, choices and plans at random, for the properties that hold for all of them."""

from hypothesis import strategies as st

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.core.points import Dose
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    PressStep,
    RepsStep,
    RestStep,
    Routine,
    Step,
    TechniqueStep,
    Tempo,
    WaitStep,
)
from acutimer.core.sides import Side, Sides
from tests.unprofiled import UNPROFILED

SIDES = st.sampled_from(Sides)


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    low, middle, high = sorted(draw(st.tuples(*[st.integers(1, 200)] * 3)))
    return Dose(seconds=middle, min_seconds=low, max_seconds=high, source="product")


@st.composite
def press_steps(draw: st.DrawFn) -> PressStep:
    dose = draw(doses())
    return PressStep(
        say="Press gently",
        source="product",
        point=draw(st.sampled_from(("ST36", "KI3", "EX-LE5"))),
        dose=dose,
        sides=draw(SIDES),
        circle_seconds=draw(st.integers(0, dose.seconds)),
        optional=draw(st.booleans()),
        waits=draw(st.booleans()),
    )


@st.composite
def reps_steps(draw: st.DrawFn) -> RepsStep:
    low, middle, high = sorted(draw(st.tuples(*[st.integers(1, 30)] * 3)))
    return RepsStep(
        say="Lift your heels",
        source="product",
        exercise="heel-raises",
        reps=middle,
        min_reps=low,
        max_reps=high,
        tempo=draw(st.builds(Tempo, st.integers(1, 4), st.sampled_from((0.0, 0.5, 1.0)), st.integers(0, 4))),
        sets=draw(st.integers(1, 4)),
        rest_seconds=draw(st.none() | st.integers(0, 60)),
        sides=draw(SIDES),
        optional=draw(st.booleans()),
        waits=draw(st.booleans()),
    )


STEPS: st.SearchStrategy[Step] = st.one_of(
    press_steps(),
    reps_steps(),
    st.builds(
        TechniqueStep,
        say=st.just("Knead the knee"),
        source=st.just("product"),
        technique=st.just("knee-kneading"),
        dose=doses(),
        sides=st.none() | SIDES,
        optional=st.booleans(),
        waits=st.booleans(),
    ),
    st.builds(
        PatsStep,
        say=st.just("Pat with a cupped hand"),
        source=st.just("product"),
        technique=st.just("empty-palm-patting"),
        sides=SIDES,
        rounds=st.integers(1, 4),
        optional=st.booleans(),
    ),
    st.builds(
        BreathsStep,
        say=st.just("Breathe slowly"),
        source=st.just("product"),
        breaths=st.integers(1, 9),
        optional=st.booleans(),
    ),
    st.builds(
        RestStep,
        say=st.just("Rest"),
        source=st.just("product"),
        seconds=st.integers(1, 90),
        optional=st.booleans(),
        waits=st.booleans(),
    ),
    st.builds(WaitStep, say=st.just("Walk"), source=st.just("product"), optional=st.booleans()),
)


def routine_of(*steps: Step) -> Routine:
    return Routine(
        id="some", name="Some", summary="Some steps.", postures=(), equipment=(), steps=steps, source="product"
    )


ROUTINES = st.lists(STEPS, min_size=1, max_size=5).map(lambda steps: routine_of(*steps))

CHOICES = st.builds(
    Choices,
    first_side=st.sampled_from((Side.LEFT, Side.RIGHT)),
    get_ready_seconds=st.integers(0, 20),
    changeover_seconds=st.integers(0, 20),
    rest_seconds=st.integers(0, 40),
    side=st.sampled_from((None, None, Side.LEFT, Side.RIGHT)),
)

PLANS: st.SearchStrategy[Plan] = st.builds(plan, ROUTINES, CHOICES, st.just(UNPROFILED))
