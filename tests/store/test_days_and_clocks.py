"""Days and clocks in the log: daylight saving, journeys, midnight, the hour a day begins, odd offsets, a year's end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from acutimer.core.filtering import LogFilter
from acutimer.core.history import PhaseRecord, SessionRecord, day_of
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.core.totals import Counted, SideSeconds
from acutimer.store.backups import Backups
from acutimer.store.history import History

Keep = Callable[..., SessionRecord]
PRESSED = LogFilter(subjects=frozenset({"ST36"}))
EVER = (date(1970, 1, 2), date(2100, 1, 1))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def a_phase(ended_at: str, seconds: float = 60.0, **changes: object) -> PhaseRecord:
    phase = PhaseRecord(
        ordinal=0,
        index=0,
        kind=PhaseKind.PRESS,
        subject="ST36",
        side=Side.LEFT,
        planned_seconds=60.0,
        done_seconds=seconds,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.DONE,
        ended_at=at(ended_at),
    )
    return replace(phase, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


@pytest.fixture
def keep(history: History, plan: Plan) -> Keep:
    """Keeps a session that is over; its end is that of its last phase."""

    def keep(session_id: str, started_at: str, *phases: PhaseRecord) -> SessionRecord:
        numbered = tuple(replace(phase, ordinal=number, index=number) for number, phase in enumerate(phases))
        record = SessionRecord(
            id=session_id,
            routine="small",
            routine_name="Small",
            started_at=at(started_at),
            ended_at=numbered[-1].ended_at if numbered else at(started_at),
            outcome=Outcome.PARTIAL,
            planned_seconds=plan.seconds,
            phases=numbered,
        )
        history.begin(record, plan)
        return record

    return keep


def order(history: History) -> list[str]:
    """What the list shows, from the top."""
    return [summary.id for summary in history.finder.page(0, history.finder.find())]


def on(day: str) -> date:
    return date.fromisoformat(day)


# -- daylight saving -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hour", "days"),
    [
        (0, {"2026-03-29": 100.0}),
        (2, {"2026-03-28": 60.0, "2026-03-29": 40.0}),
        (3, {"2026-03-28": 60.0, "2026-03-29": 40.0}),
        (4, {"2026-03-28": 100.0}),
    ],
)
def test_the_day_of_twenty_three_hours_has_no_hour_to_lose(
    history: History, keep: Keep, hour: int, days: dict[str, float]
) -> None:
    keep(
        "over the jump",
        "2026-03-29T01:58:30+01:00",
        a_phase("2026-03-29T01:59:30+01:00"),
        a_phase("2026-03-29T03:00:10+02:00", 40),
    )
    assert history.totals.seconds_by_day(*EVER, hour) == {on(day): seconds for day, seconds in days.items()}


@pytest.mark.parametrize(
    ("hour", "days"),
    [
        (0, {"2026-10-25": 107.0}),
        (2, {"2026-10-25": 107.0}),
        (3, {"2026-10-24": 107.0}),
    ],
)
def test_the_hour_that_comes_twice_counts_twice_on_the_same_day(
    history: History, keep: Keep, hour: int, days: dict[str, float]
) -> None:
    keep("once", "2026-10-25T02:29:00+02:00", a_phase("2026-10-25T02:30:00+02:00"))
    keep("again", "2026-10-25T02:29:13+01:00", a_phase("2026-10-25T02:30:00+01:00", 47))
    assert history.totals.seconds_by_day(*EVER, hour) == {on(day): seconds for day, seconds in days.items()}
    (total,) = history.totals.days(*EVER, hour).values()
    assert total.sessions == 2
    assert order(history) == ["again", "once"]


def test_a_session_whose_clock_went_back_within_it_is_whole(history: History, keep: Keep) -> None:
    kept = keep(
        "back",
        "2026-10-25T02:58:00+02:00",
        a_phase("2026-10-25T02:59:00+02:00"),
        a_phase("2026-10-25T02:00:00+01:00"),
        a_phase("2026-10-25T02:59:30+01:00", 30),
        a_phase("2026-10-25T03:00:00+01:00", 20),
    )
    assert history.session("back") == replace(kept, practice_seconds=180, changed_at=kept.ended_at)
    assert history.totals.seconds_by_day(*EVER, 3) == {on("2026-10-24"): 150.0, on("2026-10-25"): 20.0}


def test_on_the_day_of_twenty_five_hours_the_list_follows_true_time(history: History, keep: Keep) -> None:
    keep("second", "2026-10-25T02:10:00+01:00")
    keep("third", "2026-10-25T03:00:00+01:00")
    keep("first", "2026-10-25T02:50:00+02:00")
    assert order(history) == ["third", "second", "first"]
    assert history.finder.place_at(on("2026-10-25"), 0) == 0
    assert history.finder.place_at(on("2026-10-24"), 3) == 1


def test_half_an_hour_of_daylight_saving_is_one_too(history: History, keep: Keep) -> None:
    keep("once", "2026-04-05T01:45:00+11:00", a_phase("2026-04-05T01:46:00+11:00"))
    keep("again", "2026-04-05T01:40:00+10:30", a_phase("2026-04-05T01:41:00+10:30"))
    assert order(history) == ["again", "once"]
    assert history.totals.seconds_by_day(*EVER, 0) == {on("2026-04-05"): 120.0}
    assert history.totals.seconds_by_day(*EVER, 2) == {on("2026-04-04"): 120.0}


# -- journeys --------------------------------------------------------------------------------------


@pytest.fixture
def westward(keep: Keep) -> None:
    """Pressed at eight in Tokyo, and at eight in Los Angeles after the flight, which is the same day's eight."""
    keep("at home", "2026-11-19T21:00:00+09:00", a_phase("2026-11-19T21:01:00+09:00"))
    keep("Tokyo", "2026-11-20T08:00:00+09:00", a_phase("2026-11-20T08:01:00+09:00"))
    keep("Los Angeles", "2026-11-20T08:00:00-08:00", a_phase("2026-11-20T08:01:00-08:00", 45, side=Side.RIGHT))


