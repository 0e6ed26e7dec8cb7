import csv
import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from acutimer import cli, paths
from acutimer.cli import export, opening, play
from acutimer.store.database import open_database
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines
from acutimer.store.progress import Progress
from tests.shipped import LIBRARY
from tests.terminal.by_hand import HandClock

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def session(capsys: pytest.CaptureFixture[str]) -> None:
    clock = HandClock()
    play.run("balance-points", minutes=None, side="each", yes=True, clocks=clock.clocks, sleep=clock.pass_by)
    capsys.readouterr()


@pytest.mark.usefixtures("session")
def test_everything_goes_into_one_file_and_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "log.json"
    assert cli.main(["export", str(target)]) == 0
    assert capsys.readouterr() == (f"Exported 1 session to {target}.\n", "")
    read = json.loads(target.read_text(encoding="utf-8"))
    assert [it["routine"] for it in read["sessions"]] == ["balance-points"]


@pytest.mark.usefixtures("session")
def test_the_suffix_says_which_kind_of_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "log.CSV"
    assert cli.main(["export", str(target)]) == 0
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["routine"] for row in rows} == {"balance-points"}


@pytest.mark.usefixtures("session")
def test_the_table_is_the_one_the_log_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "log.csv"
    assert cli.main(["export", str(target)]) == 0
    capsys.readouterr()
    assert cli.main(["log", "--csv"]) == 0
    assert capsys.readouterr().out == target.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", ["log", "log.txt", "log.json.gz", ".json"])
def test_another_suffix_is_refused_and_both_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert cli.main(["export", str(tmp_path / name)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert ".json" in err
    assert ".csv" in err
    assert err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_where_nothing_was_kept_the_export_is_empty_and_no_folder_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "log.json"
    assert cli.main(["export", str(target)]) == 0
    assert capsys.readouterr().out == f"Exported 0 sessions to {target}.\n"
    assert json.loads(target.read_text())["sessions"] == []
    assert not paths.data_dir().exists()


@pytest.mark.usefixtures("session")
def test_the_log_itself_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    link = paths.data_dir() / "log.json"
    link.symlink_to(paths.database_file())
    assert cli.main(["export", str(link)]) == 1
    assert "its own log" in capsys.readouterr().err
    with opening.history() as history:
        assert len(history.sessions()) == 1


@pytest.mark.usefixtures("session")
def test_a_folder_without_permission_is_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert cli.main(["export", str(tmp_path / "log.json")]) == 3
    assert "Permission denied" in capsys.readouterr().err


@pytest.mark.usefixtures("session")
def test_ctrl_c_is_130_and_leaves_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(steps: Iterator[Progress], _: str) -> Iterator[Progress]:
        yield next(steps)
        raise KeyboardInterrupt

    target = tmp_path / "out" / "log.json"
    target.parent.mkdir()
    target.write_text("old")
    monkeypatch.setattr(export, "shown", interrupted)
    assert cli.main(["export", str(target)]) == 130
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("session")
def test_a_terminal_shows_how_far_it_is_and_is_left_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(["export", str(tmp_path / "log.json")]) == 0
    err = capsys.readouterr().err
    assert "Exporting: 0\N{NO-BREAK SPACE}%" in err
    assert "Exporting: 100\N{NO-BREAK SPACE}%" in err
    assert err.endswith("\r\x1b[K")


def test_own_routines_leave_with_everything_and_come_in_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_database(paths.database_file(), NOW)) as connection:
        OwnRoutines(Ledger(connection)).save(replace(LIBRARY.routines["knee-pain-press"], id="own-1"), NOW)
    target = tmp_path / "all.json"
    assert cli.main(["export", str(target)]) == 0
    assert capsys.readouterr().out == f"Exported 0 sessions and 1 own routine to {target}.\n"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    assert cli.main(["import", str(target)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["1 own routine added, 0 changed, 0 deleted."]
    with closing(open_database(paths.database_file(), NOW)) as connection:
        assert list(OwnRoutines(Ledger(connection)).all()) == ["own-1"]
