"""Files that are no export of ours, or were one: told what is wrong and where, and nothing is changed."""

import codecs
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from acutimer.core.errors import InputError, WorldError
from acutimer.core.planning import Plan
from acutimer.store import importing, staging
from acutimer.store.exporting import export_csv
from acutimer.store.importing import import_file
from acutimer.store.merging import Imported
from acutimer.store.progress import Progress
from acutimer.store.versions import put_new
from tests.store.computers import NOW, Computer, Deed, bytes_of

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def computer(tmp_path: Path, plan: Plan) -> Iterator[Computer]:
    """A log with a session of its own."""
    with Computer(tmp_path / "data", plan) as computer:
        computer.live([Deed("live", "own", NOW - timedelta(days=3), "mine")])
        yield computer


MANY = [{"kind": "rest", "say": "Rest", "source": "own", "seconds": 5}] * 101


@pytest.fixture
def file(tmp_path: Path, plan: Plan) -> Path:
    """An export with two sessions, a version of the past and a deletion."""
    with Computer(tmp_path / "other", plan) as other:
        day = NOW - timedelta(days=1)
        other.live([Deed("live", name, day, "膝 note") for name in ("a", "b", "c")])
        other.live([Deed("correct", "a", NOW, "mended"), Deed("delete", "b", NOW)])
        return other.export()