@pytest.mark.usefixtures("westward")
def test_a_flight_west_lives_the_same_hour_twice(history: History) -> None:
    totals = history.totals
    assert totals.seconds_by_day(*EVER, 3) == {on("2026-11-19"): 60.0, on("2026-11-20"): 105.0}
    assert totals.days(*EVER, 3)[on("2026-11-20")].sessions == 2
    assert totals.days(*EVER, 3, PRESSED)[on("2026-11-20")].sessions == 2
    assert totals.sides_by_day(*EVER, 3)[on("2026-11-20")] == SideSeconds(60.0, 45.0)
    assert order(history) == ["Los Angeles", "Tokyo", "at home"]
    assert [it.id for it in totals.sessions_between(on("2026-11-20"), on("2026-11-20"), 3)] == ["Tokyo", "Los Angeles"]


@pytest.mark.usefixtures("westward")
def test_the_calendar_finds_the_newest_session_of_a_day_lived_twice(history: History) -> None:
    history.finder.find()
    assert history.finder.place_at(on("2026-11-20"), 3) == 0
    assert history.finder.place_at(on("2026-11-19"), 3) == 2


@pytest.fixture
def over_the_date_line(keep: Keep) -> None:
    """Saturday's morning in Auckland, and then Friday's afternoon in Honolulu: text order is not the order of time."""
    keep("Auckland", "2026-11-21T08:00:00+13:00", a_phase("2026-11-21T08:01:00+13:00"))
    keep("Honolulu", "2026-11-20T16:00:00-10:00", a_phase("2026-11-20T16:01:00-10:00", 45))
    keep("Honolulu again", "2026-11-21T08:00:00-10:00", a_phase("2026-11-21T08:01:00-10:00", 30))


@pytest.mark.usefixtures("over_the_date_line")
def test_the_list_follows_true_time_where_the_date_goes_back(history: History) -> None:
    assert order(history) == ["Honolulu again", "Honolulu", "Auckland"]
    assert [history.finder.place_of(name) for name in order(history)] == [0, 1, 2]
    assert [it.id for it in history.totals.sessions_between(on("2026-11-21"), on("2026-11-21"), 3)] == [
        "Auckland",
        "Honolulu again",
    ]
    assert history.totals.seconds_by_day(*EVER, 3) == {on("2026-11-20"): 45.0, on("2026-11-21"): 90.0}


@pytest.mark.usefixtures("over_the_date_line")
def test_the_calendar_finds_a_day_that_came_after_the_next_one(history: History) -> None:
    history.finder.find()
    assert history.finder.place_at(on("2026-11-20"), 3) == 1
    assert history.finder.place_at(on("2026-11-21"), 3) == 0


def test_the_calendar_finds_a_day_whose_only_session_is_older_than_the_day_before_it(
    history: History, keep: Keep
) -> None:
    keep("Auckland", "2026-11-21T08:00:00+13:00")
    keep("Honolulu", "2026-11-20T16:00:00-10:00")
    history.finder.find()
    assert history.finder.place_at(on("2026-11-21"), 3) == 1
    assert history.finder.place_at(on("2026-11-20"), 3) == 0


