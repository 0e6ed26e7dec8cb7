"""Whatever the offsets and the hour a day begins: no second of practice is lost, or counted on two days."""

from collections import defaultdict
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import PhaseRecord, SessionRecord, day_of
from acutimer.core.planning import Choices, PhaseKind, Plan, lay_out
from acutimer.core.points import Dose
from acutimer.core.routines import PressStep, Routine
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.database import open_in_memory
from acutimer.store.history import History

EVER = (date(1990, 1, 1), date(2040, 1, 1))
# Both jumps of daylight saving, a year's end, a leap day, and a day like any other.
NEAR = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2026, 11, 20, 6, 10, tzinfo=UTC),
]
OFFSETS = [timezone(timedelta(minutes=minutes)) for minutes in (-720, -480, -210, 0, 60, 120, 330, 345, 630, 765, 840)]
SUBJECTS = ["ST36", "GB34", "heel-raises", "walking"]
PLAN = Plan(
    routine := Routine(
        id="small",
        name="Small",
        summary="",
        postures=(),
        equipment=(),
        source="product",
        steps=(
            PressStep(
                say="Press",
                source="product",
                point="ST36",
                dose=Dose(seconds=60, min_seconds=30, max_seconds=120, source="product"),
            ),
        ),
    ),
    lay_out(routine, Choices()),
)


@st.composite
def phases(draw: st.DrawFn, ordinal: int, ended_at: datetime) -> PhaseRecord:
    kind = draw(st.sampled_from([PhaseKind.PRESS, PhaseKind.REPS, PhaseKind.GET_READY, PhaseKind.REST, PhaseKind.WAIT]))
    return PhaseRecord(
        ordinal=ordinal,
        index=0,
        kind=kind,
        subject=draw(st.sampled_from(SUBJECTS)),
        side=draw(st.sampled_from([Side.LEFT, Side.RIGHT, Side.BOTH, None])),
        planned_seconds=None,
        done_seconds=draw(st.sampled_from([0.0, 0.5, 40.0, 3600.0])),
        planned_reps=20 if kind is PhaseKind.REPS else None,
        done_reps=draw(st.integers(0, 20)) if kind is PhaseKind.REPS else None,
        outcome=Outcome.PARTIAL,
        ended_at=ended_at,
    )


@st.composite
def sessions(draw: st.DrawFn, session_id: str) -> SessionRecord:
    """Up to five phases within hours; the clock may be set to another offset on the way."""
    begun = draw(st.sampled_from(NEAR)) + timedelta(minutes=draw(st.integers(-2000, 2000)))
    offset = draw(st.sampled_from(OFFSETS))
    lived, moment = [], begun
    for ordinal in range(draw(st.integers(0, 5))):
        moment += timedelta(seconds=draw(st.integers(0, 4000)))
        there = draw(st.sampled_from([offset, offset, *OFFSETS]))
        lived.append(draw(phases(ordinal, moment.astimezone(there))))
    return SessionRecord(
        id=session_id,
        routine="small",
        routine_name="Small",
        started_at=begun.astimezone(offset),
        ended_at=moment.astimezone(offset),
        outcome=Outcome.PARTIAL,
        planned_seconds=PLAN.seconds,
        phases=tuple(lived),
    )


LOGS = st.integers(0, 6).flatmap(lambda count: st.tuples(*(sessions(str(number)) for number in range(count))))
HOURS = st.integers(0, 12)
WANTED = st.sampled_from([ALL, LogFilter(subjects=frozenset({"ST36"})), LogFilter(subjects=frozenset(SUBJECTS))])


def practised(log: tuple[SessionRecord, ...], wanted: LogFilter = ALL) -> list[tuple[SessionRecord, PhaseRecord]]:
    """Every phase that counts, and its session."""
    return [
        (record, phase)
        for record in log
        for phase in record.phases
        if phase.counts and phase.done_seconds and (not wanted.subjects or phase.subject in wanted.subjects)
    ]


def written(log: tuple[SessionRecord, ...]) -> History:
    history = History(open_in_memory())
    for record in log:
        history.begin(record, PLAN)
    return history


@given(log=LOGS, hour=HOURS, wanted=WANTED)
@settings(max_examples=120, deadline=None)
def test_the_days_add_up_to_all_that_was_practised(
    log: tuple[SessionRecord, ...], hour: int, wanted: LogFilter
) -> None:
    history = written(log)
    with closing(history.ledger.connection):
        days = history.totals.days(*EVER, hour, wanted)
        seconds: dict[date, float] = defaultdict(float)
        those: dict[date, set[str]] = defaultdict(set)
        for record, phase in practised(log, wanted):
            seconds[day_of(phase.ended_at, hour)] += phase.done_seconds
            those[day_of(phase.ended_at, hour)].add(record.id)
        assert {day: total.seconds for day, total in days.items()} == seconds
        assert {day: total.sessions for day, total in days.items()} == {day: len(ids) for day, ids in those.items()}
        assert history.totals.seconds_by_day(*EVER, hour, wanted) == seconds
        if wanted is ALL:
            assert sum(seconds.values()) == sum(record.done_seconds for record in log)


