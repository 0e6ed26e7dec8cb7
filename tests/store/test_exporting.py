import csv
import json
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from acutimer.core.errors import InputError, WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.store import exporting
from acutimer.store.exporting import export_csv, export_json
from acutimer.store.importing import LISTS, OWN_LISTS
from acutimer.store.portable import told
from acutimer.store.progress import Progress
from acutimer.store.sheet import AFTER_COLUMNS, PHASE_COLUMNS, SESSION_COLUMNS
from tests.store.computers import NOW, Computer, Deed, bytes_of, lived

Export = Callable[[sqlite3.Connection, Path], Generator[Progress, None, None]]
NOTE = 'she said "so",\n\tand =left= 膝 \\ \u2028 🦵🏽'


def as_json(connection: sqlite3.Connection, target: Path) -> Generator[Progress, None, None]:
    return export_json(connection, target, NOW)


EXPORTS = pytest.mark.parametrize("export", [as_json, export_csv], ids=["json", "csv"])


@pytest.fixture
def computer(tmp_path: Path, plan: Plan) -> Iterator[Computer]:
    with Computer(tmp_path / "data", plan) as computer:
        yield computer


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "log.json"


def some(computer: Computer, start: datetime) -> list[SessionRecord]:
    """Three sessions, one without phases, and one that is not over; oldest first."""
    first = lived(computer.plan, "b", start, NOTE, discomfort_before=7, discomfort_after=0)
    second = lived(computer.plan, "a", start + timedelta(hours=1), phases=(), outcome=Outcome.SKIPPED)
    third = lived(computer.plan, "=c", start + timedelta(hours=2), "=1+1", planned_seconds=1 / 3)
    for record in (third, first, second):
        computer.history.begin(record, computer.plan)
    computer.history.begin(lived(computer.plan, "d", start, ended_at=None, outcome=None), computer.plan)
    kept = [computer.history.session(record.id) for record in (first, second, third)]
    return [record for record in kept if record is not None]


def whole(computer: Computer, target: Path) -> Any:
    steps = list(export_json(computer.connection, target, NOW))
    assert steps[0].done == 0
    assert steps[-1] == Progress(steps[0].total, steps[0].total)
    return json.loads(target.read_text(encoding="utf-8"))


# -- JSON ------------------------------------------------------------------------------------------


def test_sessions_are_told_as_they_are_and_in_the_order_of_time(
    computer: Computer, target: Path, start: datetime
) -> None:
    sessions = some(computer, start)
    read = whole(computer, target)
    assert list(read) == ["format", "version", "made_at", *LISTS, *OWN_LISTS]
    assert (read["format"], read["version"], read["made_at"]) == ("acutimer.history", 2, NOW.isoformat())
    assert read["sessions"] == [{**told(record), "plan": 0} for record in sessions]
    assert [plan["routine"]["id"] for plan in read["plans"]] == ["small"]


def test_every_session_has_a_line_of_its_own(computer: Computer, target: Path, start: datetime) -> None:
    some(computer, start)
    whole(computer, target)
    lines = target.read_text(encoding="utf-8").split("\n")
    ids = [json.loads(line.removesuffix(","))["id"] for line in lines if line.startswith('{"plan":')]
    assert ids == ["b", "a", "=c"]


def test_versions_that_were_replaced_and_deletions_are_told(computer: Computer, target: Path, start: datetime) -> None:
    some(computer, start)
    computer.live(
        [
            Deed("correct", "b", NOW, "corrected"),
            Deed("delete", "a", NOW),
            Deed("annotate", "d", NOW, "once"),
            Deed("annotate", "d", NOW, "twice"),
        ]
    )
    read = whole(computer, target)
    assert [(past["id"], past["note"], past["plan"]) for past in read["past"]] == [("a", "", 0), ("b", NOTE, 0)]
    assert read["deleted"] == [{"session": "a", "at": NOW.isoformat()}]
    assert [session["note"] for session in read["sessions"]] == ["corrected", "=1+1"]


def test_only_plans_that_are_followed_are_told_each_once(computer: Computer, target: Path, start: datetime) -> None:
    shorter = replace(computer.plan, phases=computer.plan.phases[:2])
    longer = replace(computer.plan, phases=computer.plan.phases * 2)
    computer.history.begin(lived(shorter, "a", start), shorter)
    computer.history.begin(lived(computer.plan, "b", start), computer.plan)
    computer.history.begin(lived(computer.plan, "c", start), computer.plan)
    computer.history.begin(lived(longer, "d", start, ended_at=None, outcome=None), longer)
    read = whole(computer, target)
    assert sorted(len(plan["phases"]) for plan in read["plans"]) == [2, len(computer.plan.phases)]
    for session in read["sessions"]:
        assert len(session["phases"]) == len(read["plans"][session["plan"]]["phases"])


