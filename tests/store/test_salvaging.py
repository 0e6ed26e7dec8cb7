"""What is read out of a damaged log is what is newer there than in the backup, and whole wherever it can be."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acutimer.core.drafting import draft_of
from acutimer.core.planning import Plan
from acutimer.store.database import open_database
from acutimer.store.draft_text import draft_text
from acutimer.store.drafts import Drafts
from acutimer.store.history import History
from acutimer.store.own import OwnRoutines
from acutimer.store.portable import text_of
from acutimer.store.recording import Recorder
from acutimer.store.salvaging import Salvaged, salvage
from tests.store.living import live, lived

DAY = timedelta(days=1)


@pytest.fixture
def backup(tmp_path: Path, start: datetime) -> Iterator[History]:
    """The log that takes the place of the damaged one; it knows nothing yet."""
    with closing(open_database(tmp_path / "backup" / "acutimer.db", start)) as connection:
        yield History(connection)


def texts(history: History) -> dict[str, str]:
    return {record.id: text_of(record) for record in history.sessions()}


def saved(history: History, backup: History, now: datetime) -> Salvaged:
    """Salvage a log that is open: what it has is on the disk, in the file or in its log of writes."""
    assert history.ledger.file is not None
    return salvage(history.ledger.file, backup.ledger.connection, now)


def test_everything_comes_as_it_was(history: History, backup: History, plan: Plan, start: datetime) -> None:
    live(history.ledger.connection, plan, start, 20)
    history.annotate("20261120-07 3", discomfort_before=4, discomfort_after=2, note="膝", at=start + DAY)
    history.corrections.correct(lived(plan, "20261120-07 4", start + DAY / 2), start + DAY)
    history.corrections.delete("20261120-07 5", start + DAY)
    assert saved(history, backup, start + DAY) == Salvaged(sessions=19)
    assert texts(backup) == texts(history)
    assert backup.corrections.originals("20261120-07 4") == history.corrections.originals("20261120-07 4")
    backup.corrections.restore("20261120-07 5", start + 2 * DAY)
    assert backup.plan_of("20261120-07 5") == plan


def test_what_the_backup_has_stays_and_what_was_changed_later_holds(
    history: History, backup: History, plan: Plan, start: datetime
) -> None:
    for each in (history, backup):
        live(each.ledger.connection, plan, start, 3)
    history.annotate("20261120-07 1", discomfort_before=None, discomfort_after=2, note="", at=start + DAY)
    history.corrections.delete("20261120-07 2", start + DAY)
    history.ledger.connection.execute("UPDATE session SET routine_name = 'Smell' WHERE number = 1")
    assert saved(history, backup, start + DAY) == Salvaged(sessions=1)
    found = {record.id: record for record in backup.sessions()}
    assert set(found) == {"20261120-07 0", "20261120-07 1"}
    assert found["20261120-07 0"].routine_name == "Small"
    assert found["20261120-07 1"].discomfort_after == 2


def test_a_session_that_is_not_whole_is_saved_only_where_the_backup_has_nothing_of_it(
    history: History, backup: History, plan: Plan, start: datetime
) -> None:
    for each in (history, backup):
        live(each.ledger.connection, plan, start, 1)
    live(history.ledger.connection, plan, start + DAY / 2, 1)
    history.annotate("20261120-07 0", discomfort_before=None, discomfort_after=2, note="", at=start + DAY)
    history.ledger.connection.execute("DELETE FROM phase WHERE ordinal = 1")
    assert saved(history, backup, start + DAY) == Salvaged(sessions=1, in_part=1)
    whole, in_part = backup.session("20261120-07 0"), backup.session("20261120-19 0")
    assert whole is not None
    assert (whole.discomfort_after, len(whole.phases)) == (None, len(plan.phases))
    assert in_part is not None
    assert [phase.index for phase in in_part.phases] == [0, 2, 3, 4, 5, 6][: len(plan.phases) - 1]


def test_a_phase_that_cannot_be_costs_no_other(history: History, backup: History, plan: Plan, start: datetime) -> None:
    live(history.ledger.connection, plan, start, 1)
    connection = history.ledger.connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE phase SET kind = 'prest' WHERE ordinal = 2")
    connection.execute("UPDATE session SET note = CAST(x'68e9' AS TEXT)")
    assert saved(history, backup, start).in_part == 1
    (record,) = backup.sessions()
    assert len(record.phases) == len(plan.phases) - 1
    assert record.note == "h\N{REPLACEMENT CHARACTER}"


def test_a_session_under_way_can_be_gone_on_with(
    history: History, backup: History, plan: Plan, start: datetime
) -> None:
    record = lived(plan, "cut off", start)
    history.begin(replace(record, ended_at=None, outcome=None, phases=()), plan)
    history.write("cut off", *record.phases[:2], running=replace(record.phases[2], done_seconds=12.0))
    assert saved(history, backup, start).sessions == 1
    found = backup.unfinished()
    assert found is not None
    assert backup.running_ordinal("cut off") == 2
    _, session = Recorder.restored(backup, found)
    assert session.plan == plan
    assert saved(history, backup, start).sessions == 0


def test_without_its_plan_a_session_gets_one_like_it(
    history: History, backup: History, plan: Plan, start: datetime
) -> None:
    live(history.ledger.connection, plan, start, 2)
    connection = history.ledger.connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE plan SET text = 'x' || text")
    assert saved(history, backup, start).sessions == 2
    made = backup.plan_of("20261120-07 0")
    assert [(phase.kind, phase.subject, phase.side, phase.seconds) for phase in made.phases] == [
        (phase.kind, phase.subject, phase.side, phase.seconds) for phase in plan.phases
    ]
    live(backup.ledger.connection, plan, start + DAY, 1)
    live(connection, plan, start + DAY / 2, 1)
    connection.execute("UPDATE plan SET text = 'y' || text WHERE text LIKE '{%'")
    saved(history, backup, start + DAY)
    assert backup.plan_of("20261120-19 0") == plan


def test_own_routines_favourites_and_drafts_come_where_they_are_newer(
    history: History, backup: History, plan: Plan, start: datetime
) -> None:
    routine = plan.routine
    for each in (history, backup):
        own, drafts = OwnRoutines(each.ledger), Drafts(each.ledger)
        own.save_all((replace(routine, id="mine"), replace(routine, id="other")), start)
        own.set_favourite("mine", True, start)
        drafts.keep("mine", draft_text(draft_of(routine)), start + DAY / 4)
    own, drafts = OwnRoutines(history.ledger), Drafts(history.ledger)
    own.save(replace(routine, id="mine", name="Changed"), start + DAY / 2)
    own.save(replace(routine, id="new", name="New"), start + DAY / 2)
    own.delete("other", start + DAY / 2)
    own.set_favourite("mine", False, start + DAY / 2)
    drafts.drop("mine")
    drafts.keep("later", draft_text(draft_of(routine)), start + DAY / 2)
    told = saved(history, backup, start + DAY)
    assert (told.routines, told.drafts) == (3, 1)
    found = OwnRoutines(backup.ledger)
    assert {each: made.name for each, made in found.all().items()} == {"mine": "Changed", "new": "New"}
    assert found.favourites() == frozenset()
    assert set(Drafts(backup.ledger).all()) == {"later"}


def test_a_routine_that_is_damaged_does_not_hold_against_the_backups(
    history: History, backup: History, plan: Plan, start: datetime
) -> None:
    for each in (history, backup):
        OwnRoutines(each.ledger).save(replace(plan.routine, id="mine"), start)
    connection = history.ledger.connection
    (text,) = connection.execute("SELECT text FROM own_routine").fetchone()
    changed = json.dumps({**json.loads(text), "name": "zzz"}, sort_keys=True, separators=(",", ":"))
    connection.execute("UPDATE own_routine SET text = ?", (changed,))
    assert saved(history, backup, start).routines == 0
    assert OwnRoutines(backup.ledger).all()["mine"].name == "Small"


def test_nothing_comes_by_halves(
    history: History, backup: History, plan: Plan, start: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(history.ledger.connection, plan, start, 2)

    def full(*_: object) -> int:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("acutimer.store.salvaging.bring_drafts", full)
    with pytest.raises(sqlite3.OperationalError):
        saved(history, backup, start)
    assert backup.sessions() == []
