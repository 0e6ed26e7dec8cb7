import pytest
from PySide6.QtCore import QCoreApplication

from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.routines import Tempo
from acutimer.ui.session.words.doses import dose_words, length_words

translate = QCoreApplication.translate
TEMPO = Tempo(1, 0, 1)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (90, "1 minute 30 seconds"),
        (120, "2 minutes"),
        (3600, "1 hour"),
        (7261, "2 hours 1 minute 1 second"),
    ],
)
def test_a_length_is_told_in_whole_words(seconds: float, words: str) -> None:
    assert length_words(seconds) == words


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Phase(kind=PhaseKind.PRESS, step=0, seconds=120), "2 minutes"),
        (Phase(kind=PhaseKind.WAIT, step=0, seconds=None), ""),
        (Phase(kind=PhaseKind.REPS, step=0, seconds=40, reps=20, tempo=TEMPO), "20 times"),
        (Phase(kind=PhaseKind.REPS, step=0, seconds=2, reps=1, tempo=TEMPO), "once"),
        (Phase(kind=PhaseKind.REPS, step=0, seconds=40, reps=20, tempo=TEMPO, sets=2), "2 sets of 20"),
        (Phase(kind=PhaseKind.BREATHS, step=0, seconds=50, breaths=5), "5 breaths"),
        (Phase(kind=PhaseKind.BREATHS, step=0, seconds=10, breaths=1), "1 breath"),
        (Phase(kind=PhaseKind.PATS, step=0, seconds=37.8, pats=9, beat_seconds=0.7), "3 rounds"),
        (Phase(kind=PhaseKind.PATS, step=0, seconds=12.6, pats=9, beat_seconds=0.7), "1 round"),
    ],
)
def test_a_dose_is_told_in_what_it_is_measured_in(phase: Phase, words: str) -> None:
    assert dose_words(phase, translate) == words