def test_an_empty_log_is_an_export_too(computer: Computer, target: Path) -> None:
    assert whole(computer, target)["sessions"] == []


# -- CSV -------------------------------------------------------------------------------------------


def test_the_table_has_a_row_a_phase_and_every_text_whole(computer: Computer, target: Path, start: datetime) -> None:
    sessions = some(computer, start)
    list(export_csv(computer.connection, target))
    text = target.read_bytes().decode("utf-8")
    with target.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == [*SESSION_COLUMNS, *PHASE_COLUMNS, *AFTER_COLUMNS]
    assert [row[0] for row in rows] == ["b"] * len(sessions[0].phases) + ["a"] + ["'=c"] * len(sessions[2].phases)
    assert {row[-1] for row in rows} == {NOTE, "", "'=1+1"}
    assert text.endswith("\r\n")
    first = dict(zip(header, rows[1], strict=True))
    phase = sessions[0].phases[1]
    assert (first["kind"], first["subject"], first["side"]) == (phase.kind, phase.subject, phase.side)
    assert float(first["done_seconds"]) == phase.done_seconds
    assert (first["discomfort_before"], first["planned_reps"]) == ("7", "")


# -- both ------------------------------------------------------------------------------------------


@EXPORTS
def test_the_file_is_for_the_user_alone(computer: Computer, target: Path, export: Export) -> None:
    list(export(computer.connection, target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@EXPORTS
def test_one_state_of_the_log_is_written_whatever_is_recorded_meanwhile(
    computer: Computer, target: Path, start: datetime, export: Export
) -> None:
    some(computer, start)
    steps = export(computer.connection, target)
    assert next(steps) == Progress(0, 3)
    with Computer(computer.folder, computer.plan) as other:
        other.live([Deed("live", "new", NOW), Deed("delete", "b", NOW)])
    assert [step.done for step in steps] == [3]
    text = target.read_text(encoding="utf-8")
    assert "膝" in text
    assert "new" not in text


@EXPORTS
def test_cancelling_at_any_step_leaves_no_file_and_a_usable_log(
    computer: Computer, target: Path, start: datetime, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "STEP", 1)
    some(computer, start)
    target.write_text("old")
    for count in range(1, 6):
        steps = export(computer.connection, target)
        for _ in range(count):
            next(steps)
        steps.close()
        assert target.read_text() == "old"
        assert list(target.parent.iterdir()) == [target]
        assert not computer.connection.in_transaction
    assert len(list(export(computer.connection, target))) == 5


@EXPORTS
def test_an_export_that_is_left_after_its_log_was_closed_makes_no_noise(
    tmp_path: Path, plan: Plan, target: Path, start: datetime, export: Export
) -> None:
    with Computer(tmp_path / "left", plan) as computer:
        some(computer, start)
        steps = export(computer.connection, target)
        next(steps)
    steps.close()
    assert list(target.parent.iterdir()) == []


@EXPORTS
def test_the_log_itself_is_never_written_over(computer: Computer, start: datetime, export: Export) -> None:
    some(computer, start)
    before = bytes_of(computer.connection)
    for name in ("acutimer.db", "acutimer.db-wal"):
        with pytest.raises(InputError, match="keeps its own log"):
            list(export(computer.connection, computer.folder / name))
    assert bytes_of(computer.connection) == before


@EXPORTS
def test_a_damaged_log_is_told_and_no_file_is_left(
    computer: Computer, target: Path, start: datetime, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: sqlite3.Cursor) -> int:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    monkeypatch.setattr(exporting, "_total", fail)
    with pytest.raises(WorldError, match="damaged"):
        list(export(computer.connection, target))
    assert list(target.parent.iterdir()) == []


FULL_DISK = """
import resource, sqlite3, sys
from datetime import UTC, datetime
from pathlib import Path
from acutimer.core.errors import WorldError
from acutimer.store.exporting import export_csv, export_json
log, target, kind = sys.argv[1:]
connection = sqlite3.connect(log, isolation_level=None)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    now = datetime.now(UTC)
    list(export_json(connection, Path(target), now) if kind == "json" else export_csv(connection, Path(target)))
except WorldError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_full_disk_is_told_and_leaves_the_old_file(
    computer: Computer, target: Path, start: datetime, kind: str
) -> None:
    some(computer, start)
    target.write_text("old")
    command = [sys.executable, "-c", FULL_DISK, str(computer.folder / "acutimer.db"), str(target), kind]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    assert "there is no room for it" in done.stdout
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]
