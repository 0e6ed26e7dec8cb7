import pytest

from acutimer.core.fitting import plan
from acutimer.core.moments import Cue, cue_between
from acutimer.core.planning import Choices, Phase, PhaseKind, Plan
from acutimer.core.routines import Tempo
from acutimer.core.session import Session
from tests.shipped import LIBRARY


def laid_out(*phases: Phase) -> Plan:
    return Plan(LIBRARY.routines["knee-pain-press"], phases)


def heard(session: Session, until: float) -> list[tuple[float, Cue]]:
    """Every cue, tick by tick, of a session begun at 0."""
    found = []
    before, was = session, 0.0
    after = session.start(0.0)
    for tick in range(int(until * 4) + 1):
        now = tick / 4
        after = after.advance(now)
        cue = cue_between(before, was, after, now)
        if cue is not None:
            found.append((now, cue))
        before, was = after, now
    return found


def test_a_pair_of_presses_is_told_by_its_tones() -> None:
    ready = Phase(kind=PhaseKind.GET_READY, step=1, seconds=8)
    left = Phase(kind=PhaseKind.PRESS, step=1, seconds=60)
    change = Phase(kind=PhaseKind.CHANGEOVER, step=1, seconds=8)
    assert heard(Session(laid_out(ready, left, change)), 90) == [
        (0, Cue.SWITCH),
        (8, Cue.BEGIN),
        (38, Cue.HALFWAY),
        (63, Cue.LAST_FIVE),
        (68, Cue.SWITCH),
        (76, Cue.END),
    ]


def test_each_repetition_but_the_last_is_heard() -> None:
    reps = Phase(kind=PhaseKind.REPS, step=1, seconds=18, reps=3, tempo=Tempo(2, 1, 3))
    assert heard(Session(laid_out(reps)), 20) == [
        (0, Cue.BEGIN),
        (6, Cue.REP),
        (12, Cue.REP),
        (18, Cue.END),
    ]


@pytest.mark.parametrize(("seconds", "cues"), [(10, []), (20, [Cue.LAST_FIVE]), (40, [Cue.HALFWAY, Cue.LAST_FIVE])])
def test_a_short_phase_is_not_talked_over(seconds: int, cues: list[Cue]) -> None:
    phase = Phase(kind=PhaseKind.TECHNIQUE, step=1, seconds=seconds)
    assert [cue for _, cue in heard(Session(laid_out(phase)), seconds - 1)] == [Cue.BEGIN, *cues]


def test_pausing_and_going_on_make_no_sound() -> None:
    session = Session(plan(LIBRARY.routines["balance-points"], Choices())).start(0).advance(3)
    held = session.pause(3)
    assert cue_between(session, 3, held, 3) is None
    assert cue_between(held, 3, held.resume(60), 60) is None


def test_stopping_makes_no_sound_of_the_end() -> None:
    session = Session(plan(LIBRARY.routines["balance-points"], Choices())).start(0)
    assert cue_between(session, 0, session.stop(4), 4) is None


def test_redoing_a_side_begins_it_again() -> None:
    session = Session(laid_out(Phase(kind=PhaseKind.PRESS, step=1, seconds=60))).start(0)
    assert cue_between(session, 0, session.redo(30), 30) is Cue.BEGIN
