from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.log import words
from tests.ui.practice import NOW, practise


def kept(context: Context, session_id: str) -> SessionRecord:
    record = context.history.session(session_id)
    assert record is not None
    return record


def a_phase(**changes: object) -> PhaseRecord:
    fields: dict[str, object] = {
        "ordinal": 0,
        "index": 0,
        "kind": PhaseKind.PRESS,
        "subject": "ST36",
        "side": Side.LEFT,
        "planned_seconds": 120.0,
        "done_seconds": 73.0,
        "planned_reps": None,
        "done_reps": None,
        "outcome": Outcome.PARTIAL,
        "ended_at": NOW,
    }
    return PhaseRecord(**{**fields, **changes})  # type: ignore[arg-type]  # a test names the fields it changes


def a_session(done: float, planned: float, outcome: Outcome | None = Outcome.PARTIAL) -> SessionRecord:
    return SessionRecord(
        id="a",
        routine="r",
        routine_name="R",
        started_at=NOW,
        ended_at=NOW,
        outcome=outcome,
        planned_seconds=planned,
        practice_seconds=planned,
        phases=(a_phase(done_seconds=done, planned_seconds=planned),),
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "Today"), (1, "Yesterday"), (2, "Tue"), (6, "Fri"), (7, "13\u00a0Nov"), (400, "16\u00a0Oct\u00a02024")],
)
def test_a_day_is_told_from_today(days: int, said: str) -> None:
    assert words.day(NOW - timedelta(days=days), NOW, 3) == said


def test_before_the_hour_a_day_begins_it_is_still_yesterday() -> None:
    assert words.day(NOW.replace(hour=2, minute=59), NOW, 3) == "Yesterday"
    assert words.day(NOW.replace(hour=2, minute=59), NOW, 2) == "Today"


def test_a_time_is_that_of_the_clock_where_it_was() -> None:
    in_tokyo = datetime(2025, 11, 18, 7, 5, tzinfo=timezone(timedelta(hours=9)))
    assert words.when(in_tokyo, NOW, 3) == "Tue, 07:05"


@pytest.mark.parametrize(
    ("done", "planned", "said"),
    [
        (0, 720, "none"),
        (45, 720, "45\u00a0s"),
        (553, 720, "9\u00a0min"),
        (575, 720, "10\u00a0min"),
        (715, 720, "11\u00a0min"),
        (800, 720, "13\u00a0min"),
    ],
)
def test_a_part_is_never_rounded_up_to_the_whole(done: float, planned: float, said: str) -> None:
    assert words.length(a_session(done, planned)) == said


def test_a_whole_session_is_rounded() -> None:
    assert words.length(a_session(715, 715, Outcome.DONE)) == "12\u00a0min"


def test_a_whole_session_is_told_as_all_of_it(context: Context) -> None:
    record = kept(context, practise(context, "balance-points"))
    assert words.outcome(record, None, context.library) == "Done in full, 6\u00a0min."


def test_a_session_that_was_stopped_says_where(context: Context) -> None:
    session_id = practise(context, "knee-pain-press", until=10)
    told = words.outcome(kept(context, session_id), context.history.plan_of(session_id), context.library)
    assert told == "You stopped at ST36, left leg, after 9\u00a0min of 12\u00a0min."


def test_a_session_with_a_gap_says_so(context: Context) -> None:
    session_id = practise(context, "knee-pain-press", skipped=2)
    told = words.outcome(kept(context, session_id), context.history.plan_of(session_id), context.library)
    assert told == "You went on to the end and left something out: 10\u00a0min of 12\u00a0min."


def test_a_session_left_at_once_is_told_without_blame(context: Context) -> None:
    session_id = practise(context, "knee-pain-press", until=0)
    told = words.outcome(kept(context, session_id), context.history.plan_of(session_id), context.library)
    assert told == "You stopped before the practice began."


def test_a_session_whose_practice_was_skipped_says_so(context: Context) -> None:
    phases = (a_phase(outcome=Outcome.SKIPPED, done_seconds=0.2),)
    record = replace(a_session(0, 120, Outcome.SKIPPED), phases=phases)
    told = words.outcome(record, None, context.library)
    assert told == "You went through it and skipped the practice."


def test_a_session_that_was_cut_off_says_so(context: Context) -> None:
    told = words.outcome(a_session(90, 720, None), None, context.library)
    assert told == "Not finished: 1\u00a0min\u00a030\u00a0s of 12\u00a0min."


def test_an_exercise_is_named_in_the_middle_of_a_sentence(context: Context) -> None:
    routine = "daily-strength"
    session_id = practise(context, routine, until=1)
    told = words.outcome(kept(context, session_id), context.history.plan_of(session_id), context.library)
    assert told.startswith("You stopped at heel raises, after ")


@pytest.mark.parametrize(
    ("changes", "name", "amount"),
    [
        ({}, "ST36, left leg", "1:13 of 2:00"),
        ({"outcome": Outcome.DONE, "done_seconds": 120.0}, "ST36, left leg", "2:00"),
        ({"outcome": Outcome.SKIPPED, "done_seconds": 0.4}, "ST36, left leg", "skipped"),
        ({"subject": "BL23", "side": Side.RIGHT}, "BL23, right side", "1:13 of 2:00"),
        ({"subject": "BL23", "side": Side.BOTH}, "BL23, both sides", "1:13 of 2:00"),
        ({"kind": PhaseKind.GET_READY, "outcome": Outcome.DONE, "done_seconds": 8.0}, "Get ready", "0:08"),
        ({"kind": PhaseKind.CHANGEOVER}, "Change sides", "1:13 of 2:00"),
        ({"kind": PhaseKind.REST, "subject": None, "side": None}, "Rest", "1:13 of 2:00"),
        ({"kind": PhaseKind.WAIT, "subject": None, "side": None, "planned_seconds": None}, "Wait", "1:13"),
        ({"kind": PhaseKind.TECHNIQUE, "subject": "knee-kneading"}, "Kneading the knee, left leg", "1:13 of 2:00"),
        (
            {
                "kind": PhaseKind.REPS,
                "subject": "heel-raises",
                "side": Side.BOTH,
                "planned_reps": 20,
                "done_reps": 18,
            },
            "Heel raises",
            "18 of 20",
        ),
        ({"subject": "of another time"}, "of another time, left leg", "1:13 of 2:00"),
    ],
)
def test_every_phase_can_be_read(context: Context, changes: dict[str, object], name: str, amount: str) -> None:
    phase = a_phase(**changes)
    assert (words.phase_name(phase, context.library), words.phase_amount(phase)) == (name, amount)
