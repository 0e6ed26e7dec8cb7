"""Own routines, favourites and drafts in a real file."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from acutimer.core.errors import WorldError
from acutimer.core.routines import Routine
from acutimer.store.database import open_database
from acutimer.store.drafts import Drafts
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines, put_routine
from tests.shipped import LIBRARY

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MINE = replace(LIBRARY.routines["knee-pain-press"], id="own-1", name="Evening knees")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_database(tmp_path / "acutimer.db", NOW)) as connection:
        yield Ledger(connection)


def named(routine_id: str, name: str) -> Routine:
    return replace(MINE, id=routine_id, name=name)


def test_every_routine_we_ship_is_kept_and_read_as_it_is(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    for routine in LIBRARY.routines.values():
        own.save(routine, NOW)
    assert own.all() == dict(LIBRARY.routines)


def test_they_are_listed_by_name_whatever_the_case(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    for routine in (named("own-1", "banana"), named("own-2", "Apple"), named("own-3", "cherry")):
        own.save(routine, NOW)
    assert [routine.name for routine in own.all().values()] == ["Apple", "banana", "cherry"]


def test_saving_again_replaces_and_keeps_what_was_replaced(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.save(MINE, NOW)
    own.save(named("own-1", "Morning knees"), NOW)
    assert [routine.name for routine in own.all().values()] == ["Morning knees"]
    (past,) = ledger.read("SELECT id, text FROM past_routine")
    assert past["id"] == "own-1"
    assert "Evening knees" in past["text"]


def test_of_two_changes_the_later_call_is_the_later_change_whatever_the_clock_says(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.save(MINE, NOW)
    own.save(named("own-1", "Morning knees"), NOW - timedelta(hours=1))
    (row,) = ledger.read("SELECT changed_at FROM own_routine")
    assert datetime.fromisoformat(row["changed_at"]) > NOW


def test_what_is_deleted_is_gone_and_comes_back_as_it_was(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.save(MINE, NOW)
    own.delete("own-1", NOW)
    assert not own.all()
    own.restore("own-1", NOW)
    assert own.all() == {"own-1": MINE}


def test_what_another_window_did_first_is_not_done_again(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.save(MINE, NOW)
    own.delete("own-1", NOW)
    (deleted,) = ledger.read("SELECT changed_at FROM own_routine")
    own.delete("own-1", NOW + timedelta(hours=1))
    own.delete("own-2", NOW)
    own.restore("own-2", NOW)
    (row,) = ledger.read("SELECT id, is_deleted, changed_at FROM own_routine")
    assert (row["id"], row["is_deleted"], row["changed_at"]) == ("own-1", 1, deleted["changed_at"])


def test_of_several_all_are_kept_or_none(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    own, put = OwnRoutines(ledger), put_routine

    def refuse_the_second(connection: sqlite3.Connection, routine_id: str, text: str, **moment: Any) -> None:
        if routine_id == "own-2":
            raise WorldError("The disk is full.")
        put(connection, routine_id, text, **moment)

    with monkeypatch.context() as patch:
        patch.setattr("acutimer.store.own.put_routine", refuse_the_second)
        with pytest.raises(WorldError):
            own.save_all((MINE, named("own-2", "Stairs")), NOW)
    assert not own.all()
    own.save_all((MINE, named("own-2", "Stairs")), NOW)
    assert list(own.all()) == ["own-1", "own-2"]


def test_saving_what_was_deleted_brings_it_back(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.save(MINE, NOW)
    own.delete("own-1", NOW)
    own.save(MINE, NOW)
    assert own.all() == {"own-1": MINE}


def test_one_that_another_version_wrote_is_left_out_and_stays(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.save(MINE, NOW)
    ledger.connection.execute(
        "INSERT INTO own_routine (id, text, changed_at) VALUES ('own-9', '{\"future\": 1}', ?)", (NOW.isoformat(),)
    )
    assert list(own.all()) == ["own-1"]
    assert len(ledger.read("SELECT id FROM own_routine")) == 2


def test_favourites_are_chosen_and_let_go_whatever_they_are(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    own.set_favourite("knee-pain-press", on=True, at=NOW)
    own.set_favourite("own-1", on=True, at=NOW)
    own.set_favourite("knee-pain-press", on=False, at=NOW)
    assert own.favourites() == {"own-1"}


def test_a_draft_is_there_after_the_program_died(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "acutimer.db", NOW)) as connection:
        drafts = Drafts(Ledger(connection))
        drafts.keep("own-1", '{"name": "a"}', NOW)
        drafts.keep("own-2", '{"name": "b"}', NOW + timedelta(minutes=1))
        drafts.keep("own-1", '{"name": "c"}', NOW + timedelta(minutes=2))
    with closing(open_database(tmp_path / "acutimer.db", NOW)) as connection:
        drafts = Drafts(Ledger(connection))
        assert [(name, kept.text) for name, kept in drafts.all().items()] == [
            ("own-1", '{"name": "c"}'),
            ("own-2", '{"name": "b"}'),
        ]
        drafts.drop("own-1")
        drafts.drop("own-7")
        assert list(drafts.all()) == ["own-2"]


def test_what_holds_is_not_past_as_well_and_a_past_one_has_its_latest_moment(ledger: Ledger) -> None:
    own = OwnRoutines(ledger)
    for hour, name in enumerate(("A", "B", "A", "C")):
        own.save(named("own-1", name), NOW + timedelta(hours=hour))
        assert f'"name":"{name}"' not in "".join(row["text"] for row in ledger.read("SELECT text FROM past_routine"))
    past = {row["text"]: row["changed_at"] for row in ledger.read("SELECT text, changed_at FROM past_routine")}
    moments = {json.loads(text)["name"]: moment for text, moment in past.items()}
    assert moments == {
        "A": (NOW + timedelta(hours=2)).isoformat(),
        "B": (NOW + timedelta(hours=1)).isoformat(),
    }
