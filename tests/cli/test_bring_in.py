import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from acutimer import cli, paths
from acutimer.cli import bring_in, opening, play
from acutimer.store.merging import Imported
from acutimer.store.merging_own import ImportedOwn
from acutimer.store.progress import Progress
from tests.terminal.by_hand import HandClock


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """What another computer exported: one session."""
    target = tmp_path / "log.json"
    with monkeypatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
        clock = HandClock()
        play.run("balance-points", minutes=None, side="each", yes=True, clocks=clock.clocks, sleep=clock.pass_by)
        assert cli.main(["export", str(target)]) == 0
    capsys.readouterr()
    return target


def test_what_came_in_is_told_and_again_it_is_already_here(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", str(file)]) == 0
    assert capsys.readouterr() == ("1 session added, 0 changed, 0 deleted, 0 already here.\n", "")
    assert cli.main(["import", str(file)]) == 0
    assert capsys.readouterr().out == "0 sessions added, 0 changed, 0 deleted, 1 already here.\n"
    assert cli.main(["log", "--json"]) == 0
    assert [it["routine"] for it in json.loads(capsys.readouterr().out)] == ["balance-points"]


def test_every_number_is_told() -> None:
    told = bring_in.told(Imported(added=12, changed=3, deleted=1, unchanged=40))
    assert told == "12 sessions added, 3 changed, 1 deleted, 40 already here.\n"


def test_own_routines_and_favourites_are_told_where_something_became_of_them() -> None:
    told = bring_in.told(Imported(unchanged=2, own=ImportedOwn(added=1, deleted=2, favourites=1)))
    assert told.splitlines()[1:] == [
        "1 own routine added, 0 changed, 2 deleted.",
        "The favourites are as on the other computer.",
    ]


def test_a_file_that_is_wrong_is_1_and_one_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(file.read_bytes()[:-20])
    assert cli.main(["import", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"acutimer: {file}: line ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("text", ["", "{}", '{"format":"other"}', "no JSON"])
def test_a_file_that_is_wrong_makes_no_log(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text)
    assert cli.main(["import", str(file)]) == 1
    assert cli.main(["import", str(paths.database_file())]) == 1
    assert not paths.data_dir().exists()


def test_a_name_that_is_no_file_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", str(tmp_path / "nowhere.json")]) == 1
    assert "no such file" in capsys.readouterr().err


def test_a_file_where_the_data_folder_should_be_is_3(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths.data_dir().parent.mkdir(parents=True)
    paths.data_dir().write_text("not a folder")
    assert cli.main(["import", str(file)]) == 3
    assert str(paths.data_dir()) in capsys.readouterr().err


def test_ctrl_c_is_130_and_changes_nothing(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(steps: Iterator[Progress | Imported], _: str) -> Iterator[Progress | Imported]:
        for step in steps:
            yield step
            if isinstance(step, Progress) and step.share == 1.0:
                raise KeyboardInterrupt

    monkeypatch.setattr(bring_in, "shown", interrupted)
    assert cli.main(["import", str(file)]) == 130
    assert capsys.readouterr().out == ""
    with opening.history() as history:
        assert history.sessions() == []
