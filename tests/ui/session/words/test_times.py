import pytest
from PySide6.QtCore import QCoreApplication

from acutimer.ui.session.words.times import clock, gap, prose, to_go

translate = QCoreApplication.translate


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (0.2, "0:01"), (83.2, "1:24"), (84, "1:24"), (600, "10:00"), (3900, "1:05:00")]
)
def test_a_clock_counts_a_begun_second_whole(seconds: float, words: str) -> None:
    assert clock(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(45.9, "45\u00a0s"), (553, "9\u00a0min 13\u00a0s"), (780, "13\u00a0min")]
)
def test_prose_keeps_numbers_and_units_together(seconds: float, words: str) -> None:
    assert prose(seconds, translate) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "1 second"),
        (40, "40 seconds"),
        (61, "1 minute"),
        (360, "6 minutes"),
        (5300, "88 minutes"),
        (7200, "2 hours"),
        (3 * 86400, "3 days"),
    ],
)
def test_a_gap_is_told_as_one_would_tell_it(seconds: float, words: str) -> None:
    assert gap(seconds) == words


def test_what_is_to_go_is_a_lower_bound_when_waits_are_ahead() -> None:
    assert to_go(212, translate, at_least=False) == "3:32 to go"
    assert to_go(212, translate, at_least=True) == "3:32 to go, at least"
    assert to_go(0, translate, at_least=True) == "Until you say so"
