from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from acutimer.core.history import (
    PhaseRecord,
    SessionRecord,
    counts,
    day_of,
    outcome_of,
    practice_places,
    practice_seconds,
)
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import Posture, RestStep, Routine
from acutimer.core.session import Outcome
from acutimer.core.sides import Side

START = datetime(2026, 11, 20, 7, 10, tzinfo=UTC)
DONE, PARTIAL, SKIPPED = Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED


def a_phase(index: int, done: float, planned: float | None, kind: PhaseKind = PhaseKind.PRESS) -> PhaseRecord:
    return PhaseRecord(
        ordinal=index,
        index=index,
        kind=kind,
        subject="ST36" if kind.is_practice else None,
        side=Side.LEFT,
        planned_seconds=planned,
        done_seconds=done,
        planned_reps=None,
        done_reps=None,
        outcome=DONE if done == planned else PARTIAL,
        ended_at=START,
    )


def a_session(*phases: PhaseRecord, outcome: Outcome | None = PARTIAL, practice: float = 0) -> SessionRecord:
    return SessionRecord(
        id="1",
        routine="knee-pain-press",
        routine_name="Knee-pain press",
        started_at=START,
        ended_at=START,
        outcome=outcome,
        planned_seconds=400,
        practice_seconds=practice,
        phases=phases,
    )


def test_only_practice_counts_as_time_practised() -> None:
    session = a_session(a_phase(0, 8, 8, PhaseKind.GET_READY), a_phase(1, 60, 60), a_phase(2, 30, 30, PhaseKind.REST))
    assert session.done_seconds == 60


def test_a_walk_counts_and_a_bare_wait_does_not() -> None:
    assert counts(PhaseKind.WAIT, "walking")
    assert not counts(PhaseKind.WAIT, None)
    assert not counts(PhaseKind.WAIT, "drink-and-rest")
    assert not counts(PhaseKind.GET_READY, "ST36")


def test_the_share_is_what_was_done_of_the_practice_planned() -> None:
    assert a_session(a_phase(0, 60, 60), a_phase(1, 30, 60), practice=180).share == 0.5
    assert a_session(practice=180).share == 0


def test_the_share_does_not_grow_by_doing_the_same_twice() -> None:
    assert a_session(a_phase(0, 60, 60), a_phase(0, 60, 60), practice=120).share == 0.5


def test_a_session_that_is_done_has_its_whole_share() -> None:
    assert a_session(a_phase(0, 60, 60), outcome=DONE, practice=61).share == 1


@pytest.mark.parametrize("level", [-1, 11])
def test_discomfort_outside_its_scale_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        SessionRecord(
            id="1",
            routine="r",
            routine_name="R",
            started_at=START,
            ended_at=None,
            outcome=None,
            planned_seconds=1,
            discomfort_after=level,
        )


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [
        ([(1, DONE), (3, DONE)], DONE),
        ([(0, SKIPPED), (1, DONE), (2, SKIPPED), (3, DONE)], DONE),
        ([(1, PARTIAL), (1, DONE), (3, DONE)], DONE),
        ([(1, DONE), (1, PARTIAL), (3, DONE)], DONE),
        ([(1, DONE), (1, DONE)], PARTIAL),
        ([(1, DONE), (3, PARTIAL)], PARTIAL),
        ([(1, DONE), (3, SKIPPED)], PARTIAL),
        ([(1, DONE)], PARTIAL),
        ([(1, SKIPPED), (3, PARTIAL)], PARTIAL),
        ([(1, SKIPPED), (3, SKIPPED)], SKIPPED),
        ([(0, DONE), (1, SKIPPED)], SKIPPED),
        ([(0, DONE), (2, DONE)], SKIPPED),
        ([], SKIPPED),
    ],
)
def test_a_session_is_done_only_when_all_its_practice_was_done_once(
    ended: list[tuple[int, Outcome]], outcome: Outcome
) -> None:
    assert outcome_of(frozenset({1, 3}), ended) is outcome


def test_the_places_that_make_a_session_are_its_practice_and_its_walks() -> None:
    kinds = [(PhaseKind.GET_READY, "ST36"), (PhaseKind.PRESS, "ST36"), (PhaseKind.REST, None)]
    assert practice_places(kinds) == {1}
    assert practice_places([*kinds, (PhaseKind.WAIT, "walking"), (PhaseKind.WAIT, "settle")]) == {1, 3}


def test_a_routine_without_practice_is_made_of_all_its_phases() -> None:
    assert practice_places([(PhaseKind.WAIT, None), (PhaseKind.REST, None)]) == {0, 1}


def test_practice_seconds_leave_out_what_only_surrounds_it() -> None:
    phases = (
        Phase(kind=PhaseKind.GET_READY, step=0, seconds=8),
        Phase(kind=PhaseKind.PRESS, step=0, seconds=60, subject="ST36"),
        Phase(kind=PhaseKind.WAIT, step=1, seconds=None, subject="walking"),
    )
    routine = Routine(
        id="r",
        name="R",
        summary="",
        postures=(Posture.SEATED,),
        equipment=(),
        steps=(RestStep(say="Rest", source="product", seconds=5),),
        source="product",
    )
    assert practice_seconds(Plan(routine, phases)) == 60


def test_a_day_ends_at_the_hour_the_user_chose() -> None:
    at = timezone(timedelta(hours=1))
    assert day_of(datetime(2026, 11, 20, 2, 59, tzinfo=at), 3) == date(2026, 11, 19)
    assert day_of(datetime(2026, 11, 20, 3, 0, tzinfo=at), 3) == date(2026, 11, 20)
    assert day_of(datetime(2026, 11, 20, 0, 0, tzinfo=at), 0) == date(2026, 11, 20)


def test_daylight_saving_does_not_move_a_day() -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    for offset in (summer, winter):
        assert day_of(datetime(2026, 10, 25, 2, 30, tzinfo=offset), 3) == date(2026, 10, 24)
    assert day_of(datetime(2026, 3, 29, 3, 0, tzinfo=summer), 3) == date(2026, 3, 29)
