from datetime import UTC, date, datetime, timedelta, timezone

from acutimer.core.estimating import Change, TooFew
from acutimer.core.history import SessionSummary
from acutimer.core.planning import PhaseKind
from acutimer.core.report import Note, Outcomes, Practised, Repeated, Report, report_of
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.core.totals import Rated, SubjectTotal

FIRST, LAST = date(2026, 10, 24), date(2026, 11, 20)
MORNING = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)


def session(
    name: str,
    *,
    outcome: Outcome | None = Outcome.DONE,
    note: str = "",
    by_hand: bool = False,
    started_at: datetime = MORNING,
) -> SessionSummary:
    return SessionSummary(
        id=name,
        routine="knee-pain-press",
        routine_name="Knee-pain press",
        started_at=started_at,
        ended_at=started_at,
        outcome=outcome,
        planned_seconds=800,
        practice_seconds=720,
        done_seconds=720,
        share=1.0,
        discomfort_before=None,
        discomfort_after=None,
        note=note,
        by_hand=by_hand,
    )


def total(
    subject: str,
    side: Side | None,
    seconds: float,
    *,
    kind: PhaseKind = PhaseKind.PRESS,
    times: int = 1,
    reps: int = 0,
    last_at: datetime = MORNING,
) -> SubjectTotal:
    return SubjectTotal(subject=subject, kind=kind, side=side, seconds=seconds, reps=reps, times=times, last_at=last_at)


def report(
    *,
    sessions: tuple[SessionSummary, ...] = (),
    subjects: tuple[SubjectTotal, ...] = (),
    rated: tuple[Rated, ...] = (),
    seconds_by_day: dict[date, float] | None = None,
    chosen: tuple[str, ...] = (),
    corrected: tuple[str, ...] = (),
    first: date = FIRST,
) -> Report:
    return report_of(
        first=first,
        last=LAST,
        day_begins_hour=3,
        first_weekday=1,
        seconds_by_day=seconds_by_day or {},
        sessions=sessions,
        subjects=subjects,
        rated=rated,
        chosen=chosen,
        corrected=corrected,
    )


def test_left_and_right_of_a_point_stand_in_one_row_and_in_turn_they_are_once() -> None:
    made = report(subjects=(total("ST36", Side.LEFT, 120, times=3), total("ST36", Side.RIGHT, 90, times=2)))
    assert made.points == (Practised("ST36", 120, 90, 0, 3, MORNING.date()),)


def test_what_both_hands_press_at_once_counts_for_each_side() -> None:
    made = report(subjects=(total("BL23", Side.BOTH, 60, times=2), total("BL23", Side.LEFT, 30)))
    assert made.points == (Practised("BL23", 90, 60, 0, 3, MORNING.date()),)


def test_a_technique_done_on_both_sides_at_once_is_not_divided() -> None:
    kind = PhaseKind.TECHNIQUE
    made = report(
        subjects=(
            total("lower-back-warming", Side.BOTH, 120, kind=kind),
            total("knee-kneading", Side.LEFT, 60, kind=kind),
            total("walking", None, 900, kind=PhaseKind.WAIT),
        )
    )
    assert [(it.subject, it.left, it.right, it.undivided) for it in made.techniques] == [
        ("walking", 0, 0, 900),
        ("lower-back-warming", 0, 0, 120),
        ("knee-kneading", 60, 0, 0),
    ]
    assert not made.points


def test_an_exercise_is_told_in_repetitions_and_sets() -> None:
    kind = PhaseKind.REPS
    made = report(
        subjects=(
            total("chair-squats", Side.BOTH, 100, kind=kind, reps=40, times=4),
            total("heel-raises", Side.LEFT, 100, kind=kind, reps=30, times=2),
            total("heel-raises", Side.RIGHT, 100, kind=kind, reps=20, times=1),
        )
    )
    day = MORNING.date()
    assert made.exercises == (Repeated("heel-raises", 50, 3, day), Repeated("chair-squats", 40, 4, day))


def test_rows_are_sorted_by_how_much_was_done() -> None:
    made = report(subjects=(total("A", Side.LEFT, 10), total("C", Side.LEFT, 30), total("B", Side.LEFT, 30)))
    assert [it.subject for it in made.points] == ["B", "C", "A"]


def test_the_last_time_is_a_day_as_the_user_counts_days() -> None:
    at_night = datetime(2026, 11, 19, 1, 30, tzinfo=timezone(timedelta(hours=1)))
    made = report(subjects=(total("ST36", Side.LEFT, 10, last_at=at_night),))
    assert made.points[0].last == date(2026, 11, 18)


def test_sessions_are_counted_by_how_they_ended() -> None:
    ended = (Outcome.DONE, Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED, None)
    made = report(sessions=tuple(session(str(place), outcome=how) for place, how in enumerate(ended)))
    assert made.outcomes == Outcomes(2, 1, 1, 1)
    assert made.outcomes.total == 5


def test_the_mean_of_a_week_includes_days_of_rest() -> None:
    made = report(seconds_by_day={FIRST: 600.0, LAST: 600.0})
    assert (made.days, made.days_practised, made.seconds) == (28, 2, 1200)
    assert made.seconds_a_week == 300


def test_a_single_day_is_not_made_into_a_week_of_such_days() -> None:
    assert report(first=LAST, seconds_by_day={LAST: 600.0}).seconds_a_week == 600


def test_notes_stay_private_unless_they_are_chosen() -> None:
    earlier = MORNING - timedelta(days=2)
    sessions = (
        session("a", note="first", started_at=earlier),
        session("b", note="private"),
        session("c", note="newest", started_at=MORNING + timedelta(hours=3)),
        session("d", note="  \n"),
    )
    made = report(sessions=sessions, chosen=("a", "c", "d", "gone"))
    assert made.notes == (Note("c", MORNING.date(), "newest"), Note("a", earlier.date(), "first"))
    assert report(sessions=sessions).notes == ()


def test_what_was_entered_by_hand_does_not_count_as_corrected_as_well() -> None:
    sessions = (session("a", by_hand=True), session("b"), session("c"))
    made = report(sessions=sessions, corrected=("a", "b", "elsewhere"))
    assert (made.by_hand, made.corrected) == (1, 1)


def test_the_change_of_discomfort_rests_on_sessions_rated_both_times() -> None:
    both = tuple(Rated(str(day), MORNING - timedelta(days=day), 6, 4) for day in range(8))
    once = (Rated("once", MORNING, 9, None),)
    found = report(rated=both + once).discomfort
    assert found.change == Change(8, -2.0, -2.0, -2.0)
    assert (found.sessions, found.rated_once) == (8, 1)
    assert [(mean.before, mean.after) for mean in found.means if mean.sessions] == [(6.0, 4.0), (6.0, 4.0)]
    assert report(rated=both[:7]).discomfort.change == TooFew(7)


def test_a_long_period_has_no_more_marks_than_a_chart_has_room_for() -> None:
    for days in (1, 83, 365, 3000, 30000):
        made = report(first=LAST - timedelta(days=days))
        assert 1 <= len(made.discomfort.means) <= 100 or days == 30000
        if days < 9000:
            assert len(made.discomfort.means) <= 27
