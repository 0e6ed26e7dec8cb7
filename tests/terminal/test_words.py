import pytest

from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import Cadence, Tempo
from acutimer.terminal.words import clock, doing, duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (45, "45 s"), (60, "1 min"), (89.6, "1 min 30 s"), (3600, "1 h"), (3929, "1 h 5 min"), (7200, "2 h")],
)
def test_a_length_of_time_in_prose(seconds: float, words: str) -> None:
    assert duration(seconds).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (59.9, "0:59"), (90, "1:30"), (3723, "1:02:03")])
def test_a_length_of_time_on_a_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


REPS = Phase(kind=PhaseKind.REPS, step=0, seconds=60, reps=10, tempo=Tempo(2, 1, 3))
BREATHS = Phase(kind=PhaseKind.BREATHS, step=0, seconds=50, breaths=5, in_seconds=4, out_seconds=6)
PATS = Phase(kind=PhaseKind.PATS, step=0, seconds=36, pats=9, beat_seconds=1)
CADENCE = Phase(kind=PhaseKind.PRESS, step=0, seconds=60, cadence=Cadence(5, 2))
CIRCLES = Phase(kind=PhaseKind.PRESS, step=0, seconds=60, circle_seconds=20)


@pytest.mark.parametrize(
    ("phase", "elapsed", "words"),
    [
        (REPS, 0, "1 of 10, up"),
        (REPS, 2.5, "1 of 10, hold"),
        (REPS, 6 + 3, "2 of 10, down"),
        (REPS, 54, "the last one, up"),
        (REPS, 60, "the last one, up"),
        (BREATHS, 3.9, "breathe in"),
        (BREATHS, 4, "breathe out"),
        (BREATHS, 10, "breathe in"),
        (PATS, 8.9, "front and back"),
        (PATS, 9, "the two sides"),
        (PATS, 18, "front and back"),
        (CADENCE, 4.9, "press"),
        (CADENCE, 5, "release"),
        (CADENCE, 7, "press"),
        (CIRCLES, 39.9, ""),
        (CIRCLES, 40, "circle on the spot"),
        (Phase(kind=PhaseKind.TECHNIQUE, step=0, seconds=60), 5, ""),
    ],
)
def test_what_is_to_be_done_follows_the_steps_own_figures(phase: Phase, elapsed: float, words: str) -> None:
    assert doing(phase, elapsed) == words