def refusal(computer: Computer, source: Path) -> str:
    """The line an import is refused with; the log is as it was, and usable."""
    before = bytes_of(computer.connection)
    with pytest.raises(InputError) as told:
        list(import_file(computer.connection, source, NOW))
    assert bytes_of(computer.connection) == before
    assert not computer.connection.in_transaction
    line = str(told.value)
    assert "\n" not in line
    assert line.isprintable()
    assert line.startswith(f"{source}: ")
    return line.removeprefix(f"{source}: ")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_leads_round_to_itself_is_no_file(computer: Computer, tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert refusal(computer, loop) == "there is no such file. Check the name."


def changed(file: Path, change: Change) -> Path:
    value = json.loads(file.read_text(encoding="utf-8"))
    change(value)
    file.write_text(json.dumps(value), encoding="utf-8")
    return file


# -- files of every kind ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "there is nothing in the file"),
        (b"\n\n  ", "there is nothing in the file"),
        (b"[]", "this is no export"),
        (b'[{"id": "a", "phases": []}]', "this is no export"),
        (b"{}", "this is no export"),
        (b'{"name": "package", "version": "1.0.0"}', "this is no export"),
        (b'{"sessions": [{"id": 1}]}', "this is no export"),
        (b'{"format": "other.history", "version": 1}', "this is no export"),
        (b'{"format": ["acutimer.history"]}', "this is no export"),
        (b'{"version": 1, "format": "acutimer.history"}', '"made_at" is missing'),
        (b'{"format": "acutimer.history", "version": 3, "new": [}', "written by a newer acutimer"),
        (b'{"format": "acutimer.history", "version": true}', "no version"),
        (b'{"format": "acutimer.history", "version": 1.5}', "no version"),
        (b'{"format": "acutimer.history", "version": -1}', "no version"),
        (b'{"format": "acutimer.history", "version": 0}', "no version"),
        (b'{"format": "acutimer.history", "version": 1, "made_at": 5}', "made_at"),
        (b'{"format": "acutimer.history", "version": 1, "plans": {}}', "plans: this must be a list"),
        (b'{"format": "acutimer.history", "version": 1, "sessions": null}', "sessions: this must be a list"),
        (b'{"format": "acutimer.history", "version": 1, "extra": 1}', "nothing of this name"),
        (b'{"format": "acutimer.history",\n"version": 1,', "line 2: the file ends too early"),
        (b'{"format": "acutimer.history"\x00}', "should stand here"),
        (b'{"format": "acutimer.history", "plans": [' + b"[" * 100_000, "too deep"),
        (b'{"format": "acutimer.history", "plans": [1' + b"0" * 6000 + b"]}", "too many digits"),
        ('{"format": "acutimer.history"}'.encode("utf-16"), "it looks like UTF-16"),
        (codecs.BOM_UTF16_BE + b"\0{", "it looks like UTF-16"),
        ('{"format": "acutimer.history", "x": "é"}'.encode("latin-1"), "not UTF-8"),
        (b"SQLite format 3\0" + b"\0" * 100, "this is a database"),
        (b"session,routine,started_at\r\n", "this is a table for spreadsheets"),
        (codecs.BOM_UTF8 + b"session,routine,started_at\r\n", "this is a table for spreadsheets"),
        (b"PK\x03\x04\x14\0\0\0", "no export"),
        (b"\x89PNG\r\n\x1a\n", "no export"),
        (b" \n[1]", "no export"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_file_that_is_no_export_is_refused(computer: Computer, tmp_path: Path, data: bytes, words: str) -> None:
    source = tmp_path / "given.json"
    source.write_bytes(data)
    assert words in refusal(computer, source)


def test_our_own_table_is_refused_with_the_way_out(computer: Computer, tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    list(export_csv(computer.connection, table))
    assert "Choose a .json file that acutimer exported" in refusal(computer, table)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_plain_file_is_refused_before_anything_is_read(computer: Computer, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "folder" in refusal(computer, tmp_path)
    assert "device" in refusal(computer, tmp_path / "pipe")
    assert "device" in refusal(computer, Path("/dev/zero"))
    for name in ("nowhere.json", "a" * 300, "no/such/log.json"):
        assert "no such file" in refusal(computer, tmp_path / name)
    with pytest.raises(InputError, match="no such file"):
        list(import_file(computer.connection, tmp_path / "nul\0.json", NOW))


def test_the_log_itself_is_refused_without_opening_it(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> int:
        raise AssertionError("closing it would drop the locks held on it")

    monkeypatch.setattr(os, "open", opened)
    assert "keeps its own log" in refusal(computer, computer.folder / "acutimer.db")


def test_a_file_without_permission_is_the_worlds_fault(
    computer: Computer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(WorldError, match="cannot be read"):
        list(import_file(computer.connection, file, NOW))


def test_a_disk_that_fails_while_reading_is_told_and_nothing_is_changed(
    computer: Computer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[None]:
        yield
        raise OSError(5, "Input/output error")

    before = bytes_of(computer.connection)
    monkeypatch.setattr(importing, "_laid_aside", fail)
    with pytest.raises(WorldError, match="Input/output error"):
        list(import_file(computer.connection, file, NOW))
    assert bytes_of(computer.connection) == before


# -- what stands in it -----------------------------------------------------------------------------


def in_session(name: str, value: object) -> Change:
    return lambda whole: whole["sessions"][1].update({name: value})


def in_phase(name: str, value: object) -> Change:
    return lambda whole: whole["sessions"][1]["phases"][1].update({name: value})


def in_plan(name: str, value: object) -> Change:
    return lambda whole: whole["plans"][0]["phases"][1].update({name: value})


def _repeat(items: list[Any], times: int) -> None:
    items[:] = items[:1] * times


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (in_session("id", ""), "session 2 (line 1), id", "empty"),
        (in_session("id", None), "id", "text in double quotes"),
        (in_session("id", "a\x1b[31m"), "id", "control character"),
        (in_session("id", "a" * 501), "id", "longer than 500"),
        (in_session("id", "a"), "session 2", "same id"),
        (in_session("extra", 1), "extra", "nothing of this name"),
        (in_session("routine", ""), "routine", "empty"),
        (in_session("routine_name", "\n"), "routine_name", "control character"),
        (in_session("note", 5), "note", "text in double quotes"),
        (in_session("note", "\x00"), "note", "control character"),
        (in_session("note", "\x9b31m"), "note", "control character"),
        (in_session("note", "\r\n"), "note", "control character"),
        (in_session("note", "\ud83e"), "session 2", "half a character"),
        (in_session("note", "a" * 1_000_001), "note", "longer"),
        (in_session("outcome", None), "outcome", "use one of done, partial or skipped"),
        (in_session("outcome", "won"), "outcome", '"won"'),
        (in_session("ended_at", None), "ended_at", "text in double quotes"),
        (in_session("started_at", "2026-11-19T07:10:00"), "started_at", "no time with its offset"),
        (in_session("started_at", "2026-11-19T07:10:00Z"), "started_at", "no time with its offset"),
        (in_session("started_at", "yesterday"), "started_at", "no time with its offset"),
        (in_session("started_at", 1_700_000_000), "started_at", "text in double quotes"),
        (in_session("started_at", "2026-02-30T07:10:00+01:00"), "started_at", "day is out of range"),
        (in_session("started_at", "2026-13-01T07:10:00+01:00"), "started_at", "month"),
        (in_session("started_at", "2026-11-19T24:10:00+01:00"), "started_at", "hour"),
        (in_session("started_at", "2026-11-19T07:10:00+24:00"), "started_at", ""),
        (in_session("started_at", "2026-11-19T07:10:00+15:00"), "started_at", "14 hours"),
        (in_session("started_at", "1969-12-31T23:59:59+00:00"), "started_at", "before 1970"),
        (in_session("started_at", "0001-01-01T00:00:00+14:00"), "started_at", "before 1970"),
        (in_session("ended_at", "9999-12-31T23:59:59-14:00"), "ended_at", "in the future"),
        (in_session("changed_at", "2026-11-21T12:00:01+01:00"), "changed_at", "in the future"),
        (in_session("planned_seconds", -1), "planned_seconds", "0 or more"),
        (in_session("planned_seconds", "60"), "planned_seconds", "a number"),
        (in_session("planned_seconds", True), "planned_seconds", "a number"),
        (in_session("planned_seconds", float("nan")), "planned_seconds", "ordinary number"),
        (in_session("practice_seconds", float("inf")), "practice_seconds", "ordinary number"),
        (in_session("practice_seconds", 10**400), "practice_seconds", ""),
        (in_session("discomfort_before", 11), "discomfort_before", "10 or less"),
        (in_session("discomfort_after", -1), "discomfort_after", "0 or more"),
        (in_session("discomfort_after", 2.5), "discomfort_after", "whole number"),
        (in_session("by_hand", 1), "by_hand", "true or false"),
        (in_session("plan", 1), "session 2 (line 1), plan", "no plan 1"),
        (in_session("plan", -1), "plan", "0 or more"),
        (in_session("plan", "0"), "plan", "whole number"),
        (in_session("plan", 10**30), "plan", ""),
        (in_session("phases", {}), "phases", "list in square brackets"),
        (in_session("phases", [5]), "phases[0]", "object in braces"),
        (
            lambda whole: _repeat(whole["sessions"][1]["phases"], 20_001),
            "session 2 (line 1), phases",
            "longer than 20000",
        ),
        (in_phase("index", 7), "session 2 (line 1), phases", "index 7 lies beyond its plan of 7 phases"),
        (in_phase("index", -1), "phases[1].index", "0 or more"),
        (in_phase("index", 1.0), "phases[1].index", "whole number"),
        (in_phase("kind", "dance"), "phases[1].kind", '"dance"'),
        (in_phase("subject", ""), "phases[1].subject", "empty"),
        (in_phase("side", "middle"), "phases[1].side", '"middle"'),
        (in_phase("done_seconds", 604_801), "phases[1].done_seconds", "604800"),
        (in_phase("done_seconds", -0.5), "phases[1].done_seconds", "0 or more"),
        (in_phase("done_seconds", None), "phases[1].done_seconds", "a number"),
        (in_phase("planned_reps", 0), "phases[1].planned_reps", "1 or more"),
        (in_phase("done_reps", 100_001), "phases[1].done_reps", "100000 or less"),
        (in_phase("done_reps", 10**25), "phases[1].done_reps", ""),
        (in_phase("outcome", ""), "phases[1].outcome", "use one of"),
        (in_phase("ended_at", "2027-01-01T00:00:00+00:00"), "phases[1].ended_at", "in the future"),
        (in_phase("ordinal", 1), "phases[1].ordinal", "nothing of this name"),
        (lambda whole: whole["sessions"].append(None), "session 3", "object in braces"),
        (lambda whole: whole["sessions"][0].pop("changed_at"), "session 1 (line 1), changed_at", "missing"),
        (lambda whole: whole["past"][0].update(outcome=None), "past version 1 (line 1), outcome", "use one of"),
        (lambda whole: whole["past"][0].update(plan=9), "past version 1 (line 1), plan", "no plan 9"),
        (lambda whole: whole["deleted"][0].update(at="now"), "deletion 1 (line 1), at", "no time"),
        (lambda whole: whole["deleted"][0].update(session=""), "deletion 1 (line 1), session", "empty"),
        (lambda whole: whole["deleted"].append(whole["deleted"][0]), "deletion 2", "same id"),
        (lambda whole: whole.pop("past"), "", '"past" is missing'),
        (in_plan("kind", "dance"), "plan 1 (line 1), phases[1].kind", '"dance"'),
        (in_plan("seconds", -1), "plan 1 (line 1), phases[1].seconds", "between 0 and"),
        (in_plan("seconds", 1e12), "phases[1].seconds", "not a number one can use"),
        (in_plan("seconds", float("nan")), "phases[1].seconds", "ordinary number"),
        (in_plan("subject", "\x1b"), "phases[1].subject", "control character"),
        (in_plan("subject", "a" * 2001), "phases[1].subject", "2001 characters"),
        (in_plan("new_in_version_9", 1), "phases[1].new_in_version_9", "nothing of this name"),
        (lambda whole: whole["plans"][0].update(phases=[]), "session 1", "beyond its plan of 0 phases"),
        (lambda whole: whole["plans"][0]["routine"].update(steps=MANY), "plan 1 (line 1), routine", "most 100 steps"),
        (lambda whole: whole["plans"][0]["routine"]["steps"][0].update(kind="dance"), "plan 1", "routine.steps[0]"),
        (lambda whole: whole["plans"][0].pop("routine"), "plan 1 (line 1), routine", "missing"),
        (lambda whole: whole.update(plans=[]), "session 1", "no plan 0"),
        (lambda whole: whole.update(plans=["a"]), "plan 1", "object in braces"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    computer: Computer, file: Path, change: Change, place: str, words: str
) -> None:
    line = refusal(computer, changed(file, change))
    assert place in line
    assert words in line
    assert len(line) < 250


def test_a_plan_the_log_could_not_read_back_is_refused(
    computer: Computer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> Plan:
        raise WorldError("This session was begun by another version of acutimer.")

    monkeypatch.setattr("acutimer.store.portable_door.read_plan", fail)
    assert refusal(computer, file).startswith("plan 1 (line 3): a step of it does not say")


def test_numbers_json_does_not_know_are_told(computer: Computer, file: Path) -> None:
    for number in ("NaN", "-Infinity", "1e999"):
        text = file.read_text(encoding="utf-8").replace('"done_seconds":8.0', f'"done_seconds":{number}', 1)
        other = file.with_name("other.json")
        other.write_text(text, encoding="utf-8")
        assert "phases[1].done_seconds: this must be an ordinary number" in refusal(computer, other)


def test_names_that_stand_twice_are_told_with_their_line(computer: Computer, file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace('"note":', '"note":"other","note":', 1)
    file.write_text(text, encoding="utf-8")
    assert refusal(computer, file).startswith('line 6: "note" stands twice')


def test_the_line_told_is_the_line_in_the_file(computer: Computer, file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    (number,) = (number for number, line in enumerate(lines, 1) if line.startswith('{"plan":0,"id":"c"'))
    lines[number - 1] = lines[number - 1].replace('"outcome":"done"', '"outcome":"won"', 1)
    file.write_text("\n".join(lines), encoding="utf-8")
    assert refusal(computer, file).startswith(f"session 2 (line {number}), outcome")


def test_a_file_cut_off_anywhere_changes_nothing(computer: Computer, file: Path) -> None:
    data = file.read_bytes()
    for length in range(0, len(data) - 2, 97):
        file.write_bytes(data[:length])
        refusal(computer, file)


# -- what is allowed -------------------------------------------------------------------------------


def test_a_mark_other_spaces_and_another_order_are_no_mistakes(computer: Computer, file: Path) -> None:
    value = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(value, sort_keys=True, indent=2), encoding="utf-8-sig")
    assert computer.bring(file) == Imported(added=2)
    assert computer.bring(file) == Imported(unchanged=2)


def test_limits_are_inside(computer: Computer, file: Path) -> None:
    def change(whole: dict[str, Any]) -> None:
        session, phase = whole["sessions"][1], whole["sessions"][1]["phases"][1]
        phase.update(done_seconds=604_800, done_reps=100_000, index=6, planned_reps=1, planned_seconds=-0.0)
        session.update(changed_at="2026-11-21T12:00:00+01:00", started_at="1970-01-01T00:00:00-14:00")
        session.update(discomfort_before=0, discomfort_after=10, note="\n\t", practice_seconds=-0.0)

    assert computer.bring(changed(file, change)) == Imported(added=2)
    once = computer.dump()
    assert computer.bring(file) == Imported(unchanged=2)
    assert computer.dump() == once
    with_own = computer.export()
    assert computer.bring(with_own) == Imported(unchanged=3)


def test_a_plan_of_an_older_version_is_kept_as_it_was(computer: Computer, file: Path) -> None:
    """What this version would add to it would make it another plan, and every session another version."""

    def change(whole: dict[str, Any]) -> None:
        for phase in whole["plans"][0]["phases"]:
            del phase["half_seconds"]

    computer.bring(changed(file, change))
    plans = json.loads(computer.export().read_text(encoding="utf-8"))["plans"]
    assert sorted("half_seconds" in plan["phases"][0] for plan in plans) == [False, True]
    assert computer.history.plan_of("a").phases[0].half_seconds is None


# -- the way there ---------------------------------------------------------------------------------


def test_the_progress_only_grows_and_ends_with_what_was_imported(computer: Computer, file: Path) -> None:
    *steps, last = import_file(computer.connection, file, NOW)
    shares = [step.share for step in steps if isinstance(step, Progress)]
    assert len(shares) == len(steps)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert last == Imported(added=2)


def test_the_log_is_not_locked_while_the_file_is_read(
    computer: Computer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = import_file(computer.connection, file, NOW)
    step = next(steps)
    while isinstance(step, Progress) and step.share < 0.5:
        assert not computer.connection.in_transaction
        step = next(steps)
    steps.close()


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_an_import_that_is_left_after_its_log_was_closed_makes_no_noise(
    tmp_path: Path, plan: Plan, file: Path, share: float
) -> None:
    with Computer(tmp_path / "left", plan) as computer:
        steps = import_file(computer.connection, file, NOW)
        next(step for step in steps if isinstance(step, Progress) and step.share >= share)
    steps.close()
    with Computer(tmp_path / "left", plan) as computer:
        assert computer.history.sessions() == []


def test_cancelling_at_any_step_changes_nothing(
    computer: Computer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "BATCH", 1)
    before = bytes_of(computer.connection)
    count = len(list(import_file(_copy(computer), file, NOW)))
    for number in range(1, count):
        steps = import_file(computer.connection, file, NOW)
        for _ in range(number):
            next(steps)
        steps.close()
        assert bytes_of(computer.connection) == before
        assert not computer.connection.in_transaction


def _copy(computer: Computer) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    computer.connection.backup(copy)
    return copy


def test_a_fault_in_the_middle_of_the_merge_takes_all_of_it_back(
    computer: Computer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []

    def fail(*given: Any) -> None:
        calls.append(given)
        if len(calls) == 2:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        put_new(*given)

    before = bytes_of(computer.connection)
    monkeypatch.setattr("acutimer.store.merging.MOST_SESSIONS", 1)
    monkeypatch.setattr("acutimer.store.merging.put_new", fail)
    with pytest.raises(WorldError, match="no room"):
        list(import_file(computer.connection, file, NOW))
    assert bytes_of(computer.connection) == before


def test_a_log_another_program_holds_is_told_and_unchanged(computer: Computer, file: Path) -> None:
    before = bytes_of(computer.connection)
    computer.connection.execute("PRAGMA busy_timeout = 1")
    with Computer(computer.folder, computer.plan) as other:
        other.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorldError, match="another program holds"):
            list(import_file(computer.connection, file, NOW))
    assert bytes_of(computer.connection) == before


FULL_DISK = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from acutimer.core.errors import WorldError
from acutimer.store.database import open_database
from acutimer.store.importing import import_file
log, source = map(Path, sys.argv[1:])
now = datetime.now(UTC)
connection = open_database(log, now)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096 * 20, 4096 * 20))
try:
    list(import_file(connection, source, now))
except WorldError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_full_disk_is_told_and_nothing_is_changed(computer: Computer, file: Path) -> None:
    def change(whole: dict[str, Any]) -> None:
        for number in range(2000):
            session = deepcopy(whole["sessions"][0])
            whole["sessions"].append({**session, "id": f"more {number}", "note": "long " * 1000})

    before = bytes_of(computer.connection)
    command = [sys.executable, "-c", FULL_DISK, str(computer.folder / "acutimer.db"), str(changed(file, change))]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    assert "There is no room" in line or "The log cannot be written" in line
    assert bytes_of(computer.connection) == before
