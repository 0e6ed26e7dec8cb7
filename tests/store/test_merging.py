"""Computers that exchange their logs end with the same one, in whatever order and however often."""

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Self

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.store import merging, staging
from acutimer.store.database import open_database
from acutimer.store.merging import Imported
from acutimer.store.portable import text_of
from acutimer.store.rows import plan_text
from acutimer.store.versions import put
from tests.store.computers import NOW, Computer, Deed, lived

# Few sessions and few moments, so that they meet; one moment is told by three clocks.
EARLY = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)
ZONES = [UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-9, minutes=-30))]
MOMENTS = st.builds(
    lambda hours, zone: (EARLY + timedelta(hours=hours)).astimezone(zone),
    st.integers(0, 4),
    st.sampled_from(ZONES),
)
NOTES = st.sampled_from(["", "=1+1", 'she said "so",\n\nand left', "膝 🦵🏽", "\tless", "a\\b", "\u2028"]) | st.text(
    st.characters(exclude_categories=["Cc", "Cs"]), max_size=12
)
DEEDS = st.builds(
    Deed,
    st.sampled_from(["live", "live", "add", "annotate", "correct", "delete", "undo"]),
    st.sampled_from(["a", "b", "c"]),
    MOMENTS,
    NOTES,
)
LIVES = st.lists(DEEDS, max_size=8)
SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty log, made once: each example copies it."""
    folder = tmp_path_factory.mktemp("template")
    with closing(open_database(folder / "acutimer.db", NOW)):
        pass
    return folder / "acutimer.db"


class Room:
    """Where computers stand."""

    def __init__(self, template: Path, plan: Plan) -> None:
        self._template, self._plan = template, plan
        self._stack = ExitStack()
        self._numbers = itertools.count()

    def __enter__(self) -> Self:
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def computer(self, *deeds: Deed) -> Computer:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        shutil.copy(self._template, folder / "acutimer.db")
        computer = self._stack.enter_context(Computer(folder, self._plan))
        computer.live(deeds)
        return computer


@pytest.fixture
def room(template: Path, plan: Plan) -> Iterator[Room]:
    with Room(template, plan) as room:
        yield room


# -- what always holds -----------------------------------------------------------------------------


@SLOW
@given(st.tuples(LIVES, LIVES))
def test_two_computers_that_exchange_their_logs_end_equal(
    template: Path, plan: Plan, lives: tuple[list[Deed], list[Deed]]
) -> None:
    with Room(template, plan) as room:
        one, other = (room.computer(*life) for life in lives)
        from_one, from_other = one.export(), other.export()
        one.bring(from_other)
        other.bring(from_one)
        assert one.dump() == other.dump()


@SLOW
@given(LIVES, LIVES)
def test_importing_twice_is_importing_once(template: Path, plan: Plan, life: list[Deed], other: list[Deed]) -> None:
    with Room(template, plan) as room:
        here, file = room.computer(*life), room.computer(*other).export()
        here.bring(file)
        once = here.dump()
        again = here.bring(file)
        assert here.dump() == once
        assert (again.added, again.changed, again.deleted) == (0, 0, 0)


@SLOW
@given(LIVES)
def test_importing_ones_own_export_changes_nothing(template: Path, plan: Plan, life: list[Deed]) -> None:
    with Room(template, plan) as room:
        here = room.computer(*life)
        before = here.dump()
        sessions = len(here.history.sessions())
        assert here.bring(here.export()) == Imported(unchanged=sessions)
        assert here.dump() == before


@SLOW
@given(st.tuples(LIVES, LIVES, LIVES), st.permutations(range(3)), st.permutations(range(3)))
def test_three_computers_end_equal_in_any_order(
    template: Path, plan: Plan, lives: tuple[list[Deed], ...], order: list[int], other_order: list[int]
) -> None:
    with Room(template, plan) as room:
        files = [room.computer(*life).export() for life in lives]
        one, other = room.computer(), room.computer()
        for number in order:
            one.bring(files[number])
        for number in other_order:
            other.bring(files[number])
        assert one.dump() == other.dump()
        # by way of a third: what another merged says as much as what each said
        through = room.computer()
        through.bring(one.export())
        assert through.dump() == one.dump()


@SLOW
@given(st.tuples(LIVES, LIVES), st.tuples(LIVES, LIVES))
def test_what_happens_between_exchanges_is_exchanged_by_the_next(
    template: Path, plan: Plan, before: tuple[list[Deed], list[Deed]], after: tuple[list[Deed], list[Deed]]
) -> None:
    with Room(template, plan) as room:
        one, other = (room.computer(*life) for life in before)
        one.bring(other.export())
        one.live(after[0])
        other.live(after[1])
        other.bring(one.export())
        one.bring(other.export())
        assert one.dump() == other.dump()


@SLOW
@given(LIVES)
def test_what_was_imported_is_exported_byte_for_byte(template: Path, plan: Plan, life: list[Deed]) -> None:
    with Room(template, plan) as room:
        first = room.computer(*life).export()
        other = room.computer()
        other.bring(first)
        assert other.export().read_bytes() == first.read_bytes()


# -- what one would expect -------------------------------------------------------------------------


def test_what_was_changed_last_holds_and_the_other_is_kept(room: Room) -> None:
    one = room.computer(Deed("live", "a", EARLY, "first"))
    other = room.computer()
    assert other.bring(one.export()) == Imported(added=1)
    one.live([Deed("annotate", "a", EARLY + timedelta(hours=3), "earlier")])
    other.live([Deed("annotate", "a", (EARLY + timedelta(hours=4)).astimezone(ZONES[2]), "later")])
    assert one.bring(other.export()) == Imported(changed=1)
    assert other.bring(one.export()) == Imported(unchanged=1)
    for computer in (one, other):
        (record,) = computer.history.sessions()
        assert record.note == "later"
        assert [it.note for it in computer.history.corrections.originals("a")] == ["first", "earlier"]


def test_a_deletion_travels_and_what_was_changed_after_it_comes_back(room: Room) -> None:
    one = room.computer(Deed("live", "a", EARLY, "note"))
    other = room.computer()
    other.bring(one.export())
    one.live([Deed("delete", "a", EARLY + timedelta(hours=3))])
    assert other.bring(one.export()) == Imported(deleted=1)
    assert other.history.sessions() == []
    assert other.bring(one.export()) == Imported()
    one.live([Deed("undo", "a", EARLY + timedelta(hours=4))])
    assert other.bring(one.export()) == Imported(added=1)
    (record,) = other.history.sessions()
    assert record.note == "note"


def test_a_deletion_at_the_moment_of_the_change_holds(room: Room) -> None:
    one, other = room.computer(Deed("add", "a", EARLY)), room.computer(Deed("add", "a", EARLY))
    one.connection.execute("INSERT INTO deleted VALUES ('a', ?)", (EARLY.astimezone(ZONES[1]).isoformat(),))
    one.connection.execute("DELETE FROM session")
    assert other.bring(one.export()) == Imported(deleted=1)


def test_a_session_that_is_over_stands_for_one_that_was_cut_off(room: Room, plan: Plan) -> None:
    one, other = room.computer(Deed("live", "a", EARLY, "to the end")), room.computer()
    cut_off = lived(plan, "a", EARLY, ended_at=None, outcome=None, note="cut off", changed_at=NOW)
    other.history.begin(cut_off, plan)
    assert other.bring(one.export()) == Imported(changed=1)
    assert [record.note for record in other.history.sessions()] == ["to the end"]
    assert other.dump() == one.dump()


def test_a_session_that_is_not_over_stays_at_home_and_stays_as_it_is(room: Room, plan: Plan) -> None:
    one, other = room.computer(Deed("live", "b", EARLY)), room.computer()
    running = lived(plan, "a", EARLY, ended_at=None, outcome=None)
    one.history.begin(running, plan)
    assert other.bring(one.export()) == Imported(added=1)
    other.live([Deed("live", "a", EARLY), Deed("delete", "a", EARLY + timedelta(hours=1))])
    assert one.bring(other.export()) == Imported(unchanged=1)
    still = one.history.session("a")
    assert still is not None
    assert still.outcome is None
    assert one.connection.execute("SELECT count(*) FROM deleted").fetchone()[0] == 1


def test_a_plan_that_nothing_follows_any_more_is_let_go(room: Room, plan: Plan) -> None:
    one, other = room.computer(Deed("live", "a", EARLY)), room.computer()
    shorter = replace(plan, phases=plan.phases[:3])
    other.history.begin(lived(shorter, "a", EARLY, ended_at=None, outcome=None), shorter)
    other.bring(one.export())
    assert other.connection.execute("SELECT count(*) FROM plan").fetchone()[0] == 1


def test_a_version_told_with_two_plans_has_the_same_one_everywhere(room: Room, plan: Plan) -> None:
    one, other = room.computer(), room.computer()
    another = replace(plan, routine=replace(plan.routine, summary="another"))
    for computer, followed in ((one, plan), (other, another)):
        computer.history.begin(lived(plan, "a", EARLY), followed)
    from_one, from_other = one.export(), other.export()
    one.bring(from_other)
    other.bring(from_one)
    assert one.dump() == other.dump()


@pytest.mark.parametrize("is_past", [False, True])
def test_the_lesser_plan_of_a_version_is_let_go(room: Room, plan: Plan, *, is_past: bool) -> None:
    another = replace(plan, routine=replace(plan.routine, summary="another"))
    lesser, greater = sorted((plan, another), key=plan_text)
    here, other = room.computer(), room.computer()
    for computer, followed in ((here, lesser), (other, greater)):
        computer.history.begin(lived(plan, "a", EARLY), followed)
        if is_past:
            computer.live([Deed("delete", "a", EARLY + timedelta(hours=3))])
    here.bring(other.export())
    assert here.dump() == other.dump()
    assert [row["text"] for row in here.connection.execute("SELECT text FROM plan")] == [plan_text(greater)]


@pytest.mark.parametrize("most", [(1, 10_000), (1_000, 1), (2, 30)])
def test_sessions_that_are_written_together_are_as_those_written_alone(
    room: Room, monkeypatch: pytest.MonkeyPatch, most: tuple[int, int]
) -> None:
    one = room.computer(
        *(Deed("live", name, EARLY + timedelta(hours=hour), name) for hour, name in enumerate("abcde")),
        Deed("correct", "b", EARLY + timedelta(hours=9), "shorter"),
        Deed("delete", "c", EARLY + timedelta(hours=9)),
    )
    here, alone = room.computer(Deed("live", "d", EARLY)), room.computer(Deed("live", "d", EARLY))
    assert here.bring(one.export()) == Imported(added=3, changed=1)
    monkeypatch.setattr(merging, "MOST_SESSIONS", most[0])
    monkeypatch.setattr(merging, "MOST_PHASES", most[1])
    monkeypatch.setattr(staging, "BATCH_CHARACTERS", 1)
    alone.bring(one.export())
    assert alone.dump() == here.dump()
    numbers = "SELECT id, number FROM session ORDER BY number"
    assert [tuple(it) for it in alone.connection.execute(numbers)] == [
        tuple(it) for it in here.connection.execute(numbers)
    ]


def test_the_newest_version_holds_even_where_it_was_in_the_past(room: Room) -> None:
    """A clock put back let an older version stand; the next exchange sets it right on both sides."""
    one = room.computer(Deed("live", "a", EARLY, "old"), Deed("annotate", "a", EARLY + timedelta(hours=2), "new"))
    (new,) = one.history.sessions()
    (old,) = one.history.corrections.originals("a")
    put(one.connection, old, 1)
    one.connection.execute("UPDATE past SET record = ?", (text_of(new),))
    other = room.computer()
    other.bring(one.export())
    one.bring(other.export())
    assert one.dump() == other.dump()
    assert [record.note for record in one.history.sessions()] == ["new"]


def test_numbers_of_new_sessions_follow_time(room: Room) -> None:
    one, other = room.computer(), room.computer()
    one.live(Deed("live", name, EARLY + timedelta(hours=hour)) for name, hour in (("a", 3), ("b", 1), ("c", 2)))
    other.bring(one.export())
    rows = other.connection.execute("SELECT id FROM session ORDER BY number").fetchall()
    assert [row["id"] for row in rows] == ["b", "c", "a"]


def test_what_was_corrected_stays_whole_in_every_sum(room: Room) -> None:
    one = room.computer(Deed("live", "a", EARLY), Deed("correct", "a", EARLY + timedelta(hours=2), "shorter"))
    other = room.computer(Deed("live", "a", EARLY))
    other.bring(one.export())
    assert other.dump() == one.dump()
    (record,) = other.history.sessions()
    assert record.outcome is Outcome.DONE
    day = EARLY.date()
    assert other.history.totals.seconds_by_day(day, day, 3) == {day: record.done_seconds}
