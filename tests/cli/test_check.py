import os
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


def test_what_cannot_be_read_is_told_and_the_others_are_checked_still(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shut, good = written(tmp_path, a_routine(), "shut"), written(tmp_path, a_routine(), "good")
    really = os.open

    def opened(path: Path, flags: int) -> int:
        if Path(path) == shut:
            raise PermissionError(13, "Permission denied")
        return really(path, flags)

    monkeypatch.setattr(os, "open", opened)
    assert cli.main(["check", str(shut), str(tmp_path / "none"), str(good)]) == 3
    out, err = capsys.readouterr()
    assert "good.acutimer.json: good (Mine, 1 step)" in out
    assert "shut.acutimer.json: cannot be read (Permission denied)" in err
    assert "none: there is no such file" in err


def test_markup_and_new_letters_are_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = '<b onload="x()">[bold](http://a)</b> %s {0} \U0001fae8'
    file = written(tmp_path, a_routine(name=name), "odd\nname")
    assert cli.main(["check", str(file)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert '<b onload="x()">[bold](http://a)</b> %s {0}' in line
    assert "odd\\nname" in line
