"""The length that a level is chosen by is the length of what is laid out at it."""

from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.fitting import LEVELS, _at_level, _seconds_at
from acutimer.core.planning import Choices, lay_out
from acutimer.core.routines import Routine
from tests.core.random_routines import CHOICES, ROUTINES


@given(ROUTINES, CHOICES, st.integers(0, LEVELS))
def test_every_phase_lasts_as_long_as_was_reckoned(routine: Routine, choices: Choices, level: int) -> None:
    kept = tuple(range(len(routine.steps)))
    phases = lay_out(routine, choices)
    reckoned = [
        seconds
        for index in kept
        for seconds in _seconds_at(level, routine.steps[index], tuple(it for it in phases if it.step == index))
    ]
    laid_out = _at_level(level, routine, kept, choices)
    assert reckoned == [phase.seconds or 0 for phase in laid_out.phases]
    assert sum(reckoned) == laid_out.seconds