def test_a_flight_east_leaves_a_date_out(history: History, keep: Keep) -> None:
    keep("Honolulu", "2026-11-20T20:00:00-10:00", a_phase("2026-11-20T20:01:00-10:00"))
    keep("Kiritimati", "2026-11-22T06:00:00+14:00", a_phase("2026-11-22T06:01:00+14:00"))
    assert history.totals.days(*EVER, 3).keys() == {on("2026-11-20"), on("2026-11-22")}
    assert history.totals.sessions_between(on("2026-11-21"), on("2026-11-21"), 3) == ()
    history.finder.find()
    assert history.finder.place_at(on("2026-11-21"), 3) == 1  # where nothing is, what came before it
    assert history.finder.place_at(on("2026-11-19"), 3) is None


@pytest.mark.parametrize("offset", ["+14:00", "-12:00", "+05:45", "-03:30"])
def test_a_day_is_found_however_far_its_clock_is_from_the_others(history: History, keep: Keep, offset: str) -> None:
    for number in range(1, 29):
        keep(f"{number} at home", f"2026-11-{number:02}T12:00:00+01:00")
    keep("away", f"2026-11-15T23:59:00{offset}")
    count = history.finder.find()
    listed = [summary.started_at for summary in history.finder.page(0, count)]
    for number in range(1, 29):
        place = history.finder.place_at(on(f"2026-11-{number:02}"), 3)
        assert place is not None
        assert day_of(listed[place], 3) == on(f"2026-11-{number:02}")
        assert not [moment for moment in listed[:place] if day_of(moment, 3) == on(f"2026-11-{number:02}")]


# -- midnight, the hour a day begins, odd offsets, a year's end --------------------------------------


@pytest.mark.parametrize(
    ("hour", "days"),
    [
        (0, {"2026-11-20": 60.0, "2026-11-21": 47.0}),
        (3, {"2026-11-20": 107.0}),
        (12, {"2026-11-20": 107.0}),
    ],
)
def test_a_session_over_midnight_is_shared_out_by_its_phases(
    history: History, keep: Keep, hour: int, days: dict[str, float]
) -> None:
    keep(
        "late",
        "2026-11-20T23:58:00+01:00",
        a_phase("2026-11-20T23:59:59.999999+01:00"),
        a_phase("2026-11-21T00:00:00+01:00", 47, side=Side.BOTH),
    )
    totals = history.totals.days(*EVER, hour)
    assert {day: total.seconds for day, total in totals.items()} == {on(day): seconds for day, seconds in days.items()}
    assert all(total.sessions == 1 for total in totals.values())
    assert history.totals.days(*EVER, hour, PRESSED) == totals
    assert [it.id for it in history.totals.sessions_between(on("2026-11-20"), on("2026-11-20"), hour)] == ["late"]
    sides = history.totals.sides_by_day(*EVER, hour)
    assert sum(it.left for it in sides.values()) == 107
    assert sum(it.right for it in sides.values()) == 47


@pytest.mark.parametrize("hour", [0, 3, 12])
def test_the_hour_a_day_begins_belongs_to_the_new_day(history: History, keep: Keep, hour: int) -> None:
    begins = datetime(2026, 11, 20, hour, tzinfo=timezone(timedelta(hours=1)))
    last = (begins - timedelta(microseconds=1)).isoformat()
    keep(
        "over the boundary", (begins - timedelta(seconds=60)).isoformat(), a_phase(last), a_phase(begins.isoformat(), 7)
    )
    old, new = on("2026-11-19"), on("2026-11-20")
    assert history.totals.seconds_by_day(*EVER, hour) == {old: 60.0, new: 7.0}
    assert history.totals.seconds_by_day(old, old, hour) == {old: 60.0}
    assert history.totals.seconds_by_day(new, new, hour, PRESSED) == {new: 7.0}
    assert [it.id for it in history.totals.sessions_between(old, old, hour)] == ["over the boundary"]
    assert history.totals.sessions_between(new, new, hour) == ()


