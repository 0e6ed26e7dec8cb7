import contextlib
import json
import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from acutimer.core.filtering import folded_words
from acutimer.core.history import PhaseRecord, SessionRecord, practice_seconds
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.core.totals import DayTotal, SideSeconds
from acutimer.store.database import open_database, scripts
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.rows import PHASE_COLUMNS, phase_row, plan_text
from tests.shipped import LIBRARY


@pytest.fixture
def lived(plan: Plan, start: datetime) -> SessionRecord:
    """A session stopped in its fourth phase, ST36 on the right."""
    at, phases = start, []
    for index in range(4):
        phase = plan.phases[index]
        seconds = 20.0 if index == 3 else phase.seconds or 0.0
        at += timedelta(seconds=seconds)
        phases.append(
            PhaseRecord(
                ordinal=index,
                index=index,
                kind=phase.kind,
                subject=phase.subject,
                side=phase.side,
                planned_seconds=phase.seconds,
                done_seconds=seconds,
                planned_reps=phase.reps,
                done_reps=None,
                outcome=Outcome.PARTIAL if index == 3 else Outcome.DONE,
                ended_at=at,
            )
        )
    return SessionRecord(
        id="a",
        routine="small",
        routine_name="Small",
        started_at=start,
        ended_at=at,
        outcome=Outcome.PARTIAL,
        planned_seconds=plan.seconds,
        practice_seconds=practice_seconds(plan),
        phases=tuple(phases),
        discomfort_before=4,
        note="\u00dcber dem  KNIE",
        changed_at=at,
    )


@pytest.fixture
def first_release(path: Path, lived: SessionRecord, plan: Plan) -> Path:
    """A database as the first release wrote it: the session, the same done a week before, and one cut off."""
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(scripts()[0][1].read_text(encoding="utf-8") + "PRAGMA user_version = 1;")
        for session_id, back, is_over in (("a", 0, True), ("cut off", 0, False), ("b", 7, True)):
            at = lived.started_at - timedelta(days=back)
            connection.execute(
                "INSERT INTO session (id, routine, routine_name, started_at, ended_at, outcome, planned_seconds,"
                " practice_seconds, plan, discomfort_before, note)"
                " VALUES (?, 'small', 'Small', ?, ?, ?, ?, ?, ?, 4, ?)",
                (
                    *(session_id, at.isoformat(), (lived.ended_at or at).isoformat() if is_over else None),
                    *("partial" if is_over else None, lived.planned_seconds, lived.practice_seconds),
                    *(plan_text(plan), lived.note),
                ),
            )
            marks = ", ".join("?" * 11)
            connection.executemany(
                f"INSERT INTO phase (session, {PHASE_COLUMNS}, running) VALUES (?, {marks}, ?)",  # noqa: S608 - ours
                [(session_id, *phase_row(phase), not is_over and phase.ordinal == 3) for phase in lived.phases],
            )
        connection.commit()
    return path


def test_the_first_releases_sessions_come_over_whole(first_release: Path, lived: SessionRecord, plan: Plan) -> None:
    with contextlib.closing(open_database(first_release, lived.started_at)) as connection:
        history = History(connection)
        assert history.session("a") == lived
        assert history.plan_of("a") == plan
        assert [record.id for record in history.sessions()] == ["cut off", "a", "b"]
        assert connection.execute("SELECT count(*) FROM plan").fetchone()[0] == 1
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_one_cut_off_before_the_change_can_be_taken_up_after_it(first_release: Path, lived: SessionRecord) -> None:
    with contextlib.closing(open_database(first_release, lived.started_at)) as connection:
        history = History(connection)
        unfinished = history.unfinished()
        assert unfinished is not None
        assert unfinished.id == "cut off"
        assert history.running_ordinal("cut off") == 3
        history.claims.close()


def test_the_sums_are_those_of_a_session_written_now(
    first_release: Path, lived: SessionRecord, plan: Plan, tmp_path: Path
) -> None:
    sums = (
        "SELECT done_seconds, share, note_folded, changed_at, by_hand, started_moment, practised.text"
        " FROM session JOIN practised ON practised.number = practised WHERE id = 'a'"
    )
    hours = "SELECT hour, seconds, left_seconds, right_seconds FROM practice_hour JOIN session ON number = session"
    with (
        contextlib.closing(open_database(first_release, lived.started_at)) as old,
        contextlib.closing(open_database(tmp_path / "new.db", lived.started_at)) as new,
    ):
        History(new).begin(lived, plan)
        assert tuple(old.execute(sums).fetchone()) == tuple(new.execute(sums).fetchone())
        of_one = f"{hours} WHERE id = 'a'"
        assert old.execute(of_one).fetchall() == [tuple(row) for row in new.execute(of_one)]
        assert old.execute(of_one).fetchall() == [("2026-11-20T07", 80.0, 60.0, 20.0)]


def test_days_and_sides_of_old_sessions_are_found(first_release: Path, lived: SessionRecord) -> None:
    day = date(2026, 11, 20)
    with contextlib.closing(open_database(first_release, lived.started_at)) as connection:
        totals = History(connection).totals
        assert totals.days(day, day, 3) == {day: DayTotal(240.0, 3)}
        assert totals.sides_by_day(day, day, 3) == {day: SideSeconds(180.0, 60.0)}


def test_a_plan_the_migration_moves_is_still_json(first_release: Path, lived: SessionRecord) -> None:
    with contextlib.closing(open_database(first_release, lived.started_at)) as connection:
        (text,) = connection.execute("SELECT text FROM plan").fetchone()
        assert json.loads(text)["routine"]["id"] == "small"


def test_the_second_release_gains_routines_and_loses_nothing(path: Path, lived: SessionRecord, plan: Plan) -> None:
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("folded_words", 1, folded_words, deterministic=True)
        for number, script in scripts()[:2]:
            connection.executescript(script.read_text(encoding="utf-8") + f"PRAGMA user_version = {number};")
        History(connection).begin(lived, plan)
    now = lived.started_at + timedelta(days=1)
    mine = replace(LIBRARY.routines["balance-points"], id="own-1")
    with contextlib.closing(open_database(path, now)) as connection:
        history = History(connection)
        assert history.session("a") == lived
        own = OwnRoutines(history.ledger)
        assert not own.all()
        own.save(mine, now)
        assert own.all() == {"own-1": mine}
    (backup,) = (path.parent / "backups").glob("*version-2.db")
    with contextlib.closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone() == (1,)
