"""Sound routines of every kind and any length, for tests and the fuzz bench: whatever the strict door lets through."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from acutimer.content.library import load_library
from acutimer.core.legible import hidden_in
from acutimer.core.limits import MOST_IN_NAME, MOST_IN_SAY, MOST_IN_TEXT
from acutimer.core.points import Claim, Dose
from acutimer.core.routines import (
    BreathsStep,
    Cadence,
    PatsStep,
    Posture,
    PressStep,
    Pressure,
    RepsStep,
    RestStep,
    Routine,
    Schedule,
    Step,
    TechniqueStep,
    Tempo,
    WaitStep,
)
from acutimer.core.sides import Sides

LIBRARY = load_library(Path(__file__).resolve().parent.parent / "resources/content/en")
SOURCES = st.sampled_from(sorted(LIBRARY.sources))
POINTS = st.sampled_from(sorted(code for code, point in LIBRARY.points.items() if not point.professional))
TECHNIQUES = st.sampled_from(sorted(LIBRARY.techniques))
EXERCISES = st.sampled_from(sorted(LIBRARY.exercises))
LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])


def texts(most: int, least: int = 1) -> st.SearchStrategy[str]:
    """Words anyone may write; with at least one letter where `least` is more than 0."""
    made = st.text(LETTERS, min_size=least, max_size=min(most, 40)) | st.text(LETTERS, min_size=least, max_size=most)
    return made.filter(lambda text: not hidden_in(text) and (not least or bool(text.strip())))


def seconds(least: float, most: float) -> st.SearchStrategy[float]:
    """Whole and broken seconds between these."""
    return st.integers(int(-(-least // 1)), int(most)) | st.floats(least, most, allow_nan=False)


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """Up to ten minutes, so that few routines are too long as a whole."""
    least, now, most = sorted(draw(st.tuples(*[st.integers(1, 600)] * 3)))
    return Dose(seconds=now, min_seconds=least, max_seconds=most, source=draw(SOURCES))


_STEP: dict[str, st.SearchStrategy[Any]] = {
    "say": texts(MOST_IN_SAY),
    "source": SOURCES,
    "title": st.none() | texts(MOST_IN_NAME),
    "optional": st.booleans(),
    "waits": st.booleans(),
}
_SIDED: dict[str, st.SearchStrategy[Any]] = {**_STEP, "changeover_seconds": st.none() | st.integers(0, 600)}
_SIDES = st.sampled_from(Sides)


def _drawn(draw: st.DrawFn, made: dict[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    return {name: draw(strategy) for name, strategy in made.items()}


@st.composite
def presses(draw: st.DrawFn) -> PressStep:
    """A press whose circles lie within its dose."""
    dose = draw(doses())
    return PressStep(
        **_drawn(draw, _SIDED),
        point=draw(POINTS),
        dose=dose,
        sides=draw(_SIDES),
        pressure=draw(st.sampled_from(Pressure)),
        circle_seconds=draw(st.integers(0, dose.seconds)),
        cadence=draw(st.none() | st.builds(Cadence, seconds(1, 60), seconds(1, 60))),
    )


@st.composite
def repetitions(draw: st.DrawFn) -> RepsStep:
    """Few enough to end within an hour or so."""
    least, now, most = sorted(draw(st.tuples(*[st.integers(1, 20)] * 3)))
    return RepsStep(
        **_drawn(draw, _SIDED),
        exercise=draw(EXERCISES),
        reps=now,
        min_reps=least,
        max_reps=most,
        tempo=Tempo(draw(seconds(1, 5)), draw(seconds(0, 5)), draw(seconds(0, 5))),
        sets=draw(st.integers(1, 3)),
        rest_seconds=draw(st.none() | st.integers(0, 600)),
        sides=draw(_SIDES),
    )


def steps() -> st.SearchStrategy[Step]:
    """A step of any kind."""
    return st.one_of(
        presses(),
        repetitions(),
        st.builds(TechniqueStep, **_SIDED, technique=TECHNIQUES, dose=doses(), sides=st.none() | _SIDES),
        st.builds(
            PatsStep,
            **_SIDED,
            technique=TECHNIQUES,
            sides=_SIDES,
            pats=st.integers(1, 50),
            rounds=st.integers(1, 10),
            beat_seconds=seconds(0.3, 2),
        ),
        st.builds(
            BreathsStep,
            **_STEP,
            technique=TECHNIQUES,
            breaths=st.integers(1, 20),
            in_seconds=seconds(1, 30),
            out_seconds=seconds(1, 30),
        ),
        st.builds(RestStep, **_STEP, seconds=st.integers(1, 600)),
        st.builds(WaitStep, **_STEP, technique=st.none() | TECHNIQUES),
    )


def routines(most_steps: int = 5) -> st.SearchStrategy[Routine]:
    """A routine of one step and more."""
    claims = st.builds(Claim, texts(MOST_IN_TEXT), st.lists(SOURCES, min_size=1, max_size=3).map(tuple))
    schedules = st.builds(
        Schedule,
        times_a_day_min=st.integers(1, 3),
        times_a_day_max=st.integers(3, 24),
        for_hours=st.none() | st.integers(1, 1000),
    )
    return st.builds(
        Routine,
        id=st.from_regex("[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True),
        name=texts(MOST_IN_NAME),
        summary=texts(MOST_IN_TEXT, 0),
        postures=st.lists(st.sampled_from(Posture), min_size=1, unique=True).map(tuple),
        equipment=st.lists(texts(MOST_IN_TEXT), max_size=3).map(tuple),
        steps=st.lists(steps(), min_size=1, max_size=most_steps).map(tuple),
        source=SOURCES,
        cautions=st.lists(claims, max_size=2).map(tuple),
        guide=st.lists(st.sampled_from(sorted(LIBRARY.guide)), max_size=3).map(tuple),
        schedule=st.none() | schedules,
    )
