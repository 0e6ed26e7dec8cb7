"""A small plan, and a database of its own for every test."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from acutimer.core.planning import Choices, Plan, lay_out
from acutimer.core.points import Dose
from acutimer.core.routines import PressStep, RepsStep, Routine, Tempo, WaitStep
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.history import History


@pytest.fixture
def start() -> datetime:
    return datetime(2026, 11, 20, 7, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def plan() -> Plan:
    """Get ready, ST36 left, changeover, ST36 right, get ready, heel raises, a walk."""
    routine = Routine(
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
                circle_seconds=20,
            ),
            RepsStep(
                say="Rise",
                source="product",
                exercise="heel-raises",
                reps=10,
                min_reps=5,
                max_reps=20,
                tempo=Tempo(2, 1, 3),
            ),
            WaitStep(say="Walk", source="product", technique="walking"),
        ),
    )
    return Plan(routine, lay_out(routine, Choices()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "acutimer.db"


@pytest.fixture
def connection(path: Path, start: datetime) -> Iterator[sqlite3.Connection]:
    connection = open_database(path, start)
    yield connection
    connection.close()


@pytest.fixture
def history(connection: sqlite3.Connection) -> Iterator[History]:
    history = History(connection)
    yield history
    history.claims.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "backups"


@pytest.fixture
def backups(path: Path, folder: Path) -> Backups:
    return Backups(path, folder)
