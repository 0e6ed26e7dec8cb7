"""What the measuring of a session walks and tells; how exact it is is not looked at here."""

import bench_session
import pytest

from acutimer.core.planning import PhaseKind
from acutimer.ui.session.words.phase_words import words_of
from tests.shipped import LIBRARY


def test_short_phases_fill_the_time_with_every_kind_but_waits() -> None:
    laid_out = bench_session.short_phases(LIBRARY, 120)
    *short, last = laid_out.phases
    assert 120 <= sum(phase.seconds or 0 for phase in short) < 125
    assert {phase.kind for phase in bench_session.short_phases(LIBRARY, 600).phases} == set(PhaseKind) - {
        PhaseKind.WAIT
    }
    assert all(2 <= (phase.seconds or 0) <= 4 for phase in short)
    assert last.seconds == bench_session.LAST_PHASE_SECONDS
    for index in range(len(laid_out.phases)):
        assert words_of(laid_out, index, LIBRARY, lambda _context, text, *_: text).headline


def test_the_boundaries_are_told_with_their_aim(capsys: pytest.CaptureFixture[str]) -> None:
    bench_session.print_boundaries(
        "alone", [["boundary", "1.0", "2.0"], ["timers", "held", "0"], ["boundary", "3", "9"]]
    )
    entered, heard = capsys.readouterr().out.splitlines()
    assert entered == (
        "a phase begins late by, alone: median 2.0 ms, p99 3.0 ms, max 3.0 ms over 2 boundaries (aim p99 50 ms)"
    )
    assert "median 5.5 ms" in heard


def test_a_session_without_phases_is_no_measure() -> None:
    with pytest.raises(SystemExit, match="more minutes"):
        bench_session.print_boundaries("alone", [["boundary", "1.0", "2.0"]])
