from pathlib import Path

import pytest

from acutimer import cli
from tests.cli.routine_files import a_routine, written


def test_good_files_are_0_with_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [written(tmp_path, a_routine(), name) for name in ("one", "two")]
    assert cli.main(["check", *map(str, files)]) == 0
    out, err = capsys.readouterr()
    assert [line.split(":")[0] for line in out.splitlines()] == [str(file) for file in files]
    assert err == ""


def test_a_mistake_is_1_and_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    routine = a_routine()
    routine["steps"][0]["dose"]["seconds"] = 100
    routine["steps"][0]["point"] = "ST99"
    good, bad = written(tmp_path, a_routine(), "good"), written(tmp_path, routine, "bad")
    assert cli.main(["check", str(bad), str(good)]) == 1
    out, err = capsys.readouterr()
    assert "good.acutimer.json: good" in out
    assert all(str(bad) in line and "steps[0]" in line for line in err.splitlines())


def test_a_file_that_cannot_be_read_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path / "none.acutimer.json")]) == 1
    assert "none.acutimer.json" in capsys.readouterr().err