@given(log=LOGS, hour=HOURS, wanted=WANTED, cut=st.dates(date(2026, 3, 27), date(2028, 3, 2)))
@settings(max_examples=60, deadline=None)
def test_two_stretches_of_days_hold_what_both_together_hold(
    log: tuple[SessionRecord, ...], hour: int, wanted: LogFilter, cut: date
) -> None:
    history = written(log)
    with closing(history.ledger.connection):
        first, last = EVER
        after = cut + timedelta(days=1)
        totals = history.totals
        assert totals.days(first, cut, hour, wanted) | totals.days(after, last, hour, wanted) == totals.days(
            first, last, hour, wanted
        )
        assert totals.sides_by_day(first, cut, hour) | totals.sides_by_day(after, last, hour) == totals.sides_by_day(
            first, last, hour
        )
        parts = {*totals.sessions_between(first, cut, hour)}, {*totals.sessions_between(after, last, hour)}
        assert not parts[0] & parts[1]
        assert parts[0] | parts[1] == {*totals.sessions_between(first, last, hour)}


@given(log=LOGS, hour=HOURS)
@settings(max_examples=60, deadline=None)
def test_sides_repetitions_and_subjects_add_up_too(log: tuple[SessionRecord, ...], hour: int) -> None:
    history = written(log)
    with closing(history.ledger.connection):
        done = [phase for _, phase in practised(log)]
        sides = history.totals.sides_by_day(*EVER, hour)
        for side, told in (
            (Side.LEFT, sum(it.left for it in sides.values())),
            (Side.RIGHT, sum(it.right for it in sides.values())),
        ):
            assert told == sum(phase.done_seconds for phase in done if phase.side in (side, Side.BOTH))
        subjects = history.totals.subjects(*EVER, hour)
        assert sum(it.seconds for it in subjects) == sum(phase.done_seconds for phase in done)
        assert sum(it.times for it in subjects) == len(done)
        for subject in subjects:
            ends = [
                it.ended_at
                for it in done
                if (it.subject, it.kind, it.side) == (subject.subject, subject.kind, subject.side)
            ]
            assert subject.last_at == max(ends)
        raised = [
            phase for record in log for phase in record.phases if phase.subject == "heel-raises" and phase.done_reps
        ]
        days = {day_of(phase.ended_at, hour) for phase in raised}
        counted = [history.totals.counted_on("heel-raises", day, hour) for day in days]
        assert sum(it.reps for it in counted) == sum(phase.done_reps or 0 for phase in raised)
        assert sum(it.sets for it in counted) == len(raised)


@given(log=LOGS, hour=HOURS)
@settings(max_examples=60, deadline=None)
def test_the_list_is_in_the_order_of_true_time_and_every_day_is_found_in_it(
    log: tuple[SessionRecord, ...], hour: int
) -> None:
    history = written(log)
    with closing(history.ledger.connection):
        count = history.finder.find()
        listed = history.finder.page(0, count)
        assert sorted((record.started_at for record in log), reverse=True) == [it.started_at for it in listed]
        assert [history.finder.place_of(it.id) for it in listed] == list(range(count))
        days = [day_of(it.started_at, hour) for it in listed]
        for day in days:
            assert history.finder.place_at(day, hour) == days.index(day)
            started = history.totals.sessions_between(day, day, hour)
            assert [it.id for it in started] == [it.id for it in reversed(listed) if day_of(it.started_at, hour) == day]
        assert history.totals.span(hour) == ((min(days), max(days)) if days else None)


@given(log=LOGS.filter(bool), other=sessions("0"), hour=HOURS, data=st.data())
@settings(max_examples=80, deadline=None)
def test_the_sums_follow_every_change_of_a_session(
    log: tuple[SessionRecord, ...], other: SessionRecord, hour: int, data: st.DataObject
) -> None:
    history = written(log)
    with closing(history.ledger.connection):
        now = {record.id: record for record in log}
        for act in data.draw(
            st.lists(st.sampled_from(["correct", "delete", "restore", "write", "forget"]), max_size=6)
        ):
            kept = history.session("0")
            if act == "correct" and kept is not None:
                history.corrections.correct(other, NEAR[0])
            elif act == "delete" and kept is not None:
                history.corrections.delete("0", NEAR[0])
            elif act == "restore" and kept is None:
                try:
                    history.corrections.restore("0", NEAR[0])
                except KeyError:  # it was forgotten, not deleted
                    continue
            elif act == "write" and kept is not None:
                history.write("0", data.draw(phases(data.draw(st.integers(0, len(kept.phases))), other.started_at)))
            elif act == "forget":
                history.forget("0")
            found = history.session("0")
            now = {**now, "0": found} if found is not None else {name: it for name, it in now.items() if name != "0"}
            seconds: dict[date, float] = defaultdict(float)
            for _, phase in practised(tuple(now.values())):
                seconds[day_of(phase.ended_at, hour)] += phase.done_seconds
            assert history.totals.seconds_by_day(*EVER, hour) == seconds
            listed = history.finder.page(0, history.finder.find())
            assert {it.id: it.done_seconds for it in listed} == {it.id: it.done_seconds for it in now.values()}
            assert {it.id: it.share for it in listed} == pytest.approx({it.id: it.share for it in now.values()})
