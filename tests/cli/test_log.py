import csv
import io
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from acutimer import cli, paths
from acutimer.cli import opening, play
from acutimer.store.history import History
from tests.terminal.by_hand import HandClock

SESSION_KEYS = [
    *("id", "routine", "started_at", "ended_at", "outcome", "phases"),
    *("discomfort_before", "discomfort_after", "note"),
]
PHASE_KEYS = [
    *("kind", "subject", "side", "planned_seconds", "done_seconds"),
    *("planned_reps", "done_reps", "outcome"),
]


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def two_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    """One of 1 March 2026, and one of the night after it, at 02:00 on 3 March."""
    for later in (timedelta(0), timedelta(days=1, hours=18, minutes=30)):
        clock = HandClock()
        clock.suspend(later.total_seconds())
        play.run("balance-points", minutes=None, side="each", yes=True, clocks=clock.clocks, sleep=clock.pass_by)
    capsys.readouterr()


def told(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    assert cli.main(["log", "--json", *argv]) == 0
    return json.loads(capsys.readouterr().out)


def test_without_sessions_there_is_nothing_and_no_folder_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys) == []
    assert cli.main(["log"]) == 0
    assert capsys.readouterr().out == "No sessions yet.\n"
    assert not paths.data_dir().exists()


@pytest.mark.usefixtures("two_sessions")
def test_sessions_are_told_whole_and_newest_first(capsys: pytest.CaptureFixture[str]) -> None:
    newest, oldest = told(capsys)
    assert list(newest) == SESSION_KEYS
    assert all(list(phase) == PHASE_KEYS for phase in newest["phases"])
    assert datetime.fromisoformat(newest["started_at"]) > datetime.fromisoformat(oldest["started_at"])
    assert datetime.fromisoformat(oldest["started_at"]) == datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
    assert oldest["started_at"].endswith("+00:00")
    assert (oldest["discomfort_before"], oldest["discomfort_after"], oldest["note"]) == (None, None, "")


@pytest.mark.usefixtures("two_sessions")
def test_a_session_is_one_line_to_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    with opening.history() as history:
        oldest = history.sessions()[-1]
        history.annotate(
            oldest.id, discomfort_before=4, discomfort_after=2, note="Easier on the stairs.", at=opening.now()
        )
    assert cli.main(["log"]) == 0
    _, line = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert line.startswith("2026-03-01 07:30  done")
    assert line.endswith("Balance points  discomfort 4 to 2 · Easier on the stairs.")


@pytest.mark.usefixtures("two_sessions")
def test_lines_to_read_need_no_phases(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(History, "sessions", None)
    assert cli.main(["log", "--since", "2026-03-02"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("2026-03-03 02:00  done")


@pytest.mark.usefixtures("two_sessions")
def test_since_counts_days_as_the_user_does(capsys: pytest.CaptureFixture[str]) -> None:
    """02:00 still belongs to the day before, which is the 2nd."""
    assert len(told(capsys, "--since", "2026-03-01")) == 2
    assert len(told(capsys, "--since", "2026-03-02")) == 1
    assert told(capsys, "--since", "2026-03-03") == []


@pytest.mark.usefixtures("two_sessions")
def test_csv_has_one_row_a_phase(capsys: pytest.CaptureFixture[str]) -> None:
    sessions = told(capsys)
    assert cli.main(["log", "--csv"]) == 0
    text = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["kind"] for row in rows] == [phase["kind"] for it in sessions for phase in it["phases"]]
    assert [row["session"] for row in rows] == [it["id"] for it in sessions for _ in it["phases"]]
    assert text.count("\r\n") == text.count("\n") == len(rows) + 1


@pytest.mark.usefixtures("two_sessions")
def test_a_note_comes_through_csv_whole_and_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    with opening.history() as history:
        (newest, oldest) = history.sessions()
        history.annotate(
            newest.id, discomfort_before=None, discomfort_after=None, note='=1+1, "so"\nand so on', at=opening.now()
        )
        history.annotate(oldest.id, discomfort_before=None, discomfort_after=None, note="fine", at=opening.now())
    assert cli.main(["log", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert {row["note"] for row in rows} == {'\'=1+1, "so"\nand so on', "fine"}