@pytest.mark.parametrize("hour", [0, 3, 12])
def test_repetitions_count_on_the_day_they_were_done(history: History, keep: Keep, hour: int) -> None:
    begins = datetime(2026, 11, 20, hour, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    sets = [
        a_phase(ended.isoformat(), kind=PhaseKind.REPS, subject="heel-raises", planned_reps=20, done_reps=reps)
        for ended, reps in (
            (begins - timedelta(seconds=1), 1),
            (begins, 2),
            (begins + timedelta(hours=23, minutes=59), 4),
            (begins + timedelta(hours=24), 8),
        )
    ]
    keep("a long one", (begins - timedelta(minutes=2)).isoformat(), *sets)
    counted = [history.totals.counted_on("heel-raises", on(f"2026-11-{day}"), hour) for day in (19, 20, 21)]
    assert counted == [Counted(1, 1), Counted(6, 2), Counted(8, 1)]
    without = history.totals.counted_on("heel-raises", on("2026-11-20"), hour, without="a long one")
    assert without == Counted(0, 0)


@pytest.mark.parametrize("offset", ["+05:30", "+05:45", "-03:30", "+12:45", "+14:00", "-12:00"])
def test_a_clock_off_by_less_than_an_hour_keeps_its_own_midnight(history: History, keep: Keep, offset: str) -> None:
    keep(
        "new year",
        f"2026-12-31T23:58:00{offset}",
        a_phase(f"2026-12-31T23:59:00{offset}"),
        a_phase(f"2027-01-01T00:01:00{offset}", 47),
    )
    old, new = on("2026-12-31"), on("2027-01-01")
    assert history.totals.seconds_by_day(*EVER, 0) == {old: 60.0, new: 47.0}
    assert history.totals.seconds_by_day(on("2026-01-01"), old, 0) == {old: 60.0}
    assert history.totals.seconds_by_day(new, on("2027-12-31"), 0) == {new: 47.0}
    assert history.totals.seconds_by_day(new, on("2027-12-31"), 3) == {}


def test_the_last_of_february_is_a_day_in_a_leap_year(history: History, keep: Keep) -> None:
    keep("leap", "2028-03-01T02:00:00+01:00", a_phase("2028-03-01T02:01:00+01:00"))
    keep("common", "2027-03-01T02:00:00+01:00", a_phase("2027-03-01T02:01:00+01:00"))
    assert history.totals.seconds_by_day(*EVER, 3).keys() == {on("2027-02-28"), on("2028-02-29")}


def test_the_ends_of_the_log_are_days_where_one_was(history: History, keep: Keep) -> None:
    assert history.totals.span(3) is None
    keep("Berlin", "2026-11-20T14:00:00+01:00")
    assert history.totals.span(3) == (on("2026-11-20"), on("2026-11-20"))
    keep("late at night", "2024-01-01T01:00:00+01:00")
    assert history.totals.span(3) == (on("2023-12-31"), on("2026-11-20"))
    assert history.totals.span(0) == (on("2024-01-01"), on("2026-11-20"))


@pytest.mark.usefixtures("over_the_date_line")
def test_the_first_day_of_the_log_is_never_after_its_last(history: History) -> None:
    assert history.totals.span(3) == (on("2026-11-20"), on("2026-11-21"))


# -- backups ---------------------------------------------------------------------------------------


def made(backups: Backups, *moments: str) -> list[str]:
    """The days that have a backup, newest first, after the program was used at these moments."""
    for moment in moments:
        if backups.is_due(at(moment)):
            assert backups.make(at(moment)) is not None
        assert not backups.is_due(at(moment))
    return [file.day.isoformat() for file in backups.files()]


@pytest.fixture
def backups(path: Path, keep: Keep) -> Backups:
    keep("a session", "2026-03-01T08:00:00+01:00")
    return Backups(path, path.parent / "backups")


@pytest.mark.parametrize(
    ("moments", "days"),
    [
        # the same date after the flight west, and the date before it over the date line
        (["2026-11-20T08:00:00+09:00", "2026-11-20T08:00:00-08:00"], ["2026-11-20"]),
        (["2026-11-21T08:00:00+13:00", "2026-11-20T16:00:00-10:00"], ["2026-11-21", "2026-11-20"]),
        # a date that is left out by the flight east
        (["2026-11-20T20:00:00-10:00", "2026-11-22T06:00:00+14:00"], ["2026-11-22", "2026-11-20"]),
        # days of 23 and of 25 hours, in the hours that are missing or come twice
        (["2026-03-29T01:59:00+01:00", "2026-03-29T03:00:00+02:00"], ["2026-03-29"]),
        (["2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00"], ["2026-10-25"]),
        # midnight is what parts backups, whatever hour a day of the log begins at; and clocks off by less than an hour
        (["2026-11-20T23:59:59+01:00", "2026-11-21T00:00:00+01:00"], ["2026-11-21", "2026-11-20"]),
        (["2026-12-31T23:59:00+05:45", "2027-01-01T00:01:00+05:45"], ["2027-01-01", "2026-12-31"]),
        (["2028-02-29T12:00:00-03:30", "2028-03-01T00:00:00-03:30"], ["2028-03-01", "2028-02-29"]),
    ],
)
def test_a_backup_has_the_date_of_the_clock_that_was_there(
    backups: Backups, moments: list[str], days: list[str]
) -> None:
    assert made(backups, *moments) == days
