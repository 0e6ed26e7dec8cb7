from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.history import History

Keep = Callable[..., None]
BERLIN = timezone(timedelta(hours=1))


@pytest.fixture
def keep(history: History, plan: Plan, start: datetime) -> Keep:
    """Puts a session into the log that is over, with one phase for each subject named; half a minute each."""

    def keep(session_id: str, *subjects: str, **changes: object) -> None:
        began = changes.get("started_at", start)
        assert isinstance(began, datetime)
        phases = tuple(
            PhaseRecord(
                ordinal=ordinal,
                index=ordinal,
                kind=PhaseKind.PRESS,
                subject=subject.strip("-"),
                side=Side.LEFT,
                planned_seconds=30.0,
                done_seconds=0.0 if subject.startswith("-") else 30.0,
                planned_reps=None,
                done_reps=None,
                outcome=Outcome.SKIPPED if subject.startswith("-") else Outcome.DONE,
                ended_at=began + timedelta(seconds=30),
            )
            for ordinal, subject in enumerate(subjects)
        )
        record = SessionRecord(
            id=session_id,
            routine="small",
            routine_name="Small",
            started_at=began,
            ended_at=began + timedelta(seconds=30),
            outcome=Outcome.DONE,
            planned_seconds=60.0,
            phases=phases,
        )
        history.begin(replace(record, **changes), plan)  # type: ignore[arg-type]  # a test names the fields it changes

    return keep


def found(history: History, **wanted: object) -> list[str]:
    count = history.finder.find(LogFilter(**wanted))  # type: ignore[arg-type]  # a test names the fields
    ids = [session.id for session in history.finder.page(0, 100)]
    assert len(ids) == count
    return ids


def test_everything_is_found_newest_first_by_true_time(history: History, keep: Keep) -> None:
    keep("tokyo", started_at=datetime(2026, 11, 20, 7, 0, tzinfo=timezone(timedelta(hours=9))))
    keep("london", started_at=datetime(2026, 11, 20, 1, 0, tzinfo=UTC))
    keep("berlin", started_at=datetime(2026, 11, 20, 0, 30, tzinfo=BERLIN))
    assert found(history) == ["london", "berlin", "tokyo"]
    assert [history.finder.place_of(name) for name in ("london", "berlin", "tokyo", "nobody")] == [0, 1, 2, None]


def test_a_point_finds_the_sessions_in_which_it_was_pressed(history: History, keep: Keep) -> None:
    keep("both", "ST36", "SP9")
    keep("other", "SP9")
    keep("skipped", "-ST36", "SP9")
    assert found(history, subjects=frozenset({"ST36"})) == ["both"]
    assert set(found(history, subjects=frozenset({"ST36", "SP9"}))) == {"both", "other", "skipped"}
    assert found(history, subjects=frozenset({"ST3"})) == []


def test_routine_and_outcome_narrow_it_down_together(history: History, keep: Keep) -> None:
    keep("a", "ST36", routine="one", outcome=Outcome.DONE)
    keep("b", "ST36", routine="one", outcome=Outcome.PARTIAL)
    keep("c", "ST36", routine="two", outcome=Outcome.PARTIAL)
    assert found(history, routine="one", outcome=Outcome.PARTIAL) == ["b"]
    assert found(history, routine="one", outcome=Outcome.PARTIAL, subjects=frozenset({"SP9"})) == []


@pytest.mark.parametrize("words", ["knien", "UBER DEN KNIEN", "  den\n knien ", "\u00fcber"])
def test_a_note_is_found_in_any_spelling(history: History, keep: Keep, words: str) -> None:
    keep("a", note="Schmerz \u00fcber den  Knien")
    keep("b", note="100 % better_")
    keep("c")
    assert found(history, words=words) == ["a"]


def test_signs_that_mean_something_to_a_database_are_letters_here(history: History, keep: Keep) -> None:
    keep("a", note="100 % better_ 'so'")
    keep("b", note="100 better")
    for words in ("%", "_", "'so'", "r_ '"):
        assert found(history, words=words) == ["a"]


def test_a_session_deleted_after_the_search_is_left_out_of_its_page(
    history: History, keep: Keep, start: datetime
) -> None:
    for hour in range(3):
        keep(str(hour), started_at=start + timedelta(hours=hour))
    assert history.finder.find(ALL) == 3
    history.corrections.delete("1", start)
    assert [session.id for session in history.finder.page(0, 10)] == ["2", "0"]
    assert history.finder.find(ALL) == 2


def test_a_day_stands_where_its_newest_session_does(history: History, keep: Keep) -> None:
    keep("late", started_at=datetime(2026, 11, 20, 2, 59, tzinfo=BERLIN))
    keep("day", started_at=datetime(2026, 11, 20, 3, 0, tzinfo=BERLIN))
    keep("old", started_at=datetime(2025, 1, 1, 12, 0, tzinfo=BERLIN))
    history.finder.find(ALL)
    assert history.finder.place_at(date(2026, 11, 21), 3) == 0
    assert history.finder.place_at(date(2026, 11, 20), 3) == 0
    assert history.finder.place_at(date(2026, 11, 19), 3) == 1
    assert history.finder.place_at(date(2025, 6, 1), 3) == 2
    assert history.finder.place_at(date(2024, 12, 31), 3) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    hours=st.lists(st.tuples(st.integers(0, 24 * 60), st.integers(-12, 14)), min_size=1, max_size=12, unique=True),
    day=st.integers(0, 60),
    begins=st.integers(0, 12),
)
def test_the_place_of_a_day_is_the_first_row_that_started_before_its_end(
    history: History, keep: Keep, hours: list[tuple[int, int]], day: int, begins: int
) -> None:
    for record in history.sessions():
        history.forget(record.id)
    began = [
        datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=offset))) + timedelta(hours=hour) for hour, offset in hours
    ]
    for number, moment in enumerate(began):
        keep(str(number), started_at=moment)
    wanted = date(2026, 1, 1) + timedelta(days=day)
    end = datetime(wanted.year, wanted.month, wanted.day, begins) + timedelta(days=1)  # noqa: DTZ001 - a clock's face
    history.finder.find(ALL)
    rows = history.finder.page(0, 100)
    first = next((place for place, row in enumerate(rows) if row.started_at.replace(tzinfo=None) < end), None)
    assert history.finder.place_at(wanted, begins) == first
