import math

import pytest

from acutimer.core.fitting import plan
from acutimer.core.moments import Cue, Moment, moments_between, to_next_moment
from acutimer.core.planning import Choices, Phase, PhaseKind, Plan
from acutimer.core.routines import Tempo
from acutimer.core.session import Session
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

PRESS = Phase(kind=PhaseKind.PRESS, step=1, seconds=60)
READY = Phase(kind=PhaseKind.GET_READY, step=1, seconds=8)
CHANGE = Phase(kind=PhaseKind.CHANGEOVER, step=1, seconds=8)


def laid_out(*phases: Phase) -> Session:
    return Session(Plan(LIBRARY.routines["knee-pain-press"], phases))


def heard(session: Session, until: float, tick: float = 0.25) -> list[tuple[float, Cue]]:
    """Every cue, tick by tick, of a session begun at 0: when it was due, and which."""
    started = session.start(0.0)
    found = [*moments_between(session, 0.0, started, 0.0)]
    before, was = started, 0.0
    for number in range(1, int(until / tick) + 1):
        now = number * tick
        after = before.advance(now)
        found += moments_between(before, was, after, now)
        before, was = after, now
    return [(moment.at, moment.cue) for moment in found]


@pytest.mark.parametrize("tick", [0.25, 0.3, 1.9, 76.0])
def test_a_pair_of_presses_is_told_by_its_moments_however_seldom_one_looks(tick: float) -> None:
    session = laid_out(READY, PRESS, CHANGE)
    assert heard(session, 80 if tick < 76 else 76, tick) == [
        (0, Cue.SWITCH),
        (8, Cue.BEGIN),
        (38, Cue.HALFWAY),
        (63, Cue.LAST_FIVE),
        (68, Cue.SWITCH),
        (76, Cue.END),
    ]


def test_a_moment_names_its_phase_and_the_end_none() -> None:
    session = laid_out(READY, PRESS)
    moments = moments_between(session.start(0), 0, session.start(0).advance(70), 70)
    assert [moment.index for moment in moments] == [1, 1, 1, None]


def test_every_repetition_is_told_as_it_is_done_and_five_before_the_last() -> None:
    reps = Phase(kind=PhaseKind.REPS, step=1, seconds=60, reps=10, tempo=Tempo(2, 1, 3))
    session = laid_out(reps).start(0)
    moments = moments_between(session, 0, session.advance(60), 60)
    counted = [(moment.cue, moment.count, moment.at) for moment in moments]
    assert counted[:5] == [
        *((Cue.REP, done, done * 6.0) for done in range(1, 5)),
        (Cue.LAST_FIVE, 5, 30.0),
    ]
    assert counted[-2:] == [(Cue.REP, 9, 54.0), (Cue.END, None, 60.0)]


def test_a_few_repetitions_have_no_last_five() -> None:
    reps = Phase(kind=PhaseKind.REPS, step=1, seconds=18, reps=3, tempo=Tempo(2, 1, 3))
    assert heard(laid_out(reps), 20) == [(0, Cue.BEGIN), (6, Cue.REP), (12, Cue.REP), (18, Cue.END)]


@pytest.mark.parametrize(("seconds", "cues"), [(10, []), (20, [Cue.LAST_FIVE]), (40, [Cue.HALFWAY, Cue.LAST_FIVE])])
def test_a_short_phase_is_not_talked_over(seconds: int, cues: list[Cue]) -> None:
    phase = Phase(kind=PhaseKind.TECHNIQUE, step=1, seconds=seconds)
    assert [cue for _, cue in heard(laid_out(phase), seconds - 1)] == [Cue.BEGIN, *cues]


def test_the_change_to_circles_takes_the_place_of_the_half() -> None:
    phase = Phase(kind=PhaseKind.PRESS, step=1, seconds=60, circle_seconds=20)
    assert heard(laid_out(phase), 59) == [(0, Cue.BEGIN), (40, Cue.CHANGE), (55, Cue.LAST_FIVE)]


@pytest.mark.parametrize("kind", [PhaseKind.BREATHS, PhaseKind.REST, PhaseKind.GET_READY])
def test_breaths_and_pauses_pass_in_silence(kind: PhaseKind) -> None:
    phase = Phase(kind=kind, step=1, seconds=60, breaths=6, in_seconds=4, out_seconds=6)
    assert len(heard(laid_out(phase), 59)) == 1


def test_pausing_and_going_on_make_no_moment_and_double_none() -> None:
    session = Session(plan(LIBRARY.routines["balance-points"], Choices(), UNPROFILED)).start(0).advance(38.1)
    now = 38.1
    for _ in range(40):
        held = session.pause(now)
        assert moments_between(session, now, held, now) == ()
        gone_on = held.resume(now + 0.1)
        assert moments_between(held, now, gone_on, now + 0.1) == ()
        session, now = gone_on, now + 0.1
    assert session.elapsed(now) == pytest.approx(30.1)


def test_stopping_makes_no_sound_of_the_end() -> None:
    session = Session(plan(LIBRARY.routines["balance-points"], Choices(), UNPROFILED)).start(0)
    assert moments_between(session, 0, session.stop(4), 4) == ()


def test_redoing_a_side_begins_it_again() -> None:
    session = laid_out(PRESS).start(0)
    assert moments_between(session, 29, session.redo(29.5), 29.5) == (Moment(Cue.BEGIN, 0, 29.5),)


def test_what_was_due_before_a_control_is_told_before_what_the_control_brings() -> None:
    session = laid_out(PRESS, CHANGE).start(0)
    moments = moments_between(session, 29, session.skip(31), 31)
    assert [(moment.cue, moment.at) for moment in moments] == [(Cue.HALFWAY, 30), (Cue.SWITCH, 31)]


def test_skipping_the_last_phase_is_the_end() -> None:
    session = laid_out(PRESS).start(0)
    assert moments_between(session, 3, session.skip(3), 3) == (Moment(Cue.END, None, 3),)


def test_a_phase_skipped_with_its_preparation_is_never_begun() -> None:
    session = laid_out(READY, PRESS, CHANGE).start(0)
    assert moments_between(session, 3, session.skip(3), 3) == (Moment(Cue.SWITCH, 2, 3),)


@pytest.mark.parametrize(("at", "halves"), [(10, [37.5]), (40, [30.0])])
def test_the_half_is_told_once_however_much_a_phase_is_lengthened(at: float, halves: list[float]) -> None:
    session = laid_out(PRESS).start(0)
    longer = session.extend(at)
    moments = [
        *moments_between(session, 0, longer, at),
        *moments_between(longer, at, longer.advance(74), 74),
    ]
    assert [moment.at for moment in moments if moment.cue is Cue.HALFWAY] == halves
    assert [moment.at for moment in moments if moment.cue is Cue.LAST_FIVE] == [70]


def test_the_next_moment_is_known_ahead() -> None:
    session = laid_out(READY, PRESS).start(0)
    assert to_next_moment(session, 2) == 6
    running = session.advance(8)
    assert to_next_moment(running, 8) == 30
    assert to_next_moment(running, 40) == 23
    assert to_next_moment(running, 64) == 4
    assert to_next_moment(running.pause(9), 9) == math.inf
    assert to_next_moment(session.wait(1), 1) == math.inf
