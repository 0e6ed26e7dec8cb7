"""Damage that SQLite's own check passes over is found; a sound log has none."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.core.planning import Plan
from acutimer.store.copying import GivenUpError
from acutimer.store.examining import flaw_in
from acutimer.store.history import History
from acutimer.store.portable_door import MOST_PHASES, MOST_REPS, WEEK_SECONDS
from acutimer.store.rows import MOST, MOST_SECONDS
from tests.store.living import live, lived

FLAWS = {
    "UPDATE phase SET ended_at = '2026-02-31T07:11:00+01:00'": "Invalid|day is out of range|cannot be read",
    "UPDATE session SET ended_at = '2026-11-20T07:11:00 01:00'": "CHECK",
    "UPDATE session SET changed_at = '2026-11-20T07:61:00+01:00'": "CHECK",
    "UPDATE session SET started_moment = started_moment + 1": "CHECK",
    "UPDATE phase SET kind = 'prest' WHERE ordinal = 1": "CHECK",
    "UPDATE phase SET done_seconds = 1e300 WHERE ordinal = 1": "cannot be",
    "UPDATE phase SET place = 1 << 40 WHERE ordinal = 1": "cannot be",
    "UPDATE practice_hour SET seconds = 1e12": "cannot be",
    "UPDATE practice_hour SET hour = '2026-99-20T07'": "cannot be",
    "UPDATE practised SET text = '{}'": "cannot be",
    "UPDATE session SET note = CAST(x'ff' AS TEXT)": "UTF-8",
    "UPDATE phase SET subject = CAST(x'ff' AS TEXT) WHERE ordinal = 1": "UTF-8",
    "UPDATE past SET record = '{}'": "cannot be read",
    "PRAGMA user_version = 2": "another version",
    "PRAGMA application_id = 5": "another program",
    "CREATE TABLE recipe (name TEXT)": "none of ours",
    "DROP INDEX past_by_plan": "none of ours",
    "UPDATE phase SET session = 99 WHERE ordinal = 1 AND session = 1": "cannot be",
}


@pytest.fixture
def sound(history: History, plan: Plan, start: datetime) -> sqlite3.Connection:
    connection = history.ledger.connection
    live(connection, plan, start, 3)
    history.corrections.correct(lived(plan, "20261120-07 1", start), start)
    return connection


def test_a_sound_log_has_no_flaw(sound: sqlite3.Connection, path: Path) -> None:
    assert flaw_in(sound) == ""
    assert sound.row_factory is sqlite3.Row


@pytest.mark.parametrize("change", FLAWS)
def test_what_cannot_be_is_found(sound: sqlite3.Connection, change: str) -> None:
    sound.execute("PRAGMA ignore_check_constraints = ON")
    sound.execute("PRAGMA foreign_keys = OFF")
    sound.execute(change)
    sound.execute("PRAGMA ignore_check_constraints = OFF")
    found = flaw_in(sound)
    assert any(word in found for word in FLAWS[change].split("|")), found


def test_no_session_that_an_import_lets_in_is_taken_for_damage() -> None:
    assert MOST_SECONDS >= MOST_PHASES * WEEK_SECONDS
    assert max(MOST_PHASES, MOST_REPS) <= MOST


def test_it_can_be_given_up(sound: sqlite3.Connection, plan: Plan, start: datetime) -> None:
    live(sound, plan, start, 200)
    with pytest.raises(GivenUpError):
        flaw_in(sound, lambda: False)
